// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/row_scanner.hpp"

#include "ods_reader/scan_value.hpp"
#include "xml/scan_text.hpp"

#include <array>
#include <utility>

namespace bilan::ods {

using xml::is_at;
using xml::skip_blanks;
using xml::take_once;

namespace {

constexpr std::array<std::string_view, 4> row_attributes = {"table:style-name", "table:number-rows-repeated",
                                                            "table:visibility", "table:default-cell-style-name"};
constexpr std::array<std::string_view, 15> cell_attributes = {"table:style-name",
                                                              "office:value-type",
                                                              "office:value",
                                                              "office:date-value",
                                                              "office:time-value",
                                                              "office:boolean-value",
                                                              "office:string-value",
                                                              "office:currency",
                                                              "calcext:value-type",
                                                              "table:formula",
                                                              "table:number-columns-repeated",
                                                              "table:number-columns-spanned",
                                                              "table:number-rows-spanned",
                                                              "table:content-validation-name",
                                                              "table:protect"};

} // namespace

const char* RowScanner::scan(const char* from, const char* to)
{
    rows_ = &frame_.rows();
    usual_.allow_extensions(frame_.prefixes().has_calc_extension());
    from = skip_blanks(from);
    while (from < to && is_at(from, "<table:table-row")) {
        const CellBuilder::Mark mark = rows_->cells().mark();
        const char* const next = row(from + 16);
        if (next == nullptr) {
            rows_->cells().rewind(mark);
            break;
        }
        from = skip_blanks(next);
    }
    return from;
}

const char* RowScanner::row(const char* at)
{
    RowFacts facts;
    facts.is_hidden = frame_.hides_rows();
    at = row_tag(at, facts);
    if (at == nullptr) return nullptr;
    rows_->start_row(facts);
    if (is_at(at, "/>"))
        at += 2;
    else if (*at != '>' || (at = cells(at + 1)) == nullptr)
        return nullptr;
    rows_->end_row();
    return at;
}

const char* RowScanner::row_tag(const char* at, RowFacts& row)
{
    std::uint32_t seen = 0;
    for (;;) {
        xml::ScannedAttribute attribute;
        const char* const next = xml::scan_attribute(at, attribute);
        if (next == nullptr || next == at) return next == nullptr ? nullptr : skip_blanks(at);
        if (!take_once(row_attributes, attribute.name, seen)) return nullptr;
        if (attribute.name == "table:number-rows-repeated") row.repeat = count_of(attribute.value);
        if (attribute.name == "table:default-cell-style-name") row.style = frame_.styles().number_of(attribute.value);
        if (attribute.name == "table:visibility" && hides(attribute.value)) row.is_hidden = true;
        if (attribute.name == "table:style-name" && frame_.styles().hides(attribute.value)) row.is_hidden = true;
        at = next;
    }
}

const char* RowScanner::cells(const char* at)
{
    for (;;) {
        if (is_at(at, "<table:table-cell")) {
            const char* next = usual_.read(at + 17, *rows_);
            if (next == nullptr && (next = any_cell(at + 17, false)) == nullptr) return nullptr;
            at = next;
            continue;
        }
        if (is_at(at, "</table:table-row>")) return at + 18;
        if (is_at(at, "<table:covered-table-cell")) {
            at = any_cell(at + 25, true);
            if (at == nullptr) return nullptr;
            continue;
        }
        const char* const next = skip_blanks(at);
        if (next == at) return nullptr;
        at = next;
    }
}

/// Any cell of known attributes and of paragraphs without elements but spaces. Null when it is not one.
const char* RowScanner::any_cell(const char* at, bool is_covered)
{
    CellInput cell;
    Placing placing;
    placing.is_covered = is_covered;
    bool has_style = false;
    seen_ = 0;
    for (;;) {
        xml::ScannedAttribute attribute;
        const char* const next = xml::scan_any_attribute(at, scratch_, attribute);
        if (next == nullptr) return nullptr;
        if (next == at) break;
        if (!keep_attribute(attribute.name, attribute.value, cell, placing)) return nullptr;
        has_style = has_style || attribute.name == "table:style-name";
        at = next;
    }
    at = skip_blanks(at);
    shown_.clear();
    if (is_at(at, "/>"))
        at += 2;
    else if (*at != '>' || (at = paragraphs(at + 1, is_covered)) == nullptr)
        return nullptr;
    if (!has_style) cell.style = rows_->default_style();
    cell.shown = shown_.joined();
    rows_->put(cell, placing);
    return at;
}

bool RowScanner::keep_attribute(std::string_view name, std::string_view value, CellInput& cell, Placing& placing)
{
    if (!take_once(cell_attributes, name, seen_)) return false;
    if (name == "office:string-value") {
        string_value_ = value;
        cell.string = string_value_;
        return true;
    }
    if (name == "table:formula") {
        cell.is_formula = true;
        return true;
    }
    if (value.data() == scratch_.data()) return false; // it will not last
    if (name == "table:style-name") cell.style = frame_.styles().number_of(value);
    if (name == "office:value-type") cell.type = value;
    if (name == "office:value") cell.number = value;
    if (name == "office:date-value") cell.date = value;
    if (name == "office:time-value") cell.time = value;
    if (name == "office:boolean-value") cell.boolean = value;
    if (name == "table:number-columns-repeated") placing.repeat = count_of(value);
    if (name == "table:number-columns-spanned") placing.columns_spanned = static_cast<std::uint32_t>(count_of(value));
    if (name == "table:number-rows-spanned") placing.rows_spanned = static_cast<std::uint32_t>(count_of(value));
    if (name != "calcext:value-type") return true;
    cell.is_error = value == "error";
    return frame_.prefixes().has_calc_extension();
}

const char* RowScanner::paragraphs(const char* at, bool is_covered)
{
    while (at != nullptr) {
        at = skip_blanks(at);
        const char* const end =
            is_covered ? after(at, "</table:covered-table-cell>") : after(at, "</table:table-cell>");
        if (end != nullptr) return end;
        if ((at = after(at, "<text:p")) == nullptr) return nullptr;
        shown_.start_paragraph();
        if (is_at(at, "/>"))
            at += 2;
        else
            at = *at == '>' ? paragraph(at + 1) : nullptr;
        shown_.end_paragraph();
    }
    return nullptr;
}

const char* RowScanner::paragraph(const char* at)
{
    for (;;) {
        std::string_view text;
        at = xml::scan_text(at, scratch_, text);
        if (at == nullptr) return nullptr;
        shown_.characters(text);
        if (const char* const end = after(at, "</text:p>")) return end;
        std::string_view count = "1";
        if (const char* const counted = after(at, "<text:s text:c=\"")) {
            at = short_value(counted, count);
            if (at == nullptr || (at = after(at, "/>")) == nullptr) return nullptr;
            shown_.spaces(count_of(count));
        } else if (is_at(at, "<text:s/>")) {
            shown_.spaces(1);
            at += 9;
        } else if (is_at(at, "<text:tab/>")) {
            shown_.mark('\t');
            at += 11;
        } else {
            return nullptr;
        }
    }
}

} // namespace bilan::ods
