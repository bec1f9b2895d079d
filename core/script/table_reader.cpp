// SPDX-License-Identifier: MPL-2.0
#include "script/table_reader.hpp"

#include "base/text.hpp"
#include "script/mistake.hpp"
#include "script/option_reference.hpp"

#include <algorithm>

namespace bilan::script {

TableReader::TableReader(lua_State* lua, int at, const Where& where, std::string type)
    : lua_(lua), at_(at), where_(where), type_(std::move(type))
{
    if (!lua_istable(lua, at))
        refuse(lua, at, where, "table", "table { " + base::join(keys_of_type(type_), ", ") + " }");
    luaL_checkstack(lua, 4, "table");
}

void TableReader::push(std::string_view key)
{
    if (std::ranges::find(asked_, key) == asked_.end()) asked_.emplace_back(key);
    lua_pushlstring(lua_, key.data(), key.size());
    lua_rawget(lua_, at_);
}

bool TableReader::has(std::string_view key)
{
    push(key);
    const bool is_there = !lua_isnil(lua_, -1);
    lua_pop(lua_, 1);
    return is_there;
}

std::size_t TableReader::word(std::string_view key, const std::vector<std::string>& words, std::size_t otherwise)
{
    const std::optional<std::string> given = optional<std::string>(key);
    return given ? choice_of(*given, words, Where(where_, key)) : otherwise;
}

void TableReader::finish()
{
    std::vector<std::string> unknown;
    lua_pushnil(lua_);
    while (lua_next(lua_, at_) != 0) {
        lua_pop(lua_, 1);
        std::string key =
            lua_type(lua_, -1) == LUA_TSTRING ? std::string(lua_tostring(lua_, -1)) : '[' + described(lua_, -1) + ']';
        if (std::ranges::find(asked_, key) == asked_.end()) unknown.push_back(std::move(key));
    }
    if (unknown.empty()) return;
    std::ranges::sort(unknown);
    std::vector<std::string> possible = possible_keys();
    // A key of another form of the table (`rows` beside `data`) is none here.
    if (std::ranges::find(possible, unknown.front()) != possible.end()) possible = asked_;
    throw unknown_name("BIL-610", "BIL-611", unknown.front(), where_.text(), possible);
}

std::vector<std::string> TableReader::possible_keys() const
{
    std::vector<std::string> keys = keys_of_type(type_);
    for (const std::string& asked : asked_)
        if (std::ranges::find(keys, asked) == keys.end()) keys.push_back(asked);
    return keys;
}

void TableReader::miss(std::string_view key, std::string_view type) const
{
    const std::vector<std::string> wanted{std::string(key)};
    std::vector<std::string>
        others; // asked for and not there: what stands in the place of this one, as data of columns
    for (const std::string& asked : asked_) {
        lua_pushlstring(lua_, asked.data(), asked.size());
        if (lua_rawget(lua_, at_) == LUA_TNIL) others.push_back(asked);
        lua_pop(lua_, 1);
    }
    const std::vector<std::string> possible = possible_keys();
    std::vector<std::string> unknown;
    lua_pushnil(lua_);
    while (lua_next(lua_, at_) != 0) { // the key may be there, misspelt
        lua_pop(lua_, 1);
        if (lua_type(lua_, -1) != LUA_TSTRING) continue;
        const std::string given = lua_tostring(lua_, -1);
        const bool is_asked = std::ranges::find(asked_, given) != asked_.end();
        const std::vector<std::string>& meant = base::nearest(given, wanted) ? wanted : others;
        if (std::ranges::find(possible, given) == possible.end()) unknown.push_back(given);
        if (is_asked || !base::nearest(given, meant)) continue;
        lua_pop(lua_, 1);
        throw misspelt_name("BIL-610", given, *base::nearest(given, meant), where_.text(), possible);
    }
    // `cols` where `columns` is missing: one is the other.
    if (unknown.size() == 1) throw misspelt_name("BIL-610", unknown.front(), key, where_.text(), possible);
    throw Mistake("BIL-604", {where_.text(), std::string(key), std::string(type)});
}

std::size_t choice_of(const std::string& word, const std::vector<std::string>& words, const Where& where)
{
    const auto found = std::ranges::find(words, word);
    if (found == words.end()) throw unknown_name("BIL-612", "BIL-613", word, where.text(), words);
    return static_cast<std::size_t>(found - words.begin());
}

} // namespace bilan::script
