// SPDX-License-Identifier: MPL-2.0
//
// From a block of cells to a table whose schema and columns are known. One thread.
#pragma once

#include "intake/draft.hpp"

#include <vector>

namespace bilan::intake {

/// Columns, schema and rows of one block. A block that no schema fits comes back without a schema, and says why.
[[nodiscard]] TableDraft understand(const TakeIn& take_in, const SheetView& view, Block block);

/// Tables without anything that names a record, in a file that has a table with: they sum it up, and are set aside.
void find_recaps(std::vector<TableDraft>& drafts, bool is_schema_asked_for);

} // namespace bilan::intake
