// SPDX-License-Identifier: MPL-2.0
//
// Measures before they are computed over a query: checked against its fields, their doubts said, their unit set. For
// the thread of the script.
#pragma once

#include "script/api/query_options.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace bilan::script {

/// Throws Mistake for fields that are not there and for what cannot be meant.
[[nodiscard]] data::Measure ready(const std::shared_ptr<QueryObject>& self, const MeasureObject& measure);
[[nodiscard]] std::vector<std::pair<std::string, data::Measure>> ready(const std::shared_ptr<QueryObject>& self,
                                                                       const NamedMeasures& named);

} // namespace bilan::script
