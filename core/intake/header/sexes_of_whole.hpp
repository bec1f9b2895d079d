// SPDX-License-Identifier: MPL-2.0
//
// Women and men whose numbers add up to those of a whole: « Membres | Habitants | Acteurs locaux | dont femmes | dont
// hommes » counts the women among all the members. Pure function, any thread.
#pragma once

#include "intake/header/match.hpp"

#include <cstddef>
#include <vector>

namespace bilan::intake {

/// The women or men at `at`, and the other sex, are all of the whole that their own header says they are a part of.
[[nodiscard]] bool are_sexes_of_whole(const std::vector<HeaderColumn>& headers,
                                      const std::vector<std::vector<Candidate>>& candidates, std::size_t at);

} // namespace bilan::intake
