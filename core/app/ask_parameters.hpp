// SPDX-License-Identifier: MPL-2.0
//
// Parameters that somebody at a terminal is asked for. One thread.
#pragma once

#include "app/session.hpp"
#include "run/run_report.hpp"

namespace bilan::app {

/// What a report of the request was not given and starts from nothing, one after the other; an empty answer leaves it
/// without a value. Asks only where somebody can answer: a terminal, and neither --quiet nor --json.
void ask_parameters(Session& session, run::ReportRequest& request);

} // namespace bilan::app
