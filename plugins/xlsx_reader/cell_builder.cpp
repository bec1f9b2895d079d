// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/cell_builder.hpp"

#include "xlsx_reader/cell_text.hpp"
#include "xlsx_reader/codes.hpp"
#include "xlsx_reader/number_text.hpp"

#include <array>
#include <charconv>

namespace bilan::xlsx {
namespace {

/// The beginning of what was read, for a message.
std::string excerpt(std::string_view text)
{
    constexpr std::size_t longest = 60;
    if (text.size() <= longest) return std::string(text);
    std::size_t end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) --end;
    return std::string(text.substr(0, end)) + "\u2026";
}

} // namespace

CellBuilder::CellBuilder(BookContext& book, Grid& grid, Remarks& remarks)
    : book_(book), grid_(grid), remarks_(remarks), tags_(book.styles.number_tags()),
      most_cells_(book.guard.limits().cells)
{
    const std::uint64_t taken = book.finished_bytes + book.texts.bytes();
    const std::uint64_t most = book.guard.limits().memory_bytes;
    most_bytes_ = most > taken ? most - taken : 0;
}

void CellBuilder::refuse_size() const
{
    const ReadLimits& limits = book_.guard.limits();
    if (book_.cells > most_cells_) book_.guard.refuse_limit("cells", limits.cells, grid_.facts.name);
    book_.guard.refuse_limit("memory_bytes", limits.memory_bytes, grid_.facts.name);
}

void CellBuilder::rewind(const Mark& mark)
{
    remarks_.forget_after(mark.remarks);
    book_.cells = mark.cells;
}

CellTag CellBuilder::tag(const CellInput& cell, CellType type) const
{
    if (!book_.styles.knows(cell.style)) remarks_.add(code::bad_style, cell.at, {std::to_string(cell.style)});
    return book_.styles.tag(type, cell.style, cell.is_formula);
}

void CellBuilder::put_bits(const CellInput& cell, CellTag tag, std::uint64_t bits)
{
    grid_.put(cell.at.row, cell.at.column, tag, bits);
    count();
}

void CellBuilder::put(const CellInput& cell)
{
    if (cell.inline_text && (cell.type == "inlineStr" || !cell.value)) return put_text(cell, *cell.inline_text);
    if (!cell.value || (cell.value->empty() && cell.type != "str" && cell.type != "inlineStr")) {
        if (cell.is_formula) put_bits(cell, tag(cell, CellType::empty), 0);
        return;
    }
    if (cell.type.empty() || cell.type == "n") return put_number_text(cell);
    if (cell.type == "s") return put_shared_text(cell);
    if (cell.type == "b") return put_boolean(cell);
    if (cell.type == "e") return put_error(cell);
    if (cell.type == "d") return put_iso_date(cell);
    if (cell.type != "str" && cell.type != "inlineStr")
        remarks_.add(code::bad_cell_type, cell.at, {excerpt(cell.type)});
    std::string text(*cell.value);
    decode_escapes(text);
    put_text(cell, text);
}

void CellBuilder::put_number_text(const CellInput& cell)
{
    const std::string_view text = trim_blanks(*cell.value);
    if (const std::optional<double> number = number_of(text)) {
        return put_odd_number(cell.at, cell.style, *number, cell.is_formula);
    }
    if (text.empty()) {
        if (cell.is_formula) put_bits(cell, tag(cell, CellType::empty), 0);
        return;
    }
    remarks_.add(code::bad_number, cell.at, {excerpt(text)});
    put_text(cell, text);
}

void CellBuilder::put_odd_number(CellPosition at, std::uint32_t style, double number, bool is_formula)
{
    const CellInput cell{at, style, {}, {}, {}, is_formula};
    CellTag number_tag = tag(cell, book_.styles.number_tag(style).type());
    if (number_tag.type() == CellType::date) {
        const SerialDate date = normalised(number, number_tag.format(), book_.is_1904);
        if (!date.is_in_range) {
            std::array<char, 32> digits{};
            const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
            remarks_.add(code::date_out_of_range, at, {std::string(digits.data(), end)});
            number_tag = tag(cell, CellType::number);
        }
        if (date.is_leap_day_1900) remarks_.add(code::leap_day_1900, at);
        number = date.serial;
    }
    put_bits(cell, number_tag, std::bit_cast<std::uint64_t>(number));
}

void CellBuilder::put_shared_text(const CellInput& cell)
{
    const std::string_view text = trim_blanks(*cell.value);
    std::uint64_t index = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (error == std::errc() && end == text.data() + text.size() && index < book_.shared.count)
        return put_bits(cell, tag(cell, CellType::text), book_.shared.first + index);
    remarks_.add(code::bad_shared_string, cell.at, {excerpt(text)});
    put_bits(cell, tag(cell, CellType::error), static_cast<std::uint64_t>(CellError::other));
}

void CellBuilder::put_text(const CellInput& cell, std::string_view text)
{
    const ReadLimits& limits = book_.guard.limits();
    if (text.size() > limits.text_bytes) book_.guard.refuse_limit("text_bytes", limits.text_bytes, grid_.facts.name);
    const std::uint32_t id = book_.texts.intern(text);
    if (id >= limits.texts) book_.guard.refuse_limit("texts", limits.texts, grid_.facts.name);
    const std::uint64_t taken = book_.finished_bytes + book_.texts.bytes();
    most_bytes_ = limits.memory_bytes > taken ? limits.memory_bytes - taken : 0;
    put_bits(cell, tag(cell, CellType::text), id);
}

void CellBuilder::put_boolean(const CellInput& cell)
{
    const std::string_view text = trim_blanks(*cell.value);
    const bool is_one = text == "1" || text == "true";
    if (!is_one && text != "0" && text != "false") {
        remarks_.add(code::bad_boolean, cell.at, {excerpt(text)});
        return put_text(cell, text);
    }
    put_bits(cell, tag(cell, CellType::boolean), is_one ? 1 : 0);
}

void CellBuilder::put_error(const CellInput& cell)
{
    static constexpr std::array known = {CellError::null,          CellError::division,    CellError::value,
                                         CellError::reference,     CellError::name,        CellError::number,
                                         CellError::not_available, CellError::getting_data};
    const std::string_view text = trim_blanks(*cell.value);
    for (const CellError error : known) {
        if (text == spelling(error))
            return put_bits(cell, tag(cell, CellType::error), static_cast<std::uint64_t>(error));
    }
    remarks_.add(code::unknown_error, cell.at, {excerpt(text)});
    put_bits(cell, tag(cell, CellType::error), static_cast<std::uint64_t>(CellError::other));
}

void CellBuilder::put_iso_date(const CellInput& cell)
{
    const std::string_view text = trim_blanks(*cell.value);
    const std::optional<IsoDate> date = iso_date(text);
    if (!date) {
        remarks_.add(code::bad_iso_date, cell.at, {excerpt(text)});
        return put_text(cell, text);
    }
    CellTag date_tag = tag(cell, CellType::date);
    if (book_.styles.number_tag(cell.style).type() != CellType::date)
        date_tag = CellTag(CellType::date, date->format, cell.is_formula, date_tag.is_struck());
    put_bits(cell, date_tag, std::bit_cast<std::uint64_t>(date->serial));
}

void CellBuilder::hide_row(std::uint32_t row)
{
    std::vector<Span>& hidden = grid_.facts.hidden_rows;
    if (!hidden.empty() && hidden.back().last == row) return;
    if (!hidden.empty() && row > 0 && hidden.back().last == row - 1) {
        hidden.back().last = row;
    } else {
        hidden.push_back({row, row});
    }
}

} // namespace bilan::xlsx
