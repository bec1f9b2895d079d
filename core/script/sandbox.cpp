// SPDX-License-Identifier: MPL-2.0
#include "script/sandbox.hpp"

#include "script/api/interface.hpp"
#include "script/class.hpp"
#include "script/guarded.hpp"
#include "script/modules.hpp"
#include "script/raised.hpp"
#include "script/sandbox_parts.hpp"
#include "script/value.hpp"

#include <lua.hpp>

#include <algorithm>

namespace bilan::script {

namespace {

const char environment_key = 0;

/// What is taken from Lua's own libraries as it is.
struct Taken {
    const char* library;
    std::vector<const char*> names;
};

const std::vector<Taken>& taken()
{
    static const std::vector<Taken> all = {
        {"_G",
         {"_VERSION", "error", "getmetatable", "ipairs", "rawequal", "rawget", "rawlen", "select", "tonumber", "type"}},
        {"math", {"abs",  "acos",   "asin", "atan", "ceil",       "cos",       "deg",        "exp",  "floor",
                  "fmod", "huge",   "log",  "max",  "maxinteger", "min",       "mininteger", "modf", "pi",
                  "rad",  "random", "sin",  "sqrt", "tan",        "tointeger", "type",       "ult"}},
        {"string", {"char", "len"}},
        {"table", {"pack"}},
        {"utf8", {"char", "charpattern", "codepoint", "codes", "len", "offset"}},
    };
    return all;
}

/// Names of Lua's own, of any version, that the sandbox is without: whoever writes one means it.
constexpr std::string_view left_out[] = {"collectgarbage", "coroutine",  "debug", "dofile",  "io",     "load",
                                         "loadfile",       "loadstring", "os",    "package", "rawset", "warn"};

std::span<const NamedFunction> own(std::string_view library)
{
    if (library == "_G") return base_functions();
    if (library == "string") return string_functions();
    if (library == "table") return table_functions();
    return {};
}

/// Pushes a table with what scripts may have of one library; Lua's own table is at `source`.
void push_library(lua_State* lua, const Taken& library, int source)
{
    lua_newtable(lua);
    for (const char* name : library.names) {
        lua_getfield(lua, source, name);
        lua_setfield(lua, -2, name);
    }
    for (const NamedFunction& function : own(library.library)) {
        lua_getfield(lua, source, function.name); // the original, for those that only stand guard before it
        lua_pushcclosure(lua, function.function, 1);
        lua_setfield(lua, -2, function.name);
    }
}

/// Names that other languages have for what Lua has as well.
constexpr std::pair<std::string_view, const char*> foreign_names[] = {
    {"null", "nil"}, {"None", "nil"},        {"undefined", "nil"},   {"True", "true"},        {"False", "false"},
    {"len", "#x"},   {"str", "tostring(x)"}, {"int", "tonumber(x)"}, {"console", "print(…)"}, {"printf", "print(…)"},
};

} // namespace

std::optional<Mistake> left_out_name(const std::string& name)
{
    if (std::ranges::find(left_out, name) != std::end(left_out)) return Mistake("BIL-860", {name}, name);
    for (const auto& [theirs, ours] : foreign_names)
        if (name == theirs) return Mistake("BIL-977", {name, ours}, name);
    return std::nullopt;
}

namespace {

int unknown_global(lua_State* lua)
{
    std::vector<std::string> names;
    lua_pushnil(lua);
    while (lua_next(lua, 1) != 0) {
        lua_pop(lua, 1);
        names.emplace_back(lua_tostring(lua, -1));
    }
    std::ranges::sort(names);
    const std::string name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : described(lua, 2);
    if (auto mistake = left_out_name(name)) throw std::move(*mistake);
    if (name == "bilan") throw Mistake("BIL-918", {}, name);
    if (name == "f") throw Mistake("BIL-919", {}, name);
    if (State::of(lua).is_field(name)) throw Mistake("BIL-886", {name}, name);
    throw unknown_name("BIL-617", "BIL-618", name, "", names);
}

int write_global(lua_State* lua)
{
    const std::string name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : described(lua, 2);
    throw Mistake("BIL-619", {name}, name);
}

/// The environment at the top becomes one that raises at unknown names and cannot be written to.
void seal_environment(lua_State* lua)
{
    lua_createtable(lua, 0, 1);
    lua_pushcfunction(lua, &guarded<&unknown_global>);
    lua_setfield(lua, -2, "__index");
    lua_setmetatable(lua, -2);

    lua_newtable(lua); // the face: empty, so that every write goes through __newindex
    lua_createtable(lua, 0, 3);
    lua_pushvalue(lua, -3);
    lua_setfield(lua, -2, "__index");
    lua_pushcfunction(lua, &guarded<&write_global>);
    lua_setfield(lua, -2, "__newindex");
    lua_pushliteral(lua, "globals");
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &environment_key);
}

/// Texts share one metatable: it answers from our functions and shows nothing of itself.
void seal_texts(lua_State* lua, int functions)
{
    lua_pushliteral(lua, "");
    lua_createtable(lua, 0, 2);
    lua_pushvalue(lua, functions);
    lua_setfield(lua, -2, "__index");
    lua_pushliteral(lua, "string");
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
    lua_pop(lua, 1);
}

/// The same numbers in every run of the same report.
void seed_random(lua_State* lua)
{
    std::uint64_t seed = 0xcbf29ce484222325U; // FNV-1a
    for (const char letter : State::of(lua).settings().seed)
        seed = (seed ^ static_cast<unsigned char>(letter)) * 0x100000001b3U;
    lua_getfield(lua, -1, "randomseed");
    lua_pushinteger(lua, static_cast<lua_Integer>(seed));
    lua_pushinteger(lua, 0);
    lua_call(lua, 2, 0);
}

void open_library(lua_State* lua, const char* name, lua_CFunction open)
{
    luaL_requiref(lua, name, open, 0);
}

} // namespace

void open_sandbox(lua_State* lua)
{
    static const std::vector<std::pair<const char*, lua_CFunction>> libraries = {
        {"_G", luaopen_base},     {"math", luaopen_math}, {"string", luaopen_string},
        {"table", luaopen_table}, {"utf8", luaopen_utf8},
    };
    lua_newtable(lua);
    const int environment = lua_gettop(lua);
    for (std::size_t index = 0; index < libraries.size(); ++index) {
        const auto& [name, open] = libraries[index];
        open_library(lua, name, open);
        if (std::string_view(name) == "math") seed_random(lua);
        push_library(lua, taken()[index], lua_gettop(lua));
        if (std::string_view(name) == "_G") {
            lua_replace(lua, environment);
        } else {
            if (std::string_view(name) == "string") seal_texts(lua, lua_gettop(lua));
            make_read_only(lua, name);
            lua_setfield(lua, environment, name);
        }
        lua_settop(lua, environment);
    }
    lua_getfield(lua, environment, "pairs");
    lua_setglobal(lua, "pairs"); // for the faces of read-only tables
    seal_environment(lua);
    register_class<RaisedMistake>(lua, mistake_class());
    register_interface(lua);
}

void push_environment(lua_State* lua)
{
    lua_rawgetp(lua, LUA_REGISTRYINDEX, &environment_key);
}

const std::vector<std::string>& allowed_names()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all;
        for (const Taken& library : taken()) {
            const bool is_base = std::string_view(library.library) == "_G";
            const std::string prefix = is_base ? "" : std::string(library.library) + '.';
            if (!is_base) all.emplace_back(library.library);
            for (const char* name : library.names) all.push_back(prefix + name);
            for (const NamedFunction& function : own(library.library)) all.push_back(prefix + function.name);
        }
        std::ranges::sort(all);
        return all;
    }();
    return names;
}

} // namespace bilan::script
