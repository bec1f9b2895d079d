// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/place_title.hpp"

#include "base/text.hpp"
#include "intake/header/quarters.hpp"
#include "intake/row/title_field.hpp"
#include "intake/value/quarter_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace bilan::intake {

namespace {

/// The word of the title that says what it names: « Quartier Bellevue », « QPV : Sud ».
std::size_t word_of_quarter(std::string_view folded)
{
    for (const std::string_view word : {"quartier", "qpv"})
        if (folded.starts_with(word) && folded.size() > word.size() &&
            (folded[word.size()] == ' ' || folded[word.size()] == ':'))
            return word.size();
    return 0;
}

/// « Quartier Bellevue » of « Quartier Bellevue - actions 2023 »: what stands behind speaks of the year.
std::string_view without_what_was_done(std::string_view title)
{
    for (const std::string_view mark : {" - ", " – ", " — ", ", "})
        if (const std::size_t at = title.find(mark); at != std::string_view::npos && at > 0) {
            const std::string folded = base::fold(title.substr(at + mark.size()));
            for (const std::string_view word : {"action", "programm", "bilan", "projet", "exercice", "annee", "20"})
                if (folded.starts_with(word)) return base::trim(title.substr(0, at));
        }
    return title;
}

} // namespace

bool names_no_quarter(std::string_view value)
{
    constexpr std::array<std::string_view, 3> openings{"voir ", "cf", "selon "};
    const std::string folded = base::fold(value);
    const bool has_letter = std::ranges::any_of(folded, [](char letter) { return letter >= 'a' && letter <= 'z'; });
    // « Territoire : contrat de ville » is that of all quarters, and hides none that the sheet is named after.
    return !has_letter || names_a_contract(folded) || folded.find("geographie") != std::string::npos ||
           std::ranges::any_of(openings, [&](std::string_view opening) { return folded.starts_with(opening); });
}

std::string_view quarter_in(std::string_view title)
{
    for (const std::string_view mark : {" - ", " – ", " — "})
        if (const std::size_t at = title.rfind(mark); at != std::string_view::npos) {
            const std::string_view end = base::trim(title.substr(at + mark.size()));
            const std::string folded = base::fold(end);
            if (!folded.starts_with("quartier ") && !folded.starts_with("qpv ")) continue;
            const std::string_view name = base::trim(end.substr(end.find(' ')));
            if (!names_no_quarter(name)) return name;
        }
    if (is_quarter_code(title.substr(0, title.find(' '))) || has_code_in_brackets(title)) return title;
    const std::string_view named = without_what_was_done(title);
    const std::size_t word = word_of_quarter(base::fold(named));
    if (word == 0) return {};
    std::string_view name = named.substr(word);
    while (!name.empty() && (name.front() == ' ' || name.front() == ':')) name.remove_prefix(1);
    return names_no_quarter(name) ? std::string_view() : named;
}

} // namespace bilan::intake
