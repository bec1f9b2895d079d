// SPDX-License-Identifier: MPL-2.0
//
// What columns of crosses have to be told. One thread.
#pragma once

#include "intake/draft.hpp"

namespace bilan::intake {

/// Says which crosses became a field, which nobody knows, and which do not tell the value that is asked. REQUIRES: a
/// schema.
void say_crosses(const TakeIn& take_in, const TableDraft& draft);

} // namespace bilan::intake
