// SPDX-License-Identifier: MPL-2.0
#include "workbook/chart_series.hpp"

#include "workbook/chart_checks.hpp"
#include "workbook/font.hpp"

#include <algorithm>

namespace bilan::workbook {

namespace {

/// A series that only keeps others where they belong.
ChartSeries spacer(const PlacedTable& table, const Chart& chart, std::size_t column)
{
    ChartSeries series = series_of(table, chart, column);
    series.invisible = true;
    return series;
}

/// One hue for each side, darker outwards; grey in the middle.
std::vector<Colour> likert_colours(const Theme& theme, std::size_t left, bool has_neutral, std::size_t right)
{
    const auto paler = [](Colour colour, std::size_t steps, std::size_t of) {
        const double part = of <= 1 ? 0.0 : 0.55 * static_cast<double>(steps) / static_cast<double>(of - 1);
        const auto mixed = [&](std::uint8_t value) {
            return static_cast<std::uint8_t>(static_cast<double>(value) + (255.0 - value) * part);
        };
        return Colour{mixed(colour.red), mixed(colour.green), mixed(colour.blue)};
    };
    std::vector<Colour> colours;
    for (std::size_t at = 0; at < left; ++at) colours.push_back(paler(theme.against, at, left));
    if (has_neutral) colours.push_back(theme.neutral);
    for (std::size_t at = 0; at < right; ++at) colours.push_back(paler(theme.accent, right - 1 - at, right));
    return colours;
}

void add_likert(ChartPart& part, const PlacedTable& table, const PlacedChart& placed, const Theme& theme)
{
    constexpr double apart = 0.1;
    const Chart& chart = placed.chart;
    const LikertSides sides = likert_sides(chart);
    std::vector<std::size_t> order = sides.left;
    if (sides.neutral && !chart.neutral_apart) order.push_back(*sides.neutral);
    order.insert(order.end(), sides.right.begin(), sides.right.end());
    const auto colours =
        likert_colours(theme, sides.left.size(), sides.neutral && !chart.neutral_apart, sides.right.size());
    part.series.push_back(spacer(table, chart, placed.made_columns.front()));
    for (std::size_t at = 0; at < order.size(); ++at) {
        ChartSeries series = series_of(table, chart, order[at]);
        series.colour = colours[at];
        series.labels = chart.labels;
        part.series.push_back(std::move(series));
    }
    part.value_minimum = 1 - placed.reach;
    part.value_maximum = 1 + placed.reach;
    part.value_step = placed.reach; // the grid line between them is the middle of the scale
    part.value_format = "0%";
    if (!sides.neutral || !chart.neutral_apart) return;
    part.series.push_back(spacer(table, chart, placed.made_columns.back()));
    ChartSeries neutral = series_of(table, chart, *sides.neutral);
    neutral.colour = theme.neutral;
    neutral.labels = chart.labels;
    part.series.push_back(std::move(neutral));
    part.value_maximum = *part.value_maximum + apart + placed.reach;
}

void add_pyramid(ChartPart& part, const PlacedTable& table, const PlacedChart& placed, const Theme& theme)
{
    const Chart& chart = placed.chart;
    ChartSeries left = series_of(table, chart, placed.made_columns.front());
    left.name = table.columns[chart.series_columns.front()].header;
    ChartSeries right = series_of(table, chart, chart.series_columns.back());
    left.colour = series_colour(theme, 0);
    right.colour = series_colour(theme, 1);
    for (ChartSeries* side : {&left, &right}) {
        side->labels = chart.labels;
        side->label_format = label_format(table.columns[chart.series_columns.front()].kind);
        side->label_format += ';' + side->label_format;
    }
    part.value_format = right.label_format;
    part.series = {std::move(left), std::move(right)};
    part.facing = true;
    part.reversed_categories = false; // the youngest below
}

void add_waterfall(ChartPart& part, const PlacedTable& table, const PlacedChart& placed, const Theme& theme)
{
    const Chart& chart = placed.chart;
    part.series.push_back(spacer(table, chart, placed.made_columns[0]));
    const Colour colours[] = {theme.accent, series_colour(theme, 2), series_colour(theme, 1)};
    const std::string plain = label_format(table.columns[chart.series_columns.front()].kind);
    const std::string formats[] = {plain + ";;", "+" + plain + ";;", "\u2212" + plain + ";;"};
    for (std::size_t at = 0; at < 3; ++at) {
        if (placed.made_columns[at + 1] == PlacedChart::not_made) continue;
        ChartSeries series = series_of(table, chart, placed.made_columns[at + 1]);
        series.colour = colours[at];
        series.labels = chart.labels;
        series.label_format = formats[at];
        part.series.push_back(std::move(series));
    }
    part.value_minimum = 0;
    part.value_format = plain;
}

/// One row of the table a height, the first on top; the names of the rows are labels of points that are not drawn.
void add_dots(ChartPart& part, const PlacedTable& table, const PlacedChart& placed, const Theme& theme)
{
    constexpr double widest_name = 230;
    const Chart& chart = placed.chart;
    const std::size_t rows = rows_of(table);
    bool has_negative = false;
    for (std::size_t index = 0; index < chart.series_columns.size(); ++index) {
        const std::size_t column = chart.series_columns[index];
        ChartSeries series = series_of(table, chart, column);
        series.categories = series.values;
        series.colour = series_colour(theme, index);
        series.labels = chart.labels && chart.series_columns.size() == 1;
        for (const Span& run : placed.known[index]) {
            series.rows.push_back({table.first_row + run.first, table.first_row + run.last});
            for (std::uint32_t row = run.first; row <= run.last; ++row)
                series.heights.push_back(static_cast<double>(rows - row));
        }
        has_negative = has_negative || table.columns[column].has_negative;
        if (!series.rows.empty()) part.series.push_back(std::move(series));
    }
    part.value_title = chart.value_title;
    part.rows_as_heights = true;
    part.row_names = table.range(chart.category_column);
    part.label_room = static_cast<std::uint32_t>(std::min(widest_name, table.widest_name)) + 14;
    if (!has_negative) part.value_minimum = 0;
    part.value_format = label_format(table.columns[chart.series_columns.front()].kind);
}

void add_scatter(ChartPart& part, const PlacedTable& table, const PlacedChart& placed, const Theme& theme)
{
    constexpr std::size_t most_named = 20;
    const Chart& chart = placed.chart;
    const std::size_t across = chart.series_columns.front();
    const std::size_t up = chart.series_columns.back();
    ChartSeries series = series_of(table, chart, up);
    series.categories = table.range(across);
    series.colour = series_colour(theme, 0);
    series.labels = chart.labels && rows_of(table) <= most_named;
    series.point_labels = table.range(chart.category_column);
    for (const Span& run : placed.known.front())
        series.rows.push_back({table.first_row + run.first, table.first_row + run.last});
    if (!series.rows.empty()) part.series.push_back(std::move(series));
    part.category_title = table.columns[across].header;
    part.value_title = chart.value_title.empty() ? table.columns[up].header : chart.value_title;
    part.value_format = label_format(table.columns[up].kind);
    part.category_format = label_format(table.columns[across].kind);
    if (!table.columns[up].has_negative) part.value_minimum = 0;
    if (!table.columns[across].has_negative) part.category_minimum = 0;
}

} // namespace

void add_special_series(ChartPart& part, const PlacedTable& table, const PlacedChart& placed, const Theme& theme)
{
    switch (placed.chart.kind) {
    case ChartKind::likert: return add_likert(part, table, placed, theme);
    case ChartKind::pyramid: return add_pyramid(part, table, placed, theme);
    case ChartKind::waterfall: return add_waterfall(part, table, placed, theme);
    case ChartKind::dots: return add_dots(part, table, placed, theme);
    default: return add_scatter(part, table, placed, theme);
    }
}

} // namespace bilan::workbook
