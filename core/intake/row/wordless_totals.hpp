// SPDX-License-Identifier: MPL-2.0
//
// Totals and subtotals that no word announces: their numbers are the sums of the rows above. One thread.
#pragma once

#include "intake/row/rows.hpp"

namespace bilan::intake {

/// Marks them among the records; the last row that may be one is worth a look.
void settle_wordless_totals(const RowInput& input, TableRows& table);

} // namespace bilan::intake
