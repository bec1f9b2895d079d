// SPDX-License-Identifier: MPL-2.0
//
// Plans of funding whose columns are rows: « Droit commun » and « Crédits spécifiques » over « Prévu » and « Réalisé »,
// « Financeur 1 », « Montant 1 », « Financeur 2 », « Montant 2 ». Pure functions, any thread.
#pragma once

#include "intake/header/mapping.hpp"

namespace bilan::intake {

/// Two natures of credits at least, one of them ordinary or specific, each above or below an amount.
void find_natures(const MappingInput& input, Mapping& mapping);

/// Two pairs at least of a column that names the funder and the columns of its amounts, all of the same kind.
void find_named_pairs(const MappingInput& input, Mapping& mapping);

} // namespace bilan::intake
