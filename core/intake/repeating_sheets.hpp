// SPDX-License-Identifier: MPL-2.0
//
// Sheets that sum up the other sheets of their file: « Récap » beside one sheet per quarter, « Année 2025 » beside
// T1 to T4. Their rows would count everything twice. One thread.
#pragma once

#include "intake/draft.hpp"

#include <cstddef>
#include <vector>

namespace bilan::intake {

/// Sets the tables aside whose measures are all the sums of the others, and says a blocking finding for those that
/// repeat the others' actions otherwise. `tables`: for each of the reading's values, the index of its table.
void settle_repeating_sheets(const TakeIn& take_in, std::vector<std::size_t> tables);

/// The rows of `reading.values[at]`, which is the table of that index, are not kept, for this reason; the values stay.
void set_table_aside(const TakeIn& take_in, std::size_t at, std::size_t table, const base::Message& reason);

} // namespace bilan::intake
