// SPDX-License-Identifier: MPL-2.0
//
// Headers that several closed lists, or a list and a free text, have in common: the cells say which. Pure functions,
// any thread.
#pragma once

#include "intake/header/settle.hpp"

#include <vector>

namespace bilan::intake {

/// « Axe » over « Emploi » and « Cohésion sociale » is the pillar, over « 1 » and « 2 » the strategic axis: of two
/// vocabularies that the header may mean, the one that the cells use.
void settle_vocabularies(const Lexicon& lexicon, const std::vector<HeaderColumn>& headers, Candidates& candidates);

} // namespace bilan::intake
