// SPDX-License-Identifier: MPL-2.0
//
// Which purse of the State a header means: its own programme for the quarters (P147), or another one that a bracket or
// a dash names. Pure functions, any thread.
#pragma once

#include "intake/header/column.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

class Lexicon;

inline constexpr std::string_view other_state = "etat_autre"; ///< term of the vocabulary `financeur`

/// « Etat (hors 147) », « Etat (DRAC) », « Etat - ARS »: not the programme for the quarters.
[[nodiscard]] bool is_other_purse(const Lexicon& lexicon, const HeaderWords& words);
/// « Etat (ABCD) »: a bracket behind the State alone that says neither a stage nor a purse that is known.
[[nodiscard]] bool names_unknown_purse(const Lexicon& lexicon, const HeaderWords& words);
/// Words that leave open which of the other purses of the State they mean: « hors 147 », « autres », « DC ».
[[nodiscard]] bool names_the_rest(const std::vector<std::string>& words);

/// « État » over « PV | Droit commun » becomes « État (PV) », as funders of one row of headers say it.
void join_purses(const Lexicon& lexicon, std::vector<HeaderColumn>& headers);

} // namespace bilan::intake
