// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/cell_builder.hpp"

#include "cells/error_text.hpp"
#include "xlsx_reader/cell_text.hpp"
#include "xlsx_reader/codes.hpp"
#include "xml/number_text.hpp"

#include <charconv>

namespace bilan::xlsx {

void CellBuilder::rewind(const Mark& mark)
{
    remarks().forget_after(mark.remarks);
    book().cells = mark.cells;
}

void CellBuilder::put(const CellInput& cell)
{
    if (cell.inline_text && (cell.type == "inlineStr" || !cell.value)) return put_text(cell, *cell.inline_text);
    const bool is_text = cell.type == "str" || cell.type == "inlineStr";
    if (!cell.value || (!is_text && trim_blanks(*cell.value).empty())) {
        if (cell.is_formula) put_bits(cell, CellType::empty, 0);
        return;
    }
    if (cell.type.empty() || cell.type == "n") return put_number_text(cell);
    if (cell.type == "s") return put_shared_text(cell);
    if (cell.type == "b") return put_boolean(cell);
    if (cell.type == "e") return put_error(cell);
    if (cell.type == "d") return put_iso_date(cell);
    if (!is_text) remarks().add(code::bad_cell_type, cell.at, {cells::excerpt(cell.type)});
    std::string text(*cell.value);
    decode_escapes(text);
    put_text(cell, text);
}

void CellBuilder::put_number_text(const CellInput& cell)
{
    const std::string_view text = trim_blanks(*cell.value);
    if (const std::optional<double> number = xml::number_of(text)) {
        return put_odd_number(cell, *number);
    }
    if (text.empty()) {
        if (cell.is_formula) put_bits(cell, CellType::empty, 0);
        return;
    }
    remarks().add(code::bad_number, cell.at, {cells::excerpt(text)});
    put_text(cell, text);
}

void CellBuilder::put_shared_text(const CellInput& cell)
{
    const std::string_view text = trim_blanks(*cell.value);
    std::uint64_t index = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), index);
    if (error == std::errc() && end == text.data() + text.size() && index < book().shared.count)
        return put_bits(cell, CellType::text, book().shared.first + index);
    put_lost_text(cell, cells::excerpt(text));
}

void CellBuilder::put_boolean(const CellInput& cell)
{
    const std::string_view text = trim_blanks(*cell.value);
    const bool is_one = text == "1" || text == "true";
    if (!is_one && text != "0" && text != "false") {
        remarks().add(code::bad_boolean, cell.at, {cells::excerpt(text)});
        return put_text(cell, text);
    }
    put_bits(cell, CellType::boolean, is_one ? 1 : 0);
}

void CellBuilder::put_error(const CellInput& cell)
{
    const std::string_view text = trim_blanks(*cell.value);
    const std::optional<CellError> error = cells::error_written(text);
    if (!error) remarks().add(code::unknown_error, cell.at, {cells::excerpt(text)});
    put_bits(cell, CellType::error, static_cast<std::uint64_t>(error.value_or(CellError::other)));
}

void CellBuilder::put_iso_date(const CellInput& cell)
{
    const std::string_view text = trim_blanks(*cell.value);
    const std::optional<cells::IsoDate> date = cells::iso_date(text);
    if (!date) {
        remarks().add(code::bad_iso_date, cell.at, {cells::excerpt(text)});
        return put_text(cell, text);
    }
    CellTag date_tag = tag(cell, CellType::date);
    if (book().styles.number_tag(cell.style).type() != CellType::date)
        date_tag = CellTag(CellType::date, date->format, cell.is_formula, date_tag.is_struck());
    put_bits(cell, date_tag, std::bit_cast<std::uint64_t>(date->serial));
}

} // namespace bilan::xlsx
