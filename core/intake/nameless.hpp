// SPDX-License-Identifier: MPL-2.0
//
// Tables whose rows nobody can name. One thread.
#pragma once

#include "intake/draft.hpp"

namespace bilan::intake {

/// Says (BIL-113) that no column tells what each row is about: no title of an action, no quarter in a table of
/// quarters.
void say_nameless(const TakeIn& take_in, const TableDraft& draft);

} // namespace bilan::intake
