// SPDX-License-Identifier: MPL-2.0
//
// The namespaces of OpenDocument that carry values. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace bilan::ods {

enum class Space : std::uint8_t { office, table, text, style, number, manifest, calc_extension, other };

[[nodiscard]] inline Space space_of(std::string_view uri)
{
    if (uri == "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0") return Space::calc_extension;
    constexpr std::string_view standard = "urn:oasis:names:tc:opendocument:xmlns:";
    if (!uri.starts_with(standard)) return Space::other;
    const std::string_view rest = uri.substr(standard.size());
    if (rest == "table:1.0") return Space::table;
    if (rest == "office:1.0") return Space::office;
    if (rest == "text:1.0") return Space::text;
    if (rest == "style:1.0") return Space::style;
    if (rest == "datastyle:1.0") return Space::number;
    return rest == "manifest:1.0" ? Space::manifest : Space::other;
}

} // namespace bilan::ods
