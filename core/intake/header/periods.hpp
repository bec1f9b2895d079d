// SPDX-License-Identifier: MPL-2.0
//
// Columns that hold one measure for the quarters or halves of a year: « Bénéficiaires T1 », « Bénéficiaires T2 ». They
// are added up, which is said; beside a column of the whole year they give way. Pure function, any thread.
#pragma once

#include "intake/header/mapping.hpp"

#include <vector>

namespace bilan::intake {

void find_periods(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping);

} // namespace bilan::intake
