// SPDX-License-Identifier: MPL-2.0
//
// What charts of points add to what every chart needs: points that are there, with a name each, and axes that say what
// they measure.
#include "base/text.hpp"
#include "workbook/lint_checks.hpp"

#include <algorithm>

namespace bilan::workbook {

namespace {

const SheetPart* sheet_of(const Workbook& workbook, const std::string& name)
{
    const auto found = std::ranges::find(workbook.sheets, name, &SheetPart::name);
    return found == workbook.sheets.end() ? nullptr : &*found;
}

bool is_number(const SheetPart& sheet, CellPosition at)
{
    const SheetCell* const cell = cell_at(sheet, at);
    if (cell == nullptr) return false;
    if (const auto* formula = std::get_if<Formula>(&cell->value)) return std::holds_alternative<double>(formula->value);
    return std::holds_alternative<double>(cell->value) || std::holds_alternative<Date>(cell->value);
}

/// The rows that are drawn: all of the range when none are named.
std::vector<Span> drawn_rows(const ChartSeries& series)
{
    if (!series.rows.empty()) return series.rows;
    return {{series.values.first_row, series.values.last_row}};
}

/// Every point has a number across and a number up; a point without one would be drawn at 1, 2, 3 or at zero.
bool has_its_points(const SheetPart& sheet, const ChartSeries& series)
{
    std::size_t points = 0;
    for (const Span& run : drawn_rows(series)) {
        if (run.first > run.last || run.first < series.values.first_row || run.last > series.values.last_row)
            return false;
        points += std::size_t{run.last} - run.first + 1;
        for (std::uint32_t row = run.first; row <= run.last; ++row) {
            const bool is_across = is_number(sheet, {row, series.categories.first_column});
            const bool is_up = !series.heights.empty() || is_number(sheet, {row, series.values.first_column});
            if (!is_across || !is_up) return false;
        }
    }
    return series.heights.empty() || series.heights.size() == points;
}

bool has_names(const SheetPart& sheet, const ChartPart& chart, const ChartSeries& series)
{
    const auto covers = [&](const CellRange& names) {
        return names.first_row <= series.values.first_row && names.last_row >= series.values.last_row &&
               cell_at(sheet, {series.values.first_row, names.first_column}) != nullptr;
    };
    if (chart.rows_as_heights) return covers(chart.row_names);
    return !series.point_labels || covers(*series.point_labels);
}

} // namespace

void check_points(const Workbook& workbook, const ChartPart& chart, const std::string& place, LintReport& report)
{
    for (const ChartSeries& series : chart.series) {
        const SheetPart* const sheet = sheet_of(workbook, series.sheet);
        if (sheet == nullptr) return; // said already
        if (has_its_points(*sheet, series) && has_names(*sheet, chart, series)) continue;
        report.add(place, "BIL-798", {series.name});
        return;
    }
    const bool needs_titles = !chart.rows_as_heights;
    if (needs_titles && (base::trim(chart.category_title).empty() || base::trim(chart.value_title).empty()))
        report.add(place, "BIL-799");
}

} // namespace bilan::workbook
