// SPDX-License-Identifier: MPL-2.0
#include "package.hpp"

#include "archive.hpp"
#include "refusals.hpp"
#include "xml_text.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
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

std::string replace_all(std::string text, std::string_view what, const std::string& by)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
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

/// A line has no marks, but for one of a single point, which would show nothing: a broad dash in its colour.
std::string marks_of(const std::string& series, std::size_t points)
{
    constexpr std::string_view none = "<c:marker><c:symbol val=\"none\"/></c:marker>";
    constexpr std::string_view colour = "srgbClr val=\"";
    const std::size_t at = series.find(colour);
    if (points != 1 || at == std::string::npos) return std::string(none);
    return "<c:marker><c:symbol val=\"dash\"/><c:size val=\"48\"/><c:spPr><a:solidFill><a:srgbClr val=\"" +
           series.substr(at + colour.size(), 6) + "\"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:marker>";
}

/// Takes the series that are lines out of the bar chart into a line chart on the same axes, which Excel draws over it.
std::string with_lines(std::string chart, const ChartAmendments& amendments)
{
    std::string moved;
    for (std::size_t number = amendments.series.size(); number-- > 0;) {
        if (!amendments.series[number].as_line) continue;
        const Stretch place = find_series(chart, number);
        std::string series = chart.substr(place.start, place.length);
        chart.erase(place.start, place.length);
        insert_before(series, {"<c:cat>", "<c:val>"}, marks_of(series, amendments.series[number].values.size()));
        moved.insert(0, series);
    }
    if (moved.empty()) return chart;
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
std::string cut_points(const std::vector<std::optional<double>>& values)
{
    std::string points;
    for (std::size_t point = 0; point < values.size(); ++point) {
        const bool is_gap = !values[point];
        const bool follows = point > 0 && !values[point - 1];
        if (!is_gap && !follows) continue;
        points += "<c:dPt><c:idx val=\"" + std::to_string(point) + "\"/>";
        if (is_gap) points += "<c:marker><c:symbol val=\"none\"/></c:marker>";
        points += "<c:bubble3D val=\"0\"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr></c:dPt>";
    }
    return points;
}

std::string stored_values(const std::vector<std::optional<double>>& values)
{
    std::string cache = "<c:ptCount val=\"" + std::to_string(values.size()) + "\"/>";
    for (std::size_t point = 0; point < values.size(); ++point) {
        if (!values[point]) continue;
        char number[32];
        char* const end = std::to_chars(std::begin(number), std::end(number), *values[point]).ptr;
        cache += "<c:pt idx=\"" + std::to_string(point) + "\"><c:v>" + std::string(number, end) + "</c:v></c:pt>";
    }
    return cache;
}

/// The series with the values that its cells have, and its gaps.
std::string with_values(std::string chart, std::size_t number, const ChartAmendments::Series& amended)
{
    constexpr std::string_view cache_end = "</c:numCache>";
    const Stretch place = find_series(chart, number);
    std::string series = chart.substr(place.start, place.length);
    if (const std::size_t end = series.rfind(cache_end); end != std::string::npos) {
        const std::size_t start = series.rfind("<c:ptCount", end);
        series.replace(start, end - start, stored_values(amended.values));
    }
    if (amended.is_cut) insert_before(series, {"<c:dLbls>", "<c:cat>", "<c:val>"}, cut_points(amended.values));
    return chart.replace(place.start, place.length, series);
}

/// Points that the library cannot write: rows left out, heights without cells.
std::string with_points(std::string chart, std::size_t number, const std::string& points)
{
    constexpr std::string_view end = "</c:yVal>";
    const Stretch place = find_series(chart, number);
    const std::size_t start = chart.find("<c:xVal>", place.start);
    const std::size_t last = chart.find(end, place.start);
    if (start == std::string::npos || last == std::string::npos || last > place.start + place.length)
        refuse(codes::incomplete, {}, {"chart"});
    return chart.replace(start, last + end.size() - start, points);
}

/// The plot at its place, so that the names of rows have room at its left.
std::string with_left_room(std::string chart, double left, double top, double below)
{
    constexpr std::string_view free = "<c:plotArea><c:layout/>";
    const std::size_t at = chart.find(free);
    if (left <= 0) return chart;
    if (at == std::string::npos) refuse(codes::incomplete, {}, {"chart"});
    const auto part = [](const char* name, double value) {
        char number[32];
        char* const end = std::to_chars(std::begin(number), std::end(number), value).ptr;
        return "<c:" + std::string(name) + " val=\"" + std::string(number, end) + "\"/>";
    };
    constexpr double right = 0.05;
    const std::string place = "<c:plotArea><c:layout><c:manualLayout><c:layoutTarget val=\"inner\"/>"
                              "<c:xMode val=\"edge\"/><c:yMode val=\"edge\"/>" +
                              part("x", left) + part("y", top) + part("w", 1 - left - right) +
                              part("h", 1 - top - below) + "</c:manualLayout></c:layout>";
    return chart.replace(at, free.size(), place);
}

/// A second paragraph of the title, smaller and lighter.
std::string with_subtitle(std::string chart, const std::string& subtitle)
{
    const std::size_t title = chart.find("<c:title>");
    if (subtitle.empty() || title == std::string::npos) return chart;
    constexpr std::string_view end = "</a:p>";
    const std::size_t at = chart.find(end, title);
    if (at == std::string::npos) refuse(codes::incomplete, {}, {"chart"});
    constexpr std::string_view looks = "b=\"0\"><a:solidFill><a:srgbClr val=\"5A5A5A\"/></a:solidFill>"
                                       "<a:latin typeface=\"Arial\"/>";
    std::string paragraph = "<a:p><a:pPr><a:defRPr sz=\"900\" ";
    paragraph.append(looks).append("</a:defRPr></a:pPr><a:r><a:rPr lang=\"en-US\" sz=\"900\" ");
    paragraph.append(looks).append("</a:rPr><a:t>").append(in_xml(subtitle)).append("</a:t></a:r></a:p>");
    return chart.insert(at + end.size(), paragraph);
}

/// `xl/charts/chart3.xml` is number 2 of the parts that begin with `xl/charts/chart`.
std::optional<std::size_t> part_number(std::string_view name, std::string_view start)
{
    std::size_t number = 0;
    if (!name.starts_with(start)) return std::nullopt;
    const auto [rest, error] = std::from_chars(name.data() + start.size(), name.data() + name.size(), number);
    if (error != std::errc() || number == 0) return std::nullopt;
    return number - 1;
}

} // namespace

std::string with_language(std::string core, const std::string& language)
{
    insert_before(core, {"</cp:coreProperties>"}, "<dc:language>" + language + "</dc:language>");
    return core;
}

std::string with_amendments(std::string chart, const ChartAmendments& amendments, const std::string& language)
{
    chart = with_left_room(std::move(chart), amendments.left_room, amendments.room_above, amendments.room_below);
    chart = with_subtitle(std::move(chart), amendments.subtitle);
    chart = replace_all(std::move(chart), "<c:lang val=\"en-US\"/>", "<c:lang val=\"" + language + "\"/>");
    chart = replace_all(std::move(chart), " lang=\"en-US\"", " lang=\"" + language + "\"");
    // Left unsaid, it means that what is not there counts as zero.
    chart = replace_all(std::move(chart), "<c:plotVisOnly val=\"1\"/>",
                        "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/>");
    for (std::size_t number = 0; number < amendments.series.size(); ++number)
        chart = amendments.series[number].points.empty()
                    ? with_values(std::move(chart), number, amendments.series[number])
                    : with_points(std::move(chart), number, amendments.series[number].points);
    return with_lines(std::move(chart), amendments);
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

void amend_package(const std::filesystem::path& target, const Amendments& amendments)
{
    std::vector<Entry> entries = read_archive(read_file(target));
    for (Entry& entry : entries) {
        std::string content = unpack(entry);
        if (!is_whole(content)) refuse(codes::incomplete, {}, {entry.name});
        if (entry.name == "docProps/core.xml") {
            entry = pack(entry.name, with_language(std::move(content), amendments.language));
        } else if (const auto chart = part_number(entry.name, "xl/charts/chart");
                   chart && *chart < amendments.charts.size()) {
            entry =
                pack(entry.name, with_amendments(std::move(content), amendments.charts[*chart], amendments.language));
        } else if (const auto sheet = part_number(entry.name, "xl/worksheets/sheet");
                   sheet && *sheet < amendments.sheets.size() && amendments.sheets[*sheet].rows != nullptr) {
            entry = with_rows(entry.name, content, amendments.sheets[*sheet], amendments.formats);
        }
    }
    write_file(target, write_archive(entries));
}

} // namespace bilan::xlsx
