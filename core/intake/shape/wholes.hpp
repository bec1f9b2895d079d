// SPDX-License-Identifier: MPL-2.0
//
// Columns that hold for a whole row what other columns hold for each of its quarters. One thread.
#pragma once

#include "intake/draft.hpp"
#include "intake/shape/wide_records.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace bilan::intake {

/// The column of the total of a measure, as an index in the headers.
[[nodiscard]] std::optional<std::size_t> whole_of(const TableDraft& draft, const data::Field& measure);

/// Control `quarters_add_up`: says the rows whose quarters do not make their total. A row with an unknown quarter or
/// total is not judged. `values` are those of the records.
void compare_wholes(const TakeIn& take_in, const TableDraft& draft, const std::vector<Record>& records,
                    const data::TableValues& values);

} // namespace bilan::intake
