// SPDX-License-Identifier: MPL-2.0
//
// A text as a number, whatever people put around it (domain.md 9.1): what it says, before any field or column judges
// it. Pure functions, any thread.
#pragma once

#include "intake/value/digits.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bilan::intake {

enum class NumberShape : std::uint8_t {
    plain,
    approximate, ///< « environ 30 », « une dizaine »
    at_least,    ///< « plus de 50 »
    at_most,     ///< « moins de 5 »
    total,       ///< « 12 (dont 5 QPV) »: the total is the value
    parts,       ///< « 8F/4H »: the sum is the value
    several,     ///< « 30 à 40 », « 15/20 »: nobody can say which
    damaged,     ///< « 5 00 K »
    confusable,  ///< « 1O »: a letter where a digit should be; `value` is the suggestion
    words,       ///< no number
};

struct NumberText {
    NumberShape shape = NumberShape::words;
    double value = 0;
    double second = 0;      ///< upper end of an interval
    std::uint8_t proof = 0; ///< of SeparatorProof
    char unsettled = 0;     ///< see Digits
    double as_decimal = 0;  ///< the other reading of an unsettled number
    double women = -1;      ///< of « 8F/4H »; -1 when the text does not say
    double men = -1;
    double factor = 1;       ///< `k€`, `M€`: already in `value` and `as_decimal`
    bool is_percent = false; ///< `value` is what stands before the sign
    bool is_euro = false;    ///< a currency sign was there
    bool is_other_currency = false;
    bool is_scientific = false;
    bool is_in_letters = false; ///< « douze »
    bool counts_families = false;
    bool counts_persons = false;
    bool has_unknown_words = false;
    bool has_lost_space = false; ///< `22?120`: a space was put back
    bool has_footnote = false;   ///< « 12¹ »: a sign that is no part of the number
    std::string unit;            ///< the word that stood at the number, in plain spelling
};

[[nodiscard]] NumberText read_number_text(std::string_view text);

} // namespace bilan::intake
