// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"
#include "script/api/spec_bench.hpp"
#include "script/journal.hpp"
#include "script/modules.hpp"
#include "script/ordered.hpp"
#include "script/sandbox_parts.hpp"
#include "script/value.hpp"

namespace bilan::script {

namespace {

constexpr std::size_t longest_journal_line = 500;
/// An error costs what thousands of steps do: a loop that lives on caught ones would use up the time with few steps.
constexpr std::uint64_t steps_of_an_error = 2'000;

/// After a protected call: what the limits ended stays ended.
int after_protected(lua_State* lua, int status)
{
    State& state = State::of(lua);
    if (status == LUA_ERRMEM) (void)state.fault_after(status);
    if (state.budget().ended()) state.budget().raise_again(lua);
    if (status != LUA_OK) state.budget().charge(lua, steps_of_an_error);
    lua_pushboolean(lua, status == LUA_OK ? 1 : 0);
    lua_replace(lua, 1);
    return lua_gettop(lua);
}

int protected_call(lua_State* lua)
{
    luaL_checkany(lua, 1);
    lua_pushnil(lua); // the place of the answer's first value
    lua_insert(lua, 1);
    return after_protected(lua, lua_pcall(lua, lua_gettop(lua) - 2, LUA_MULTRET, 0));
}

/// Upvalue 1 is the script's handler. It does not run for an error of the limits, which is raised inside the hook: no
/// other hook would ever stop a loop in there.
int handle(lua_State* lua)
{
    if (State::of(lua).budget().ended()) return 1;
    lua_pushvalue(lua, lua_upvalueindex(1));
    lua_insert(lua, 1);
    lua_call(lua, 1, 1);
    return 1;
}

int protected_call_with_handler(lua_State* lua)
{
    if (lua_type(lua, 2) != LUA_TFUNCTION) refuse(lua, 2, Where("xpcall"), "function");
    lua_pushvalue(lua, 2);
    lua_pushcclosure(lua, &handle, 1);
    lua_replace(lua, 2);
    lua_pushvalue(lua, 1);
    lua_insert(lua, 3); // function, handler, function, arguments
    const int status = lua_pcall(lua, lua_gettop(lua) - 3, LUA_MULTRET, 2);
    lua_remove(lua, 2);
    return after_protected(lua, status);
}

int show(lua_State* lua)
{
    luaL_checkany(lua, 1);
    push_shown(lua, 1);
    return 1;
}

int print_to_journal(lua_State* lua)
{
    State& state = State::of(lua);
    const int last = lua_gettop(lua);
    std::string text;
    for (int at = 1; at <= last; ++at) {
        push_shown(lua, at);
        std::size_t length = 0;
        const char* const bytes = lua_tolstring(lua, -1, &length);
        if (at > 1) text += ' ';
        text += base::for_display({bytes, length}, longest_journal_line);
        lua_pop(lua, 1);
    }
    Position position = position_of(lua);
    write_line(state, {"info", std::move(text), std::move(position.file), position.line}, "print");
    return 0;
}

void refuse_field(lua_State* lua, const char* field)
{
    lua_pushstring(lua, field);
    const bool is_there = lua_rawget(lua, 2) != LUA_TNIL;
    lua_pop(lua, 1);
    if (is_there) throw Mistake("BIL-622", {field}, field);
}

/// Without finalizers (no hook runs inside) and weak tables (what they hold depends on the collector).
int set_metatable(lua_State* lua)
{
    lua_settop(lua, 2);
    if (!lua_istable(lua, 1)) refuse(lua, 1, Where("setmetatable"), "table");
    if (!lua_istable(lua, 2) && !lua_isnil(lua, 2)) refuse(lua, 2, Where("setmetatable"), "table");
    if (luaL_getmetafield(lua, 1, "__metatable") != LUA_TNIL) throw Mistake("BIL-623", {}, "setmetatable");
    if (lua_istable(lua, 2)) {
        refuse_field(lua, "__gc");
        refuse_field(lua, "__mode");
    }
    lua_setmetatable(lua, 1);
    return 1;
}

/// Lua's own, which a test counts as something that it compares.
int check_true(lua_State* lua)
{
    if (SpecBench* const bench = State::of(lua).bench(); bench != nullptr) bench->note_check();
    if (lua_toboolean(lua, 1) != 0) return lua_gettop(lua);
    luaL_checkany(lua, 1);
    lua_remove(lua, 1);
    lua_pushliteral(lua, "assertion failed!");
    lua_settop(lua, 1); // the author's message, else that one
    if (lua_type(lua, 1) == LUA_TSTRING) {
        luaL_where(lua, 1);
        lua_insert(lua, 1);
        lua_concat(lua, 2);
    }
    return lua_error(lua);
}

constexpr NamedFunction functions[] = {
    {"assert", &check_true},
    {"next", &guarded<&ordered_next>},
    {"pairs", &guarded<&ordered_pairs>},
    {"pcall", &guarded<&protected_call>},
    {"print", &guarded<&print_to_journal>},
    {"require", &guarded<&require_module>},
    {"setmetatable", &guarded<&set_metatable>},
    {"tostring", &guarded<&show>},
    {"xpcall", &guarded<&protected_call_with_handler>},
};

} // namespace

std::span<const NamedFunction> base_functions()
{
    return functions;
}

void push_shown(lua_State* lua, int at)
{
    luaL_checkstack(lua, 3, "tostring");
    const int type = lua_type(lua, at);
    if (type == LUA_TNIL || type == LUA_TBOOLEAN || type == LUA_TNUMBER || type == LUA_TSTRING) {
        luaL_tolstring(lua, at, nullptr);
        return;
    }
    if (luaL_callmeta(lua, at, "__tostring") != 0) {
        if (lua_type(lua, -1) != LUA_TSTRING) refuse(lua, -1, Where("__tostring"), "string");
        return;
    }
    const std::string name = described(lua, at);
    lua_pushlstring(lua, name.data(), name.size());
}

} // namespace bilan::script
