// SPDX-License-Identifier: MPL-2.0
#include "chart_writer.hpp"

#include "chart_axes.hpp"
#include "chart_looks.hpp"
#include "formats.hpp"
#include "refusals.hpp"
#include "scatter_writer.hpp"
#include "series_values.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace bilan::xlsx {

namespace {

std::uint8_t library_type(const ChartPart& chart)
{
    const auto stacked = [&](std::uint8_t plain, std::uint8_t stack, std::uint8_t percent) {
        return chart.stacking == Stacking::none ? plain : chart.stacking == Stacking::stacked ? stack : percent;
    };
    switch (chart.type) {
    case ChartType::bar: return stacked(LXW_CHART_BAR, LXW_CHART_BAR_STACKED, LXW_CHART_BAR_STACKED_PERCENT);
    case ChartType::column:
        return stacked(LXW_CHART_COLUMN, LXW_CHART_COLUMN_STACKED, LXW_CHART_COLUMN_STACKED_PERCENT);
    case ChartType::line: return LXW_CHART_LINE;
    case ChartType::doughnut: return LXW_CHART_DOUGHNUT;
    case ChartType::scatter: return LXW_CHART_SCATTER;
    case ChartType::radar: break;
    }
    return LXW_CHART_RADAR;
}

void hide(lxw_chart_series* series)
{
    lxw_chart_fill nothing = {};
    nothing.none = LXW_TRUE;
    lxw_chart_line no_line = {};
    no_line.none = LXW_TRUE;
    chart_series_set_fill(series, &nothing);
    chart_series_set_line(series, &no_line);
}

/// How many lines a text takes where letters are wide: programs do not agree on its size.
std::uint32_t lines_of(const std::string& text, std::uint32_t width)
{
    constexpr std::uint32_t widest_letter = 9; // pixels, of a bold text
    const auto letters = static_cast<std::uint32_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
    const std::uint32_t a_line = std::max<std::uint32_t>(1, width / widest_letter);
    return (letters + a_line - 1) / a_line;
}

/// The part of the chart's height above a plot whose place is set: its title stands there, however many lines it has.
double room_of_title(const ChartPart& chart)
{
    constexpr double line = 18;
    constexpr double around = 22;
    const std::uint32_t lines = lines_of(chart.title, chart.width) + lines_of(chart.subtitle, chart.width);
    return std::min(0.4, (around + line * lines) / chart.height);
}

class ChartWriter {
public:
    ChartWriter(lxw_chart& target, const Workbook& workbook, const ChartPart& chart)
        : target_(target), workbook_(workbook), chart_(chart)
    {
    }

    ChartAmendments run()
    {
        // Before the points: LibreOffice draws none of a series with fewer points than a later one.
        if (chart_.rows_as_heights) amendments_.series.push_back(add_row_names(target_, workbook_, chart_));
        for (std::size_t index = 0; index < chart_.series.size(); ++index) add_series(index);
        amendments_.subtitle = chart_.subtitle;
        if (chart_.label_room > 0) {
            amendments_.left_room = (chart_.label_room + 8.0) / chart_.width;
            amendments_.room_above = room_of_title(chart_);
            amendments_.room_below = chart_.legend || !chart_.value_title.empty() ? 0.2 : 0.11;
        }
        set_axes(target_, chart_);
        set_looks();
        return std::move(amendments_);
    }

private:
    void add_series(std::size_t index);
    void set_looks_of(lxw_chart_series* series, const ChartSeries& part, std::size_t index);
    void set_labels(lxw_chart_series* series, const ChartSeries& part, const SeriesValues& values);
    void set_points(lxw_chart_series* series, const ChartSeries& part);
    void set_target(lxw_chart_series* series, const ChartSeries& part);
    void set_looks();
    void set_legend();

    lxw_chart& target_;
    const Workbook& workbook_;
    const ChartPart& chart_;
    ChartAmendments amendments_;
};

void ChartWriter::add_series(std::size_t index)
{
    const ChartSeries& part = chart_.series[index];
    if (chart_.type == ChartType::scatter) {
        amendments_.series.push_back(add_scatter_series(target_, workbook_, chart_, index));
        return;
    }
    lxw_chart_series* series = chart_add_series(&target_, nullptr, nullptr);
    if (series == nullptr) refuse(codes::memory, {}, {});
    const CellRange& categories = part.categories;
    const CellRange& values = part.values;
    chart_series_set_categories(series, part.sheet.c_str(), categories.first_row,
                                static_cast<lxw_col_t>(categories.first_column), categories.last_row,
                                static_cast<lxw_col_t>(categories.last_column));
    chart_series_set_values(series, part.sheet.c_str(), values.first_row, static_cast<lxw_col_t>(values.first_column),
                            values.last_row, static_cast<lxw_col_t>(values.last_column));
    if (chart_.facing) {
        chart_set_series_gap(&target_, 15);
        chart_set_series_overlap(&target_, 100);
    }
    // The invisible series of a target has a blank name: the legend shows that of its line. (Deleting its entry of the
    // legend takes away another one in LibreOffice.)
    const bool is_blank = part.invisible || (part.as_line && chart_.type == ChartType::bar);
    chart_series_set_name(series, is_blank ? "\u00A0" : plain_text(part.name).c_str());
    const SeriesValues points(workbook_, part);
    const bool is_line = chart_.type == ChartType::line;
    amendments_.series.push_back(
        {part.as_line && chart_.type == ChartType::column, is_line && points.has_gaps(), points.numbers()});
    if (part.as_line || part.invisible) {
        if (part.as_line)
            set_target(series, part);
        else
            hide(series);
        return;
    }
    set_looks_of(series, part, index);
    set_labels(series, part, points);
    set_points(series, part);
}

void ChartWriter::set_looks_of(lxw_chart_series* series, const ChartSeries& part, std::size_t index)
{
    if (chart_.type != ChartType::line && chart_.type != ChartType::radar) {
        lxw_chart_fill inside = fill(part.colour);
        chart_series_set_fill(series, &inside);
        return;
    }
    // Lines differ by marker and dash too, not by colour alone.
    constexpr std::uint8_t markers[] = {LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_SQUARE, LXW_CHART_MARKER_DIAMOND,
                                        LXW_CHART_MARKER_TRIANGLE};
    constexpr std::uint8_t dashes[] = {LXW_CHART_LINE_DASH_SOLID, LXW_CHART_LINE_DASH_DASH,
                                       LXW_CHART_LINE_DASH_ROUND_DOT, LXW_CHART_LINE_DASH_LONG_DASH};
    lxw_chart_line stroke = line(part.colour, 2.25F, dashes[index % std::size(dashes)]);
    lxw_chart_fill inside = fill(part.colour);
    lxw_chart_line border = line(part.colour, 0.75F);
    chart_series_set_line(series, &stroke);
    chart_series_set_marker_type(series, markers[index % std::size(markers)]);
    chart_series_set_marker_size(series, 7);
    chart_series_set_marker_fill(series, &inside);
    chart_series_set_marker_line(series, &border);
}

void ChartWriter::set_labels(lxw_chart_series* series, const ChartSeries& part, const SeriesValues& values)
{
    const bool inside = chart_.stacking != Stacking::none || chart_.type == ChartType::doughnut;
    const bool is_line = chart_.type == ChartType::line;
    const bool names_gaps = values.has_gaps() && !inside && !is_line;
    if (!part.labels && !names_gaps) return;
    chart_series_set_labels(series);
    // A step of a waterfall may be lower than its label: words on white are read whatever they lie on.
    const bool floats =
        inside && chart_.type == ChartType::column && !chart_.series.empty() && chart_.series.front().invisible;
    lxw_chart_font letters = font(label_size, inside && !floats ? ink_on(part.colour) : text_ink);
    chart_series_set_labels_font(series, &letters);
    if (floats) {
        lxw_chart_fill behind = fill(paper);
        chart_series_set_labels_fill(series, &behind);
    }
    if (!part.label_format.empty()) chart_series_set_labels_num_format(series, part.label_format.c_str());
    if (is_line) chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_ABOVE);
    if (names_gaps) check(values.name(series, part.labels), codes::chart, {}, {chart_.title});
    if (is_line && values.has_gaps()) check(values.hide(series), codes::chart, {}, {chart_.title});
}

void ChartWriter::set_points(lxw_chart_series* series, const ChartSeries& part)
{
    if (part.points.empty()) return;
    std::uint32_t last = 0;
    for (const auto& [point, colour] : part.points) last = std::max(last, point);
    std::vector<lxw_chart_fill> fills(last + 1, fill(part.colour));
    for (const auto& [point, colour] : part.points) fills[point] = fill(colour);
    std::vector<lxw_chart_point> points(last + 1);
    std::vector<lxw_chart_point*> pointers;
    for (std::size_t index = 0; index < points.size(); ++index) {
        points[index].fill = &fills[index];
        pointers.push_back(&points[index]);
    }
    pointers.push_back(nullptr);
    check(chart_series_set_points(series, pointers.data()), codes::chart, {}, {chart_.title});
}

/// Over columns and lines: a dashed line. Over horizontal bars: the trend line of an invisible series, since a line
/// chart cannot stand upright.
void ChartWriter::set_target(lxw_chart_series* series, const ChartSeries& part)
{
    lxw_chart_line stroke = line(part.colour, 1.75F, LXW_CHART_LINE_DASH_DASH);
    if (chart_.type != ChartType::bar) {
        chart_series_set_line(series, &stroke);
        if (chart_.type == ChartType::line) chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
        return;
    }
    hide(series);
    if (part.values.first_row == part.values.last_row) return; // no line through a single point
    chart_series_set_trendline(series, LXW_CHART_TRENDLINE_TYPE_LINEAR, 0);
    chart_series_set_trendline_name(series, plain_text(part.name).c_str());
    chart_series_set_trendline_line(series, &stroke);
    chart_series_set_trendline_forecast(series, 0.5, 0.5);
}

void ChartWriter::set_looks()
{
    lxw_chart_line border = line(grid_ink, 0.75F);
    chart_chartarea_set_line(&target_, &border);
    if (chart_.type == ChartType::doughnut) chart_set_hole_size(&target_, 55);
    if (chart_.type == ChartType::bar || chart_.type == ChartType::column) chart_set_series_gap(&target_, 55);
    // The invisible series of a target lies under the bars instead of making them thin.
    const bool has_target = chart_.series.size() == 2 && chart_.series.back().as_line;
    if (chart_.stacking == Stacking::none && chart_.type == ChartType::bar && has_target)
        chart_set_series_overlap(&target_, 100);
    set_legend();
}

void ChartWriter::set_legend()
{
    if (!chart_.legend) return chart_legend_set_position(&target_, LXW_CHART_LEGEND_NONE);
    chart_legend_set_position(&target_,
                              chart_.type == ChartType::doughnut ? LXW_CHART_LEGEND_RIGHT : LXW_CHART_LEGEND_BOTTOM);
    lxw_chart_font letters = font(label_size, text_ink);
    chart_legend_set_font(&target_, &letters);
}

} // namespace

ChartAmendments write_chart(lxw_workbook& target, lxw_worksheet& sheet, const Workbook& workbook, const SheetPart& part,
                            const ChartPart& chart)
{
    constexpr double library_width = 480; // of a chart at scale 1, in pixels
    constexpr double library_height = 288;
    lxw_chart* added = workbook_add_chart(&target, library_type(chart));
    if (added == nullptr) refuse(codes::memory, {}, {});
    ChartAmendments amendments = ChartWriter(*added, workbook, chart).run();
    std::string words = chart.alternative_text;
    lxw_chart_options options = {};
    options.x_offset = static_cast<std::int32_t>(chart.offset);
    options.x_scale = chart.width / library_width;
    options.y_scale = chart.height / library_height;
    options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
    options.description = words.data();
    check(worksheet_insert_chart_opt(&sheet, chart.at.row, static_cast<lxw_col_t>(chart.at.column), added, &options),
          codes::chart, {{}, part.name, chart.at.row, chart.at.column}, {chart.title});
    return amendments;
}

} // namespace bilan::xlsx
