// SPDX-License-Identifier: MPL-2.0
//
// A unit that stands outside the headers: « Montants en milliers d'euros » above the table, « * montants exprimés en
// k€ » below it. Amounts without a unit of their own are of this one; where that is not sure the column is a question.
#pragma once

#include "intake/draft.hpp"

#include <vector>

namespace bilan::intake {

/// Gives the headers their unit and says so; all tables of one file, in order.
void take_table_units(const TakeIn& take_in, std::vector<TableDraft>& drafts);

} // namespace bilan::intake
