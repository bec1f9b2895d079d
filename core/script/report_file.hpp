// SPDX-License-Identifier: MPL-2.0
//
// A report file: found by its id or path, run once to learn what it declares. One thread.
#pragma once

#include "script/api/objects.hpp"
#include "script/state.hpp"

namespace bilan::script {

/// Runs the file in the state and gives what it returned. Throws base::Error (exit 6) when that is no report.
[[nodiscard]] std::shared_ptr<ReportObject> load_report(State& state, const std::filesystem::path& file);

} // namespace bilan::script
