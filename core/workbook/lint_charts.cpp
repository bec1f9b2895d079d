// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"
#include "workbook/font.hpp"
#include "workbook/lint_checks.hpp"
#include "workbook/names.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace bilan::workbook {

namespace {

constexpr std::size_t longest_title = 255;
constexpr std::size_t most_series = 255;
constexpr std::size_t most_slices = 3;

std::size_t cells_of(const CellRange& range)
{
    return (std::size_t{range.last_row} - range.first_row + 1) *
           (std::size_t{range.last_column} - range.first_column + 1);
}

bool is_ordered(const CellRange& range)
{
    return range.first_row <= range.last_row && range.first_column <= range.last_column &&
           range.last_row < sheet_rows && range.last_column < sheet_columns;
}

bool is_sound(const Workbook& workbook, const ChartSeries& series)
{
    return has_sheet(workbook, series.sheet) && is_ordered(series.values) && is_ordered(series.categories) &&
           cells_of(series.values) == cells_of(series.categories) && is_fit_text(series.name, longest_title);
}

/// Where things of a sheet are, in pixels.
class Ruler {
public:
    explicit Ruler(const SheetPart& sheet)
    {
        for (const ColumnWidth& width : sheet.widths) columns_[width.column] = pixels_of(width.characters);
        for (const RowHeight& height : sheet.heights) rows_[height.row] = pixels_of_points(height.points);
    }
    /// Does the chart hide a cell of the range? Walks from the chart's corner, so a huge table costs nothing.
    [[nodiscard]] bool covers(const ChartPart& chart, const CellRange& range) const
    {
        const std::uint32_t last_column =
            last(columns_, chart.at.column, chart.offset + chart.width, default_column_pixels);
        const std::uint32_t last_row = last(rows_, chart.at.row, chart.height, pixels_of_points(default_row_points));
        return overlap({chart.at.row, chart.at.column, last_row, last_column}, range);
    }

private:
    using Sizes = std::map<std::uint32_t, double>;
    static std::uint32_t last(const Sizes& sizes, std::uint32_t first, double pixels, double standard)
    {
        for (std::uint32_t at = first; at < sheet_rows; ++at) {
            const auto found = sizes.find(at);
            pixels -= found == sizes.end() ? standard : found->second;
            if (pixels <= 0) return at;
        }
        return sheet_rows;
    }

    Sizes columns_;
    Sizes rows_;
};

void check_series(const Workbook& workbook, const ChartPart& chart, const std::string& place, LintReport& report)
{
    const bool all_sound = std::all_of(chart.series.begin(), chart.series.end(),
                                       [&](const ChartSeries& series) { return is_sound(workbook, series); });
    if (chart.series.empty() || chart.series.size() > most_series || !all_sound) {
        report.add(place, "BIL-721");
        return;
    }
    const std::size_t slices = cells_of(chart.series.front().values);
    if (chart.type == ChartType::doughnut && slices > most_slices)
        report.add(place, "BIL-723", {std::to_string(slices)});
    if (chart.type == ChartType::scatter) check_points(workbook, chart, place, report);
}

void check_chart(const Workbook& workbook, const SheetPart& sheet, const ChartPart& chart, LintReport& report)
{
    const std::string place = cell_place(sheet, chart.at);
    if (base::trim(chart.alternative_text).empty()) report.add(place, "BIL-719");
    if (base::trim(chart.title).empty() || !is_fit_text(chart.title, longest_title)) report.add(place, "BIL-720");
    check_series(workbook, chart, place, report);
    const bool has_bars = chart.type == ChartType::bar || chart.type == ChartType::column;
    // Bars that stand on an invisible one are compared with the middle of their scale, not with the edge.
    const bool stands_on_spacer = !chart.series.empty() && chart.series.front().invisible;
    if (has_bars && !stands_on_spacer && chart.value_minimum && *chart.value_minimum > 0) report.add(place, "BIL-722");
    // What lifts the steps of a waterfall is not seen: one where nothing changes shows its levels alone.
    const auto seen = std::ranges::count_if(chart.series, [](const ChartSeries& series) { return !series.invisible; });
    if (seen > 1 && !chart.legend) report.add(place, "BIL-725");
    const Ruler ruler(sheet);
    for (const TablePart& table : sheet.tables)
        if (ruler.covers(chart, table.range)) report.add(place, "BIL-724", {table.name});
}

} // namespace

void check_charts(const Workbook& workbook, const SheetPart& sheet, LintReport& report)
{
    for (const ChartPart& chart : sheet.charts) check_chart(workbook, sheet, chart, report);
}

} // namespace bilan::workbook
