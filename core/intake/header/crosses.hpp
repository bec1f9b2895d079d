// SPDX-License-Identifier: MPL-2.0
//
// Columns of crosses that no group names: « G0 », « G1 », « G2 » are the scores, « Les Tilleuls », « Bellegarde » the
// quarters. Pure functions, any thread.
#pragma once

#include "intake/header/mapping.hpp"

#include <vector>

namespace bilan::intake {

/// Nothing but crosses below a header.
[[nodiscard]] bool holds_crosses(const HeaderColumn& header);

/// Marks the columns of crosses whose headers are terms of one choice of the schema, and those whose headers have the
/// form of names of quarters, which is said; two columns at least. A count beside them that holds nothing but crosses
/// counts nobody and is left out, which is said as well.
void find_lone_crosses(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates,
                       Mapping& mapping);

} // namespace bilan::intake
