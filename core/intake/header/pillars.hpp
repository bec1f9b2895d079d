// SPDX-License-Identifier: MPL-2.0
//
// Pillars over the same columns: « Cohésion sociale » and « Emploi » over « Demandé » and « Accordé », with or without
// funders between. The cells become rows. Pure functions, any thread.
#pragma once

#include "intake/header/mapping.hpp"

#include <vector>

namespace bilan::intake {

/// Marks columns of one measure that stand below two pillars or more, when no column gives the pillar and no other
/// columns become rows. « Total » beside the pillars is their whole.
void find_pillars(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping);

/// « Cohésion sociale » and « Emploi » over numbers, with nothing that says what they count: no field is meant, also
/// not the one that « Emploi » alone would be; nor is the rank « Priorité » a pillar. Works on the candidates of each
/// column.
void drop_pillar_names(const MappingInput& input, std::vector<std::vector<Candidate>>& candidates);

} // namespace bilan::intake
