// SPDX-License-Identifier: MPL-2.0
//
// Where the charts of a page stand: beside their table when there is room, below it otherwise, side by side alone.
#include "workbook/page_layout.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::workbook {

namespace {

constexpr double between = 20;       ///< two charts side by side
constexpr double whole_width = 1036; ///< of both; a landscape page at 100 %
constexpr std::uint32_t half_height = 310;

} // namespace

void PageLayout::place_charts(const PlacedTable& table)
{
    if (!table.has_rows) return;
    for (std::size_t chart = 0; chart < table.charts.size(); ++chart) {
        if (table.charts[chart].problem) continue;
        ChartPart part = chart_part(table, chart, styles_.theme());
        part.at = {row_, chart_column_};
        part.width = chart_width;
        part.height = chart_height(table, chart);
        sheet_.reserve(part.at, part.width, part.height);
        row_ = sheet_.row_below(row_, part.height) + 1;
        sheet_.part().charts.push_back(std::move(part));
    }
}

void PageLayout::place_charts_below(const PlacedTable& table)
{
    if (!table.has_rows || table.charts.empty()) return;
    gap();
    std::uint32_t below = row_;
    std::size_t drawn = 0;
    for (std::size_t chart = 0; chart < table.charts.size(); ++chart) {
        if (table.charts[chart].problem) continue;
        const bool is_left = drawn++ % 2 == 0;
        if (is_left) row_ = below;
        const double left = is_left ? 0 : second_chart_below;
        ChartPart part = chart_part(table, chart, styles_.theme());
        part.at = {row_, sheet_.column_at(left)};
        part.offset = static_cast<std::uint32_t>(left - sheet_.left_of(part.at.column));
        part.width = chart_width;
        part.height = chart_height(table, chart);
        sheet_.reserve({row_, 0}, left + part.width - 1, part.height);
        below = std::max(below, sheet_.row_below(row_, part.height) + 1);
        sheet_.part().charts.push_back(std::move(part));
    }
    row_ = below;
}

void PageLayout::write(const ChartOf& chart)
{
    if (charts_in_row_ == 0) gap();
    const double half_width = std::floor(((cards_ ? cards_->pixels : whole_width) - between) / 2);
    const double left = charts_in_row_ == 0 ? 0 : half_width + between;
    const std::uint32_t column = sheet_.column_at(left);
    laid_.charts.push_back({chart.table,
                            chart.chart,
                            {row_, column},
                            static_cast<std::uint32_t>(left - sheet_.left_of(column)),
                            static_cast<std::uint32_t>(half_width),
                            half_height});
    sheet_.reserve({row_, 0}, left + half_width - 1, half_height);
    if (++charts_in_row_ == 2) end_chart_row();
}

void PageLayout::end_chart_row()
{
    if (charts_in_row_ == 0) return;
    charts_in_row_ = 0;
    row_ = sheet_.row_below(row_, half_height);
    gap();
}

} // namespace bilan::workbook
