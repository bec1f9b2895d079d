// SPDX-License-Identifier: MPL-2.0
//
// The records of each file of this folder. Constant data; any thread.
#pragma once

#include "script/record.hpp"

#include <vector>

namespace bilan::script {

[[nodiscard]] const GroupRecord& field_source_class();
[[nodiscard]] const GroupRecord& expression_class();
[[nodiscard]] const GroupRecord& measure_class();
[[nodiscard]] const GroupRecord& figure_class();
[[nodiscard]] const GroupRecord& query_class();
[[nodiscard]] const GroupRecord& groups_class();
[[nodiscard]] const GroupRecord& crossing_class();
[[nodiscard]] const GroupRecord& state_class();
[[nodiscard]] const GroupRecord& parameter_class();
[[nodiscard]] const GroupRecord& report_class();
[[nodiscard]] const GroupRecord& run_class();

/// Functions that stand right in `bilan`.
[[nodiscard]] std::vector<FunctionRecord> expression_functions();
[[nodiscard]] std::vector<FunctionRecord> measure_functions();
[[nodiscard]] std::vector<FunctionRecord> report_functions();
[[nodiscard]] std::vector<FunctionRecord> figure_functions();
[[nodiscard]] std::vector<FunctionRecord> state_functions();
[[nodiscard]] std::vector<FunctionRecord> journal_functions();

[[nodiscard]] const GroupRecord& bilan_group();
[[nodiscard]] const GroupRecord& parameter_group();
[[nodiscard]] const GroupRecord& text_group();
[[nodiscard]] const GroupRecord& number_group();
[[nodiscard]] const GroupRecord& spec_group();

} // namespace bilan::script
