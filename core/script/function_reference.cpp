// SPDX-License-Identifier: MPL-2.0
#include "script/function_reference.hpp"

namespace bilan::script {

FunctionReference::FunctionReference(lua_State* lua, int at) : lua_(lua)
{
    luaL_checkstack(lua, 2, "function");
    lua_pushvalue(lua, at);
    reference_ = luaL_ref(lua, LUA_REGISTRYINDEX);
}

FunctionReference::~FunctionReference()
{
    luaL_unref(lua_, LUA_REGISTRYINDEX, reference_); // gives a place back: needs no memory and cannot raise
}

} // namespace bilan::script
