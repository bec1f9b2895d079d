// SPDX-License-Identifier: MPL-2.0
//
// Columns right of an empty one, which may be a list of their own: « Code QPV | Nom ». Pure function, any thread.
#pragma once

#include "intake/header/settle.hpp"

namespace bilan::intake {

/// What a column of the table surely is stays its own: the list may say the same of other rows, and is asked about.
void yield_to_the_table(const MappingInput& input, Candidates& candidates);

} // namespace bilan::intake
