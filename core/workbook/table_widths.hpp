// SPDX-License-Identifier: MPL-2.0
//
// How wide the columns of a table must be for what they hold. One thread.
#pragma once

#include "data/state.hpp"
#include "workbook/document.hpp"
#include "workbook/mark.hpp"

#include <set>
#include <string>
#include <vector>

namespace bilan::workbook {

/// Room that a cell keeps free at both sides of its text, an indent of one included.
inline constexpr double cell_margin = 22;
/// Room that is lost to a text that wraps; less than the margin, which is for looks.
inline constexpr double wrap_margin = 16;
/// Room of the filter button in a header cell.
inline constexpr double button_width = 18;

/// Short tables are read at one glance; filter buttons would only cover their headers.
[[nodiscard]] constexpr bool has_filter(std::size_t rows)
{
    constexpr std::size_t rows_worth_a_filter = 10;
    return rows >= rows_worth_a_filter;
}

struct TableWidths {
    std::vector<double> pixels;       ///< column by column
    std::set<data::State> shorthands; ///< causes of missing values that the table shows
    std::vector<bool> has_negative;   ///< column by column
    std::set<Mark> marks;             ///< beside numbers of the table
    std::vector<bool> has_cents;      ///< of a long table, column by column: some amount is not of whole euros
};

/// `headers` are the final ones.
[[nodiscard]] TableWidths table_widths(const Table& table, const std::vector<std::string>& headers,
                                       base::Language language);
/// Rows as they were read show the cents of their amounts, whatever their size: a whole column of them, so that digits
/// stand below each other. A column of long texts is as wide as such columns get, without a look at them.
[[nodiscard]] TableWidths table_widths(const LongTable& table, const std::vector<std::string>& headers,
                                       base::Language language);

/// « Abréviations : nc = non communiqué »; empty when nothing is missing.
[[nodiscard]] std::string shorthand_line(const TableWidths& widths, base::Language language);

} // namespace bilan::workbook
