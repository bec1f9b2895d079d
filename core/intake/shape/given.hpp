// SPDX-License-Identifier: MPL-2.0
//
// What titles and sheet names give to all rows of a table: the exercise, the quarter, the operator. One thread.
#pragma once

#include "intake/draft.hpp"

#include <vector>

namespace bilan::intake {

/// Fills `given` and `year` of every draft, and says what it did or could not settle. Looks at all tables of the file:
/// sheets that share a shape and bear proper names are named after what their tables lack.
void give_values(const TakeIn& take_in, std::vector<TableDraft>& drafts);

} // namespace bilan::intake
