// SPDX-License-Identifier: MPL-2.0
//
// « QPV | Hors QPV » over « F | H », or « Femmes | Hommes » over « QPV | Hors QPV »: the same people counted by sex and
// by residence at once. Pure function, any thread.
#pragma once

#include "intake/header/mapping.hpp"

namespace bilan::intake {

/// Each cell is a part of two fields: of those who live there, and of that sex; a « Total » that is what all of them
/// add up to is everybody. Where others than these four are crossed (« Poches de pauvreté »), only the outer groups are
/// whole.
void find_crossed_people(const MappingInput& input, Mapping& mapping);

} // namespace bilan::intake
