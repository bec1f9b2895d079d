// SPDX-License-Identifier: MPL-2.0
//
// Which schema a table is of: the one that its headers, its titles and the names around it speak for. One thread.
#pragma once

#include "intake/draft.hpp"

namespace bilan::intake {

/// Gives the draft its mapping, how sure that is and why; without a schema that fits, only why.
void choose_schema(const TakeIn& take_in, const MappingInput& input, TableDraft& draft);

} // namespace bilan::intake
