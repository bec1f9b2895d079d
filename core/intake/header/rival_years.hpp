// SPDX-License-Identifier: MPL-2.0
//
// « Accordé » beside « Accordé 2022 » in a table of 2023: the second is no rival. Pure function, any thread.
#pragma once

#include "intake/header/settle.hpp"

#include <cstddef>
#include <vector>

namespace bilan::intake {

/// Takes out of `rivals` (columns that claim one field) those that speak of other years than the table's and makes
/// questions of them, where others stay. The table's years are those of its column « Exercice », else of its titles.
void set_other_years_aside(const MappingInput& input, std::vector<std::size_t>& rivals, Candidates& candidates);

} // namespace bilan::intake
