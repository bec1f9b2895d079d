// SPDX-License-Identifier: MPL-2.0
#include "intake/value/calendar_words.hpp"

#include <algorithm>
#include <iterator>

namespace bilan::intake {

namespace {

struct MonthWord {
    std::string_view word;
    int month;
};

constexpr MonthWord months[] = {
    {"janvier", 1}, {"janv", 1},      {"jan", 1},     {"fevrier", 2}, {"fevr", 2},     {"fev", 2},  {"feb", 2},
    {"mars", 3},    {"mar", 3},       {"avril", 4},   {"avr", 4},     {"apr", 4},      {"mai", 5},  {"may", 5},
    {"juin", 6},    {"jun", 6},       {"juillet", 7}, {"juil", 7},    {"jul", 7},      {"aout", 8}, {"aou", 8},
    {"aug", 8},     {"septembre", 9}, {"sept", 9},    {"sep", 9},     {"octobre", 10}, {"oct", 10}, {"novembre", 11},
    {"nov", 11},    {"decembre", 12}, {"dec", 12},
};

constexpr std::string_view weekdays[] = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
                                         "lun",   "mer",   "jeu",      "ven",   "sam",      "dim"};

} // namespace

std::optional<int> month_of(std::string_view word)
{
    const auto* const found =
        std::find_if(std::begin(months), std::end(months), [&](const MonthWord& one) { return one.word == word; });
    if (found == std::end(months)) return std::nullopt;
    return found->month;
}

bool is_weekday(std::string_view word)
{
    return std::find(std::begin(weekdays), std::end(weekdays), word) != std::end(weekdays);
}

std::optional<Season> season_of(std::string_view word)
{
    if (word == "printemps") return Season{3, 5};
    if (word == "ete") return Season{6, 8};
    if (word == "automne") return Season{9, 11};
    if (word == "rentree") return Season{9, 9};
    return std::nullopt;
}

} // namespace bilan::intake
