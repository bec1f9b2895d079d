// SPDX-License-Identifier: MPL-2.0
//
// A list spread over columns: one column an item, a cross where it applies (« Réussites » over « Animation du quartier
// » and « Relais de la parole »; quarters over crosses). Pure functions, any thread.
#pragma once

#include "intake/header/mapping.hpp"

#include <vector>

namespace bilan::intake {

/// Marks the columns of ticks that are items of one list field; two columns at least.
void find_ticks(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping);

} // namespace bilan::intake
