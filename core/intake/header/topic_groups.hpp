// SPDX-License-Identifier: MPL-2.0
//
// Groups that name a part of a sheet and no part of what is counted: « Fonctionnement » over « Membres actifs », « Axe
// 3 - Recruter » over « Embauches ». A word that another field has too makes them no group of that field. Pure
// functions, any thread.
#pragma once

#include "intake/header/column.hpp"
#include "intake/header/lexicon.hpp"

#include <cstddef>
#include <span>

namespace bilan::intake {

/// `groups`: the levels above the label, `at` one of them. The label is a spelling of the field, word for word, that
/// needs no group to say what it counts, or one with a group nearer to it (« Axe 3 / Embauches / dont QPV »), or a
/// category of people under a heading of such; and the group neither leaves anybody out, nor speaks of another figure,
/// nor names another field of the same kind in full: « Sorties » over « Abandons ».
[[nodiscard]] bool is_only_topic(const SchemaIndex& schema, const HeaderColumn& column,
                                 std::span<const HeaderWords> groups, std::size_t at, const Term& term);

/// « Objectifs 2024 », « Rappel », « Évolution » and nothing else: what stands below is not what was counted.
[[nodiscard]] bool is_of_another_figure(const HeaderWords& group);

} // namespace bilan::intake
