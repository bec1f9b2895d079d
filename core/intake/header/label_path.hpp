// SPDX-License-Identifier: MPL-2.0
//
// « Tranche d'âge - 26 à 49 ans »: the group and the label of a column written in one cell. Pure functions, any thread.
#pragma once

#include "intake/header/column.hpp"
#include "intake/header/lexicon.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// Views into what was parted.
struct LabelPath {
    std::string_view group;
    std::string_view leaf;
};

/// Parted at the first ` - `, ` – `, ` : ` or ` / `. Nothing where no such sign stands between words, or where it says
/// that an age is below a bound: « Participants - 26 ans ».
[[nodiscard]] std::optional<LabelPath> label_path(std::string_view label);

/// Folded groups that two labels or more begin with.
[[nodiscard]] std::vector<std::string> shared_groups(const std::vector<std::string>& labels);

/// Headers of one row that no schema knows as they stand, over numbers, dates or answers, and that begin with a group
/// that others share, get the two levels that they would have with the group in a row of its own. Their path stays as
/// it is written.
void part_shared_groups(const Lexicon& lexicon, std::vector<HeaderColumn>& headers);

} // namespace bilan::intake
