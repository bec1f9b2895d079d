// SPDX-License-Identifier: MPL-2.0
//
// A value of Lua in one line, as the console shows it: tables with what they hold. One thread.
#pragma once

#include "base/language.hpp"

#include <string>

struct lua_State;

namespace bilan::script {

/// A figure with what it rests on, a text in quotes, a table as `{ 1, name = "x" }`, cut where nobody reads on; the
/// functions of a library by their names.
[[nodiscard]] std::string in_one_line(lua_State* lua, int at, base::Language language);

} // namespace bilan::script
