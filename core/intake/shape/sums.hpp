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

/// Where a column says that a cell of the sheet is: its column, its row where records run across.
[[nodiscard]] inline std::uint16_t source_column(CellPosition at, bool is_transposed)
{
    const std::uint32_t column = is_transposed ? at.row : at.column;
    return column < data::Column::no_cell ? static_cast<std::uint16_t>(column) : data::Column::no_cell;
}

/// One part, or what the parts make together, and where each record has it in the sheet.
struct PlacedColumn {
    data::Column column;
    std::vector<CellPosition> cells; ///< of a sum: the first of those that were added up
};

/// The parts of each record together. A part that does not apply adds nothing; with any other unknown part the sum is
/// unknown, for the same cause. `is_transposed`: records run across.
[[nodiscard]] PlacedColumn sum_of(std::vector<PlacedColumn> parts, bool is_transposed);

} // namespace bilan::intake
