// SPDX-License-Identifier: MPL-2.0
#include "script/foreign_signs.hpp"

#include "base/utf8.hpp"
#include "script/lua_tokens.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <optional>
#include <string>

namespace bilan::script {

namespace {

/// What stands from the first sign of the line on that `is_meant`; nothing when none is.
std::optional<std::string_view> sign_at(std::string_view code, int line,
                                        const std::function<bool(std::string_view)>& is_meant)
{
    int at_line = 1;
    std::size_t counted = 0;
    for (auto token = next_token(code, 0); token; token = next_token(code, token->end)) {
        at_line += static_cast<int>(std::count(code.begin() + static_cast<std::ptrdiff_t>(counted),
                                               code.begin() + static_cast<std::ptrdiff_t>(token->begin), '\n'));
        counted = token->begin;
        if (at_line > line) break;
        const std::string_view rest = code.substr(token->begin);
        if (at_line == line && token->kind == TokenKind::other && is_meant(rest)) return rest;
    }
    return std::nullopt;
}

bool is_typographic_quote(char32_t value)
{
    constexpr char32_t quotes[] = {U'‘', U'’', U'‚', U'‛', U'“', U'”', U'„', U'‟',
                                   U'«', U'»', U'‹', U'›', U'′', U'″', U'´'};
    return std::ranges::find(quotes, value) != std::end(quotes);
}

Mistake of_character(std::string_view rest)
{
    const base::CodePoint point = base::first_code_point(rest);
    std::string shown(rest.substr(0, point.bytes));
    if (is_typographic_quote(point.value)) return Mistake("BIL-934", {shown}, shown);
    if (base::is_space(point.value) || base::is_zero_width(point.value)) return Mistake("BIL-935");
    return Mistake("BIL-936", {shown}, shown);
}

/// `+` of `x += 1` and `x++`, `..` of `x ..= "a"`.
std::optional<Mistake> of_assignment(const std::string& near, std::string_view code, int line)
{
    constexpr std::string_view operators[] = {"+", "-", "*", "/", "%", "^", "//", ".."};
    if (std::ranges::find(operators, near) == std::end(operators)) return std::nullopt;
    for (const std::string& sign : {near + '=', near + near})
        if (sign_at(code, line, [&](std::string_view rest) { return rest.starts_with(sign); }))
            return Mistake("BIL-930", {sign, near}, sign);
    return std::nullopt;
}

std::optional<Mistake> of_logic(const std::string& near, std::string_view code, int line)
{
    const auto stands = [&](std::string_view sign) {
        return sign_at(code, line, [&](std::string_view rest) { return rest.starts_with(sign); }).has_value();
    };
    if (near == "!") {
        const std::string sign = stands("!=") ? "!=" : "!";
        return Mistake("BIL-931", {sign}, sign);
    }
    for (const std::string& sign : {std::string("&&"), std::string("||")})
        if (near == sign.substr(1) && stands(sign)) return Mistake("BIL-932", {sign}, sign);
    return std::nullopt;
}

/// A word or sign of another language, and what Lua has for it.
struct Foreign {
    std::string_view theirs;
    const char* ours;
};

/// At the beginning of a statement.
constexpr Foreign beginnings[] = {
    {"let", "local x = …"},
    {"var", "local x = …"},
    {"const", "local x <const> = …"},
    {"def", "function f(x) … end"},
    {"func", "function f(x) … end"},
    {"import", "local m = require 'm'"},
    {"from", "local m = require 'm'"},
    {"continue", "goto next … ::next::"},
    {"try", "pcall(function() … end)"},
    {"elif", "elseif"},
    {"switch", "if … elseif … end"},
    {"print", "print(…)"},
    {"//", "-- …"},
    {"/", "-- …"},
    {"#", "-- …"},
};

/// `continue` of a statement that is none, `//` of a comment.
std::optional<Mistake> of_statement(const Fault& fault, std::string_view code)
{
    const bool is_value = fault.message.code == "BIL-871";
    if (!is_value && fault.message.code != "BIL-865") return std::nullopt;
    int line = 1;
    std::size_t counted = 0;
    bool begins = true;
    for (auto token = next_token(code, 0); token; token = next_token(code, token->end)) {
        const std::string_view between = code.substr(counted, token->begin - counted);
        line += static_cast<int>(std::ranges::count(between, '\n'));
        begins = begins || between.find('\n') != std::string_view::npos || line < fault.line;
        counted = token->begin;
        if (line > fault.line) break;
        if (line == fault.line)
            for (const Foreign& foreign : beginnings) {
                const bool is_it = is_value ? token->inside == foreign.theirs
                                            : begins && code.substr(token->begin).starts_with(foreign.theirs) &&
                                                  fault.subject == foreign.theirs;
                if (is_it)
                    return Mistake("BIL-977", {std::string(foreign.theirs), foreign.ours}, std::string(foreign.theirs));
            }
        begins = false;
    }
    return std::nullopt;
}

/// `a: 2` in a table, `x > 3 ? 1 : 2`.
std::optional<Mistake> of_table(const Fault& fault, std::string_view code)
{
    if (fault.subject == "?") return Mistake("BIL-977", {"? :", "x and a or b"}, "?");
    const auto is_key = [&](std::string_view rest) {
        const auto value = rest.starts_with(':') ? next_token(rest, 1) : std::nullopt;
        return value && rest.substr(value->begin).starts_with(fault.subject);
    };
    const bool stands = fault.message.code == "BIL-869" && !fault.subject.empty() && sign_at(code, fault.line, is_key);
    const bool is_near = fault.subject == ":" && !fault.message.arguments.empty() && fault.message.arguments[0] == "}";
    return stands || is_near ? std::optional(Mistake("BIL-977", {":", "{ x = 2 }"}, ":")) : std::nullopt;
}

std::optional<Mistake> sign_in(const Fault& fault, std::string_view code)
{
    const std::string& near = fault.subject;
    if (auto mistake = of_statement(fault, code)) return mistake;
    if (auto mistake = of_table(fault, code)) return mistake;
    if (!near.starts_with("<\\")) { // `<\226>`: a byte that is no ASCII
        if (auto mistake = of_assignment(near, code, fault.line)) return mistake;
        return of_logic(near, code, fault.line);
    }
    const auto rest =
        sign_at(code, fault.line, [](std::string_view text) { return static_cast<unsigned char>(text[0]) >= 0x80; });
    return rest ? std::optional(of_character(*rest)) : std::nullopt;
}

} // namespace

void name_foreign_sign(Fault& fault, std::string_view code)
{
    const std::optional<Mistake> mistake = sign_in(fault, code);
    if (!mistake) return;
    fault.message = mistake->message();
    fault.subject = mistake->subject();
}

} // namespace bilan::script
