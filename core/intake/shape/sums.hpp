// SPDX-License-Identifier: MPL-2.0
//
// Columns that are parts of one field, added up. Pure functions, any thread.
#pragma once

#include "data/column.hpp"
#include "intake/draft.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace bilan::intake {

/// Field → the columns that are its parts, in the order of the sheet.
[[nodiscard]] std::map<std::string, std::vector<std::size_t>> summands_of(const TableDraft& draft);

/// The parts of each record together. A part that does not apply adds nothing; with any other unknown part the sum is
/// unknown, for the same cause.
[[nodiscard]] data::Column sum_of(std::vector<data::Column> parts);

} // namespace bilan::intake
