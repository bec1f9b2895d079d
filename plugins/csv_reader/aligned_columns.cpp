// SPDX-License-Identifier: MPL-2.0
#include "aligned_columns.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace csv_reader {
namespace {

/// One field of a line, in characters from its beginning.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view text;
};

std::size_t characters_in(std::string_view text, bool is_utf8)
{
    if (!is_utf8) return text.size();
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80; }));
}

std::vector<Span> fields_of(std::string_view line, bool is_utf8)
{
    std::vector<Span> fields;
    std::size_t at = line.find_first_not_of(' ');
    while (at < line.size()) {
        const std::size_t end = std::min(line.find("  ", at), line.size());
        std::string_view text = line.substr(at, end - at);
        if (text.ends_with(' ')) text.remove_suffix(1); // at the end of the line
        const std::size_t begin = characters_in(line.substr(0, at), is_utf8);
        fields.push_back({begin, begin + characters_in(text, is_utf8), text});
        at = line.find_first_not_of(' ', end);
    }
    return fields;
}

/// What one column has in common so far.
struct Edge {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool begins_alike = true;
    bool ends_alike = true;
};

bool fit(const std::vector<Span>& fields, std::vector<Edge>& edges)
{
    if (edges.empty())
        for (const Span& field : fields) edges.push_back({field.begin, field.end});
    if (fields.size() != edges.size()) return false;
    for (std::size_t column = 0; column < fields.size(); ++column) {
        Edge& edge = edges[column];
        edge.begins_alike = edge.begins_alike && edge.begin == fields[column].begin;
        edge.ends_alike = edge.ends_alike && edge.end == fields[column].end;
        if (!edge.begins_alike && !edge.ends_alike) return false;
    }
    return true;
}

} // namespace

std::optional<std::string> with_tabs_for_gaps(std::string_view text, bool is_utf8)
{
    constexpr std::size_t fewest_lines = 3;
    if (text.find_first_of("\t\"") != text.npos) return std::nullopt;
    std::string tabbed;
    std::vector<Edge> edges;
    std::size_t lines = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        const std::vector<Span> fields = fields_of(text.substr(0, end), is_utf8);
        if (!fields.empty() && !fit(fields, edges)) return std::nullopt;
        lines += fields.empty() ? 0U : 1U;
        for (std::size_t column = 0; column < fields.size(); ++column) {
            if (column > 0) tabbed += '\t';
            tabbed += fields[column].text;
        }
        if (end < text.size()) tabbed += text[end];
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines >= fewest_lines && edges.size() > 1 ? std::optional(std::move(tabbed)) : std::nullopt;
}

} // namespace csv_reader
