// SPDX-License-Identifier: MPL-2.0
//
// Numbers as text, without any locale. What partners write as numbers is read by intake/, not here.
#pragma once

#include "base/language.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bilan::base {

/// Shortest text that reads back to the same double; whole numbers below 2^53 without exponent. Never NaN or infinity:
/// the caller has refused them.
[[nodiscard]] std::string shortest(double number);

/// The whole text as a machine number (`-12.5`, `1e3`); nothing for anything else.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);

/// Half away from zero, at `decimals` places, on the decimal value a person sees, which has 15 digits (2.675 at 2
/// places is 2.68; 0.285 * 100 at 0 places is 29). Places below 0 round to tens, hundreds. NaN and infinities come back
/// as they are.
[[nodiscard]] double round_half_away(double number, int decimals);

/// For reading: `1 234,5` with U+202F between thousands in French, `1,234.5` in English. Rounds half away from zero.
[[nodiscard]] std::string for_people(double number, int decimals, Language language);
/// `0.123` as `12,3 %` (U+00A0 before the sign) or `12.3%`.
[[nodiscard]] std::string percent_for_people(double rate, int decimals, Language language);

} // namespace bilan::base
