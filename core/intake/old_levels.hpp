// SPDX-License-Identifier: MPL-2.0
//
// Levels of qualification on the scale of before 2019, in roman numerals: VI and V bis are below level 3, V is 3, IV is
// 4 (domain.md 3.4.4). One thread.
#pragma once

#include "intake/draft.hpp"

#include <vector>

namespace bilan::intake {

/// « VI », « V », « IV » side by side, from the lowest on, are levels though no word says so: they get a group that
/// does.
void name_bare_levels(std::vector<HeaderColumn>& headers);

/// Which columns were taken from one scale into the other, and whether one of them is but a part of its level.
void say_old_levels(const TakeIn& take_in, const TableDraft& draft);

} // namespace bilan::intake
