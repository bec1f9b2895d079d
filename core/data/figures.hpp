// SPDX-License-Identifier: MPL-2.0
//
// The figures of one measure over the groups of some rows. Inner header of data/. One thread.
#pragma once

#include "data/grouping.hpp"
#include "data/measure.hpp"

#include <memory>
#include <vector>

namespace bilan::data {

/// One figure per group; `chosen_by` and `condition` are what its sources say of the rows. REQUIRES: the measure names
/// only fields of the dataset and its schema.
[[nodiscard]] std::vector<Figure> figures_of(const std::shared_ptr<const Dataset>& dataset, const Measure& measure,
                                             const Grouping& grouping,
                                             std::shared_ptr<const FieldSet> chosen_by = nullptr,
                                             ExpressionPointer condition = nullptr);

/// The figure of a cell without rows: no value, nobody was asked.
[[nodiscard]] Figure figure_of_no_rows(const Measure& measure);

} // namespace bilan::data
