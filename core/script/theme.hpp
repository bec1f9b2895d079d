// SPDX-License-Identifier: MPL-2.0
//
// What a report file declares for itself, taken up by a session: its indicators; its schemas and vocabularies come with
// the domain. One thread: that of the state.
#pragma once

#include "script/api/session.hpp"
#include "script/state.hpp"

#include <filesystem>
#include <vector>

namespace bilan::script {

/// The indicators of a report that was loaded in this state. Throws ScriptError with the report's file and line for one
/// that is not well formed.
void take_indicators(const ReportObject& report, Session& session);
/// Loads these reports, runs none of them, and takes their indicators and the values of their parameters; of two with
/// one name, the first report's. `require` looks where it looked before.
void take_themes(State& state, const std::vector<std::filesystem::path>& reports, Session& session);

} // namespace bilan::script
