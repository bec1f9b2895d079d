// SPDX-License-Identifier: MPL-2.0
//
// A report that a test makes over files that the test writes. Value types; any thread.
#pragma once

#include "script/report.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bilan::script {

struct TrialRequest {
    std::string report;                       ///< beside the spec: `jardins`; or an id
    std::map<std::string, std::string> files; ///< partners' files by name: the text of a csv each
    std::optional<int> year;
    std::string territory;
    std::map<std::string, ParameterValue> parameters;
};

/// What was found while the files were read and the rules applied.
struct TriedFinding {
    std::string code; ///< of the rule: `J01`, or of the message: `BIL-214`
    std::string text;
    std::string file;
    std::optional<std::int64_t> row; ///< from 1
};

struct TriedReport {
    BuiltReport report;
    std::vector<TriedFinding> findings;
};

} // namespace bilan::script
