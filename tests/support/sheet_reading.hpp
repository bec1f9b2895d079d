// SPDX-License-Identifier: MPL-2.0
//
// Looking into a finished workbook, for tests.
#pragma once

#include "workbook/font.hpp"

#include <bilan/workbook.hpp>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace bilan::test {

inline const SheetCell* at(const SheetPart& sheet, CellPosition place)
{
    for (const SheetCell& cell : sheet.cells)
        if (cell.at == place) return &cell;
    return nullptr;
}

inline std::string text_at(const SheetPart& sheet, CellPosition place)
{
    const SheetCell* cell = at(sheet, place);
    const std::string* text = cell == nullptr ? nullptr : std::get_if<std::string>(&cell->value);
    return text == nullptr ? std::string() : *text;
}

inline std::string formula_at(const SheetPart& sheet, CellPosition place)
{
    const SheetCell* cell = at(sheet, place);
    const Formula* formula = cell == nullptr ? nullptr : std::get_if<Formula>(&cell->value);
    return formula == nullptr ? std::string() : formula->text;
}

inline std::optional<double> number_at(const SheetPart& sheet, CellPosition place)
{
    const SheetCell* cell = at(sheet, place);
    if (cell == nullptr) return std::nullopt;
    if (const double* number = std::get_if<double>(&cell->value)) return *number;
    const Formula* formula = std::get_if<Formula>(&cell->value);
    return formula == nullptr ? std::nullopt : std::optional(std::get<double>(formula->value));
}

/// Does any cell hold exactly these words?
inline bool says(const SheetPart& sheet, std::string_view words)
{
    return std::any_of(sheet.cells.begin(), sheet.cells.end(), [&](const SheetCell& cell) {
        const std::string* text = std::get_if<std::string>(&cell.value);
        return text != nullptr && *text == words;
    });
}

inline double width(const SheetPart& sheet, std::uint32_t column)
{
    for (const ColumnWidth& entry : sheet.widths)
        if (entry.column == column) return workbook::pixels_of(entry.characters);
    return workbook::default_column_pixels;
}

inline double height(const SheetPart& sheet, std::uint32_t row)
{
    for (const RowHeight& entry : sheet.heights)
        if (entry.row == row) return entry.points;
    return workbook::default_row_points;
}

inline const SheetPart& sheet_named(const Workbook& workbook, std::string_view name)
{
    for (const SheetPart& sheet : workbook.sheets)
        if (sheet.name == name) return sheet;
    throw std::runtime_error("no sheet " + std::string(name));
}

} // namespace bilan::test
