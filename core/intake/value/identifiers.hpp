// SPDX-License-Identifier: MPL-2.0
//
// The rules of French identifiers (domain.md 6.6). Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace bilan::intake {

/// REQUIRES: digits only.
[[nodiscard]] bool passes_luhn(std::string_view digits);
/// 14 digits whose SIREN and whole pass Luhn; establishments of La Poste may have a digit sum divisible by 5 instead.
[[nodiscard]] bool is_siret(std::string_view digits);
[[nodiscard]] bool is_siren(std::string_view digits);
/// `W691234567`.
[[nodiscard]] bool is_rna(std::string_view text);
[[nodiscard]] bool are_all_digits(std::string_view text);
/// Without spaces, points, dashes, apostrophes and commas, in capitals.
[[nodiscard]] std::string compact_code(std::string_view text);

} // namespace bilan::intake
