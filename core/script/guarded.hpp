// SPDX-License-Identifier: MPL-2.0
//
// The border of the hand-written functions of the sandbox, which work on the Lua stack themselves: a C++ exception
// becomes a Lua error once it is over. Lua's own errors pass, as nothing here catches everything.
#pragma once

#include "script/raise.hpp"
#include "script/state.hpp"

#include <lua.hpp>

namespace bilan::script {

template <lua_CFunction F>
int guarded(lua_State* lua)
{
    return border(lua, "lua", [lua] { return F(lua); });
}

/// The functions of one file of the sandbox.
struct NamedFunction {
    const char* name;
    lua_CFunction function;
};

} // namespace bilan::script
