// SPDX-License-Identifier: MPL-2.0
#include "script/api/sample.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "data/state.hpp"
#include "script/mistake.hpp"

#include <cmath>

namespace bilan::script {

namespace {

constexpr int deepest_table = 60;
constexpr std::size_t most_entries = 200'000;
constexpr std::size_t longest_shown = 80;
constexpr std::size_t shown_entries = 6;

std::string raw_text(lua_State* lua, int at)
{
    std::size_t length = 0;
    const char* const bytes = lua_tolstring(lua, at, &length);
    return {bytes, length};
}

std::string number_text(double number)
{
    if (std::isnan(number)) return "nan";
    if (std::isinf(number)) return number > 0 ? "inf" : "-inf";
    return base::shortest(number);
}

/// `[2]`, `.benef`, `["à jour"]`.
std::string key_text(lua_State* lua, int at)
{
    if (lua_type(lua, at) == LUA_TNUMBER) return '[' + number_text(lua_tonumber(lua, at)) + ']';
    if (lua_type(lua, at) == LUA_TBOOLEAN) return lua_toboolean(lua, at) != 0 ? "[true]" : "[false]";
    if (lua_type(lua, at) != LUA_TSTRING) throw Mistake("BIL-624", {described(lua, at)});
    const std::string key = raw_text(lua, at);
    const bool is_name = !key.empty() && key.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                                               "0123456789_") == std::string::npos;
    return is_name ? '.' + key : "[\"" + key + "\"]";
}

class Taking {
public:
    explicit Taking(lua_State* lua, const Where& where) : lua_(lua), where_(where) {}

    Sample take(int at, int depth)
    {
        Sample sample;
        sample.text = described(lua_, at);
        sample.identity = lua_topointer(lua_, at);
        switch (lua_type(lua_, at)) {
        case LUA_TNONE:
        case LUA_TNIL: sample.kind = Sample::Kind::nothing; break;
        case LUA_TBOOLEAN:
            sample.kind = Sample::Kind::boolean;
            sample.truth = lua_toboolean(lua_, at) != 0;
            break;
        case LUA_TNUMBER:
            sample.kind = Sample::Kind::number;
            sample.number = lua_tonumber(lua_, at);
            if (lua_isinteger(lua_, at) != 0) sample.whole = lua_tointeger(lua_, at);
            break;
        case LUA_TSTRING:
            sample.kind = Sample::Kind::text;
            sample.text = raw_text(lua_, at);
            break;
        case LUA_TFUNCTION:
            sample.kind = Sample::Kind::function;
            sample.function = std::make_shared<FunctionReference>(lua_, at);
            break;
        case LUA_TTABLE: take_entries(sample, at, depth); break;
        default: take_object(sample, at); break;
        }
        return sample;
    }

private:
    void take_object(Sample& sample, int at)
    {
        sample.kind = Sample::Kind::other;
        if (const auto* figure = to_object<FigureObject>(lua_, at); figure != nullptr && *figure != nullptr) {
            sample.kind = Sample::Kind::figure;
            sample.figure = *figure;
        } else if (const auto* state = to_object<StateObject>(lua_, at); state != nullptr && *state != nullptr) {
            sample.kind = Sample::Kind::state;
            sample.text = data::code((*state)->state);
        }
    }

    void take_entries(Sample& sample, int at, int depth)
    {
        sample.kind = Sample::Kind::table;
        if (depth >= deepest_table) throw Mistake("BIL-883", {where_.text(), std::to_string(deepest_table)});
        luaL_checkstack(lua_, 6, "table");
        lua_pushnil(lua_);
        while (lua_next(lua_, at) != 0) {
            if (++entries_ > most_entries)
                throw Mistake("BIL-626", {where_.text(), std::to_string(most_entries)}, where_.subject());
            const int value = lua_gettop(lua_);
            sample.entries.emplace(key_text(lua_, value - 1), take(value, depth + 1));
            lua_pop(lua_, 1);
        }
    }

    lua_State* lua_;
    const Where& where_;
    std::size_t entries_ = 0;
};

std::string figure_text(const data::Figure& figure, base::Language language)
{
    const bool is_french = language == base::Language::french;
    std::string text = figure.value
                           ? number_text(*figure.value)
                           : std::string(data::code(figure.cause)) + ", " + data::words(figure.cause).in(language);
    text += " (";
    if (figure.numerator && figure.denominator)
        text += number_text(*figure.numerator) + " / " + number_text(*figure.denominator) + ", ";
    return text + "base " + std::to_string(figure.base) + (is_french ? ", inconnus " : ", unknown ") +
           std::to_string(figure.unknown) + ')';
}

std::string table_text(const Sample& sample, base::Language language)
{
    std::string text;
    std::size_t count = 0;
    for (const auto& [key, value] : sample.entries) {
        if (count == shown_entries) return "{ " + text + ", … }";
        const std::string inside = value.kind == Sample::Kind::table ? "{…}" : shown(value, language);
        text += (count++ == 0 ? "" : ", ") + key.substr(key.front() == '.' ? 1 : 0) + " = " + inside;
    }
    return text.empty() ? "{}" : "{ " + text + " }";
}

} // namespace

Sample Value<Sample>::read(lua_State* lua, int at, const Where& where)
{
    return Taking(lua, where).take(at, 0);
}

std::string shown(const Sample& sample, base::Language language)
{
    switch (sample.kind) {
    case Sample::Kind::nothing: return "nil";
    case Sample::Kind::boolean: return sample.truth ? "true" : "false";
    case Sample::Kind::number: return sample.whole ? std::to_string(*sample.whole) : number_text(sample.number);
    case Sample::Kind::text: return '"' + base::for_display(base::to_utf8(sample.text), longest_shown) + '"';
    case Sample::Kind::state: return "bilan.state \"" + sample.text + '"';
    case Sample::Kind::figure: return figure_text(sample.figure->figure, language);
    case Sample::Kind::table: return table_text(sample, language);
    default: return sample.text;
    }
}

Sample worth(const Sample& sample)
{
    if (sample.kind != Sample::Kind::figure) return sample;
    Sample number;
    if (!sample.figure->figure.value) return number;
    number.kind = Sample::Kind::number;
    number.number = *sample.figure->figure.value;
    return number;
}

bool is_same(const Sample& left, const Sample& right)
{
    if (left.kind != right.kind) return false;
    switch (left.kind) {
    case Sample::Kind::nothing: return true;
    case Sample::Kind::boolean: return left.truth == right.truth;
    case Sample::Kind::number:
        return left.whole && right.whole ? left.whole == right.whole : left.number == right.number;
    case Sample::Kind::text:
    case Sample::Kind::state: return left.text == right.text;
    case Sample::Kind::figure:
        return left.figure->figure.value && left.figure->figure.value == right.figure->figure.value;
    default: return left.identity == right.identity;
    }
}

std::optional<Difference> first_difference(const Sample& wanted, const Sample& found)
{
    const bool are_tables = wanted.kind == Sample::Kind::table && found.kind == Sample::Kind::table;
    if (!are_tables) {
        const bool has_value = found.kind == Sample::Kind::figure && found.figure->figure.value;
        const bool same = is_same(wanted, has_value && wanted.kind == Sample::Kind::number ? worth(found) : found);
        return same ? std::nullopt : std::optional(Difference{{}, wanted, found});
    }
    const auto at_key = [](const std::string& key, std::optional<Difference> difference) {
        if (difference) difference->path = key + difference->path;
        return difference;
    };
    const Sample nothing;
    for (const auto& [key, value] : wanted.entries) {
        const auto same = found.entries.find(key);
        if (auto apart = first_difference(value, same == found.entries.end() ? nothing : same->second))
            return at_key(key, std::move(apart));
    }
    for (const auto& [key, value] : found.entries)
        if (!wanted.entries.contains(key)) return Difference{key, nothing, value};
    return std::nullopt;
}

} // namespace bilan::script
