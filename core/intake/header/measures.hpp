// SPDX-License-Identifier: MPL-2.0
//
// Columns of something counted or paid. Pure functions, any thread.
#pragma once

#include "intake/header/match.hpp"

#include <optional>
#include <vector>

namespace bilan::intake {

/// A field whose values may stand side by side: something counted or paid.
[[nodiscard]] bool is_measure(const data::Field& field);

/// The first of the candidates when it is a sure measure; else null.
[[nodiscard]] const Candidate* surest_measure(const std::vector<Candidate>& candidates);

/// The group right above a header as a header of its own, with the same cells below. REQUIRES: two levels.
[[nodiscard]] HeaderColumn group_above(const HeaderColumn& header);

/// « Nombre de bénéficiaires / Bellevue » in one row as a group over a leaf; the same column without such a sign.
[[nodiscard]] HeaderColumn as_two_levels(const HeaderColumn& header);

/// What the group above a column counts, when that is sure.
[[nodiscard]] std::optional<Candidate> measure_above(const Lexicon& lexicon, const SchemaIndex& schema,
                                                     const HeaderColumn& header);

} // namespace bilan::intake
