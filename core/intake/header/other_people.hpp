// SPDX-License-Identifier: MPL-2.0
//
// « F » and « QPV » below a group that speaks of other people than the whole that they would be parts of: those of
// « Membres actifs » are not all the women, nor are those of « Public adultes » beside « Public enfants ». Works on the
// candidates of each column; pure function, any thread.
#pragma once

#include "intake/header/settle.hpp"

namespace bilan::intake {

void settle_other_people(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates);

} // namespace bilan::intake
