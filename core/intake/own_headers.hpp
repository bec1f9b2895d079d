// SPDX-License-Identifier: MPL-2.0
//
// Columns of a sheet that bilan handed out whose headers were written over, above the ids that still stand below them.
// One thread.
#pragma once

#include "intake/draft.hpp"

namespace bilan::intake {

/// A header that surely says another field than its id becomes a question; one that says nothing known is read by its
/// id, and said.
void question_changed_headers(const TakeIn& take_in, TableDraft& draft);

/// Which columns of the sheet are gone, in one remark.
void say_deleted_columns(const TakeIn& take_in, const TableDraft& draft);

} // namespace bilan::intake
