// SPDX-License-Identifier: MPL-2.0
//
// Columns of money: whose it is, and whether it is asked, granted or paid. Pure functions, any thread.
#pragma once

#include "intake/header/context.hpp"

#include <optional>
#include <string>
#include <unordered_set>

namespace bilan::intake {

/// « Accordé », « Montant demandé »: a word of money that leaves open whose it is.
[[nodiscard]] bool is_amount_word(const HeaderWords& words);

/// « État P147 (demandé) » is not what is granted: the bracket names a stage that no spelling of the field knows.
[[nodiscard]] bool is_of_another_stage(const HeaderWords& leaf, const std::unordered_set<std::string>& words_of_field);

/// « CAF », « Région / Demandé », « Fin. Ville »: the field of the funder that the header and its groups name.
[[nodiscard]] std::optional<FamilyHit> read_funder_family(const Lexicon& lexicon, const SchemaIndex& schema,
                                                          const data::FieldFamily& family, const HeaderColumn& column);

} // namespace bilan::intake
