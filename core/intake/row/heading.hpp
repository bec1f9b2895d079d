// SPDX-License-Identifier: MPL-2.0
//
// « AXE 1 - Emploi | | 3 500 »: one row that may be the title of a group and bear its sum. Value types.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace bilan::intake {

using Amounts = std::vector<double>; ///< by measure

/// How a row that may be the title of a group compares with the rows below it.
struct Heading {
    std::size_t entry = 0; ///< of the table's rows
    std::uint32_t label = 0;
    bool is_called_so = false; ///< « AXE 1 - Emploi », « Cadre de vie »
    bool lacks_name = false;   ///< no title, or no holder
    std::size_t until = 0;     ///< index behind the last row of its group
    std::size_t parts = 0;     ///< records of its group
    std::size_t matched = 0;   ///< amounts that are the sums; none: it is no heading, or one with a mistake
    bool is_swallowed = false; ///< a heading above holds only when this row is counted in its group
    bool is_covered = false;   ///< a heading above holds only when this row is not
    bool is_empty = false;     ///< nothing stands below it, and it says 0

    [[nodiscard]] bool holds() const { return matched > 0; }
    /// Beyond chance: a row may well hold the amounts of the next one.
    [[nodiscard]] bool is_proof() const { return holds() && (is_called_so || parts > 1); }
};

/// Where a group may end, and what the records below add up to.
struct Border {
    std::size_t entry = 0;
    Amounts sums;        ///< of the records below that are no headings
    Amounts with_doubts; ///< the rows that may be headings counted in
    std::size_t records = 0;
    std::size_t doubts = 0;
};

} // namespace bilan::intake
