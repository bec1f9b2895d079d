// SPDX-License-Identifier: MPL-2.0
#include "script/api/shown_table.hpp"

#include "base/text.hpp"
#include "script/api/objects.hpp"
#include "script/api/shown_value.hpp"
#include "script/class.hpp"
#include "script/sandbox_parts.hpp"

#include <lua.hpp>

#include <algorithm>
#include <vector>

namespace bilan::script {

namespace {

constexpr std::size_t most_entries = 40;
constexpr int deepest_table = 3;

/// Of a library, whose functions are shown by their names alone, or a table of the person's own.
enum class Owner : std::uint8_t { library, person };

std::string in_table(lua_State* lua, int at, int depth, base::Language language);

/// Items, then `name = value` in the order of the names.
std::vector<std::string> table_entries(lua_State* lua, int at, int depth, base::Language language, Owner owner);

/// What stands behind a read-only face: parameters of the run, words of a library.
std::string of_face(lua_State* lua, int at, int depth, base::Language language)
{
    const std::vector<std::string> entries = table_entries(lua, at, depth, language, Owner::library);
    return entries.empty() ? "{}" : "{ " + base::join(entries, ", ") + " }";
}

/// A value inside a table: one line.
std::string in_table(lua_State* lua, int at, int depth, base::Language language)
{
    if (const auto* figure = to_object<FigureObject>(lua, at); figure != nullptr && *figure != nullptr)
        return in_one_line((*figure)->figure, language);
    if (lua_type(lua, at) == LUA_TSTRING) {
        std::size_t length = 0;
        const char* const bytes = lua_tolstring(lua, at, &length);
        return '"' + base::for_display({bytes, length}) + '"';
    }
    const int top = lua_gettop(lua);
    if (push_behind_face(lua, at)) {
        std::string text = depth >= deepest_table ? "{ … }" : of_face(lua, lua_gettop(lua), depth, language);
        lua_settop(lua, top);
        return text;
    }
    const bool is_plain = lua_istable(lua, at) && luaL_getmetafield(lua, at, "__tostring") == LUA_TNIL;
    lua_settop(lua, top);
    if (is_plain) {
        if (depth >= deepest_table) return "{ … }";
        const std::vector<std::string> entries = table_entries(lua, at, depth, language, Owner::person);
        return entries.empty() ? "{}" : "{ " + base::join(entries, ", ") + " }";
    }
    push_shown(lua, at);
    std::size_t length = 0;
    const char* const bytes = lua_tolstring(lua, -1, &length);
    std::string text = base::for_display({bytes, length});
    lua_settop(lua, top);
    return text;
}

std::vector<std::string> table_entries(lua_State* lua, int at, int depth, base::Language language, Owner owner)
{
    luaL_checkstack(lua, 6, "table");
    at = lua_absindex(lua, at);
    const auto length = static_cast<lua_Integer>(lua_rawlen(lua, at));
    std::vector<std::string> items;
    std::vector<std::string> named;
    for (lua_Integer item = 1; item <= length && items.size() < most_entries; ++item) {
        lua_rawgeti(lua, at, item);
        items.push_back(in_table(lua, lua_gettop(lua), depth + 1, language));
        lua_pop(lua, 1);
    }
    lua_pushnil(lua);
    while (lua_next(lua, at) != 0) {
        const bool is_item =
            lua_isinteger(lua, -2) != 0 && lua_tointeger(lua, -2) >= 1 && lua_tointeger(lua, -2) <= length;
        if (!is_item) {
            const std::string key = lua_type(lua, -2) == LUA_TSTRING
                                        ? lua_tostring(lua, -2)
                                        : '[' + in_table(lua, lua_gettop(lua) - 1, deepest_table, language) + ']';
            if (owner == Owner::library && lua_isfunction(lua, -1))
                named.push_back(key + "()");
            else
                named.push_back(key + " = " + in_table(lua, lua_gettop(lua), depth + 1, language));
        }
        lua_pop(lua, 1);
    }
    std::ranges::sort(named); // the order of a table is that of memory
    if (named.size() > most_entries) named.resize(most_entries);
    items.insert(items.end(), named.begin(), named.end());
    if (static_cast<std::size_t>(length) > most_entries || named.size() == most_entries) items.emplace_back("…");
    return items;
}

} // namespace

std::string in_one_line(lua_State* lua, int at, base::Language language)
{
    return in_table(lua, at, 0, language);
}

} // namespace bilan::script
