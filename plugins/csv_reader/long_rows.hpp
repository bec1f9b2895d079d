// SPDX-License-Identifier: MPL-2.0
//
// Rows that hold more cells than their table has columns: a separator in an unquoted text has cut one of them, and
// nothing says which. Every way to sew the row together again is tried against what the rows around it hold. What all
// ways that fit agree on is put where it belongs; every other cell becomes an error. For one thread.
#pragma once

#include <bilan/book.hpp>

#include <cstdint>
#include <vector>

namespace csv_reader {

struct LongRow {
    std::uint32_t row = 0;
    std::uint32_t width = 0;  ///< that rows have as a rule; a header above may be wider
    std::uint32_t fields = 0; ///< empty ones included
    std::uint32_t cut = 0;    ///< the column from which on a decimal comma made errors of all; 0: none did
};

/// Mends these rows of the last sheet of the book, in ascending order. Runs of rows below a gap, as long as each
/// other, are a table of their own and stay as they are.
void settle_long_rows(bilan::Book& book, char separator, const std::vector<LongRow>& rows);

} // namespace csv_reader
