// SPDX-License-Identifier: MPL-2.0
#include "intake/value/spelled_numbers.hpp"

#include "intake/value/plain_spelling.hpp"

namespace bilan::intake {

namespace {

struct Named {
    std::string_view word;
    double number;
};

constexpr Named round_numbers[] = {
    {"dizaine", 10},     {"douzaine", 12},     {"quinzaine", 15},   {"vingtaine", 20}, {"trentaine", 30},
    {"quarantaine", 40}, {"cinquantaine", 50}, {"soixantaine", 60}, {"centaine", 100}, {"millier", 1000},
};

constexpr Named letters[] = {
    {"aucun", 0},
    {"aucune", 0},
    {"zero", 0},
    {"un", 1},
    {"une", 1},
    {"deux", 2},
    {"trois", 3},
    {"quatre", 4},
    {"cinq", 5},
    {"six", 6},
    {"sept", 7},
    {"huit", 8},
    {"neuf", 9},
    {"dix", 10},
    {"onze", 11},
    {"douze", 12},
    {"treize", 13},
    {"quatorze", 14},
    {"quinze", 15},
    {"seize", 16},
    {"dix-sept", 17},
    {"dix-huit", 18},
    {"dix-neuf", 19},
    {"vingt", 20},
    {"trente", 30},
    {"quarante", 40},
    {"cinquante", 50},
    {"soixante", 60},
    {"cent", 100},
    {"mille", 1000},
    {"aucun beneficiaire", 0},
    {"aucune personne", 0},
    {"neant", 0},
};

} // namespace

std::optional<double> round_number(std::string_view text)
{
    double times = 1;
    for (const Named& count : letters) {
        if (count.number > 0 && take_word(text, count.word)) {
            times = count.number;
            break;
        }
    }
    for (const Named& name : round_numbers) {
        std::string_view rest = text;
        if (!rest.starts_with(name.word)) continue;
        rest.remove_prefix(name.word.size());
        if (rest.starts_with('s')) rest.remove_prefix(1);
        // « une dizaine de personnes », but not « une dizaine ou plus ».
        if (rest.empty() || rest.starts_with(" de ") || rest.starts_with(" d'")) return times * name.number;
    }
    return std::nullopt;
}

std::optional<double> number_in_letters(std::string_view text)
{
    for (const Named& name : letters)
        if (name.word == text) return name.number;
    return std::nullopt;
}

} // namespace bilan::intake
