// SPDX-License-Identifier: MPL-2.0
#include "script/ordered.hpp"

#include "script/class.hpp"
#include "script/state.hpp"
#include "script/value.hpp"

#include <algorithm>
#include <compare>
#include <string_view>
#include <tuple>

namespace bilan::script {

namespace {

/// What a key is sorted by. The text belongs to the Lua key, which its table keeps alive.
struct SortKey {
    int kind = 0; ///< numbers, booleans, texts
    double number = 0;
    lua_Integer whole = 0; ///< tells apart whole numbers that are one double
    std::string_view text;
    lua_Integer index = 0; ///< in the table of unsorted keys

    [[nodiscard]] bool operator<(const SortKey& other) const
    {
        return std::tie(kind, number, whole, text) < std::tie(other.kind, other.number, other.whole, other.text);
    }
};

SortKey sort_key(lua_State* lua, int at)
{
    switch (lua_type(lua, at)) {
    case LUA_TNUMBER:
        return {0, lua_tonumber(lua, at), lua_isinteger(lua, at) != 0 ? lua_tointeger(lua, at) : 0, {}, 0};
    case LUA_TBOOLEAN: return {1, static_cast<double>(lua_toboolean(lua, at)), 0, {}, 0};
    case LUA_TSTRING: {
        std::size_t length = 0;
        const char* const text = lua_tolstring(lua, at, &length);
        return {2, 0, 0, {text, length}, 0};
    }
    default: throw Mistake("BIL-624", {described(lua, at)}, "pairs");
    }
}

/// Leaves a list of the keys of the table at 1, in order, at the top.
lua_Integer push_sorted_keys(lua_State* lua)
{
    lua_newtable(lua);
    const int unsorted = lua_gettop(lua);
    std::vector<SortKey> keys;
    lua_pushnil(lua);
    while (lua_next(lua, 1) != 0) {
        lua_pop(lua, 1);
        keys.push_back(sort_key(lua, -1));
        keys.back().index = static_cast<lua_Integer>(keys.size());
        lua_pushvalue(lua, -1);
        lua_rawseti(lua, unsorted, keys.back().index);
    }
    State::of(lua).budget().charge(lua, keys.size() * 8);
    std::ranges::sort(keys, [](const SortKey& left, const SortKey& right) { return left < right; });
    lua_createtable(lua, static_cast<int>(keys.size()), 0);
    for (std::size_t place = 0; place < keys.size(); ++place) {
        lua_rawgeti(lua, unsorted, keys[place].index);
        lua_rawseti(lua, -2, static_cast<lua_Integer>(place + 1));
    }
    lua_remove(lua, unsorted);
    return static_cast<lua_Integer>(keys.size());
}

/// Upvalues: the table, its sorted keys, how many are done.
int next_sorted(lua_State* lua)
{
    for (;;) {
        const lua_Integer place = lua_tointeger(lua, lua_upvalueindex(3)) + 1;
        lua_pushinteger(lua, place);
        lua_replace(lua, lua_upvalueindex(3));
        if (lua_rawgeti(lua, lua_upvalueindex(2), place) == LUA_TNIL) return 1;
        lua_pushvalue(lua, -1);
        if (lua_rawget(lua, lua_upvalueindex(1)) != LUA_TNIL && !is_nothing(lua, -1)) return 2;
        lua_pop(lua, 2); // the loop has taken this one out, or it has no value
    }
}

} // namespace

int ordered_pairs(lua_State* lua)
{
    luaL_checkany(lua, 1);
    if (luaL_getmetafield(lua, 1, "__pairs") != LUA_TNIL) {
        lua_pushvalue(lua, 1);
        lua_call(lua, 1, 3);
        return 3;
    }
    if (!lua_istable(lua, 1)) refuse(lua, 1, Where("pairs"), "table");
    lua_settop(lua, 1);
    push_sorted_keys(lua);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, &next_sorted, 3);
    return 1;
}

int ordered_next(lua_State* lua)
{
    lua_settop(lua, 2);
    if (!lua_istable(lua, 1)) refuse(lua, 1, Where("next"), "table");
    const bool has_previous = !lua_isnil(lua, 2);
    const SortKey previous = has_previous ? sort_key(lua, 2) : SortKey{};
    std::optional<SortKey> best;
    std::uint64_t seen = 0;
    lua_pushnil(lua); // 3: the best key so far
    lua_pushnil(lua);
    while (lua_next(lua, 1) != 0) {
        lua_pop(lua, 1);
        ++seen;
        const SortKey key = sort_key(lua, -1);
        if ((has_previous && !(previous < key)) || (best && !(key < *best))) continue;
        best = key;
        lua_pushvalue(lua, -1);
        lua_replace(lua, 3);
    }
    State::of(lua).budget().charge(lua, seen);
    lua_settop(lua, 3);
    if (!best) return 1;
    lua_pushvalue(lua, 3);
    lua_rawget(lua, 1);
    return 2;
}

} // namespace bilan::script
