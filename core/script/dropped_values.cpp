// SPDX-License-Identifier: MPL-2.0
#include "script/dropped_values.hpp"

#include "script/lua_code.hpp"

namespace bilan::script {

namespace {

/// A text or a number as it is written: what Lua always holds for true.
bool is_literal(const LuaCode& code, std::size_t at)
{
    if (code.is_text(at)) return true;
    return code.is_word(at) && code.word(at).front() >= '0' && code.word(at).front() <= '9';
}

/// An `=` that gives a value, none of `==`, `~=`, `<=` or `>=`.
bool is_assignment(const LuaCode& code, std::size_t at)
{
    if (!code.is(at, "=") || code.is(at + 1, "=")) return false;
    return at == 0 || !(code.is(at - 1, "=") || code.is(at - 1, "~") || code.is(at - 1, "<") || code.is(at - 1, ">"));
}

/// Nothing stands before the value at `at` that belongs to it: `condition and "a" or "b"` chooses between the two.
bool begins_value(const LuaCode& code, std::size_t at)
{
    if (at == 0) return false;
    const std::size_t before = at - 1;
    return code.is(before, "(") || code.is(before, "{") || code.is(before, ",") || code.is(before, ";") ||
           code.is(before, "return") || is_assignment(code, before);
}

std::optional<FieldLogic> text_or_text(const LuaCode& code)
{
    for (std::size_t at = 0; at + 2 < code.size(); ++at) {
        if (!is_literal(code, at) || !code.is(at + 1, "or") || !is_literal(code, at + 2)) continue;
        if (!begins_value(code, at)) continue;
        return FieldLogic{
            Mistake("BIL-069", {code.between(at, at + 1), code.between(at + 2, at + 3)}, code.between(at, at + 3)),
            code.line(at)};
    }
    return std::nullopt;
}

/// Behind the `end` of the function at `at`.
std::size_t behind_function(const LuaCode& code, std::size_t at)
{
    std::size_t open = 0;
    for (; at < code.size(); ++at) {
        if (code.is(at, "function") || code.is(at, "if") || code.is(at, "do") || code.is(at, "repeat")) ++open;
        if ((code.is(at, "end") || code.is(at, "until")) && --open == 0) return at + 1;
    }
    return at;
}

/// The keys of the table that opens at `at`, as far as they are names.
std::optional<FieldLogic> key_twice(const LuaCode& code, std::size_t at)
{
    std::set<std::string> keys;
    const std::size_t end = code.behind_brackets(at) - 1;
    bool begins = true; // an item does
    for (++at; at < end;) {
        if (begins && code.is_word(at) && is_assignment(code, at + 1) && !keys.insert(code.word(at)).second)
            return FieldLogic{Mistake("BIL-684", {code.word(at)}, code.word(at)), code.line(at)};
        begins = code.is(at, ",") || code.is(at, ";");
        if (code.is(at, "function"))
            at = behind_function(code, at);
        else if (code.is(at, "(") || code.is(at, "[") || code.is(at, "{"))
            at = code.behind_brackets(at);
        else
            ++at;
    }
    return std::nullopt;
}

} // namespace

std::optional<FieldLogic> dropped_values(std::string_view text)
{
    const LuaCode code(text);
    if (auto found = text_or_text(code)) return found;
    for (std::size_t at = 0; at < code.size(); ++at)
        if (code.is(at, "{"))
            if (auto found = key_twice(code, at)) return found;
    return std::nullopt;
}

} // namespace bilan::script
