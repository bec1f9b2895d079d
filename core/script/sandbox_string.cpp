// SPDX-License-Identifier: MPL-2.0
#include "base/letter_case.hpp"
#include "base/text.hpp"
#include "script/sandbox_parts.hpp"
#include "script/sandbox_patterns.hpp"
#include "script/value.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::script {

namespace {

constexpr std::uint64_t bytes_per_step = 64; ///< what copying costs, compared with a step of Lua

int original(lua_State* lua)
{
    lua_pushvalue(lua, lua_upvalueindex(1));
    lua_insert(lua, 1);
    lua_call(lua, lua_gettop(lua) - 1, LUA_MULTRET);
    return lua_gettop(lua);
}

/// Lua's own function, its copying charged to the budget.
int charged(lua_State* lua)
{
    if (lua_type(lua, 1) != LUA_TSTRING && lua_type(lua, 1) != LUA_TNUMBER) refuse(lua, 1, Where("string"), "string");
    std::size_t length = 0;
    luaL_tolstring(lua, 1, &length);
    lua_pop(lua, 1);
    State::of(lua).budget().charge(lua, length / bytes_per_step);
    return original(lua);
}

/// Letters with accents have a case too, which Lua's own functions do not know.
template <std::string (*change)(std::string_view)>
int changed(lua_State* lua)
{
    if (lua_type(lua, 1) != LUA_TSTRING && lua_type(lua, 1) != LUA_TNUMBER) refuse(lua, 1, Where("string"), "string");
    std::size_t length = 0;
    const char* const text = luaL_tolstring(lua, 1, &length);
    State::of(lua).budget().charge(lua, length / bytes_per_step);
    if (!base::is_utf8({text, length})) { // bytes that are no text stay what they are
        lua_pop(lua, 1);
        return original(lua);
    }
    const std::string made = change({text, length});
    lua_pushlstring(lua, made.data(), made.size());
    return 1;
}

int repeat(lua_State* lua)
{
    std::size_t length = 0;
    std::size_t separator = 0;
    luaL_checklstring(lua, 1, &length);
    const lua_Integer count = luaL_checkinteger(lua, 2);
    luaL_optlstring(lua, 3, "", &separator);
    const std::size_t each = length + separator;
    if (count <= 0 || each == 0) { // Lua would go around for every copy of nothing
        lua_pushliteral(lua, "");
        return 1;
    }
    if (static_cast<std::uint64_t>(count) > longest_text / each)
        throw Mistake("BIL-626", {"string.rep", std::to_string(longest_text)}, "rep");
    State::of(lua).budget().charge(lua, each * static_cast<std::size_t>(count) / bytes_per_step +
                                            static_cast<std::uint64_t>(count));
    return original(lua);
}

/// The conversion letter of each argument that a format takes, in order.
std::vector<char> conversions(std::string_view format)
{
    std::vector<char> letters;
    for (std::size_t at = 0; at < format.size(); ++at) {
        if (format[at] != '%') continue;
        if (++at < format.size() && format[at] == '%') continue;
        while (at < format.size() && std::string_view("-+ #0123456789.").find(format[at]) != std::string_view::npos)
            ++at;
        if (at < format.size()) letters.push_back(format[at]);
    }
    return letters;
}

/// `%p` shows an address, and `%s` of a table would.
int format(lua_State* lua)
{
    std::size_t length = 0;
    const char* const text = luaL_checklstring(lua, 1, &length);
    const std::vector<char> letters = conversions({text, length});
    std::uint64_t bytes = length;
    for (std::size_t index = 0; index < letters.size(); ++index) {
        const int at = static_cast<int>(index) + 2;
        if (letters[index] == 'p') throw Mistake("BIL-629", {}, "%p");
        if (letters[index] != 's' || at > lua_gettop(lua)) continue;
        push_shown(lua, at);
        bytes += lua_rawlen(lua, -1);
        lua_replace(lua, at);
    }
    State::of(lua).budget().charge(lua, bytes / bytes_per_step);
    return original(lua);
}

constexpr NamedFunction functions[] = {
    {"byte", &guarded<&charged>},
    {"find", &guarded<&find>},
    {"format", &guarded<&format>},
    {"gmatch", &guarded<&gmatch>},
    {"gsub", &guarded<&gsub>},
    {"lower", &guarded<&changed<&base::lower>>},
    {"match", &guarded<&match>},
    {"rep", &guarded<&repeat>},
    {"reverse", &guarded<&charged>},
    {"sub", &guarded<&charged>},
    {"upper", &guarded<&changed<&base::upper>>},
};

} // namespace

std::span<const NamedFunction> string_functions()
{
    return functions;
}

} // namespace bilan::script
