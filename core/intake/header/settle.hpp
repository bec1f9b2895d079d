// SPDX-License-Identifier: MPL-2.0
//
// What columns settle among themselves: « Ville » between two amounts is a funder, « F » after « Public prévu » the
// women foreseen, « + de 45 » beside « 26-45 » begins at 46. Works on the candidates of each column; pure functions,
// any thread.
#pragma once

#include "intake/header/mapping.hpp"

#include <vector>

namespace bilan::intake {

using Candidates = std::vector<std::vector<Candidate>>; ///< beside the header columns, the surest first

/// Before wide columns are looked for.
void settle_beside(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates);

/// Columns that claim one measure equally surely, with different cells: nobody can say which one is meant, so none is
/// taken. `is_open`: columns that still look for a field.
void settle_rivals(const MappingInput& input, const std::vector<bool>& is_open, Candidates& candidates);

} // namespace bilan::intake
