// SPDX-License-Identifier: MPL-2.0
#include "chart_axes.hpp"

#include "chart_looks.hpp"
#include "formats.hpp"
#include "scatter_writer.hpp"

#include <algorithm>

namespace bilan::xlsx {

namespace {

constexpr double title_size = 11;

/// The library names axes by where they lie, so those of horizontal bars are exchanged.
struct Axes {
    lxw_chart_axis* category;
    lxw_chart_axis* value;
};

Axes axes_of(lxw_chart& target, const ChartPart& chart)
{
    if (chart.type == ChartType::bar) return {target.y_axis, target.x_axis};
    return {target.x_axis, target.y_axis};
}

void set_titles(lxw_chart& target, const ChartPart& chart, const Axes& axes)
{
    chart_title_set_name(&target, plain_text(chart.title).c_str());
    lxw_chart_font letters = font(title_size, text_ink, true);
    chart_title_set_name_font(&target, &letters);
    if (chart.type == ChartType::doughnut) return;
    lxw_chart_font small = font(label_size, axis_ink);
    if (!chart.category_title.empty()) {
        chart_axis_set_name(axes.category, plain_text(chart.category_title).c_str());
        chart_axis_set_name_font(axes.category, &small);
    }
    if (!chart.value_title.empty()) {
        chart_axis_set_name(axes.value, plain_text(chart.value_title).c_str());
        chart_axis_set_name_font(axes.value, &small);
    }
}

/// Horizontal bars that are far enough apart for a line of words each; else a program leaves out the names it likes.
bool has_room_for_names(const ChartPart& chart)
{
    const double around = chart.legend ? 90 : 65; // title, legend and margins, in pixels
    constexpr double line = 13;
    if (chart.type != ChartType::bar || chart.series.empty()) return false;
    const CellRange& names = chart.series.front().categories;
    return (chart.height - around) / (names.last_row - names.first_row + 1.0) >= line;
}

void set_category_axis(lxw_chart_axis* axis, const ChartPart& chart)
{
    lxw_chart_font letters = font(label_size, text_ink);
    lxw_chart_line stroke = line(axis_ink, 0.75F);
    chart_axis_set_num_font(axis, &letters);
    chart_axis_set_line(axis, &stroke);
    chart_axis_set_major_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    chart_axis_set_label_position(axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    if (has_room_for_names(chart)) chart_axis_set_interval_unit(axis, 1); // no name left out
    if (!chart.reversed_categories) return;
    chart_axis_set_reverse(axis);
    chart_axis_set_crossing_max(axis); // the value axis stays below
}

void set_value_axis(lxw_chart_axis* axis, const ChartPart& chart)
{
    lxw_chart_font letters = font(label_size, text_ink);
    lxw_chart_line grid = line(grid_ink, 0.75F);
    chart_axis_set_num_font(axis, &letters);
    if (!chart.value_format.empty()) chart_axis_set_num_format(axis, chart.value_format.c_str());
    if (chart.value_minimum) chart_axis_set_min(axis, *chart.value_minimum);
    if (chart.value_maximum) chart_axis_set_max(axis, *chart.value_maximum);
    if (chart.value_step) chart_axis_set_major_unit(axis, *chart.value_step);
    const bool has_labels = std::ranges::any_of(chart.series, &ChartSeries::labels);
    const bool has_grid = !has_labels || chart.value_step;
    chart_axis_major_gridlines_set_visible(axis, has_grid ? LXW_TRUE : LXW_FALSE);
    if (has_grid) chart_axis_major_gridlines_set_line(axis, &grid);
    if (!has_labels) return;
    // The labels say every value: an axis would say it twice.
    chart_axis_set_label_position(axis, LXW_CHART_AXIS_LABEL_POSITION_NONE);
    chart_axis_set_major_tick_mark(axis, LXW_CHART_AXIS_TICK_MARK_NONE);
    lxw_chart_line nothing = {};
    nothing.none = LXW_TRUE;
    chart_axis_set_line(axis, &nothing);
}

} // namespace

void set_axes(lxw_chart& target, const ChartPart& chart)
{
    const Axes axes = axes_of(target, chart);
    set_titles(target, chart, axes);
    if (chart.type == ChartType::doughnut) return;
    if (chart.type == ChartType::scatter) return set_scatter_axes(target, chart);
    set_category_axis(axes.category, chart);
    set_value_axis(axes.value, chart);
}

} // namespace bilan::xlsx
