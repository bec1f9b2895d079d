// SPDX-License-Identifier: MPL-2.0
#include "package.hpp"

#include "archive.hpp"
#include "refusals.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>

namespace bilan::xlsx {

namespace {

constexpr std::string_view series_start = "<c:ser>";
constexpr std::string_view series_end = "</c:ser>";

std::string read_file(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    if (!file || bytes.empty()) refuse(codes::not_written, {path.string(), {}, {}, {}}, {});
    return bytes;
}

void write_file(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) refuse(codes::not_written, {path.string(), {}, {}, {}}, {});
}

struct Stretch {
    std::size_t start = 0;
    std::size_t length = 0;
};

/// The series of that number. The library numbers them as they come.
Stretch find_series(std::string_view chart, std::size_t number)
{
    std::size_t start = chart.find(series_start);
    while (number-- > 0 && start != std::string_view::npos) start = chart.find(series_start, start + 1);
    const std::size_t end = start == std::string_view::npos ? start : chart.find(series_end, start);
    if (end == std::string_view::npos) refuse(codes::incomplete, {}, {"chart"});
    return {start, end + series_end.size() - start};
}

/// Puts `text` before the first of `marks` that is there, in their order.
void insert_before(std::string& xml, const std::vector<std::string_view>& marks, const std::string& text)
{
    for (const std::string_view mark : marks) {
        const std::size_t at = xml.find(mark);
        if (at == std::string::npos) continue;
        xml.insert(at, text);
        return;
    }
    refuse(codes::incomplete, {}, {"chart"});
}

/// Moves the series out of the bar chart into a line chart on the same axes, which Excel draws over it.
std::string with_lines(std::string chart, const std::vector<std::size_t>& lines)
{
    std::string moved;
    for (auto number = lines.rbegin(); number != lines.rend(); ++number) {
        const Stretch place = find_series(chart, *number);
        std::string series = chart.substr(place.start, place.length);
        chart.erase(place.start, place.length);
        insert_before(series, {"<c:cat>", "<c:val>"}, "<c:marker><c:symbol val=\"none\"/></c:marker>");
        moved.insert(0, series);
    }
    constexpr std::string_view bars_end = "</c:barChart>";
    const std::size_t end = chart.find(bars_end);
    const std::size_t axes = chart.find("<c:axId");
    if (end == std::string::npos || axes > end) refuse(codes::incomplete, {}, {"chart"});
    const std::string line_chart = "<c:lineChart><c:grouping val=\"standard\"/>" + moved + "<c:marker val=\"1\"/>" +
                                   chart.substr(axes, end - axes) + "</c:lineChart>";
    chart.insert(end + bars_end.size(), line_chart);
    return chart;
}

/// The piece of line that belongs to a point is the one that leads to it.
std::string gap_points(const ChartAmendments::Gaps& gaps)
{
    std::string points;
    for (std::size_t point = 0; point < gaps.length; ++point) {
        const bool is_gap = std::binary_search(gaps.points.begin(), gaps.points.end(), point);
        const bool follows = point > 0 && std::binary_search(gaps.points.begin(), gaps.points.end(), point - 1);
        if (!is_gap && !follows) continue;
        points += "<c:dPt><c:idx val=\"" + std::to_string(point) + "\"/>";
        if (is_gap) points += "<c:marker><c:symbol val=\"none\"/></c:marker>";
        points += "<c:bubble3D val=\"0\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr></c:dPt>";
    }
    return points;
}

std::string with_gaps(std::string chart, const ChartAmendments::Gaps& gaps)
{
    const Stretch place = find_series(chart, gaps.series);
    std::string series = chart.substr(place.start, place.length);
    insert_before(series, {"<c:dLbls>", "<c:cat>", "<c:val>"}, gap_points(gaps));
    return chart.replace(place.start, place.length, series);
}

} // namespace

std::string with_language(std::string core, const std::string& language)
{
    insert_before(core, {"</cp:coreProperties>"}, "<dc:language>" + language + "</dc:language>");
    return core;
}

std::string with_amendments(std::string chart, const ChartAmendments& amendments)
{
    for (const ChartAmendments::Gaps& gaps : amendments.gaps) chart = with_gaps(std::move(chart), gaps);
    return amendments.lines.empty() ? chart : with_lines(std::move(chart), amendments.lines);
}

bool is_whole(std::string_view xml)
{
    const std::size_t declaration = xml.find("?>");
    const std::size_t start = declaration == std::string_view::npos ? declaration : xml.find('<', declaration);
    if (start == std::string_view::npos) return false;
    const std::size_t name_end = xml.find_first_of(" />", start + 1);
    if (name_end == std::string_view::npos) return false;
    const std::string end = "</" + std::string(xml.substr(start + 1, name_end - start - 1)) + ">";
    while (!xml.empty() && (xml.back() == '\n' || xml.back() == '\r')) xml.remove_suffix(1);
    // A part of one empty element ends with itself.
    return xml.ends_with(end) || (xml.ends_with("/>") && xml.rfind('<') == start);
}

void amend_package(const std::filesystem::path& target, const std::string& language,
                   const std::vector<ChartAmendments>& charts)
{
    std::vector<Entry> entries = read_archive(read_file(target));
    for (Entry& entry : entries) {
        std::string content = unpack(entry);
        if (!is_whole(content)) refuse(codes::incomplete, {}, {entry.name});
        if (entry.name == "docProps/core.xml") entry = pack(entry.name, with_language(std::move(content), language));
        for (std::size_t chart = 0; chart < charts.size(); ++chart)
            if (charts[chart].any() && entry.name == "xl/charts/chart" + std::to_string(chart + 1) + ".xml")
                entry = pack(entry.name, with_amendments(std::move(content), charts[chart]));
    }
    write_file(target, write_archive(entries));
}

} // namespace bilan::xlsx
