// SPDX-License-Identifier: MPL-2.0
//
// How wide the columns of a table must be for what they hold. One thread.
#pragma once

#include "data/state.hpp"
#include "workbook/document.hpp"

#include <set>
#include <string>
#include <vector>

namespace bilan::workbook {

/// Room that a cell keeps free at both sides of its text.
inline constexpr double cell_margin = 12;
/// Room of the filter button in a header cell.
inline constexpr double button_width = 18;

struct TableWidths {
    std::vector<double> pixels;       ///< column by column
    std::set<data::State> shorthands; ///< causes of missing values that the table shows
    std::vector<bool> has_negative;   ///< column by column
};

/// `headers` are the final ones.
[[nodiscard]] TableWidths table_widths(const Table& table, const std::vector<std::string>& headers,
                                       base::Language language);

} // namespace bilan::workbook
