// SPDX-License-Identifier: MPL-2.0
//
// From the cells of one column to values of one field. A column is read as a column: each distinct text once, and the
// other values settle what one value leaves open (`1.234`, `12` under a header `%`, day and month).
#pragma once

#include "data/column.hpp"
#include "data/schema.hpp"
#include "intake/finding.hpp"

#include <bilan/book.hpp>

#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

struct ColumnSource {
    const Book* book = nullptr;
    const Grid* grid = nullptr;
    std::string file;                ///< as shown to the user
    std::vector<CellPosition> cells; ///< one per record, in order
    std::string header;              ///< as written, levels joined by ` / `
    std::string unit;                ///< what the header says in brackets or after a dash: `€`, `k€`, `%`, `h`
    /// The exercise of each record, as its own cell says it; empty: no column says any.
    std::vector<std::optional<int>> years{};
};

struct ReadingContext {
    const data::Domain* domain = nullptr;
    std::optional<int> year;                    ///< exercise of the table, completes `24 juin`
    const class Reference* reference = nullptr; ///< names of quarters; may be null
    bool has_american_dates = false;            ///< texts of the table are dates in that order only, and none in ours
};

/// Reads all cells into a column of the same length; `source_columns` are the cells' columns. What was converted,
/// doubted or refused goes to `findings` (one per cell).
[[nodiscard]] data::Column read_column(const ColumnSource& source, const data::Field& field,
                                       const ReadingContext& context, std::vector<Finding>& findings);

} // namespace bilan::intake
