// SPDX-License-Identifier: MPL-2.0
//
// Signs that stop Lua's compiler because they are of another language (`+=`, `!=`, `&&`) or come from a word processor
// (curly quotes, no-break spaces), which Lua names by a byte at most. Pure; any thread.
#pragma once

#include "script/fault.hpp"

#include <string_view>

namespace bilan::script {

/// Puts better words into the fault of `code`, which does not compile, when such a sign is what it stopped at.
void name_foreign_sign(Fault& fault, std::string_view code);

} // namespace bilan::script
