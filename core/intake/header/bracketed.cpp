// SPDX-License-Identifier: MPL-2.0
#include "intake/header/bracketed.hpp"

#include "intake/header/words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace bilan::intake {

namespace {

/// Words that say how or when it was counted, and not what.
constexpr std::array<std::string_view, 34> harmless{
    "realise",    "ensemble",  "cumul",   "cumule",  "cumulatif", "definitif", "final",    "provisoire", "estime",
    "estimation", "estimatif", "arrondi", "environ", "unique",    "different", "distinct", "individu",   "individuel",
    "physique",   "tete",      "annuel",  "an",      "exercice",  "bilan",     "contact",  "x",          "source",
    "declaratif", "declare",   "cerfa",   "civile",  "decembre",  "janvier",   "complet"};

bool has_letter(std::string_view word)
{
    return std::ranges::any_of(word, [](char sign) { return (sign >= 'a' && sign <= 'z') || sign < 0; });
}

bool changes_nothing(const std::string& word)
{
    return is_weak(word) || is_number_word(word) || std::ranges::find(harmless, word) != harmless.end() ||
           !has_letter(word);
}

} // namespace

std::size_t words_left_in_brackets(const HeaderWords& header, const Term& term,
                                   const std::unordered_set<std::string>& of_field)
{
    return static_cast<std::size_t>(std::ranges::count_if(header.aside, [&](const std::string& word) {
        return !changes_nothing(word) && !of_field.contains(word) && !std::ranges::binary_search(term.tokens, word);
    }));
}

std::optional<HeaderColumn> with_brackets_opened(const HeaderColumn& column)
{
    if (column.words.empty() || column.leaf().aside.empty()) return std::nullopt;
    std::string opened;
    for (const char sign : column.levels.back()) {
        if (sign == '(' || sign == '[')
            opened += " - ";
        else
            opened += sign == ')' || sign == ']' ? ' ' : sign;
    }
    HeaderColumn open = column;
    open.levels.back() = std::move(opened);
    open.words.back() = read_header(open.levels.back());
    return open;
}

} // namespace bilan::intake
