// SPDX-License-Identifier: MPL-2.0
//
// `local seuil = 0,8` is 0 and a value that is lost, `f.x:ge(0,8)` two arguments: French numbers in code that wants a
// point. The first is no error of Lua, so it is looked for in the text. Pure; any thread.
#pragma once

#include "script/fault.hpp"
#include "script/field_logic.hpp"

#include <optional>
#include <string_view>

namespace bilan::script {

/// The first statement that gives more numbers than it has names, or returns `0,8` without a blank.
[[nodiscard]] std::optional<FieldLogic> decimal_comma(std::string_view code);

/// Where a call or a table was refused for what it was given, and `0,8` stands in it: that is said instead.
void name_decimal_comma(Fault& fault, std::string_view code);

} // namespace bilan::script
