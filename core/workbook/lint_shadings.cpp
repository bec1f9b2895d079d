// SPDX-License-Identifier: MPL-2.0
//
// Cells shaded by their value: in the rows of one table, with numbers to shade, each cell once, and readable on either
// end of the scale.
#include "base/number.hpp"
#include "workbook/contrast.hpp"
#include "workbook/lint_checks.hpp"

#include <algorithm>

namespace bilan::workbook {

namespace {

bool is_number(const SheetCell* cell)
{
    if (cell == nullptr) return false;
    if (const auto* formula = std::get_if<Formula>(&cell->value)) return std::holds_alternative<double>(formula->value);
    return std::holds_alternative<double>(cell->value);
}

/// The rows of a table between its header and its total, which is no value among the others.
bool is_among_rows(const TablePart& table, const CellRange& range)
{
    const std::uint32_t last = table.range.last_row - (table.total_row ? 1 : 0);
    return range.first_row > table.range.first_row && range.last_row <= last &&
           range.first_column >= table.range.first_column && range.last_column <= table.range.last_column;
}

bool is_sound(const SheetPart& sheet, const CellRange& range)
{
    if (range.first_row > range.last_row || range.first_column > range.last_column) return false;
    return std::ranges::any_of(sheet.tables, [&](const TablePart& table) { return is_among_rows(table, range); });
}

/// The worst contrast of the numbers in a range with both ends of the scale; calls `say` once, for the first cell below
/// what is needed. True when the range has a number.
template <class Say>
bool check_range(const Workbook& workbook, const SheetPart& sheet, const ShadedCells& shading, const CellRange& range,
                 Say say)
{
    bool has_number = false;
    for (std::uint32_t row = range.first_row; row <= range.last_row; ++row)
        for (std::uint32_t column = range.first_column; column <= range.last_column; ++column) {
            const SheetCell* const cell = cell_at(sheet, {row, column});
            if (!is_number(cell) || cell->style >= workbook.styles.size()) continue;
            const Style& style = workbook.styles[cell->style];
            const double found = std::min(contrast(style.ink, shading.lowest), contrast(style.ink, shading.highest));
            if (!has_number && found < least_contrast) say(cell->at, style.name, found);
            has_number = true;
        }
    return has_number;
}

} // namespace

void check_shadings(const Workbook& workbook, const SheetPart& sheet, LintReport& report)
{
    std::vector<CellRange> seen;
    for (const ShadedCells& shading : sheet.shadings) {
        bool has_number = false;
        bool are_sound = !shading.ranges.empty();
        for (const CellRange& range : shading.ranges) {
            const bool is_twice =
                std::ranges::any_of(seen, [&](const CellRange& other) { return overlap(other, range); });
            seen.push_back(range);
            if (is_twice || !is_sound(sheet, range)) {
                are_sound = false;
                continue;
            }
            has_number |= check_range(workbook, sheet, shading, range,
                                      [&](CellPosition at, const std::string& style, double found) {
                                          report.add(cell_place(sheet, at), "BIL-726",
                                                     {style, base::shortest(base::round_half_away(found, 1))});
                                      });
        }
        if (!are_sound || !has_number)
            report.add(shading.ranges.empty()
                           ? sheet.name
                           : cell_place(sheet, {shading.ranges.front().first_row, shading.ranges.front().first_column}),
                       "BIL-797");
    }
}

} // namespace bilan::workbook
