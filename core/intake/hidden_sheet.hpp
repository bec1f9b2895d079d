// SPDX-License-Identifier: MPL-2.0
//
// A hidden sheet is not read. Lists for drop-downs lie there, and sometimes the partner's records: those are not lost
// in silence. One thread.
#pragma once

#include "intake/draft.hpp"
#include "intake/table/region.hpp"

#include <optional>

namespace bilan::intake {

/// Rows that a schema of bilan would read there, with its name; nothing where the sheet holds no figures of records.
[[nodiscard]] std::optional<base::Message> records_of_hidden_sheet(const TakeIn& take_in, const SheetView& view);

} // namespace bilan::intake
