// SPDX-License-Identifier: MPL-2.0
//
// « Bilan 2025 » alone in its row among the records: what follows is the table of that year, under the header above.
// Pure functions, any thread.
#pragma once

#include "intake/table/region.hpp"

#include <vector>

namespace bilan::intake {

/// The same blocks, each with a header cut where such a title stands above records.
[[nodiscard]] std::vector<Block> cut_at_years(const SheetView& view, std::vector<Block> blocks);

} // namespace bilan::intake
