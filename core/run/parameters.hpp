// SPDX-License-Identifier: MPL-2.0
//
// What `--param name=value` says, by the types that a report declares. Pure.
#pragma once

#include "script/report.hpp"

#include <map>
#include <string>

namespace bilan::run {

/// Values by name; parameters that were not given are absent. Numbers are read as people write them (« 1 200 000 »,
/// « 12,5 % »). Throws base::Error (exit 2) for a name the report does not have or a value of another type.
[[nodiscard]] std::map<std::string, script::ParameterValue>
parameters_of(const script::ReportCard& card, const std::map<std::string, std::string>& given);

} // namespace bilan::run
