// SPDX-License-Identifier: MPL-2.0
//
// C++ objects in scripts: a userdata that holds a std::shared_ptr, under a metatable that scripts cannot see. One
// thread: that of the state.
#pragma once

#include <lua.hpp>

#include <cassert>
#include <memory>
#include <new>

namespace bilan::script {

/// `static constexpr const char* value = "bilan.Query"` for each type that scripts may hold.
template <class T>
struct ObjectName;

/// The metatable of T in the registry of a state stands under this address.
template <class T>
const void* class_key()
{
    static const char key = 0;
    return &key;
}

/// Null when the value at `at` is no T.
template <class T>
std::shared_ptr<T>* to_object(lua_State* lua, int at)
{
    void* const block = lua_touserdata(lua, at);
    if (block == nullptr || lua_getmetatable(lua, at) == 0) return nullptr;
    lua_rawgetp(lua, LUA_REGISTRYINDEX, class_key<T>());
    const bool is_same = lua_rawequal(lua, -1, -2) != 0;
    lua_pop(lua, 2);
    return is_same ? static_cast<std::shared_ptr<T>*>(block) : nullptr;
}

template <class T>
void push_object(lua_State* lua, std::shared_ptr<T> object)
{
    luaL_checkstack(lua, 3, "object");
    if (object == nullptr) {
        lua_pushnil(lua);
        return;
    }
    void* const block = lua_newuserdatauv(lua, sizeof(std::shared_ptr<T>), 0);
    new (block) std::shared_ptr<T>(std::move(object));
    lua_rawgetp(lua, LUA_REGISTRYINDEX, class_key<T>());
    assert(lua_istable(lua, -1));
    lua_setmetatable(lua, -2);
}

/// The `__gc` of a class. Resets and does not destroy, so that a second run does no harm. Calls nothing that can raise.
template <class T>
int release_object(lua_State* lua) noexcept
{
    if (void* const block = lua_touserdata(lua, 1); block != nullptr) static_cast<std::shared_ptr<T>*>(block)->reset();
    return 0;
}

} // namespace bilan::script
