// SPDX-License-Identifier: MPL-2.0
//
// Totals that partners write under their rows: set aside, and compared with what the rows add up to. One thread.
#pragma once

#include "intake/draft.hpp"
#include "intake/shape/records.hpp"

namespace bilan::intake {

/// One finding per total cell that no sum explains: neither all records, nor those since the last total, nor those
/// since the last subtotal or title, nor those with the tables above on the sheet.
void compare_totals(const TakeIn& take_in, const TableDraft& draft, const std::vector<Record>& records,
                    const data::TableValues& values);

} // namespace bilan::intake
