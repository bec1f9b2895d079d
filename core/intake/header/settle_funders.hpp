// SPDX-License-Identifier: MPL-2.0
//
// Headers that name a funder and something else: « Commune » is a place, « CP » a postcode, « CA » the accounts of the
// year. The columns beside them say which, or nobody can. Pure functions, any thread.
#pragma once

#include "intake/header/settle.hpp"

namespace bilan::intake {

/// In place; `candidates` as `headers`, the surest first. What stays open has no sure candidate.
void settle_funders(const std::vector<HeaderColumn>& headers, Candidates& candidates);

} // namespace bilan::intake
