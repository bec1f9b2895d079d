// SPDX-License-Identifier: MPL-2.0
//
// Numbers that are written as words. Texts come through base::fold. Pure functions, any thread.
#pragma once

#include <optional>
#include <string_view>

namespace bilan::intake {

/// « une dizaine », « deux centaines »: the number meant. `dizaine` alone counts one.
[[nodiscard]] std::optional<double> round_number(std::string_view text);
/// « douze », « aucun », « zéro ».
[[nodiscard]] std::optional<double> number_in_letters(std::string_view text);

} // namespace bilan::intake
