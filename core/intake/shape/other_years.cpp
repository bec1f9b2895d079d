// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/other_years.hpp"

#include "base/text.hpp"
#include "intake/value/calendar_words.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace bilan::intake {

namespace {

bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

bool is_year_at(std::string_view text, std::size_t at)
{
    const auto is_digit_at = [&](std::size_t place) { return place < text.size() && is_digit(text[place]); };
    return text.substr(at, 2) == "20" && is_digit_at(at + 2) && is_digit_at(at + 3) && !is_digit_at(at + 4) &&
           (at == 0 || !is_digit(text[at - 1]));
}

/// The words right before a place, the nearest first, up to a sign that ends what is said or another year.
std::vector<std::string_view> words_before(std::string_view text, std::size_t end)
{
    constexpr std::size_t most = 4;
    constexpr std::string_view breaks = ",;:|()\u2013\u2014";
    std::vector<std::string_view> words;
    while (words.size() < most) {
        while (end > 0 && text[end - 1] == ' ') --end;
        std::size_t begin = end;
        while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '\'') --begin;
        const std::string_view word = text.substr(begin, end - begin);
        if (word.empty() || word == "-" || word.find_first_of(breaks) != std::string_view::npos) break;
        if (word.size() >= 4 && std::ranges::all_of(word, is_digit)) break;
        words.push_back(word);
        end = begin > 0 && text[begin - 1] == '\'' ? begin - 1 : begin;
    }
    return words;
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

bool is_filler(std::string_view word)
{
    constexpr std::array<std::string_view, 8> fillers{"de", "du", "des", "d", "le", "la", "en", "l"};
    return is_one_of(word, fillers);
}

bool is_day(std::string_view word)
{
    return word == "1er" || (word.size() <= 2 && std::ranges::all_of(word, is_digit));
}

/// « 12 mars 2024 ».
bool ends_a_day(const std::vector<std::string_view>& before)
{
    return before.size() >= 2 && month_of(before[0]) && is_day(before[1]);
}

/// The nearest word that says something.
std::string_view last_word(const std::vector<std::string_view>& before)
{
    const auto last = std::ranges::find_if_not(before, is_filler);
    return last == before.end() ? std::string_view() : *last;
}

/// « Loi 2014-173 ».
bool dates_a_law(const std::vector<std::string_view>& before)
{
    constexpr std::array<std::string_view, 5> laws{"loi", "decret", "arrete", "ordonnance", "circulaire"};
    return is_one_of(last_word(before), laws) ||
           (before.size() > 1 && before.front().starts_with('n') && is_one_of(before[1], laws));
}

/// « Suivi depuis 2019 », « n° 2019 », « Version 2024.1 », « Population 2018 ».
bool dates_another_thing(const std::vector<std::string_view>& before)
{
    // « Recensement 2020 » is that of the population, « Recensement des conseils citoyens 2019 » is what was counted
    // then.
    constexpr std::array<std::string_view, 10> right_before{"n°", "no",    "numero",   "version",     "v",
                                                            "rp", "insee", "filosofi", "recensement", "recensements"};
    constexpr std::array<std::string_view, 3> near{"depuis", "population", "populations"};
    return is_one_of(last_word(before), right_before) ||
           std::ranges::any_of(before, [&](std::string_view word) { return is_one_of(word, near); });
}

/// « QPV 2024 », « Géographie prioritaire 2024 »: the map of the quarters is of that year.
bool dates_the_map(const std::vector<std::string_view>& before)
{
    constexpr std::array<std::string_view, 9> words{
        "qpv", "qp", "quartier", "quartiers", "prioritaire", "prioritaires", "geographie", "zonage", "decoupage"};
    return is_one_of(last_word(before), words);
}

/// « Comité des financeurs du 12 mars 2024 »: it decides on the programming of its year (domain dossier 1.3).
bool is_of_funders(std::string_view folded)
{
    constexpr std::array<std::string_view, 3> committees{"comite des financeurs", "comite de programmation",
                                                         "comite financeurs"};
    return std::ranges::any_of(committees,
                               [&](std::string_view name) { return folded.find(name) != std::string_view::npos; });
}

/// The title speaks of what was done in the year, in those quarters.
bool speaks_of_deeds(std::string_view folded)
{
    constexpr std::array<std::string_view, 8> words{"action",     "budget",      "aap",     "appel a projet",
                                                    "subvention", "financement", "demande", "depense"};
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return folded.find(word) != std::string_view::npos; });
}

} // namespace

KeptYears without_other_years(std::string_view folded, bool speaks_of_exercise)
{
    KeptYears kept{std::string(folded), false};
    std::vector<std::size_t> of_map;
    bool has_kept = false;
    const auto leave_out = [&](std::size_t at) { kept.text.replace(at, 4, 4, ' '); };
    for (std::size_t at = 0; at + 4 <= folded.size(); ++at) {
        if (!is_year_at(folded, at)) continue;
        const std::vector<std::string_view> before = words_before(folded, at);
        // « Bilan au 31 décembre 2023 » is of that year.
        const bool is_of_day = !speaks_of_exercise && !is_of_funders(folded) && ends_a_day(before);
        if (is_of_day || dates_a_law(before)) {
            leave_out(at);
        } else if (dates_another_thing(before)) {
            leave_out(at);
            kept.is_doubtful = true;
        } else if (dates_the_map(before) && folded.substr(at, 4) != "2030") { // « Quartiers 2030 » is a name
            of_map.push_back(at);
        } else {
            has_kept = true;
        }
    }
    // « Programmation QPV 2024 » is of that year, where it names no other.
    if (!has_kept && (speaks_of_exercise || speaks_of_deeds(folded))) return kept;
    for (const std::size_t at : of_map) leave_out(at);
    kept.is_doubtful = kept.is_doubtful || !of_map.empty();
    return kept;
}

} // namespace bilan::intake
