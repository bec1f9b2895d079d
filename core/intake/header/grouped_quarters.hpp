// SPDX-License-Identifier: MPL-2.0
//
// « QN06903M » and « QN06904M », each over « Nb de bénéficiaires » and « Montant accordé »: a quarter with several
// measures becomes a row. Pure functions, any thread.
#pragma once

#include "intake/header/mapping.hpp"

namespace bilan::intake {

/// Marks the columns below groups that are quarters, two of them or more: by their code, by « QPV » before the name, by
/// the reference lists. Other names are quarters where all have the form of names of places, the same measures stand
/// below each, and those of a group « Total » are their sums; else nothing is marked. True when something is.
bool find_grouped_quarters(const MappingInput& input, Mapping& mapping, const data::Field& territory);

} // namespace bilan::intake
