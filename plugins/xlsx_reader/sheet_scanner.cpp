// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/sheet_scanner.hpp"

#include "cells/sheet_facts.hpp"
#include "xlsx_reader/reference.hpp"
#include "xlsx_reader/workbook_part.hpp"
#include "xml/number_text.hpp"
#include "xml/scan_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>

namespace bilan::xlsx {

using xml::is_at;
using xml::scan_attribute;
using xml::scan_text;
using xml::ScannedAttribute;
using xml::skip_blanks;
using xml::take_once;

namespace {

constexpr std::array<std::string_view, 13> row_attributes = {"r",
                                                             "spans",
                                                             "ht",
                                                             "x14ac:dyDescent",
                                                             "s",
                                                             "customFormat",
                                                             "customHeight",
                                                             "hidden",
                                                             "outlineLevel",
                                                             "collapsed",
                                                             "thickTop",
                                                             "thickBot",
                                                             "ph"};
constexpr std::array<std::string_view, 6> cell_attributes = {"r", "s", "t", "cm", "vm", "ph"};
constexpr std::array<std::string_view, 12> formula_attributes = {"t",    "ref", "si", "ca", "aca",  "bx",
                                                                 "dt2D", "dtr", "r1", "r2", "del1", "del2"};

bool read_whole(std::string_view text, std::uint32_t& number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

/// One to eight digits; null when there are none or more.
[[gnu::always_inline]] inline const char* digits(const char* at, std::uint32_t& number)
{
    const xml::DigitGroup group = xml::digit_group(at);
    number = static_cast<std::uint32_t>(group.value);
    at += group.count;
    return group.count == 0 || (*at >= '0' && *at <= '9') ? nullptr : at;
}

} // namespace

template <class Tags>
const char* RowScanner<Tags>::scan(const char* from, const char* to)
{
    end_ = to;
    from = skip_blanks(from);
    while (from < to && tags_.template after<Tag::row>(from) != nullptr) {
        const CellBuilder::Mark mark = cells_.mark();
        const char* const next = row(tags_.template after<Tag::row>(from));
        if (next == nullptr) {
            cells_.rewind(mark);
            break;
        }
        from = skip_blanks(next);
    }
    return from;
}

template <class Tags>
const char* RowScanner<Tags>::row(const char* at)
{
    row_ = cursor_.next_row;
    next_column_ = 0;
    bool is_hidden = false;
    const char* const usual = row_tag_as_before(at, is_hidden);
    at = usual != nullptr ? usual : row_tag(at, is_hidden);
    if (at == nullptr || row_ < cursor_.next_row || row_ >= sheet_rows) return nullptr;
    if (cursor_.furthest && row_ <= cursor_.furthest->row) return nullptr;
    if (is_at(at, "/>")) {
        at += 2;
    } else {
        predict_row();
        if (*at != '>' || (at = cells(at + 1)) == nullptr) return nullptr;
    }
    if (is_hidden) cells::hide_row(cells_.grid().facts, row_);
    if (next_column_ > 0) cursor_.furthest = CellPosition{row_, next_column_ - 1};
    cursor_.next_row = row_ + 1;
    return at;
}

/// ` r="12"` and then the same bytes as in the row before. Null, with nothing done, for anything else.
template <class Tags>
const char* RowScanner<Tags>::row_tag_as_before(const char* at, bool& is_hidden)
{
    if (tail_size_ == 0 || !is_at(at, " r=\"")) return nullptr;
    std::uint32_t number = 0;
    at = digits(at + 4, number);
    if (at == nullptr || number == 0 || end_ - at <= static_cast<std::ptrdiff_t>(tail_size_)) return nullptr;
    if (std::memcmp(at, tail_.data(), tail_size_) != 0) return nullptr;
    at += tail_size_;
    if (*at != '>' && *at != '/') return nullptr;
    row_ = number - 1;
    is_hidden = tail_hides_;
    return at;
}

/// From the quote behind the row's number to the end of its tag, which was found good.
template <class Tags>
void RowScanner<Tags>::remember_tail(const char* from, const char* to, bool is_hidden)
{
    const auto size = static_cast<std::size_t>(to - from);
    tail_size_ = size <= tail_.size() ? size : 0;
    std::copy_n(from, tail_size_, tail_.data());
    tail_hides_ = is_hidden;
}

/// Leaves `row_` at the row's number, or at the next one when the row does not say.
template <class Tags>
const char* RowScanner<Tags>::row_tag(const char* at, bool& is_hidden)
{
    const char* const first = at;
    const char* after_number = nullptr; ///< where the first attribute is the number
    std::uint32_t seen = 0;
    for (;;) {
        ScannedAttribute attribute;
        const char* const next = scan_attribute(at, attribute);
        if (next == nullptr) return nullptr;
        if (next == at) {
            at = skip_blanks(at);
            if (after_number != nullptr) remember_tail(after_number, at, is_hidden);
            return at;
        }
        if (!take_once(row_attributes, attribute.name, seen)) return nullptr;
        if (attribute.name == "r") {
            std::uint32_t number = 0;
            if (!read_whole(attribute.value, number) || number == 0) return nullptr;
            row_ = number - 1;
            if (at == first) after_number = next - 1;
        } else if (attribute.name == "hidden") {
            is_hidden = is_hidden || is_true(attribute.value);
        } else if (attribute.name == "ht") {
            is_hidden = is_hidden || is_nothing(attribute.value);
        } else if (attribute.name == "x14ac:dyDescent" && !frame_.has_height_prefix()) {
            return nullptr; // a prefix that nobody bound
        }
        at = next;
    }
}

template <class Tags>
void RowScanner<Tags>::predict_row()
{
    std::array<char, 16> text{};
    char* const end = std::to_chars(text.data(), text.data() + 8, row_ + 1).ptr;
    *end = '"';
    row_width_ = static_cast<std::size_t>(end - text.data()) + 1;
    std::array<char, 8> mask{};
    for (std::size_t i = 0; i < row_width_; ++i) mask[i] = '\xFF';
    row_word_ = xml::word_at(text.data());
    row_mask_ = xml::word_at(mask.data());
    row_word_ &= row_mask_;
}

template <class Tags>
const char* RowScanner<Tags>::cells(const char* at)
{
    for (;;) {
        if (const char* const usual = tags_.template after<Tag::cell_at>(at)) {
            const char* const next = usual_cell(usual);
            if (next != nullptr) {
                at = next;
                continue;
            }
        }
        at = skip_blanks(at);
        if (const char* const end = tags_.template after<Tag::row_end>(at)) return end;
        at = tags_.template after<Tag::cell>(at);
        if (at == nullptr || (at = any_cell(at)) == nullptr) return nullptr;
    }
}

/// `A1" s="3"><v>12.5</v></c>` and its few sisters. Null, with nothing done, for any other shape.
template <class Tags>
const char* RowScanner<Tags>::usual_cell(const char* at)
{
    const auto letter = [&] { return static_cast<unsigned>(static_cast<unsigned char>(*at)) - 'A'; };
    std::uint32_t column = 0;
    for (int i = 0; i < 3 && letter() < 26; ++i) column = column * 26 + letter() + 1, ++at;
    if (column <= next_column_ || column > sheet_columns || (xml::word_at(at) & row_mask_) != row_word_) return nullptr;
    at += row_width_;
    std::uint32_t style = 0;
    if (is_at(at, " s=\"")) {
        at = digits(at + 4, style);
        if (at == nullptr || *at++ != '"') return nullptr;
    }
    const CellPosition place{row_, column - 1};
    const char* end = nullptr;
    if (const char* const shared = tags_.template after<Tag::shared_value>(at)) {
        std::uint32_t index = 0;
        at = digits(shared, index);
        if (at == nullptr || (end = tags_.template after<Tag::value_and_cell_end>(at)) == nullptr) return nullptr;
        if (!cells_.put_shared(place, style, index)) return nullptr;
    } else {
        if (is_at(at, "/>")) {
            next_column_ = column;
            return at + 2;
        }
        const char* value = tags_.template after<Tag::bare_value>(at);
        if (value == nullptr && (value = tags_.template after<Tag::number_value>(at)) == nullptr) return nullptr;
        double number = 0;
        at = xml::plain_number(value, number);
        if (at == nullptr || (end = tags_.template after<Tag::value_and_cell_end>(at)) == nullptr) return nullptr;
        cells_.put_number(place, style, number);
    }
    next_column_ = column;
    return end;
}

/// Any cell of known elements, each at most once. Null when it is not one.
template <class Tags>
const char* RowScanner<Tags>::any_cell(const char* at)
{
    CellInput cell;
    cell.at = {row_, next_column_};
    at = cell_tag(at, cell);
    if (at == nullptr || cell.at.column < next_column_ || cell.at.column >= sheet_columns) return nullptr;
    if (is_at(at, "/>"))
        at += 2;
    else if (*at != '>' || (at = cell_content(at + 1, cell)) == nullptr)
        return nullptr;
    next_column_ = cell.at.column + 1;
    cells_.put(cell);
    return at;
}

template <class Tags>
const char* RowScanner<Tags>::cell_tag(const char* at, CellInput& cell)
{
    std::uint32_t seen = 0;
    for (;;) {
        ScannedAttribute attribute;
        const char* const next = scan_attribute(at, attribute);
        if (next == nullptr || next == at) return next == nullptr ? nullptr : skip_blanks(at);
        if (!take_once(cell_attributes, attribute.name, seen)) return nullptr;
        if (attribute.name == "r") {
            const std::optional<CellPosition> position = cell_reference(attribute.value);
            if (!position || position->row != row_) return nullptr;
            cell.at = *position;
        } else if (attribute.name == "s" && !attribute.value.empty()) {
            if (!read_whole(attribute.value, cell.style)) return nullptr;
        } else if (attribute.name == "t") {
            cell.type = attribute.value;
        }
        at = next;
    }
}

template <class Tags>
const char* RowScanner<Tags>::cell_content(const char* at, CellInput& cell)
{
    while (at != nullptr) {
        at = skip_blanks(at);
        if (const char* const end = tags_.template after<Tag::cell_end>(at)) return end;
        const char* next = nullptr;
        if ((next = tags_.template after<Tag::value>(at)) != nullptr && !cell.value)
            at = value(next, cell);
        else if ((next = tags_.template after<Tag::formula>(at)) != nullptr && !cell.is_formula)
            at = formula(next, cell);
        else if ((next = tags_.template after<Tag::inline_text>(at)) != nullptr && !cell.inline_text)
            at = inline_text(next, cell);
        else
            return nullptr;
    }
    return nullptr;
}

template <class Tags>
const char* RowScanner<Tags>::value(const char* at, CellInput& cell)
{
    std::string_view text;
    if (is_at(at, "/>")) {
        at += 2;
    } else {
        if (*at != '>' || (at = scan_text(at + 1, value_, text)) == nullptr) return nullptr;
        if ((at = tags_.template after<Tag::value_end>(at)) == nullptr) return nullptr;
    }
    cell.value = text;
    return at;
}

template <class Tags>
const char* RowScanner<Tags>::formula(const char* at, CellInput& cell)
{
    cell.is_formula = true;
    std::uint32_t seen = 0;
    for (;;) {
        ScannedAttribute attribute;
        const char* const next = scan_attribute(at, attribute);
        if (next == nullptr) return nullptr;
        if (next == at) break;
        if (!take_once(formula_attributes, attribute.name, seen)) return nullptr;
        at = next;
    }
    at = skip_blanks(at);
    if (is_at(at, "/>")) return at + 2;
    std::string_view text; // only looked at for damage
    if (*at != '>' || (at = scan_text(at + 1, inline_, text)) == nullptr) return nullptr;
    return tags_.template after<Tag::formula_end>(at);
}

template <class Tags>
const char* RowScanner<Tags>::inline_text(const char* at, CellInput& cell)
{
    std::string_view text;
    std::string scratch;
    at = take_text(tags_, skip_blanks(at), scratch, text);
    if (at == nullptr || (at = tags_.template after<Tag::inline_text_end>(skip_blanks(at))) == nullptr) return nullptr;
    inline_ = text;
    decode_escapes(inline_);
    cell.inline_text = inline_;
    return at;
}

template class RowScanner<PlainTags>;
template class RowScanner<LetterTags>;
template class RowScanner<PrefixedTags>;

} // namespace bilan::xlsx
