// SPDX-License-Identifier: MPL-2.0
#include "workbook/chart_layout.hpp"

#include "workbook/chart_series.hpp"
#include "workbook/names.hpp"
#include "workbook/style_book.hpp"

#include <algorithm>

namespace bilan::workbook {

namespace {

constexpr std::size_t most_labels = 60; ///< above, labels run into each other

ChartType type_of(ChartKind kind)
{
    switch (kind) {
    case ChartKind::bars:
    case ChartKind::stacked_bars:
    case ChartKind::likert:
    case ChartKind::pyramid:
    case ChartKind::share_bars: return ChartType::bar;
    case ChartKind::waterfall:
    case ChartKind::columns:
    case ChartKind::stacked_columns:
    case ChartKind::share_columns: return ChartType::column;
    case ChartKind::line: return ChartType::line;
    case ChartKind::dots:
    case ChartKind::scatter: return ChartType::scatter;
    case ChartKind::doughnut: break;
    }
    return ChartType::doughnut;
}

Stacking stacking_of(ChartKind kind)
{
    switch (kind) {
    case ChartKind::stacked_bars:
    case ChartKind::likert:
    case ChartKind::waterfall:
    case ChartKind::stacked_columns: return Stacking::stacked;
    case ChartKind::share_bars:
    case ChartKind::share_columns: return Stacking::percent;
    case ChartKind::bars:
    case ChartKind::columns:
    case ChartKind::line:
    case ChartKind::dots:
    case ChartKind::scatter:
    case ChartKind::pyramid:
    case ChartKind::doughnut: break;
    }
    return Stacking::none;
}

void add_series(ChartPart& part, const PlacedTable& table, const PlacedChart& placed, const Theme& theme)
{
    const Chart& chart = placed.chart;
    // Several lines cross each other's labels; an axis serves them better.
    const bool has_room = chart.kind != ChartKind::line || chart.series_columns.size() == 1;
    const std::size_t rows = rows_of(table) - placed.rows_left_out;
    // A bar of 100 % is of shares: amounts on it say what its length does not.
    const bool is_of_shares =
        part.stacking != Stacking::percent || std::ranges::all_of(chart.series_columns, [&](std::size_t column) {
            return table.columns[column].kind == ColumnKind::rate;
        });
    const bool has_labels =
        chart.labels && has_room && is_of_shares && rows * chart.series_columns.size() <= most_labels;
    const auto shown_series_of = [&](std::size_t column) {
        ChartSeries series = series_of(table, chart, column);
        series.categories.last_row -= placed.rows_left_out;
        series.values.last_row -= placed.rows_left_out;
        return series;
    };
    for (std::size_t index = 0; index < chart.series_columns.size(); ++index) {
        const std::size_t own = chart.series_columns[index];
        const auto is_empty = [](const std::vector<Span>& runs) { return runs.empty(); };
        const bool has_nothing = index < placed.known.size() && placed.known[index].empty();
        if (has_nothing && !std::ranges::all_of(placed.known, is_empty)) continue; // a name without a line
        const bool is_made = index < placed.made_columns.size() && placed.made_columns[index] != PlacedChart::not_made;
        ChartSeries series = shown_series_of(is_made ? placed.made_columns[index] : own);
        series.name = table.columns[own].header;
        series.colour = series_colour(theme, index);
        series.labels = has_labels;
        if (chart.kind == ChartKind::doughnut)
            for (std::uint32_t slice = 0; slice < rows; ++slice)
                series.points.emplace_back(slice, series_colour(theme, slice));
        part.series.push_back(std::move(series));
    }
    if (!placed.target_column) return;
    ChartSeries target = shown_series_of(*placed.target_column);
    target.colour = theme.warning;
    target.as_line = true;
    part.series.push_back(std::move(target));
}

void set_value_axis(ChartPart& part, const PlacedTable& table, const Chart& chart)
{
    const bool has_negative = std::any_of(chart.series_columns.begin(), chart.series_columns.end(),
                                          [&](std::size_t column) { return table.columns[column].has_negative; });
    if (!has_negative) part.value_minimum = 0;
    if (part.stacking == Stacking::percent) {
        part.value_maximum = 1;
        part.value_format = "0%";
    } else if (!chart.series_columns.empty()) {
        part.value_format = label_format(table.columns[chart.series_columns.front()].kind);
    }
}

std::string with_rows(const std::string& text, std::string_view between, const std::string& rows)
{
    if (rows.empty() || text.empty()) return text + rows;
    return text + std::string(between) + rows;
}

} // namespace

std::size_t rows_of(const PlacedTable& table)
{
    return std::size_t{table.last_row} - table.first_row + 1;
}

std::string label_format(ColumnKind kind)
{
    if (kind == ColumnKind::rate) return "0%";
    if (kind == ColumnKind::decimal) return "#,##0.0";
    return kind == ColumnKind::points ? "+0.0;-0.0;0.0" : "#,##0";
}

Colour series_colour(const Theme& theme, std::size_t index)
{
    return theme.series.empty() ? theme.accent : theme.series[index % theme.series.size()];
}

ChartSeries series_of(const PlacedTable& table, const Chart& chart, std::size_t column)
{
    ChartSeries series;
    series.name = table.columns[column].header;
    series.sheet = table.sheet;
    series.categories = table.range(chart.category_column);
    series.values = table.range(column);
    series.label_format = label_format(table.columns[column].kind);
    // In a stack a zero has no place of its own: its label would lie on its neighbour's.
    if (stacking_of(chart.kind) != Stacking::none) series.label_format += ";-" + series.label_format + ";";
    return series;
}

ChartPart chart_part(const PlacedTable& table, std::size_t chart, const Theme& theme)
{
    const PlacedChart& placed = table.charts[chart];
    ChartPart part;
    part.subtitle = with_rows(placed.subtitle, " · ", placed.not_drawn);
    part.type = type_of(placed.chart.kind);
    part.stacking = stacking_of(placed.chart.kind);
    part.title = one_line(placed.chart.title);
    part.alternative_text = with_rows(one_line(placed.chart.alternative_text), " ", placed.not_drawn);
    part.category_title = {};
    part.value_title = one_line(placed.chart.value_title);
    part.reversed_categories = part.type == ChartType::bar;
    if (placed.chart.kind >= ChartKind::likert) {
        add_special_series(part, table, placed, theme);
    } else {
        add_series(part, table, placed, theme);
        if (part.type != ChartType::doughnut) set_value_axis(part, table, placed.chart);
    }
    const auto named = std::ranges::count_if(part.series, [](const ChartSeries& each) { return !each.invisible; });
    part.legend = named > 1 || part.type == ChartType::doughnut;
    return part;
}

std::uint32_t chart_height(const PlacedTable& table, std::size_t chart)
{
    constexpr std::size_t standard = 320;
    constexpr std::size_t around = 110; ///< title, legend and margins
    constexpr std::size_t highest = 900;
    const Chart& shown = table.charts[chart].chart;
    if (shown.kind == ChartKind::scatter) return 420;
    if (type_of(shown.kind) != ChartType::bar && shown.kind != ChartKind::dots) return standard;
    const bool is_beside = shown.kind == ChartKind::bars;
    const std::size_t bars = is_beside ? shown.series_columns.size() : 1;
    const std::size_t rows = rows_of(table) - table.charts[chart].rows_left_out;
    const std::size_t wanted = around + rows * std::max<std::size_t>(28, 18 * bars + 8);
    return static_cast<std::uint32_t>(std::clamp(wanted, standard, highest));
}

} // namespace bilan::workbook
