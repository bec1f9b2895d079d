// SPDX-License-Identifier: MPL-2.0
//
// A text as it stands between two tags. Pure.
#pragma once

#include <string>
#include <string_view>

namespace bilan::xlsx {

[[nodiscard]] inline std::string in_xml(std::string_view text)
{
    std::string safe;
    for (const char letter : text) {
        if (letter == '&')
            safe += "&amp;";
        else if (letter == '<')
            safe += "&lt;";
        else
            safe += letter;
    }
    return safe;
}

} // namespace bilan::xlsx
