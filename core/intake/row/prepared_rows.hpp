// SPDX-License-Identifier: MPL-2.0
//
// Rows that a form prepared for actions nobody wrote in: zeros of formulas, the first term of a list, the year and the
// commune of all the others. One thread.
#pragma once

#include "intake/row/rows.hpp"

namespace bilan::intake {

/// Records that name nothing and hold nothing but what a form holds before it is filled in, with no other record below
/// them in their group, are filler.
void settle_prepared_rows(const RowInput& input, TableRows& table);

} // namespace bilan::intake
