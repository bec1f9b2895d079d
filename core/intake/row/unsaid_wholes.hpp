// SPDX-License-Identifier: MPL-2.0
//
// Rows whose numbers are all the sums of the rows below or above them, and whose label says nothing of it: « Sport »
// over its clubs. Nothing but the numbers speaks for it: the row stays, and is asked about. Pure function, any thread.
#pragma once

#include "intake/row/rows.hpp"

namespace bilan::intake {

/// Doubts records that have no other doubt. Looks at the columns of counts and amounts, two of which must agree.
void doubt_unsaid_wholes(const RowInput& input, TableRows& table);

} // namespace bilan::intake
