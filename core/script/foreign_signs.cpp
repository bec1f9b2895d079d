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

std::optional<Mistake> sign_in(const Fault& fault, std::string_view code)
{
    const std::string& near = fault.subject;
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
