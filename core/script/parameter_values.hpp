// SPDX-License-Identifier: MPL-2.0
//
// The values of a report's parameters in a run. Pure; any thread.
#pragma once

#include "script/report.hpp"

#include <map>
#include <string>

namespace bilan::script {

/// Given or initial values of all declared parameters; throws base::Error (exit 2) for any that does not fit.
[[nodiscard]] std::map<std::string, ParameterValue> parameters_of(const ReportCard& card, const RunInputs& inputs);
/// Throws base::Error (exit 2) for a given parameter that the report does not declare.
void refuse_undeclared(const ReportCard& card, const RunInputs& inputs);
/// A value as it was typed, for messages.
[[nodiscard]] std::string printed(const ParameterValue& value);
/// A value as people read it: `52 %`, `10 000 €`, `oui`.
[[nodiscard]] std::string for_people(const ParameterCard& parameter, const ParameterValue& value,
                                     base::Language language);

} // namespace bilan::script
