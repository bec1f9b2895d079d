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

/// Where the columns of a table stand: its own from the left edge of the sheet on, those that only its charts need
/// aside, where they are not printed.
struct ColumnPlaces {
    std::size_t own = 0;
    std::uint32_t aside = 0; ///< the sheet's column of the first that is not the table's own

    [[nodiscard]] std::uint32_t of(std::size_t column) const
    {
        return column < own ? static_cast<std::uint32_t>(column) : aside + static_cast<std::uint32_t>(column - own);
    }
};

struct PlacedChart {
    Chart chart;
    std::optional<std::size_t> target_column = {}; ///< holds the target's value in every row
    /// That only the drawing needs, in the order of its kind; `not_made` where this drawing needs none.
    std::vector<std::size_t> made_columns = {};
    static constexpr std::size_t not_made = static_cast<std::size_t>(-1);
    std::uint32_t rows_left_out = 0;           ///< at the end of the table: nothing of them can be drawn
    double reach = 0;                          ///< of a Likert scale: the longest side
    std::vector<std::vector<Span>> known = {}; ///< rows, from 0, that a scatter or line chart can draw, by series
    std::string subtitle = {};                 ///< how many things it shows, or the base, and the source, on one line
    std::string not_drawn = {}; ///< rows drawn as if they were whole, or not at all: « Au moins (≥) : Lyon »
    std::optional<base::Message> problem = {}; ///< why it is not drawn
};

struct PlacedTable {
    std::string id;
    std::string sheet;
    std::vector<PlacedColumn> columns;
    ColumnPlaces places;
    std::vector<PlacedChart> charts;
    std::uint32_t header_row = 0;
    std::uint32_t first_row = 0; ///< of the data
    std::uint32_t last_row = 0;
    bool has_rows = false;
    double widest_name = 0; ///< pixels of the first column

    /// The data of one column.
    [[nodiscard]] CellRange range(std::size_t column) const
    {
        const std::uint32_t at = places.of(column);
        return {first_row, at, last_row, at};
    }
};

} // namespace bilan::workbook
