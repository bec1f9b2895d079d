// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/group_name.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string>

namespace bilan::intake {

namespace {

bool is_number_of_group(std::string_view word)
{
    return word.find_first_not_of("0123456789IVX") == std::string_view::npos || word == "n" || word == "N";
}

} // namespace

std::string_view name_of_group(std::string_view title)
{
    title = base::trim(title);
    const std::string folded = base::fold(title);
    const bool opens = folded.starts_with("pilier ") || folded.starts_with("axe ") || folded.starts_with("volet ") ||
                       folded.starts_with("thematique ") || folded.starts_with("priorite ");
    std::string_view name = opens ? title.substr(std::min(title.size(), title.find(' '))) : title;
    while (opens && !name.empty()) {
        constexpr std::string_view marks = " :.-)\u00A0\u2013\u2014\u00B0";
        name.remove_prefix(std::min(name.size(), name.find_first_not_of(marks)));
        const std::size_t end = std::min(name.size(), name.find_first_of(marks));
        if (!is_number_of_group(name.substr(0, end))) break;
        name.remove_prefix(end);
    }
    // « Quartier : Sud » names Sud; « QUARTIER BELLEVUE » may be the whole name.
    const std::size_t colon = title.find(':');
    const bool is_quarter = folded.starts_with("quartier :") || folded.starts_with("qpv :") ||
                            folded.starts_with("quartier:") || folded.starts_with("qpv:");
    if (is_quarter && colon != std::string_view::npos) name = base::trim(title.substr(colon + 1));
    return name.empty() ? title : name;
}

} // namespace bilan::intake
