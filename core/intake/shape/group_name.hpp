// SPDX-License-Identifier: MPL-2.0
//
// What a group title calls the rows below it. Pure function, any thread.
#pragma once

#include <string_view>

namespace bilan::intake {

/// « PILIER 1 : COHÉSION SOCIALE » and « Axe emploi » without the words before the name.
[[nodiscard]] std::string_view name_of_group(std::string_view title);

/// « Cohésion sociale (2 actions) », « Emploi - 3 projets » without how many rows follow; never empty for a title.
[[nodiscard]] std::string_view without_count_of_rows(std::string_view title);

/// « 2 actions », « 3 dossiers retenus »: nothing but how many rows follow.
[[nodiscard]] bool counts_rows(std::string_view text);

} // namespace bilan::intake
