// SPDX-License-Identifier: MPL-2.0
//
// Labels that speak of a year: the title of one year's table, a row that recalls or foresees another one. Pure.
#pragma once

#include <string_view>

namespace bilan::intake {

/// False for most texts that `recalls` and `names_aim` would deny, without folding them: by the first two letters, as
/// written.
[[nodiscard]] bool may_recall(std::string_view text);

/// A year from 2000 to 2099 stands in the folded text, not within a longer number.
[[nodiscard]] bool names_a_year(std::string_view folded);

/// « 2025 », « Bilan 2025 », « Réalisations de l'année 2025 »: one year, and nothing but words that announce it.
[[nodiscard]] bool is_title_of_year(std::string_view folded);

/// « Rappel 2024 », « Prévisionnel 2026 », « Pour mémoire : bilan N-1 »: nothing but words of remembering or foreseeing
/// and a year. « Rappel des droits 2025 » is the title of an action.
[[nodiscard]] bool is_of_another_period(std::string_view folded);

/// « Total 2022 », « Total de l'année 2022 ».
[[nodiscard]] bool is_total_of_year(std::string_view folded);

/// « Objectif 2025 », « Cible »: what was aimed at, and nothing else.
[[nodiscard]] bool names_aim(std::string_view folded);

/// Begins with a word of remembering or foreseeing.
[[nodiscard]] bool recalls(std::string_view folded);

/// « Rappel », « Pour mémoire » and nothing more: it says something only below a total.
[[nodiscard]] bool recalls_without_year(std::string_view folded);

} // namespace bilan::intake
