// SPDX-License-Identifier: MPL-2.0
#include "intake/value/quarter_words.hpp"

#include "intake/value/plain_spelling.hpp"

#include <algorithm>
#include <iterator>

namespace bilan::intake {

namespace {

constexpr std::string_view all_quarters[] = {"tous",
                                             "toutes",
                                             "tous qpv",
                                             "tous les qpv",
                                             "tous quartiers",
                                             "tous les quartiers",
                                             "l'ensemble des quartiers",
                                             "ensemble des quartiers",
                                             "ensemble des qpv",
                                             "l'ensemble des qpv",
                                             "territoire metropolitain",
                                             "tous les quartiers prioritaires",
                                             "tous les qp",
                                             "tous qp",
                                             "tout le territoire",
                                             "ensemble du territoire"};

} // namespace

bool means_all(std::string_view folded)
{
    constexpr std::string_view of[] = {" de la ville",   " de la commune",      " de la metropole",
                                       " du territoire", " de l'agglomeration", " du contrat de ville",
                                       " du contrat",    " de l'agglo"};
    for (const std::string_view end : of)
        if (folded.ends_with(end) && !folded.substr(0, folded.size() - end.size()).ends_with("ensemble"))
            folded.remove_suffix(end.size());
    return std::find(std::begin(all_quarters), std::end(all_quarters), folded) != std::end(all_quarters);
}

bool means_several(std::string_view folded)
{
    constexpr std::string_view begins[] = {"tous ",         "toutes ",          "ensemble ",     "l'ensemble ",
                                           "plusieurs ",    "differents ",      "toute la ",     "tout l'epci",
                                           "divers qpv",    "divers quartiers", "la moitie",     "une moitie",
                                           "un tiers",      "le tiers",         "un quart",      "les deux tiers",
                                           "une dizaine",   "une douzaine",     "une quinzaine", "une vingtaine",
                                           "une trentaine", "une centaine",     "environ ",      "la plupart",
                                           "la majorite",   "salle comble",     "beaucoup",      "entre "};
    constexpr std::string_view whole[] = {"plusieurs",       "divers",          "commune entiere", "ville entiere",
                                          "multi quartiers", "multi-quartiers", "multiquartiers",  "multi qpv",
                                          "multi-qpv",       "inter quartiers", "inter-quartiers", "interquartiers",
                                          "inter qpv",       "inter-qpv",       "qpv + qva"};
    if (std::find(std::begin(whole), std::end(whole), folded) != std::end(whole)) return true;
    if (std::any_of(std::begin(begins), std::end(begins),
                    [&](std::string_view begin) { return folded.starts_with(begin); }))
        return true;
    // « 4 QPV », « 3 quartiers »: how many, not which.
    if (folded.starts_with("les ")) folded.remove_prefix(std::string_view("les ").size());
    std::size_t digits = 0;
    while (digits < folded.size() && is_digit(folded[digits])) ++digits;
    const std::string_view what = digits > 0 ? trim_spaces(folded.substr(digits)) : std::string_view();
    return what == "qpv" || what == "qp" || what == "quartiers" || what == "quartiers prioritaires";
}

bool names_a_contract(std::string_view folded)
{
    constexpr std::string_view begins[] = {"contrat de ville", "contrats de ville", "convention de ville", "cdv ",
                                           "cv "};
    return std::any_of(std::begin(begins), std::end(begins),
                       [&](std::string_view begin) { return folded.starts_with(begin); });
}

bool names_a_period(std::string_view folded)
{
    for (const std::string_view word : {"trimestre", "semestre", " cumul"})
        if (folded.find(word) != std::string_view::npos) return true;
    // Letters T and S before 1 to 4, twice or once, and a year: « T1 » alone may be a tower.
    std::size_t marks = 0;
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const bool is_mark = (folded[at] == 't' || folded[at] == 's') && at + 1 < folded.size() &&
                             folded[at + 1] >= '1' && folded[at + 1] <= '4' &&
                             (at + 2 == folded.size() || !is_digit(folded[at + 2]));
        if (is_mark)
            ++marks, ++at;
        else if (is_letter(folded[at]) && folded[at] != 'a')
            return false;
    }
    return marks == 2 || (marks == 1 && folded.find("20") != std::string_view::npos);
}

} // namespace bilan::intake
