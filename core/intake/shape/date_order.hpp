// SPDX-License-Identifier: MPL-2.0
//
// In which order a table writes day and month. Pure function, any thread.
#pragma once

#include "intake/draft.hpp"

namespace bilan::intake {

/// Two texts or more in the columns of dates are dates in the American order only (12/31/2024), and none in ours only:
/// then 03/04/2024 beside them is the fourth of March. A real date after the 12th tells nothing of texts.
[[nodiscard]] bool has_american_dates(const TableDraft& draft);

} // namespace bilan::intake
