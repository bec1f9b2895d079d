// SPDX-License-Identifier: MPL-2.0
//
// A table where it stands, as charts and formulas of other pages need to know it. Value type.
#pragma once

#include "base/message.hpp"
#include "workbook/document.hpp"

#include <bilan/place.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bilan::workbook {

/// A cell that may be changed, and the name that formulas know it by.
struct PlacedParameter {
    std::string name;
    CellPosition at;
};

struct PlacedColumn {
    std::string header; ///< final: unique, on one line
    ColumnKind kind = ColumnKind::text;
    bool has_negative = false;
};

struct PlacedChart {
    Chart chart;
    std::optional<std::size_t> target_column = {}; ///< holds the target's value in every row
    std::vector<std::size_t> made_columns = {};    ///< that only the drawing needs, in the order of its kind
    double reach = 0;                              ///< of a Likert scale: the longest side
    std::vector<std::vector<Span>> known = {};     ///< rows, from 0, that a scatter chart can draw, by series
    std::string minima = {};                       ///< rows drawn as if they were whole: « Au moins (≥) : Lyon »
    std::optional<base::Message> problem = {};     ///< why it is not drawn
};

struct PlacedTable {
    std::string id;
    std::string sheet;
    std::string subtitle; ///< base and source on one line
    std::vector<PlacedColumn> columns;
    std::vector<PlacedChart> charts;
    std::uint32_t header_row = 0;
    std::uint32_t first_row = 0; ///< of the data
    std::uint32_t last_row = 0;
    bool has_rows = false;
    double widest_name = 0; ///< pixels of the first column

    /// The data of one column.
    [[nodiscard]] CellRange range(std::size_t column) const
    {
        const auto at = static_cast<std::uint32_t>(column);
        return {first_row, at, last_row, at};
    }
};

} // namespace bilan::workbook
