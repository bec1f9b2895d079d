// SPDX-License-Identifier: MPL-2.0
//
// Raising a Lua error from C++. Only where no C++ exception is alive: the error unwinds the frames of the caller.
#pragma once

#include "script/mistake.hpp"

struct lua_State;

namespace bilan::script {

/// The error value is an object that keeps the message in both languages and the line of the script.
[[noreturn]] void raise(lua_State* lua, Mistake mistake);
/// A plain text; never a format.
[[noreturn]] void raise_text(lua_State* lua, const char* text);

} // namespace bilan::script
