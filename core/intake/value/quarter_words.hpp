// SPDX-License-Identifier: MPL-2.0
//
// What partners write in a column of quarters without naming one. All texts are folded. Pure functions, any thread.
#pragma once

#include <string_view>

namespace bilan::intake {

/// « Tous les quartiers de la ville »: all of them, whoever says of what.
[[nodiscard]] bool means_all(std::string_view folded);
/// « Tous sauf Nord », « 4 QPV », « plusieurs », « commune entière »: no name of a quarter.
[[nodiscard]] bool means_several(std::string_view folded);
/// « Contrat de ville de Valmont », « CV de Valmont »: all of its quarters, and none by name.
[[nodiscard]] bool names_a_contract(std::string_view folded);
/// « T1-T2 cumul », « 1er trimestre », « S2 2024 »: a part of the year, as « quartier » is one of a town.
[[nodiscard]] bool names_a_period(std::string_view folded);

} // namespace bilan::intake
