// SPDX-License-Identifier: MPL-2.0
//
// The border of the hand-written functions of the sandbox, which work on the Lua stack themselves: a C++ exception
// becomes a Lua error once it is over. Lua's own errors pass, as nothing here catches everything.
#pragma once

#include "script/raise.hpp"
#include "script/state.hpp"

#include <lua.hpp>

#include <optional>

namespace bilan::script {

template <lua_CFunction F> int guarded(lua_State* lua)
{
    std::optional<Mistake> mistake;
    try {
        return F(lua);
    } catch (const Mistake& thrown) {
        mistake = thrown;
    } catch (const std::exception& thrown) {
        mistake.emplace("BIL-640", std::vector<std::string>{thrown.what()});
    }
    raise(lua, std::move(*mistake));
}

/// The functions of one file of the sandbox.
struct NamedFunction {
    const char* name;
    lua_CFunction function;
};

} // namespace bilan::script
