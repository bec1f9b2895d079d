// SPDX-License-Identifier: MPL-2.0
//
// Titles of groups that bear the sum of their rows: « AXE 1 - Emploi | | 3 500 » above the actions of the axis. One
// thread.
#pragma once

#include "intake/row/signs.hpp"

namespace bilan::intake {

/// A row that says one name and no title or holder, and whose amounts are the sums of the rows down to the next such
/// row, or to the end, becomes a title that bears a sum. One that is only called like a group is a title with a mistake
/// in it beside others that add up; else it stays a record, in doubt. Looks at rows that lack a name; at their sums
/// only.
void settle_headings(const RowInput& input, const RowSigns& signs, TableRows& table);

} // namespace bilan::intake
