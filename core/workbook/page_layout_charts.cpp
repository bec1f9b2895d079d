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

/// On a sheet of several pages: as high as the rest of the page, or whole at the top of the next one, where row_ goes.
std::uint32_t PageLayout::fitted_height(std::uint32_t height)
{
    constexpr double least = 320;
    constexpr double spare = 24; // another program's rows may be a little higher, and a header may be repeated
    const double page = page_height * std::max(1.0, (sheet_.left_of(chart_column_) + chart_width) / page_width);
    const double rest = page - std::fmod(sheet_.top_of(row_), page) - spare;
    if (height <= rest) return height;
    if (rest >= least) return static_cast<std::uint32_t>(rest);
    const double next = sheet_.top_of(row_) + rest + spare;
    while (sheet_.top_of(row_) < next) ++row_;
    ++row_; // the header that is repeated there
    return static_cast<std::uint32_t>(std::min(static_cast<double>(height), page - 2 * spare));
}

void PageLayout::place_charts(const PlacedTable& table, bool takes_pages)
{
    if (!table.has_rows) return;
    if (takes_pages) row_ += 2; // beside the header, its top would be printed on every page that repeats it
    for (std::size_t chart = 0; chart < table.charts.size(); ++chart) {
        if (table.charts[chart].problem) continue;
        ChartPart part = chart_part(table, chart, styles_.theme());
        part.at = {row_, chart_column_};
        part.width = chart_width;
        part.height = chart_height(table, chart);
        if (takes_pages) part.height = fitted_height(part.height);
        part.at.row = row_;
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
