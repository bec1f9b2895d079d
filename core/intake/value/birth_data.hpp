// SPDX-License-Identifier: MPL-2.0
//
// « Né le 12/03/1980 », « DDN : 12/03/80 » inside a text: the birth of somebody, which no text keeps (domain.md 8).
// Pure functions, any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace bilan::intake {

/// False when no birth can be told in the text: none of the words stands in it.
[[nodiscard]] bool may_tell_birth(std::string_view text);
/// Somewhere in the text.
[[nodiscard]] bool tells_birth(std::string_view text);
/// The same, with its day: « un projet né en 2020 » tells none.
[[nodiscard]] bool tells_day_of_birth(std::string_view text);
/// At the beginning of a word: how many bytes tell a birth with its date; 0: none.
[[nodiscard]] std::size_t birth_at(std::string_view text);

} // namespace bilan::intake
