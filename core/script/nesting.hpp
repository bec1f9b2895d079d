// SPDX-License-Identifier: MPL-2.0
//
// Where a script that Lua's compiler gives up on is nested most: it says neither line nor what. Pure; any thread.
#pragma once

#include "script/fault.hpp"

#include <string_view>

namespace bilan::script {

/// The line on which brackets, blocks and `..` in a row stand deepest one in another.
[[nodiscard]] int deepest_line(std::string_view code);

/// Puts words and a line into the fault of `code` when the compiler ran out of depth.
void name_nesting(Fault& fault, std::string_view code);

} // namespace bilan::script
