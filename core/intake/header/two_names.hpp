// SPDX-License-Identifier: MPL-2.0
//
// A header that says one thing by two names: « Association / structure ». Pure function, any thread.
#pragma once

#include "intake/header/match.hpp"

#include <vector>

namespace bilan::intake {

/// The field that both names surely are; empty where they are of two fields, or one of them is of none.
[[nodiscard]] std::vector<Candidate> match_two_names(const Lexicon& lexicon, const SchemaIndex& schema,
                                                     const HeaderColumn& column);

} // namespace bilan::intake
