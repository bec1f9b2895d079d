// SPDX-License-Identifier: MPL-2.0
#include "intake/value/told_year.hpp"

#include "intake/value/date_text.hpp"

#include <algorithm>
#include <cstddef>

namespace bilan::intake {

bool tells_a_year(std::string_view text)
{
    constexpr std::size_t longest = 24;
    if (text.size() > longest || read_date_text(text).shape == DateShape::day) return false;
    const auto is_digit = [](char character) { return character >= '0' && character <= '9'; };
    for (std::size_t at = text.find("20"); at != std::string_view::npos; at = text.find("20", at + 1)) {
        const std::size_t end = std::min(text.size(), at + 4);
        const bool is_whole = end == at + 4 && std::ranges::all_of(text.substr(at, 4), is_digit) &&
                              (at == 0 || !is_digit(text[at - 1])) && (end == text.size() || !is_digit(text[end]));
        if (is_whole) return true;
    }
    return false;
}

} // namespace bilan::intake
