// SPDX-License-Identifier: MPL-2.0
//
// A text as it stands between two tags. Pure.
#pragma once

#include <string>
#include <string_view>

namespace bilan::xlsx {

inline void append_xml(std::string& xml, std::string_view text)
{
    const auto is_special = [](char byte) { return byte == '&' || byte == '<' || byte == '>'; };
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();
         ++at) { // a loop of its own: find_first_of calls a function for each byte
        if (!is_special(text[at])) continue;
        xml.append(text.substr(begin, at - begin));
        xml.append(text[at] == '&' ? "&amp;" : text[at] == '<' ? "&lt;" : "&gt;");
        begin = at + 1;
    }
    xml.append(text.substr(begin));
}

[[nodiscard]] inline std::string in_xml(std::string_view text)
{
    std::string xml;
    append_xml(xml, text);
    return xml;
}

} // namespace bilan::xlsx
