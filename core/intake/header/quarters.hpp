// SPDX-License-Identifier: MPL-2.0
//
// A quarter per column under « Bénéficiaires par QPV »: by its code, by the words of the group, by its name. The cells
// become rows. Pure functions, any thread.
#pragma once

#include "intake/header/mapping.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// Marks columns that are quarters for sure: codes, or any name under a group that speaks of quarters.
void find_quarters(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping);

/// Names that no field knows under « Nombre de bénéficiaires »: quarters when the reference lists know them, or when
/// they have the form of names of places, which is said; else a question.
void settle_named_quarters(const MappingInput& input, Mapping& mapping);

/// The reference lists know all the headers as quarters, or all have the form of names of places, half of them surely.
[[nodiscard]] bool may_be_quarters(const MappingInput& input, const SchemaIndex& schema,
                                   const std::vector<std::size_t>& columns);
/// « QP Bellevue », « QPV Les Tilleuls »: a name behind the word, and no word of the schema (« QPV femmes »).
[[nodiscard]] bool names_quarter(const SchemaIndex& schema, const HeaderColumn& header);

/// The group right above the column speaks of quarters.
[[nodiscard]] bool speaks_of_quarters_above(const HeaderColumn& header);
/// The residents of the quarter that heads the column, to be checked by a person; nothing where the schema counts none.
[[nodiscard]] std::optional<Candidate> residents_of(const SchemaIndex& schema, const HeaderColumn& header);
/// « Total » among the quarters.
[[nodiscard]] bool is_total_leaf(const HeaderWords& leaf);
/// The column adds up what the quarters beside it count. Its cells are compared with their sum, and stand for rows that
/// are not spread over quarters.
void make_whole(MappedColumn& column, const FieldRef& measure);

/// The vocabulary of fields that hold quarters.
inline constexpr std::string_view territory_vocabulary = "territoire";
/// The field of a schema that holds quarters: `territoire`, `qpv` of a council; null when it has none.
[[nodiscard]] const data::Field* territory_field(const data::Schema& schema);

/// `QP044012`, `QN04401M`: the code of a priority quarter in a header or sheet name.
[[nodiscard]] bool is_quarter_code(std::string_view text);

} // namespace bilan::intake
