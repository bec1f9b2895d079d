// SPDX-License-Identifier: MPL-2.0
#include "intake/header/state_purse.hpp"

#include "base/text.hpp"
#include "intake/header/families.hpp"
#include "intake/header/funders.hpp"
#include "intake/header/lexicon.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace bilan::intake {

namespace {

bool is_one_of(std::span<const std::string_view> list, std::string_view word)
{
    return std::ranges::find(list, word) != list.end();
}

constexpr std::array<std::string_view, 16> own{"p147",  "147",       "pv",         "cv",     "anct", "contrat",
                                               "qpv",   "politique", "specifique", "credit", "cget", "ddets",
                                               "ville", "ddetspp",   "prefecture", "bop"};

/// A dash or a blank joins the State to its purse; « Etat / DRAC », « Etat et DRAC » are two funders.
bool names_two_funders(std::string_view folded)
{
    return folded.find_first_of("/+&,;") != std::string_view::npos || folded.find(" et ") != std::string_view::npos;
}

bool is_purse_of_others(const Lexicon& lexicon, const std::vector<std::string>& words)
{
    if (words.empty()) return false;
    if (names_the_rest(words)) return true;
    const FunderSpelling* const funder = lexicon.funder(base::join(words, " "), as_set(words));
    return funder != nullptr && funder->id == other_state;
}

bool is_state(const HeaderWords& words)
{
    return !words.tokens.empty() && words.tokens.front() == "etat";
}

} // namespace

bool names_the_rest(const std::vector<std::string>& words)
{
    constexpr std::array<std::string_view, 6> rest{"hors", "autre", "dc", "droit", "commun", "service"};
    const bool is_said = std::ranges::any_of(words, [&](const std::string& word) {
        return word == "hors" || word == "autre" || word == "dc" || word == "droit";
    });
    return is_said && std::ranges::all_of(words, [&](const std::string& word) {
               return is_one_of(rest, word) || is_one_of(own, word) || is_weak(word);
           });
}

bool is_other_purse(const Lexicon& lexicon, const HeaderWords& words)
{
    if (!is_state(words)) return false;
    if (words.tokens.size() == 1) return is_purse_of_others(lexicon, words.aside);
    return !names_two_funders(words.folded) &&
           is_purse_of_others(lexicon, {words.tokens.begin() + 1, words.tokens.end()});
}

void join_purses(const Lexicon& lexicon, std::vector<HeaderColumn>& headers)
{
    constexpr std::array<std::string_view, 12> purses{"pv",
                                                      "dc",
                                                      "cs",
                                                      "droit commun",
                                                      "credits de droit commun",
                                                      "specifique",
                                                      "specifiques",
                                                      "credits specifiques",
                                                      "politique de la ville",
                                                      "credits politique de la ville",
                                                      "hors pv",
                                                      "enveloppe pv"};
    for (HeaderColumn& header : headers) {
        const bool is_purse = header.words.size() == 2 && is_one_of(purses, header.leaf().folded);
        if (!is_purse || !read_funder(lexicon, header.words.front())) continue;
        const std::string joined = header.levels.front() + " (" + header.levels.back() + ')';
        header.words = {read_header(joined)};
        header.levels = {joined};
        header.carried = {false};
    }
}

bool names_unknown_purse(const Lexicon& lexicon, const HeaderWords& words)
{
    if (!is_state(words) || words.tokens.size() != 1 || is_other_purse(lexicon, words)) return false;
    HeaderWords rest;
    std::ranges::copy_if(words.aside, std::back_inserter(rest.tokens),
                         [](const std::string& word) { return !is_one_of(own, word); });
    return !is_amount_word(rest) && !is_of_another_stage(words, {});
}

} // namespace bilan::intake
