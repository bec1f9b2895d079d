// SPDX-License-Identifier: MPL-2.0
//
// Tables of one file that speak of the same actions: the public above, the money below. Read as two tables, each action
// is there twice. One thread.
#pragma once

#include "intake/draft.hpp"

namespace bilan::intake {

/// Says a blocking finding of each table of the reading whose records, half of them or more, stand in an earlier table
/// of the same schema with nothing that tells them apart: no other year, quarter or holder, and no other figure. Tables
/// that were found to be a copy or a recapitulation are not told again.
void say_shared_records(const TakeIn& take_in);

} // namespace bilan::intake
