// SPDX-License-Identifier: MPL-2.0
#include "intake/header/funder_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace bilan::intake {

namespace {

// Folded words that make something else of a grant: as they stand, and by their beginnings.
constexpr std::array<std::string_view, 15> whole_words{"max",    "maxi",    "maximum", "moyen",  "moyenne",
                                                       "pret",   "prets",   "rang",    "avis",   "qpv",
                                                       "avance", "contact", "venir",   "rappel", "ancien"};
constexpr std::array<std::string_view, 16> beginnings{
    "annul",     "reliquat", "precedent", "anterieur", "restant",  "potentiel", "disposition", "valoris",
    "personnel", "initial",  "rejet",     "acompte",   "remarque", "comment",   "courriel",    "depense"};

std::vector<std::string> words_of(std::string_view written)
{
    std::vector<std::string> words;
    std::string word;
    for (const char character : base::fold(written) + " ") {
        const bool is_letter = (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
        if (is_letter || character == '-' || character == '+')
            word += character;
        else if (!word.empty())
            words.push_back(std::exchange(word, {}));
    }
    return words;
}

/// « n-1 », « n+1 »: the year before, or the next.
bool is_other_year(std::string_view word)
{
    return word.size() == 3 && word[0] == 'n' && (word[1] == '-' || word[1] == '+') && word[2] >= '1' && word[2] <= '9';
}

} // namespace

bool says_more_than_who(std::string_view written)
{
    const std::vector<std::string> words = words_of(written);
    return std::ranges::any_of(words, [&](const std::string& word) {
        if (is_other_year(word)) return true;
        // « Valorisation du bénévolat » and « Participation des usagers » are sources of money themselves.
        if (&word == &words.front() && word.starts_with("valoris")) return false;
        return std::ranges::find(whole_words, word) != whole_words.end() ||
               std::ranges::any_of(beginnings, [&](std::string_view begun) { return word.starts_with(begun); });
    });
}

} // namespace bilan::intake
