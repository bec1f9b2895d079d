// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/group_name.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace bilan::intake {

namespace {

bool is_number_of_group(std::string_view word)
{
    return word.find_first_not_of("0123456789IVX") == std::string_view::npos || word == "n" || word == "N";
}

} // namespace

std::span<const std::string_view> words_that_open_groups()
{
    static constexpr std::array<std::string_view, 17> words{
        "pilier",     "axe",        "volet",       "theme",       "thematique", "objectif",
        "enjeu",      "priorite",   "orientation", "quartier",    "qpv",        "programme",
        "dispositif", "commune de", "commune du",  "commune des", "commune d"};
    return words;
}

bool opens_group(std::string_view folded)
{
    return std::ranges::any_of(words_that_open_groups(), [&](std::string_view word) {
        return folded.starts_with(word) &&
               (folded.size() == word.size() || !std::isalpha(static_cast<unsigned char>(folded[word.size()])));
    });
}

std::string commune_of_title(std::string_view title)
{
    title = base::trim(without_count_of_rows(title));
    const std::size_t first = title.find(' ');
    if (first == std::string_view::npos || base::fold(title.substr(0, first)) != "commune") return {};
    const std::string_view name = base::trim(title.substr(first));
    const std::string folded = base::fold(name);
    const std::size_t second = name.find(' ');
    std::string rest(second == std::string_view::npos ? std::string_view() : base::trim(name.substr(second)));
    if (folded.starts_with("de ")) return rest;
    if (folded.starts_with("du ")) return rest.empty() ? rest : "Le " + rest;
    if (folded.starts_with("des ")) return rest.empty() ? rest : "Les " + rest;
    if (!folded.starts_with("d'")) return {};
    std::string_view bare = name.substr(1);
    for (const std::string_view mark : {"'", "\u2019", "\u02BC"}) // any apostrophe
        if (bare.starts_with(mark)) return std::string(base::trim(bare.substr(mark.size())));
    return {};
}

std::size_t numbering_of_group(std::string_view folded)
{
    constexpr std::size_t longest = 4;
    const std::size_t end = std::min(folded.find_first_not_of(letters_of_numbering), folded.size());
    if (end == 0 || end > longest) return 0;
    const std::size_t mark = folded.find_first_not_of(' ', end);
    if (mark == std::string_view::npos || std::string_view(".)-:/").find(folded[mark]) == std::string_view::npos)
        return 0;
    const std::size_t name = folded.find_first_not_of(" .)-:/", mark);
    return name == std::string_view::npos ? folded.size() : name;
}

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
