// SPDX-License-Identifier: MPL-2.0
#include "script/sandbox_patterns.hpp"

#include "script/guarded.hpp"
#include "script/pattern.hpp"
#include "script/state.hpp"
#include "script/value.hpp"

#include <limits>

namespace bilan::script {

namespace {

constexpr std::uint64_t most_steps = 20'000'000; ///< of one call: about a tenth of a second

std::string_view text_at(lua_State* lua, int at, const char* function)
{
    if (lua_type(lua, at) != LUA_TSTRING) refuse(lua, at, Where(function), "string");
    std::size_t length = 0;
    const char* const text = lua_tolstring(lua, at, &length);
    return {text, length};
}

std::string_view subject_at(lua_State* lua, int at, const char* function)
{
    const std::string_view subject = text_at(lua, at, function);
    const std::size_t most = State::of(lua).settings().limits.pattern_subject_bytes;
    if (subject.size() > most)
        throw Mistake("BIL-630", {function, std::to_string(subject.size()), std::to_string(most)}, function);
    return subject;
}

/// The place where a search begins: `init` of Lua, from 1, negative from the end. Beyond the end: nothing.
std::optional<std::size_t> start_at(lua_State* lua, int at, std::size_t length)
{
    const lua_Integer given = luaL_optinteger(lua, at, 1);
    if (given > 0) {
        const auto start = static_cast<std::size_t>(given) - 1;
        return start <= length ? std::optional(start) : std::nullopt;
    }
    if (given == 0) return 0;
    const auto back = given == std::numeric_limits<lua_Integer>::min() ? length : static_cast<std::size_t>(-given);
    return back >= length ? 0 : length - back;
}

void push_capture(lua_State* lua, std::string_view subject, const Pattern::Capture& capture)
{
    if (capture.kind == Pattern::Capture::Kind::position)
        lua_pushinteger(lua, static_cast<lua_Integer>(capture.begin + 1));
    else
        lua_pushlstring(lua, subject.data() + capture.begin, capture.length);
}

/// The captures; the whole match where there are none.
int push_captures(lua_State* lua, std::string_view subject, const Pattern::Match& match)
{
    luaL_checkstack(lua, static_cast<int>(match.captures.size()) + 1, "captures");
    if (match.captures.empty()) {
        lua_pushlstring(lua, subject.data() + match.begin, match.end - match.begin);
        return 1;
    }
    for (const Pattern::Capture& capture : match.captures) push_capture(lua, subject, capture);
    return static_cast<int>(match.captures.size());
}

/// Takes the steps of a pattern off the budget, also when it gave up.
class Charge {
public:
    Charge(lua_State* lua, const Pattern& pattern) : budget_(State::of(lua).budget()), pattern_(pattern) {}
    Charge(const Charge&) = delete;
    Charge& operator=(const Charge&) = delete;
    ~Charge() { budget_.spend(pattern_.steps()); }

private:
    Budget& budget_;
    const Pattern& pattern_;
};

int find_plain(lua_State* lua, std::string_view subject, std::string_view text, std::size_t start)
{
    State::of(lua).budget().charge(lua, subject.size() / 8);
    const std::size_t found = subject.find(text, start);
    if (found == std::string_view::npos) {
        lua_pushnil(lua);
        return 1;
    }
    lua_pushinteger(lua, static_cast<lua_Integer>(found + 1));
    lua_pushinteger(lua, static_cast<lua_Integer>(found + text.size()));
    return 2;
}

/// Adds `%1`, `%%` and plain letters of a replacement.
void expand(std::string& result, std::string_view replacement, std::string_view subject, const Pattern::Match& match)
{
    for (std::size_t at = 0; at < replacement.size(); ++at) {
        if (replacement[at] != '%') {
            result += replacement[at];
            continue;
        }
        const char next = ++at < replacement.size() ? replacement[at] : '\0';
        const auto index = static_cast<std::size_t>(next - '1');
        if (next == '%') {
            result += '%';
        } else if (next == '0' || (next == '1' && match.captures.empty())) {
            result += subject.substr(match.begin, match.end - match.begin);
        } else if (next >= '1' && next <= '9' && index < match.captures.size()) {
            const Pattern::Capture& capture = match.captures[index];
            if (capture.kind == Pattern::Capture::Kind::position)
                result += std::to_string(capture.begin + 1);
            else
                result += subject.substr(capture.begin, capture.length);
        } else {
            throw Mistake("BIL-627", {std::string(replacement)});
        }
    }
}

/// Adds what the third argument of gsub makes of a match.
void replace(lua_State* lua, std::string& result, std::string_view subject, const Pattern::Match& match)
{
    const int type = lua_type(lua, 3);
    if (type == LUA_TSTRING) {
        expand(result, text_at(lua, 3, "string.gsub"), subject, match);
        return;
    }
    if (type == LUA_TFUNCTION) {
        lua_pushvalue(lua, 3);
        const int count = push_captures(lua, subject, match);
        lua_call(lua, count, 1);
    } else {
        const int count = push_captures(lua, subject, match);
        lua_pop(lua, count - 1);
        lua_gettable(lua, 3);
    }
    if (lua_toboolean(lua, -1) == 0) {
        result += subject.substr(match.begin, match.end - match.begin);
    } else if (lua_type(lua, -1) == LUA_TSTRING || lua_type(lua, -1) == LUA_TNUMBER) {
        std::size_t length = 0;
        const char* const text = lua_tolstring(lua, -1, &length);
        result.append(text, length);
    } else {
        refuse(lua, lua_gettop(lua), Where("string.gsub"), "string");
    }
    lua_pop(lua, 1);
}

/// Upvalues: subject, pattern, where to go on, the end of the last match (0: none).
int next_match(lua_State* lua)
{
    const std::string_view subject = text_at(lua, lua_upvalueindex(1), "string.gmatch");
    const std::string_view text = text_at(lua, lua_upvalueindex(2), "string.gmatch");
    auto at = static_cast<std::size_t>(lua_tointeger(lua, lua_upvalueindex(3)));
    const auto last = static_cast<std::size_t>(lua_tointeger(lua, lua_upvalueindex(4)));
    Pattern pattern(subject, text, most_steps);
    const Charge charge(lua, pattern);
    for (; at <= subject.size(); ++at) {
        const auto found = pattern.match_at(at);
        if (!found || found->end + 1 == last) continue;
        lua_pushinteger(lua, static_cast<lua_Integer>(found->end));
        lua_replace(lua, lua_upvalueindex(3));
        lua_pushinteger(lua, static_cast<lua_Integer>(found->end + 1));
        lua_replace(lua, lua_upvalueindex(4));
        return push_captures(lua, subject, *found);
    }
    return 0;
}

} // namespace

int find(lua_State* lua)
{
    const std::string_view text = text_at(lua, 2, "string.find");
    const bool is_plain = lua_toboolean(lua, 4) != 0 || text.find_first_of("^$*+?.([%-") == std::string_view::npos;
    const std::string_view subject = is_plain ? text_at(lua, 1, "string.find") : subject_at(lua, 1, "string.find");
    const auto start = start_at(lua, 3, subject.size());
    if (!start) {
        lua_pushnil(lua);
        return 1;
    }
    if (is_plain) return find_plain(lua, subject, text, *start);
    Pattern pattern(subject, text, most_steps);
    const Charge charge(lua, pattern);
    const auto found = pattern.search(*start);
    if (!found) {
        lua_pushnil(lua);
        return 1;
    }
    lua_pushinteger(lua, static_cast<lua_Integer>(found->begin + 1));
    lua_pushinteger(lua, static_cast<lua_Integer>(found->end));
    return 2 + (found->captures.empty() ? 0 : push_captures(lua, subject, *found));
}

int match(lua_State* lua)
{
    const std::string_view subject = subject_at(lua, 1, "string.match");
    const auto start = start_at(lua, 3, subject.size());
    Pattern pattern(subject, text_at(lua, 2, "string.match"), most_steps);
    const Charge charge(lua, pattern);
    const auto found = start ? pattern.search(*start) : std::nullopt;
    if (found) return push_captures(lua, subject, *found);
    lua_pushnil(lua);
    return 1;
}

int gmatch(lua_State* lua)
{
    (void)subject_at(lua, 1, "string.gmatch");
    if (text_at(lua, 2, "string.gmatch").starts_with('^')) throw Mistake("BIL-627", {std::string(text_at(lua, 2, ""))});
    lua_settop(lua, 2);
    lua_pushinteger(lua, 0);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, &guarded<&next_match>, 4);
    return 1;
}

int gsub(lua_State* lua)
{
    const std::string_view subject = subject_at(lua, 1, "string.gsub");
    const int type = lua_type(lua, 3);
    if (type != LUA_TSTRING && type != LUA_TFUNCTION && type != LUA_TTABLE)
        refuse(lua, 3, Where("string.gsub"), "string|function|table");
    const auto most = luaL_optinteger(lua, 4, static_cast<lua_Integer>(subject.size()) + 1);
    Pattern pattern(subject, text_at(lua, 2, "string.gsub"), most_steps);
    const Charge charge(lua, pattern);
    std::string result;
    std::size_t at = 0;
    std::optional<std::size_t> last; // the end of the last match: an empty one must not follow right there
    lua_Integer count = 0;
    while (count < most) {
        const auto found = pattern.match_at(at);
        if (found && found->end != last) {
            ++count;
            replace(lua, result, subject, *found);
            at = found->end;
            last = at;
        } else if (at < subject.size()) {
            result += subject[at++];
        } else
            break;
        if (result.size() > longest_text)
            throw Mistake("BIL-626", {"string.gsub", std::to_string(longest_text)}, "gsub");
        if (pattern.is_anchored()) break;
    }
    if (at < subject.size()) result += subject.substr(at);
    lua_pushlstring(lua, result.data(), result.size());
    lua_pushinteger(lua, count);
    return 2;
}

} // namespace bilan::script
