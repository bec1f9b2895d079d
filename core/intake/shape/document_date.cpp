// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/document_date.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace bilan::intake {

namespace {

bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

/// « 12/03/2024 »: one day, and not the end of a year.
bool has_lone_day(std::string_view folded)
{
    constexpr std::size_t shortest = 8; // 1/3/2024
    std::size_t days = 0;
    bool ends_year = false;
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t end = at;
        while (end < folded.size() && (is_digit(folded[end]) || std::string_view("/.-").find(folded[end]) < 3)) ++end;
        const std::string_view date = folded.substr(at, end - at);
        if (date.size() >= shortest && std::ranges::count_if(date, [](char sign) { return !is_digit(sign); }) == 2) {
            ++days;
            ends_year = ends_year || (date.starts_with("31") && date.substr(3).starts_with("12"));
        }
        at = std::max(end, at + 1);
    }
    return days == 1 && !ends_year;
}

} // namespace

bool dates_document(std::string_view folded)
{
    constexpr std::array<std::string_view, 20> words{
        "mise a jour", "mis a jour",    "maj ",         "maj:",        "a retourner", "a renvoyer", "a rendre",
        "a remettre",  "a transmettre", "a completer",  "date limite", "date de",     "date d'",    "retour avant",
        "retour le",   "avant le",      "au plus tard", "imprime",     "version du",  "actualise"};
    return has_lone_day(folded) || std::ranges::any_of(words, [&](std::string_view word) {
               return folded.find(word) != std::string_view::npos;
           });
}

} // namespace bilan::intake
