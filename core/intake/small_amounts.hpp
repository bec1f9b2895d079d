// SPDX-License-Identifier: MPL-2.0
//
// Amounts of a table that are all far too small for what they pay, in no unit that anything says: thousands of euros,
// as like as not. Said once a table, and nothing is changed. One thread.
#pragma once

#include "intake/draft.hpp"

namespace bilan::intake {

void say_small_amounts(const TakeIn& take_in, const TableDraft& draft);

} // namespace bilan::intake
