// SPDX-License-Identifier: MPL-2.0
//
// A function of a script that a bound function calls back. Held while the call lasts; one thread: that of the state.
#pragma once

#include "script/value.hpp"

#include <memory>

namespace bilan::script {

class FunctionReference {
public:
    /// Keeps the function at `at`.
    FunctionReference(lua_State* lua, int at);
    FunctionReference(const FunctionReference&) = delete;
    FunctionReference& operator=(const FunctionReference&) = delete;
    ~FunctionReference();

    void push(lua_State* lua) const { lua_rawgeti(lua, LUA_REGISTRYINDEX, reference_); }

private:
    lua_State* lua_;
    int reference_ = 0;
};

/// Refuses anything but a function of Lua.
template <>
struct Value<std::shared_ptr<FunctionReference>> {
    static std::string name() { return "function"; }
    static std::shared_ptr<FunctionReference> read(lua_State* lua, int at, const Where& where)
    {
        if (!lua_isfunction(lua, at)) refuse(lua, at, where, name());
        return std::make_shared<FunctionReference>(lua, at);
    }
};

} // namespace bilan::script
