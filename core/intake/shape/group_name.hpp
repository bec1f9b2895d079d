// SPDX-License-Identifier: MPL-2.0
//
// What a group title calls the rows below it. Pure function, any thread.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace bilan::intake {

/// « pilier », « axe », « quartier »: folded words that open the name of a group.
[[nodiscard]] std::span<const std::string_view> words_that_open_groups();

/// The folded text begins with one of them.
[[nodiscard]] bool opens_group(std::string_view folded);

/// « Bron » of « Commune de Bron », « Le Mans » of « Commune du Mans »; empty for other titles.
[[nodiscard]] std::string commune_of_title(std::string_view title);

/// What « 12 », « IV » and « B » are written with, folded.
inline constexpr std::string_view letters_of_numbering = "0123456789ivxabcd";

/// « 1. », « II - », « A) » at the beginning of a folded text: how many bytes.
[[nodiscard]] std::size_t numbering_of_group(std::string_view folded);

/// « PILIER 1 : COHÉSION SOCIALE » and « Axe emploi » without the words before the name.
[[nodiscard]] std::string_view name_of_group(std::string_view title);

/// « Cohésion sociale (2 actions) », « Emploi - 3 projets » without how many rows follow; never empty for a title.
[[nodiscard]] std::string_view without_count_of_rows(std::string_view title);

/// « 2 actions », « 3 dossiers retenus »: nothing but how many rows follow.
[[nodiscard]] bool counts_rows(std::string_view text);

} // namespace bilan::intake
