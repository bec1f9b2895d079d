// SPDX-License-Identifier: MPL-2.0
//
// How a C++ type crosses to Lua and back. A type without a `Value` does not compile. Strict: "12" is no number and 12
// is no text, as Lua's own conversions would hide the very mess that bilan is there to find. Reading throws Mistake;
// pushing may raise a Lua error. One thread: that of the state.
#pragma once

#include "script/object.hpp"
#include "script/where.hpp"

#include <lua.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace bilan::script {

/// `name()` is the type in editor definitions; `read` takes the value at `at`, which may be absent.
template <class T>
struct Value;

/// What stands at `at`, for messages: `nil`, `number 12`, `string "80 %"`, `bilan.Query`.
[[nodiscard]] std::string described(lua_State* lua, int at);
/// BIL-601: `where` wants `expected` and got what stands at `at`.
[[noreturn]] void refuse(lua_State* lua, int at, const Where& where, std::string_view expected);
/// The same; `shown` says more of what is expected than its type: the keys of a table.
[[noreturn]] void refuse(lua_State* lua, int at, const Where& where, std::string_view expected, std::string_view shown);

template <>
struct Value<bool> {
    static std::string name() { return "boolean"; }
    static bool read(lua_State* lua, int at, const Where& where);
    static void push(lua_State* lua, bool value) { lua_pushboolean(lua, value ? 1 : 0); }
};

template <>
struct Value<double> {
    static std::string name() { return "number"; }
    static double read(lua_State* lua, int at, const Where& where);
    /// Whole numbers go over as integers, so that they print without `.0`. Not a number is refused.
    static void push(lua_State* lua, double value);
};

template <>
struct Value<std::int64_t> {
    static std::string name() { return "integer"; }
    static std::int64_t read(lua_State* lua, int at, const Where& where);
    static void push(lua_State* lua, std::int64_t value) { lua_pushinteger(lua, value); }
};

template <>
struct Value<std::string> {
    static std::string name() { return "string"; }
    /// A copy with its length; invalid UTF-8 is refused.
    static std::string read(lua_State* lua, int at, const Where& where);
    static void push(lua_State* lua, const std::string& value) { lua_pushlstring(lua, value.data(), value.size()); }
};

template <class T>
struct Value<std::optional<T>> {
    static constexpr bool is_optional = true;
    static std::string name() { return Value<T>::name(); }
    static std::optional<T> read(lua_State* lua, int at, const Where& where)
    {
        if (lua_isnoneornil(lua, at)) return std::nullopt;
        return Value<T>::read(lua, at, where);
    }
    static void push(lua_State* lua, const std::optional<T>& value)
    {
        if (value)
            Value<T>::push(lua, *value);
        else
            lua_pushnil(lua);
    }
};

/// The length of the list at `at`; refuses anything with other keys or holes.
[[nodiscard]] std::size_t list_length(lua_State* lua, int at, const Where& where);

template <class T>
struct Value<std::vector<T>> {
    static std::string name() { return Value<T>::name() + "[]"; }
    static std::vector<T> read(lua_State* lua, int at, const Where& where)
    {
        const std::size_t length = list_length(lua, at, where);
        std::vector<T> items;
        items.reserve(length);
        luaL_checkstack(lua, 2, "list");
        for (std::size_t item = 1; item <= length; ++item) {
            lua_rawgeti(lua, at, static_cast<lua_Integer>(item));
            items.push_back(Value<T>::read(lua, lua_gettop(lua), Where(where, item)));
            lua_pop(lua, 1);
        }
        return items;
    }
    static void push(lua_State* lua, const std::vector<T>& items)
    {
        luaL_checkstack(lua, 3, "list");
        lua_createtable(lua, static_cast<int>(items.size()), 0);
        for (std::size_t item = 0; item < items.size(); ++item) {
            Value<T>::push(lua, items[item]);
            lua_rawseti(lua, -2, static_cast<lua_Integer>(item + 1));
        }
    }
};

/// Objects are shared: nothing that a script holds can dangle.
template <class T>
struct Value<std::shared_ptr<T>> {
    static std::string name() { return ObjectName<T>::value; }
    static std::shared_ptr<T> read(lua_State* lua, int at, const Where& where)
    {
        if (const std::shared_ptr<T>* object = to_object<T>(lua, at); object != nullptr && *object != nullptr)
            return *object;
        refuse(lua, at, where, name());
    }
    static void push(lua_State* lua, const std::shared_ptr<T>& object) { push_object<T>(lua, object); }
};

} // namespace bilan::script
