// SPDX-License-Identifier: MPL-2.0
#include "scatter_writer.hpp"

#include "chart_looks.hpp"
#include "formats.hpp"
#include "refusals.hpp"
#include "series_values.hpp"
#include "xml_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <optional>
#include <string_view>

namespace bilan::xlsx {

namespace {

/// `'Âge et sexe'!$B$12:$B$15`
std::string reference(const std::string& sheet, const CellRange& range)
{
    std::string quoted = "'";
    for (const char letter : sheet) quoted += letter == '\'' ? std::string("''") : std::string(1, letter);
    quoted += "'!";
    const std::string column = "$" + column_letters(range.first_column) + "$";
    return quoted + column + std::to_string(range.first_row + 1) + ":" + column + std::to_string(range.last_row + 1);
}

std::vector<Span> rows_of(const ChartSeries& series)
{
    if (!series.rows.empty()) return series.rows;
    return {{series.values.first_row, series.values.last_row}};
}

/// The rows of one column; several stretches stand in brackets.
std::string references(const ChartSeries& series, std::uint32_t column)
{
    std::string all;
    const std::vector<Span> rows = rows_of(series);
    for (const Span& run : rows)
        all += (all.empty() ? "" : ",") + reference(series.sheet, {run.first, column, run.last, column});
    return rows.size() == 1 ? all : "(" + all + ")";
}

std::string shortest(double value)
{
    char number[32];
    char* const end = std::to_chars(std::begin(number), std::end(number), value).ptr;
    return {number, end};
}

std::string point(std::size_t at, double value)
{
    return "<c:pt idx=\"" + std::to_string(at) + "\"><c:v>" + shortest(value) + "</c:v></c:pt>";
}

std::string points(const std::vector<double>& values)
{
    std::string all = "<c:formatCode>General</c:formatCode><c:ptCount val=\"" + std::to_string(values.size()) + "\"/>";
    for (std::size_t at = 0; at < values.size(); ++at) all += point(at, values[at]);
    return all;
}

std::string constants(const std::vector<double>& values)
{
    return "<c:numLit>" + points(values) + "</c:numLit>";
}

std::string cells(const Workbook& workbook, const ChartSeries& series, const CellRange& range)
{
    ChartSeries column;
    column.sheet = series.sheet;
    std::vector<double> values;
    for (const Span& run : rows_of(series)) {
        column.values = {run.first, range.first_column, run.last, range.first_column};
        const SeriesValues read(workbook, column);
        for (const auto& value : read.numbers()) values.push_back(value.value_or(0));
    }
    return "<c:numRef><c:f>" + in_xml(references(series, range.first_column)) + "</c:f><c:numCache>" + points(values) +
           "</c:numCache></c:numRef>";
}

lxw_chart_series* new_series(lxw_chart& target, const std::string& sheet, const char* name)
{
    // Ranges of a well-formed kind and a sheet that is there, or the library complains; package.cpp puts the true ones
    // in their place.
    const std::string range = "=" + reference(sheet, {0, 0, 1, 0});
    lxw_chart_series* series = chart_add_series(&target, range.c_str(), range.c_str());
    if (series == nullptr) refuse(codes::memory, {}, {});
    chart_series_set_name(series, name);
    lxw_chart_line no_line = {};
    no_line.none = LXW_TRUE;
    chart_series_set_line(series, &no_line);
    return series;
}

void set_labels(lxw_chart_series* series, std::vector<std::string>& words, const std::string& title)
{
    std::vector<lxw_chart_data_label> labels(words.size());
    std::vector<lxw_chart_data_label*> pointers;
    for (std::size_t at = 0; at < labels.size(); ++at) {
        labels[at].value = words[at].data();
        pointers.push_back(&labels[at]);
    }
    pointers.push_back(nullptr);
    check(chart_series_set_labels_custom(series, pointers.data()), codes::chart, {}, {title});
}

/// As the format of the labels shows it: `57%`, `+8,7`, `1 234`.
std::string shown(double value, const std::string& format, bool is_french)
{
    if (format == "0%") return shortest(std::round(value * 100)) + '%';
    const bool has_tenth = format.find(".0") != std::string::npos;
    char number[64];
    const double rounded = has_tenth ? std::round(value * 10) / 10 : std::round(value);
    char* const end = std::to_chars(std::begin(number), std::end(number), std::abs(rounded), std::chars_format::fixed,
                                    has_tenth ? 1 : 0)
                          .ptr;
    std::string text(number, end);
    const std::size_t point = std::min(text.find('.'), text.size());
    for (std::size_t at = point; at > 3; at -= 3) text.insert(at - 3, is_french ? "\u202F" : ",");
    if (is_french && has_tenth) text[text.size() - 2] = ',';
    if (rounded < 0) return '-' + text;
    return format.starts_with('+') && rounded > 0 ? '+' + text : text;
}

/// The numbers across, written out: LibreOffice has no label for them.
void label_with_numbers(lxw_chart_series* series, const Workbook& workbook, const ChartSeries& part,
                        const std::string& title)
{
    const bool is_french = workbook.properties.language.starts_with("fr");
    std::vector<std::string> words;
    for (const Span& run : rows_of(part)) {
        ChartSeries across;
        across.sheet = part.sheet;
        across.values = {run.first, part.categories.first_column, run.last, part.categories.first_column};
        const SeriesValues read(workbook, across);
        for (const auto& number : read.numbers())
            words.push_back(number ? shown(*number, part.label_format, is_french) : "\u00A0");
    }
    set_labels(series, words, title);
}

/// Where the character of this number begins, in UTF-8.
std::size_t place_of(std::string_view text, std::size_t character)
{
    std::size_t at = 0;
    for (std::size_t met = 0; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
        if (begins && met++ == character) break;
    }
    return at;
}

/// « Contrat de ville de la com… du Val-Fictif »: what tells names apart stands at their ends as often as at their
/// beginnings. The table beside has them whole.
std::string shortened(const std::string& name, std::size_t most)
{
    const std::size_t length =
        static_cast<std::size_t>(std::ranges::count_if(name, [](char byte) { return (byte & 0xC0) != 0x80; }));
    if (length <= most) return name;
    const std::size_t head = most / 2;
    return name.substr(0, place_of(name, head)) + "\u2026" + name.substr(place_of(name, length - (most - head - 1)));
}

/// The words of cells as labels. They are written out: LibreOffice shows numbers for labels that refer to cells.
void label_with_words(lxw_chart_series* series, const Workbook& workbook, const std::string& sheet,
                      std::uint32_t column, const std::vector<Span>& rows, const std::string& title,
                      std::size_t most = std::string::npos)
{
    std::vector<std::string> words;
    for (const Span& run : rows) {
        ChartSeries cells;
        cells.sheet = sheet;
        cells.values = {run.first, column, run.last, column};
        const SeriesValues read(workbook, cells);
        for (std::size_t at = 0; at < read.words().size(); ++at) {
            const auto& number = read.numbers()[at];
            std::string text = number ? shortest(*number) : plain_text(read.words()[at]);
            if (text.empty() || text.front() == '=') text.insert(0, "\u00A0"); // neither no label nor a formula
            words.push_back(shortened(text, most));
        }
    }
    set_labels(series, words, title);
}

/// A round number that no point is left of: an axis that chooses its own beginning would put names, which stand at a
/// place of the axis, upon the points below zero.
double left_of_all(const Workbook& workbook, const ChartPart& chart)
{
    double lowest = 0;
    double highest = 0;
    for (const ChartSeries& part : chart.series) {
        for (const Span& run : rows_of(part)) {
            ChartSeries across;
            across.sheet = part.sheet;
            across.values = {run.first, part.categories.first_column, run.last, part.categories.first_column};
            const SeriesValues read(workbook, across);
            for (const std::optional<double>& number : read.numbers()) {
                lowest = std::min(lowest, number.value_or(0));
                highest = std::max(highest, number.value_or(0));
            }
        }
    }
    if (lowest >= 0) return 0;
    double step = std::pow(10.0, std::floor(std::log10(highest - lowest)));
    if (highest - lowest < 2 * step)
        step /= 5;
    else if (highest - lowest < 5 * step)
        step /= 2;
    return std::floor(lowest / step) * step;
}

} // namespace

ChartAmendments::Series add_scatter_series(lxw_chart& target, const Workbook& workbook, const ChartPart& chart,
                                           std::size_t index)
{
    constexpr std::uint8_t markers[] = {LXW_CHART_MARKER_CIRCLE, LXW_CHART_MARKER_DIAMOND, LXW_CHART_MARKER_SQUARE,
                                        LXW_CHART_MARKER_TRIANGLE};
    const ChartSeries& part = chart.series[index];
    lxw_chart_series* series = new_series(target, part.sheet, plain_text(part.name).c_str());
    lxw_chart_fill inside = fill(part.colour);
    lxw_chart_line border = line({0xFF, 0xFF, 0xFF}, 0.75F, LXW_CHART_LINE_DASH_SOLID);
    chart_series_set_marker_type(series, markers[index % std::size(markers)]);
    chart_series_set_marker_size(series, 10);
    chart_series_set_marker_fill(series, &inside);
    chart_series_set_marker_line(series, &border);
    if (part.labels) {
        chart_series_set_labels(series);
        lxw_chart_font letters = font(label_size, text_ink);
        chart_series_set_labels_font(series, &letters);
        chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_RIGHT);
        if (chart.rows_as_heights) {
            chart_series_set_labels_options(series, LXW_FALSE, LXW_TRUE, LXW_FALSE); // the number across
            label_with_numbers(series, workbook, part, chart.title);
            if (!part.label_format.empty()) chart_series_set_labels_num_format(series, part.label_format.c_str());
        } else if (part.point_labels) {
            label_with_words(series, workbook, part.sheet, part.point_labels->first_column, rows_of(part), chart.title);
        }
    }
    const std::string up = part.heights.empty() ? cells(workbook, part, part.values) : constants(part.heights);
    return {
        false, false, {}, "<c:xVal>" + cells(workbook, part, part.categories) + "</c:xVal><c:yVal>" + up + "</c:yVal>"};
}

ChartAmendments::Series add_row_names(lxw_chart& target, const Workbook& workbook, const ChartPart& chart)
{
    constexpr std::size_t roomy_rows = 12;   // of which names of three lines do not run into each other
    constexpr std::size_t longest_name = 30; // on one line beside more rows
    const CellRange& names = chart.row_names;
    const std::size_t rows = std::size_t{names.last_row} - names.first_row + 1;
    const std::string sheet = chart.series.empty() ? std::string() : chart.series.front().sheet;
    lxw_chart_series* series = new_series(target, sheet, "\u00A0");
    chart_series_set_marker_type(series, LXW_CHART_MARKER_NONE);
    chart_series_set_labels(series);
    lxw_chart_font letters = font(label_size, text_ink);
    chart_series_set_labels_font(series, &letters);
    chart_series_set_labels_position(series, LXW_CHART_LABEL_POSITION_LEFT);
    label_with_words(series, workbook, sheet, names.first_column, {{names.first_row, names.last_row}}, chart.title,
                     rows > roomy_rows ? longest_name : std::string::npos);
    std::vector<double> heights;
    for (std::size_t row = 0; row < rows; ++row) heights.push_back(static_cast<double>(rows - row));
    const double beginning = chart.value_minimum ? *chart.value_minimum : left_of_all(workbook, chart);
    if (!chart.value_minimum) chart_axis_set_min(target.x_axis, beginning);
    const std::vector<double> left(rows, beginning);
    return {false, false, {}, "<c:xVal>" + constants(left) + "</c:xVal><c:yVal>" + constants(heights) + "</c:yVal>"};
}

namespace {

void set_axis(lxw_chart_axis* axis, const std::string& format, const std::optional<double>& minimum)
{
    lxw_chart_font letters = font(label_size, text_ink);
    lxw_chart_line stroke = line(axis_ink, 0.75F);
    lxw_chart_line grid = line(grid_ink, 0.75F);
    chart_axis_set_num_font(axis, &letters);
    chart_axis_set_line(axis, &stroke);
    chart_axis_set_label_position(axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    if (!format.empty()) chart_axis_set_num_format(axis, format.c_str());
    if (minimum) chart_axis_set_min(axis, *minimum);
    chart_axis_major_gridlines_set_visible(axis, LXW_TRUE);
    chart_axis_major_gridlines_set_line(axis, &grid);
}

} // namespace

void set_scatter_axes(lxw_chart& target, const ChartPart& chart)
{
    if (!chart.rows_as_heights) {
        set_axis(target.x_axis, chart.category_format, chart.category_minimum);
        set_axis(target.y_axis, chart.value_format, chart.value_minimum);
        return;
    }
    set_axis(target.x_axis, chart.value_format, chart.value_minimum);
    set_axis(target.y_axis, {}, 0);
    const double rows = static_cast<double>(chart.row_names.last_row - chart.row_names.first_row + 1);
    chart_axis_set_max(target.y_axis, rows + 1);
    chart_axis_set_major_unit(target.y_axis, 1);
    chart_axis_set_label_position(target.y_axis, LXW_CHART_AXIS_LABEL_POSITION_NONE);
    chart_axis_set_major_tick_mark(target.y_axis, LXW_CHART_AXIS_TICK_MARK_NONE);
}

} // namespace bilan::xlsx
