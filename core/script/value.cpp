// SPDX-License-Identifier: MPL-2.0
#include "script/value.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "script/hints.hpp"
#include "script/mistake.hpp"
#include "script/sandbox_patterns.hpp"

#include <cmath>

namespace bilan::script {

namespace {

constexpr std::size_t longest_shown = 40;

/// The `__name` of a host object's metatable; the script's own tables have none that counts.
std::string object_name(lua_State* lua, int at)
{
    std::string name = "userdata";
    if (lua_getmetatable(lua, at) == 0) return name;
    lua_pushliteral(lua, "__name");
    lua_rawget(lua, -2);
    if (lua_type(lua, -1) == LUA_TSTRING) name = lua_tostring(lua, -1);
    lua_pop(lua, 2);
    return name;
}

} // namespace

std::string described(lua_State* lua, int at)
{
    switch (lua_type(lua, at)) {
    case LUA_TNONE:
    case LUA_TNIL: return "nil";
    case LUA_TBOOLEAN: return lua_toboolean(lua, at) != 0 ? "boolean true" : "boolean false";
    case LUA_TNUMBER: {
        const double number = lua_tonumber(lua, at);
        return std::isfinite(number) ? "number " + base::shortest(number) : "number " + std::string("nan/inf");
    }
    case LUA_TSTRING: {
        std::size_t length = 0;
        const char* const text = lua_tolstring(lua, at, &length);
        return "string \"" + base::for_display({text, length}, longest_shown) + '"';
    }
    case LUA_TUSERDATA: return object_name(lua, at);
    default: return lua_typename(lua, lua_type(lua, at));
    }
}

void refuse(lua_State* lua, int at, const Where& where, std::string_view expected)
{
    refuse(lua, at, where, expected, expected);
}

void refuse(lua_State* lua, int at, const Where& where, std::string_view expected, std::string_view shown)
{
    std::string got = described(lua, at);
    const char* const code = hint_of(where.text(), expected, got);
    const std::string_view instead = instead_of(where.text(), got);
    throw Mistake(code, {where.text(), std::string(instead.empty() ? shown : instead), std::move(got)},
                  where.subject());
}

bool Value<bool>::read(lua_State* lua, int at, const Where& where)
{
    if (lua_type(lua, at) != LUA_TBOOLEAN) refuse(lua, at, where, name());
    return lua_toboolean(lua, at) != 0;
}

double Value<double>::read(lua_State* lua, int at, const Where& where)
{
    if (lua_type(lua, at) != LUA_TNUMBER) refuse(lua, at, where, name());
    const double number = lua_tonumber(lua, at);
    if (!std::isfinite(number)) refuse(lua, at, where, name());
    return number;
}

void Value<double>::push(lua_State* lua, double value)
{
    constexpr double largest_whole = 9007199254740992.0;
    if (!std::isfinite(value)) throw Mistake("BIL-602");
    if (std::trunc(value) == value && std::abs(value) < largest_whole)
        lua_pushinteger(lua, static_cast<lua_Integer>(value));
    else
        lua_pushnumber(lua, value);
}

std::int64_t Value<std::int64_t>::read(lua_State* lua, int at, const Where& where)
{
    int is_whole = 0;
    const lua_Integer number = lua_type(lua, at) == LUA_TNUMBER ? lua_tointegerx(lua, at, &is_whole) : 0;
    if (is_whole == 0) refuse(lua, at, where, name());
    return number;
}

std::string Value<std::string>::read(lua_State* lua, int at, const Where& where)
{
    if (lua_type(lua, at) != LUA_TSTRING) refuse(lua, at, where, name());
    std::size_t length = 0;
    const char* const text = lua_tolstring(lua, at, &length);
    if (!base::is_utf8({text, length})) refuse(lua, at, where, "string (UTF-8)");
    return {text, length};
}

std::size_t list_length(lua_State* lua, int at, const Where& where)
{
    if (!lua_istable(lua, at)) refuse(lua, at, where, "list");
    luaL_checkstack(lua, 3, "list");
    std::size_t length = 0;
    lua_pushnil(lua);
    while (lua_next(lua, at) != 0) {
        ++length;
        lua_pop(lua, 1);
        if (lua_type(lua, -1) != LUA_TSTRING) continue;
        const std::string key = lua_tostring(lua, -1);
        const bool is_condition = where.text().starts_with("Query:where");
        throw Mistake(is_condition ? "BIL-887" : "BIL-906", {where.text(), key}, key);
    }
    if (length == 0 && lua_getmetatable(lua, at) != 0) // whose items are made up by functions, one after the other
        throw Mistake("BIL-601", {where.text(), "list without setmetatable", "table with a metatable"},
                      where.subject());
    std::size_t bytes = 0; // Lua holds a text once however often a list names it; here each becomes a copy
    for (std::size_t item = 1; item <= length; ++item) {
        const bool is_there = lua_rawgeti(lua, at, static_cast<lua_Integer>(item)) != LUA_TNIL;
        if (lua_type(lua, -1) == LUA_TSTRING) bytes += lua_rawlen(lua, -1);
        lua_pop(lua, 1);
        if (bytes > longest_text)
            throw Mistake("BIL-626", {where.text(), std::to_string(longest_text)}, where.subject());
        if (!is_there) throw Mistake("BIL-603", {where.text(), std::to_string(item)}, where.subject());
    }
    return length;
}

} // namespace bilan::script
