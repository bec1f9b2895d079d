// SPDX-License-Identifier: MPL-2.0
//
// What labels that come again say about where a table begins: side by side without an empty column between, or one
// below the other. Pure functions, one thread.
#pragma once

#include "intake/table/region.hpp"
#include "intake/table/side_by_side.hpp"

#include <vector>

namespace bilan::intake {

/// « Action | Montant | Action | Montant »: each first label begins a table, whose names are others. One stretch, all
/// of the block, where no label says so.
[[nodiscard]] std::vector<Stretch> tables_of_labels(const SheetView& view, const Block& block);

/// « PILIER EMPLOI | Porteur | Montant » below a table of « Action | Porteur | Montant »: the label of the first column
/// is that of the table above, and what stands in its place is a title.
void borrow_labels(const SheetView& view, HeaderScout& scout, std::vector<Block>& blocks);

} // namespace bilan::intake
