// SPDX-License-Identifier: MPL-2.0
//
// A limit of what a report may hold, met: it ends the script. For the thread of the script.
#pragma once

#include "script/bind.hpp"
#include "script/mistake.hpp"

namespace bilan::script {

/// Throws, and is kept as what no `pcall` holds: what a loop went on to make would be lost without a word.
[[noreturn]] void end_at_limit(const Caller& caller, const Mistake& mistake);

} // namespace bilan::script
