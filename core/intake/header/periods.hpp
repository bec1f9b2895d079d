// SPDX-License-Identifier: MPL-2.0
//
// Columns that hold one measure for the quarters or halves of a year: « Bénéficiaires T1 », « Bénéficiaires T2 ». They
// are added up, which is said; beside a column of the whole year they give way. Pure functions, any thread.
#pragma once

#include "intake/header/mapping.hpp"

#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

/// A header without the period that ends it: « Bénéficiaires », `t1`. Nothing before it where the group above says what
/// is counted.
struct PeriodHeader {
    std::string rest;   ///< as written
    std::string period; ///< `t1` to `t4`, `s1`, `s2`
};

[[nodiscard]] std::optional<PeriodHeader> cut_period(const HeaderColumn& header);
/// What the column counts in its period, when that is sure.
[[nodiscard]] std::optional<Candidate> measure_in_period(const MappingInput& input, const SchemaIndex& schema,
                                                         const HeaderColumn& header, const PeriodHeader& cut);

void find_periods(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates, Mapping& mapping);

} // namespace bilan::intake
