// SPDX-License-Identifier: MPL-2.0
//
// Columns that are values of a dimension: « Bénéficiaires 2022 », « Bénéficiaires 2023 »; a quarter per column under
// « Bénéficiaires par QPV ». Their cells become rows. Pure functions, any thread.
#pragma once

#include "intake/header/mapping.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// Marks the wide columns of a mapping, and the totals beside them, before fields are given out. `candidates` are those
/// of each column.
void find_wide_columns(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates,
                       Mapping& mapping);

/// Names that no field knows under « Nombre de bénéficiaires » may be quarters: a question.
void ask_about_quarters(const MappingInput& input, Mapping& mapping);

/// What the group above a column counts, when that is sure.
[[nodiscard]] std::optional<Candidate> measure_above(const Lexicon& lexicon, const SchemaIndex& schema,
                                                     const HeaderColumn& header);

/// The vocabulary of fields that hold quarters.
inline constexpr std::string_view territory_vocabulary = "territoire";
/// The field of a schema that holds quarters: `territoire`, `qpv` of a council; null when it has none.
[[nodiscard]] const data::Field* territory_field(const data::Schema& schema);

/// `QP044012`, `QN04401M`: the code of a priority quarter in a header or sheet name.
[[nodiscard]] bool is_quarter_code(std::string_view text);

} // namespace bilan::intake
