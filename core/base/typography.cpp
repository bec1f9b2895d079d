// SPDX-License-Identifier: MPL-2.0
#include "base/typography.hpp"

#include <algorithm>
#include <initializer_list>

namespace bilan::base {

std::string french_spaces(std::string_view text)
{
    constexpr std::string_view no_break = "\u00A0";
    constexpr std::string_view opening = "«";
    std::string spaced;
    spaced.reserve(text.size() + 8);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest = text.substr(at + 1);
        const bool before =
            std::ranges::any_of(std::initializer_list<std::string_view>{":", ";", "!", "?", "%", "€", "»"},
                                [&](std::string_view sign) { return rest.starts_with(sign); });
        if (text[at] == ' ' && (before || text.substr(0, at).ends_with(opening)))
            spaced += no_break;
        else
            spaced += text[at];
    }
    return spaced;
}

} // namespace bilan::base
