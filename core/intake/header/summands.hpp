// SPDX-License-Identifier: MPL-2.0
//
// Columns that are parts of one field: « CDI » and « CDD + 6 mois », « Ville (Valmont) » and « Ville (Saint-Orse) ».
// Their cells are added up, which is said. Pure function, any thread.
#pragma once

#include "intake/header/mapping.hpp"

#include <vector>

namespace bilan::intake {

/// The header is a spelling of one part of the field: « CDI » of the exits to lasting employment.
[[nodiscard]] bool is_part_of_field(const Candidate& candidate);

/// Marks the columns that are different parts of a field that no other column claims as a whole.
void find_summands(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping);

} // namespace bilan::intake
