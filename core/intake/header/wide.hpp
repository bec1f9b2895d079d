// SPDX-License-Identifier: MPL-2.0
//
// Columns that are values of a dimension: « Bénéficiaires 2022 », « Bénéficiaires 2023 »; a funder per column. Their
// cells become rows. Quarters per column: `quarters.hpp`. Pure functions, any thread.
#pragma once

#include "intake/header/mapping.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// Marks the wide columns of a mapping, and the totals beside them, before fields are given out. `candidates` are those
/// of each column.
void find_wide_columns(const MappingInput& input, const std::vector<std::vector<Candidate>>& candidates,
                       Mapping& mapping);

/// The column holds the measure for one value of the dimension.
void mark_wide(MappedColumn& column, const Candidate& measure, std::string_view dimension, std::string value);

} // namespace bilan::intake
