// SPDX-License-Identifier: MPL-2.0
//
// What sheets say about themselves, put into the order that the contract promises. Pure functions, any thread.
#pragma once

#include "archive/read_guard.hpp"
#include "cells/remarks.hpp"

#include <bilan/grid.hpp>

#include <cstdint>
#include <vector>

namespace bilan::cells {

inline constexpr std::uint64_t most_spans = 4'000'000; ///< merges, or spans of rows or columns: 64 MB

/// Adds a hidden row; rows that come in their order make one span.
void hide_row(SheetFacts& facts, std::uint32_t row);

/// Hidden rows and columns in ascending order, those that touch or overlap made one.
void order_hidden(SheetFacts& facts);

/// Says which merges share a cell.
void remark_on_overlaps(const std::vector<CellRange>& merges, Remarks& remarks);

/// Says which cells hold a value that nobody sees, since a merge shows its first cell only. The values stay.
void remark_on_covered_values(const Grid& grid, const archive::ReadGuard& guard, Remarks& remarks);

} // namespace bilan::cells
