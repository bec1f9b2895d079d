// SPDX-License-Identifier: MPL-2.0
#include "intake/table/period_words.hpp"

#include "base/openings.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

constexpr std::array<std::string_view, 15> recalling{
    "rappel",        "rappels", "pm",     "memoire",    "prevision",   "previsions",  "previsionnel", "previsionnelle",
    "previsionnels", "prevu",   "prevus", "projection", "projections", "perspective", "perspectives"};
constexpr std::array<std::string_view, 6> aiming{"objectif", "objectifs", "cible", "cibles", "attendu", "attendus"};
constexpr std::array<std::string_view, 28> between{
    "de",      "du",        "des",      "d",          "l",           "la",      "le",
    "les",     "annee",     "exercice", "bilan",      "resultats",   "realise", "chiffres",
    "donnees", "budget",    "an",       "precedent",  "en",          "pour",    "au",
    "prevu",   "enveloppe", "total",    "subvention", "subventions", "montant", "credits"};
constexpr std::size_t longest_label = 60; ///< what is longer tells something

std::vector<std::string> tokens_of(std::string_view text)
{
    std::vector<std::string> tokens;
    bool is_open = false;
    for (const char character : text) {
        const bool is_part = std::isalnum(static_cast<unsigned char>(character)) != 0;
        if (is_part && !is_open) tokens.emplace_back();
        if (is_part) tokens.back() += character;
        is_open = is_part;
    }
    return tokens;
}

template <std::size_t Count>
bool is_one_of(const std::array<std::string_view, Count>& words, std::string_view token)
{
    return std::find(words.begin(), words.end(), token) != words.end();
}

bool is_year(std::string_view token)
{
    return token.size() == 4 && token.starts_with("20") &&
           token.find_first_not_of("0123456789") == std::string_view::npos;
}

/// How many tokens at the beginning say that what follows is recalled or foreseen.
std::size_t opening(const std::vector<std::string>& tokens)
{
    if (tokens.empty()) return 0;
    if (is_one_of(recalling, tokens.front())) return 1;
    if (tokens.size() < 2) return 0;
    if ((tokens[0] == "pour" && tokens[1] == "memoire") || (tokens[0] == "p" && tokens[1] == "m")) return 2;
    return tokens[0] == "budget" && tokens[1].starts_with("previsionnel") ? 2 : 0;
}

/// « n-1 », « n + 1 »
bool is_relative(const std::vector<std::string>& tokens, std::size_t at)
{
    return tokens[at] == "n" && at + 1 < tokens.size() && tokens[at + 1] == "1";
}

} // namespace

bool may_recall(std::string_view text)
{
    static const base::Openings openings = [] {
        base::Openings made;
        for (const std::string_view word : recalling) made.add(word);
        for (const std::string_view word : aiming) made.add(word);
        for (const std::string_view word : {"pour memoire", "p m", "budget previsionnel"}) made.add(word);
        return made;
    }();
    return openings.may_begin(text);
}

bool names_a_year(std::string_view folded)
{
    return std::ranges::any_of(tokens_of(folded), is_year);
}

bool is_title_of_year(std::string_view folded)
{
    constexpr std::array<std::string_view, 20> words{
        "bilan",      "exercice",    "annee",        "programmation", "campagne", "millesime",
        "realise",    "realisation", "realisations", "resultats",     "actions",  "donnees",
        "budgetaire", "civile",      "de",           "des",           "l",        "d",
        "la",         "du"};
    if (folded.size() > longest_label) return false;
    const std::vector<std::string> tokens = tokens_of(folded);
    if (std::ranges::count_if(tokens, is_year) != 1) return false;
    return std::ranges::all_of(tokens,
                               [&](const std::string& token) { return is_year(token) || is_one_of(words, token); });
}

bool is_of_another_period(std::string_view folded)
{
    if (folded.size() > longest_label) return false;
    const std::vector<std::string> tokens = tokens_of(folded);
    std::size_t at = opening(tokens);
    bool has_year = false;
    if (at == 0) return false;
    for (; at < tokens.size(); ++at) {
        if (is_relative(tokens, at)) {
            has_year = true;
            ++at;
        } else if (is_year(tokens[at]) || tokens[at] == "precedente") {
            has_year = true;
        } else if (!is_one_of(between, tokens[at])) {
            return false;
        }
    }
    return has_year;
}

bool names_aim(std::string_view folded)
{
    if (folded.size() > longest_label) return false;
    const std::vector<std::string> tokens = tokens_of(folded);
    if (tokens.empty() || !is_one_of(aiming, tokens.front())) return false;
    return std::all_of(tokens.begin() + 1, tokens.end(),
                       [](const std::string& token) { return is_year(token) || is_one_of(between, token); });
}

bool is_total_of_year(std::string_view folded)
{
    const std::vector<std::string> tokens = tokens_of(folded);
    constexpr std::array<std::string_view, 9> beside_year{"total",    "totaux", "general", "de",  "l",
                                                          "exercice", "annee",  "en",      "pour"};
    return std::ranges::count_if(tokens, is_year) == 1 && tokens.front().starts_with("tota") &&
           std::ranges::all_of(
               tokens, [&](const std::string& token) { return is_year(token) || is_one_of(beside_year, token); });
}

bool recalls(std::string_view folded)
{
    return opening(tokens_of(folded)) > 0;
}

bool recalls_without_year(std::string_view folded)
{
    if (folded.size() > longest_label) return false;
    const std::vector<std::string> tokens = tokens_of(folded);
    const std::size_t at = opening(tokens);
    return at > 0 && at == tokens.size();
}

} // namespace bilan::intake
