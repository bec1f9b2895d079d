// SPDX-License-Identifier: MPL-2.0
//
// Fields that two columns claim, and nobody knows which of them is right. Pure functions, any thread.
#pragma once

#include "intake/shape/sums.hpp"
#include "intake/shape/wide_records.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// Field → the columns that claim it, in the order of the sheet.
[[nodiscard]] std::map<std::string, std::vector<std::size_t>> contested_fields(const TableDraft& draft);

/// The value is there, and nobody can say which it is: unreadable, and no column that is missing, for which a figure
/// may suppose that nobody was asked. Each record points at the first of the columns that has something in it.
[[nodiscard]] PlacedColumn contested_column(const TableDraft& draft, const std::vector<Record>& records,
                                            const std::vector<std::size_t>& columns);

/// The headers of several columns, joined.
[[nodiscard]] std::string paths_of(const TableDraft& draft, const std::vector<std::size_t>& columns,
                                   std::string_view between);

} // namespace bilan::intake
