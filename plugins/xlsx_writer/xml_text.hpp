// SPDX-License-Identifier: MPL-2.0
//
// A text as it stands between two tags. Pure.
#pragma once

#include <string>
#include <string_view>

namespace bilan::xlsx {

inline void append_xml(std::string& xml, std::string_view text)
{
    for (std::size_t at = text.find_first_of("&<>"); at != std::string_view::npos; at = text.find_first_of("&<>")) {
        xml.append(text.substr(0, at)).append(text[at] == '&' ? "&amp;" : text[at] == '<' ? "&lt;" : "&gt;");
        text.remove_prefix(at + 1);
    }
    xml.append(text);
}

[[nodiscard]] inline std::string in_xml(std::string_view text)
{
    std::string xml;
    append_xml(xml, text);
    return xml;
}

} // namespace bilan::xlsx
