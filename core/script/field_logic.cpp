// SPDX-License-Identifier: MPL-2.0
#include "script/field_logic.hpp"

#include "script/lua_code.hpp"

#include <algorithm>
#include <vector>

namespace bilan::script {

namespace {

/// `local f = bilan.field`, and nothing behind.
std::set<std::string, std::less<>> names_of_fields(const LuaCode& code)
{
    std::set<std::string, std::less<>> names;
    for (std::size_t at = 0; at + 5 < code.size(); ++at)
        if (code.is(at, "local") && code.is(at + 2, "=") && code.is(at + 3, "bilan") && code.is(at + 4, ".") &&
            code.is(at + 5, "field") && code.behind(at + 3) == at + 6)
            names.insert(code.word(at + 1));
    return names;
}

std::optional<Mistake> mistake_at(const LuaCode& code, std::size_t at)
{
    const std::size_t end = code.behind(at);
    const std::string shown = code.between(at, end);
    const auto is_equal = [&](std::size_t sign) {
        return (code.is(sign, "=") || code.is(sign, "~")) && code.is(sign + 1, "=");
    };
    const bool is_choice = code.is(end, "or") && at > 0 && code.is(at - 1, "and"); // `condition and f.a or f.b`
    if (code.is(end, "and") || (code.is(end, "or") && !is_choice))
        return Mistake("BIL-914", {code.word(end), shown}, code.word(end));
    if (at > 0 && code.is(at - 1, "not")) return Mistake("BIL-915", {"not", shown}, "not");
    const bool is_asked = at > 0 && (code.is(at - 1, "if") || code.is(at - 1, "elseif") || code.is(at - 1, "while"));
    if (is_asked && (code.is(end, "then") || code.is(end, "do")))
        return Mistake("BIL-915", {code.word(at - 1), shown}, code.word(at - 1));
    if (is_equal(end) || (at > 1 && is_equal(at - 2))) return Mistake("BIL-916", {shown}, shown);
    return std::nullopt;
}

} // namespace

std::optional<FieldLogic> field_logic(std::string_view text, std::set<std::string, std::less<>> names)
{
    const LuaCode code(text);
    const std::vector<std::string> bound = bound_names(code);
    std::erase_if(names, [&](const std::string& name) { return std::ranges::find(bound, name) != bound.end(); });
    for (const std::string& name : names_of_fields(code))
        if (std::ranges::count(bound, name) == 1) names.insert(name);
    for (std::size_t at = 0; at < code.size(); ++at) {
        const bool begins = code.is_word(at) && code.is(at + 1, ".") && (at == 0 || !code.is(at - 1, ".")) &&
                            (at == 0 || !code.is(at - 1, ":"));
        if (!begins || !names.contains(code.word(at))) continue;
        if (auto mistake = mistake_at(code, at)) return FieldLogic{std::move(*mistake), code.line(at)};
    }
    return std::nullopt;
}

} // namespace bilan::script
