// SPDX-License-Identifier: MPL-2.0
#include "script/decimal_comma.hpp"

#include "script/lua_code.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace bilan::script {

namespace {

bool is_digits(const LuaCode& code, std::size_t at)
{
    return code.is_word(at) && code.word(at).find_first_not_of("0123456789") == std::string::npos;
}

/// Behind the number at `at`, `-1` and `0.5` too; `at` when none stands there.
std::size_t behind_number(const LuaCode& code, std::size_t at)
{
    const std::size_t first = code.is(at, "-") ? at + 1 : at;
    if (!is_digits(code, first)) return at;
    return code.is(first + 1, ".") && is_digits(code, first + 2) ? first + 3 : first + 1;
}

/// `0,8` and no blank in it.
bool is_comma_number(const LuaCode& code, std::size_t at)
{
    return is_digits(code, at) && code.is(at + 1, ",") && is_digits(code, at + 2) &&
           code.between(at, at + 3).find_first_of(" \t\r\n") == std::string::npos;
}

Mistake mistake_of(const LuaCode& code, std::size_t first, std::size_t comma)
{
    const std::string whole = code.between(first, comma);
    const std::string part = code.word(comma + 1);
    const std::string written = code.between(first, comma + 2);
    return Mistake("BIL-010", {written, whole, part, whole + '.' + part}, written);
}

/// How many names stand right before the `=` at `at`, of a `local` or of one plain name; 0 for anything else.
std::size_t names_before(const LuaCode& code, std::size_t at)
{
    std::size_t first = at;
    std::size_t names = 0;
    while (first > 0) {
        const bool has_attribute = code.is(first - 1, ">") && first > 3 && code.is(first - 3, "<");
        const std::size_t name = has_attribute ? first - 4 : first - 1;
        if (!code.is_word(name)) return 0;
        ++names;
        first = name;
        if (first == 0 || !code.is(first - 1, ",")) break;
        --first;
    }
    if (first > 0 && code.is(first - 1, "local")) return names;
    return 0;
}

/// Of a list of numbers longer than that of its names, the comma that cuts one in two: written without a blank, or
/// behind the last number that has a name.
std::optional<std::size_t> comma_too_many(const LuaCode& code, std::size_t values, std::size_t names)
{
    std::vector<std::size_t> commas;
    std::size_t numbers = 0;
    for (std::size_t at = values; behind_number(code, at) != at; at = commas.back() + 1) {
        ++numbers;
        const std::size_t end = behind_number(code, at);
        if (!code.is(end, ",")) break;
        commas.push_back(end);
    }
    if (numbers <= names) return std::nullopt;
    if (commas.size() == numbers) commas.pop_back(); // something else than a number follows the last one
    const auto tight =
        std::ranges::find_if(commas, [&](std::size_t comma) { return is_comma_number(code, comma - 1); });
    const std::size_t comma = tight != commas.end() ? *tight : commas[names - 1];
    return is_digits(code, comma + 1) ? std::optional(comma) : std::nullopt;
}

/// Behind the last bracket that is opened on the line.
std::size_t end_of_call(const LuaCode& code, int line)
{
    std::size_t end = 0;
    for (std::size_t at = 0; at < code.size(); ++at)
        if ((code.is(at, "(") || code.is(at, "{")) && code.line(at) == line)
            end = std::max(end, code.behind_brackets(at));
    return end;
}

} // namespace

std::optional<FieldLogic> decimal_comma(std::string_view text)
{
    const LuaCode code(text);
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (code.is(at, "return") && is_comma_number(code, at + 1))
            return FieldLogic{mistake_of(code, at + 1, at + 2), code.line(at)};
        if (!code.is(at, "=") || code.is(at + 1, "=")) continue;
        const std::size_t names = names_before(code, at);
        if (names == 0) continue;
        const auto comma = comma_too_many(code, at + 1, names);
        if (!comma) continue;
        std::size_t first = *comma - 1;
        if (first > at + 1 && code.is(first - 1, "-")) --first;
        return FieldLogic{mistake_of(code, first, *comma), code.line(*comma)};
    }
    return std::nullopt;
}

void name_decimal_comma(Fault& fault, std::string_view text)
{
    // Too many arguments, another type than the one expected, a key that is a number.
    constexpr std::array<std::string_view, 4> refusals{"BIL-601", "BIL-606", "BIL-610", "BIL-611"};
    if (std::ranges::find(refusals, fault.message.code) == refusals.end()) return;
    const bool is_key = fault.message.code == "BIL-610" || fault.message.code == "BIL-611";
    const auto speaks_of_number = [](const std::string& argument) {
        return argument.starts_with("number ") || argument.starts_with("[number ");
    };
    if ((is_key || fault.message.code == "BIL-601") && std::ranges::none_of(fault.message.arguments, speaks_of_number))
        return;
    const LuaCode code(text);
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (!is_comma_number(code, at)) continue;
        const Mistake mistake = mistake_of(code, at, at + 1);
        const int line = code.line(at);
        if (line != fault.line && (line < fault.line || at >= end_of_call(code, fault.line))) continue;
        fault.line = line;
        fault.message = mistake.message();
        fault.subject = mistake.subject();
        return;
    }
}

} // namespace bilan::script
