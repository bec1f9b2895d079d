// SPDX-License-Identifier: MPL-2.0
//
// What the groups above a header do to its meaning: « Accordé » under « Région » is the Region's money, « F » under
// « Public prévu » the women foreseen. Pure functions, any thread.
#pragma once

#include "intake/header/column.hpp"
#include "intake/header/lexicon.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace bilan::intake {

/// 1 when the groups agree with the field or say nothing of it; less when they speak of something else.
/// `groups`: the levels above the one that is taken as the header.
[[nodiscard]] double context_factor(const SchemaIndex& schema, const HeaderColumn& column, const Term& term,
                                    std::span<const HeaderWords> groups);

/// « Région » over « Demandé » and « Accordé »: the amounts are not those of programme 147.
[[nodiscard]] bool is_under_other_funder(const Lexicon& lexicon, const HeaderColumn& column);

/// « Ville » under « Plan de financement ».
[[nodiscard]] bool is_funder_among_amounts(const Lexicon& lexicon, const HeaderColumn& column);

/// « Accordé » under a group that no schema has a word for: a name, perhaps of a funder.
[[nodiscard]] bool is_amount_under_unheard_group(const Lexicon& lexicon, const SchemaIndex& schema,
                                                 const HeaderColumn& column);

/// « Habitants QPV », « Femmes »: the columns below count only some of the people.
[[nodiscard]] bool is_restriction(const HeaderWords& group);

/// « Bénéficiaires », « Public touché », « Total » over a part of `field`'s whole: all of them, and nobody is left out.
[[nodiscard]] bool speaks_of_all(const SchemaIndex& schema, const HeaderWords& group, const data::Field& field);

/// A group carried to this column speaks of money, say, and the field counts persons: the group ended before.
/// So does « Embauches », a field that counts, carried over « Total achats », one of money.
[[nodiscard]] bool ends_before(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderWords& group,
                               const data::Field& field);

/// « Sorties », « Habitants QPV », « Public prévu » over an age: some of the people of that age, or others.
[[nodiscard]] bool is_below_others(const HeaderColumn& column);

/// `femme`, `homme`, as tokens are.
[[nodiscard]] bool names_sex(std::string_view token);

/// « Liste d'attente », « Salariés » over « Femmes » and « Hommes »: people whom no schema has a word for, and not the
/// public of the action. What only says that somebody came or is counted leaves nobody out.
[[nodiscard]] bool is_unheard_people(const SchemaIndex& schema, const HeaderWords& group);

struct FamilyHit {
    data::Field field;
    double confidence = 0;
    bool is_planned = false; ///< an amount that is only planned, where nothing else says what was granted
    bool is_named = false;   ///< a funder by its proper name, over numbers that nothing says to be money
};

/// The field of a family that the header and its groups name.
[[nodiscard]] std::optional<FamilyHit> read_family(const Lexicon& lexicon, const SchemaIndex& schema,
                                                   const data::FieldFamily& family, const HeaderColumn& column);

[[nodiscard]] data::Field field_of_family(const data::FieldFamily& family, std::string_view suffix,
                                          std::string_view label);
[[nodiscard]] const data::Field* field_by_id(const data::Schema& schema, std::string_view id);

} // namespace bilan::intake
