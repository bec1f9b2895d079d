// SPDX-License-Identifier: MPL-2.0
//
// The watchdog of a script: ends the process when one long step outlives the script's time and nothing inside can stop
// it. Held by whoever runs the script, for as long as it runs.
#pragma once

#include "script/report.hpp"
#include "script/state.hpp"
#include "script/watchdog.hpp"

namespace bilan::script {

/// `state` and `inputs` outlive the watchdog.
[[nodiscard]] Watchdog watch_over(const State& state, const RunInputs& inputs);

} // namespace bilan::script
