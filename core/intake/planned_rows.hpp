// SPDX-License-Identifier: MPL-2.0
//
// « Prévu » and « Réalisé » in rows of one action each: two of what it is, and one action. One thread.
#pragma once

#include "intake/draft.hpp"

namespace bilan::intake {

/// Where a column says of every row whether it was planned or realised, and rows of one action stand next to each other
/// with both: what was realised is the record, what was planned is set aside as a part of it. Without this the public
/// and the cost of each action would be counted twice (domain dossier 2.3: `benef_prevu` and `prevu` are fields of
/// their own).
void settle_planned_rows(TableDraft& draft);

} // namespace bilan::intake
