// SPDX-License-Identifier: MPL-2.0
//
// The words around a number, as one table of what each of them means: bounds, estimates, currencies, multiples, units.
// Pure functions, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace bilan::intake {

enum class Affix : std::uint8_t {
    approximate,
    at_least,
    at_most,
    percent,
    euro,
    other_currency,
    thousand,
    million,
    billion,
    label,    ///< `total :`, `nb`: says nothing about the number
    persons,  ///< `pers.`, `femmes`
    families, ///< foyers, ménages: not persons
    hours,
    unit, ///< any other known unit
};

/// What stands before a number, or after it, and how many bytes it takes. Longest words first; nothing when the text
/// begins with none of them.
struct AffixMatch {
    Affix affix;
    std::size_t length;
};
[[nodiscard]] std::optional<AffixMatch> affix_before(std::string_view text);
[[nodiscard]] std::optional<AffixMatch> affix_after(std::string_view text);

/// `f`, `femmes`, `filles` → 'f'; `h`, `hommes`, `garçons` → 'h'; 0 for another word.
[[nodiscard]] char sex_of(std::string_view word);

} // namespace bilan::intake
