// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/group_name.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace bilan::intake {

namespace {

bool is_number_of_group(std::string_view word)
{
    return word.find_first_not_of("0123456789IVX") == std::string_view::npos || word == "n" || word == "N";
}

} // namespace

bool counts_rows(std::string_view text)
{
    const std::string folded = base::fold(base::trim(text));
    const std::size_t digits = std::min(folded.find_first_not_of("0123456789"), folded.size());
    if (digits == 0 || digits > 3) return false;
    const std::string_view rest = base::trim(std::string_view(folded).substr(digits));
    constexpr std::array<std::string_view, 7> counted{"action",    "projet",  "dossier", "fiche",
                                                      "operation", "demande", "ligne"};
    return rest.empty() || std::ranges::any_of(counted, [&](std::string_view word) { return rest.starts_with(word); });
}

std::string_view without_count_of_rows(std::string_view title)
{
    title = base::trim(title);
    if (title.ends_with(')')) {
        const std::size_t open = title.rfind('(');
        if (open == std::string_view::npos || open == 0) return title;
        const std::string_view inside = title.substr(open + 1, title.size() - open - 2);
        return counts_rows(inside) ? base::trim(title.substr(0, open)) : title;
    }
    for (const std::string_view mark : {" - ", " – ", " : "}) {
        const std::size_t at = title.rfind(mark);
        if (at == std::string_view::npos || at == 0) continue;
        const std::string_view behind = title.substr(at + mark.size());
        const bool has_word = behind.find_first_not_of("0123456789 ") != std::string_view::npos;
        if (has_word && counts_rows(behind)) return base::trim(title.substr(0, at));
    }
    return title;
}

std::string_view name_of_group(std::string_view title)
{
    title = without_count_of_rows(title);
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
