// SPDX-License-Identifier: MPL-2.0
//
// C++ objects in scripts: a userdata that holds a std::shared_ptr, under a metatable that scripts cannot see. One
// thread: that of the state.
#pragma once

#include <lua.hpp>

#include <cassert>
#include <cstddef>
#include <memory>
#include <new>
#include <utility>

namespace bilan::script {

/// `static constexpr const char* value = "bilan.Query"` for each type that scripts may hold.
template <class T>
struct ObjectName;

/// About how many bytes an object of a script takes outside Lua: without a better answer what its type takes, and what
/// the allocator adds for it and for a text or two.
template <class T>
struct ObjectWeight {
    static std::size_t of(const T& /*object*/) { return sizeof(T) + 64; }
};

/// Counts what an object holds in the memory of the script. Raises a Lua error when that is more than it may have.
void take_weight(lua_State* lua, std::size_t weight);
void drop_weight(lua_State* lua, std::size_t weight) noexcept;

/// What stands in a userdata.
template <class T>
struct Held {
    std::shared_ptr<T> object;
    std::size_t weight = 0;
};

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
    return is_same ? &static_cast<Held<T>*>(block)->object : nullptr;
}

template <class T>
void push_object(lua_State* lua, std::shared_ptr<T> object)
{
    luaL_checkstack(lua, 3, "object");
    if (object == nullptr) {
        lua_pushnil(lua);
        return;
    }
    const std::size_t weight = ObjectWeight<T>::of(*object);
    void* const block = lua_newuserdatauv(lua, sizeof(Held<T>), 0);
    new (block) Held<T>{std::move(object), weight};
    lua_rawgetp(lua, LUA_REGISTRYINDEX, class_key<T>());
    assert(lua_istable(lua, -1));
    lua_setmetatable(lua, -2);
    if (weight > 0) take_weight(lua, weight);
}

/// The `__gc` of a class. Resets and does not destroy, so that a second run does no harm. Calls nothing that can raise.
template <class T>
int release_object(lua_State* lua) noexcept
{
    auto* const held = static_cast<Held<T>*>(lua_touserdata(lua, 1));
    if (held == nullptr) return 0;
    held->object.reset();
    drop_weight(lua, std::exchange(held->weight, 0));
    return 0;
}

} // namespace bilan::script
