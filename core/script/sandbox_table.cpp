// SPDX-License-Identifier: MPL-2.0
#include "script/sandbox_parts.hpp"
#include "script/value.hpp"

namespace bilan::script {

namespace {

constexpr lua_Integer most_moved = 10'000'000;
constexpr std::uint64_t sort_factor = 24; ///< comparisons an item costs, near enough

/// A `__len` of the script's own could send Lua's C loops around for ever.
void check_table(lua_State* lua, const char* function)
{
    if (!lua_istable(lua, 1)) refuse(lua, 1, Where(function), "table");
    if (luaL_getmetafield(lua, 1, "__len") == LUA_TNIL) return;
    lua_pop(lua, 1);
    throw Mistake("BIL-625", {function}, function);
}

/// Lua's own function, which is upvalue 1, with the arguments as they are.
int original(lua_State* lua)
{
    lua_pushvalue(lua, lua_upvalueindex(1));
    lua_insert(lua, 1);
    lua_call(lua, lua_gettop(lua) - 1, LUA_MULTRET);
    return lua_gettop(lua);
}

int checked(lua_State* lua, const char* function, std::uint64_t factor)
{
    check_table(lua, function);
    State::of(lua).note_position();
    State::of(lua).budget().charge(lua, lua_rawlen(lua, 1) * factor + 1);
    return original(lua);
}

int concat(lua_State* lua)
{
    return checked(lua, "table.concat", 1);
}
int insert(lua_State* lua)
{
    return checked(lua, "table.insert", lua_gettop(lua) > 2 ? 1 : 0);
}
int remove(lua_State* lua)
{
    return checked(lua, "table.remove", lua_gettop(lua) > 1 ? 1 : 0);
}
int sort(lua_State* lua)
{
    return checked(lua, "table.sort", sort_factor);
}
int unpack(lua_State* lua)
{
    return checked(lua, "table.unpack", 1);
}

int move(lua_State* lua)
{
    if (!lua_istable(lua, 1)) refuse(lua, 1, Where("table.move"), "table");
    const lua_Integer first = luaL_checkinteger(lua, 2);
    const lua_Integer last = luaL_checkinteger(lua, 3);
    if (last >= first) {
        const auto count = static_cast<lua_Unsigned>(last) - static_cast<lua_Unsigned>(first);
        if (count > static_cast<lua_Unsigned>(most_moved))
            throw Mistake("BIL-626", {"table.move", std::to_string(most_moved)}, "move");
        State::of(lua).budget().charge(lua, count + 1);
    }
    return original(lua);
}

constexpr NamedFunction functions[] = {
    {"concat", &guarded<&concat>}, {"insert", &guarded<&insert>}, {"move", &guarded<&move>},
    {"remove", &guarded<&remove>}, {"sort", &guarded<&sort>},     {"unpack", &guarded<&unpack>},
};

} // namespace

std::span<const NamedFunction> table_functions()
{
    return functions;
}

} // namespace bilan::script
