// SPDX-License-Identifier: MPL-2.0
#include "script/lua_tokens.hpp"

#include <algorithm>
#include <string>

namespace bilan::script {

namespace {

/// `[[` or `[==[`: how many characters open a long text at `at`; 0 when none does.
std::size_t long_opening(std::string_view code, std::size_t at)
{
    if (at >= code.size() || code[at] != '[') return 0;
    std::size_t end = at + 1;
    while (end < code.size() && code[end] == '=') ++end;
    return end < code.size() && code[end] == '[' ? end + 1 - at : 0;
}

Token long_text(std::string_view code, std::size_t begin, std::size_t at, std::size_t opening, TokenKind kind)
{
    const std::string closing = ']' + std::string(opening - 2, '=') + ']';
    const std::size_t inside = at + opening;
    const std::size_t end = code.find(closing, inside);
    if (end == std::string_view::npos) return {kind, begin, code.size(), code.substr(inside), false};
    return {kind, begin, end + closing.size(), code.substr(inside, end - inside), true};
}

Token quoted_text(std::string_view code, std::size_t begin)
{
    std::size_t end = begin + 1;
    while (end < code.size() && code[end] != code[begin] && code[end] != '\n') end += code[end] == '\\' ? 2U : 1U;
    end = std::min(end, code.size());
    const bool is_closed = end < code.size() && code[end] == code[begin];
    return {TokenKind::text, begin, is_closed ? end + 1 : end, code.substr(begin + 1, end - begin - 1), is_closed};
}

Token comment(std::string_view code, std::size_t begin)
{
    if (const std::size_t opening = long_opening(code, begin + 2); opening > 0)
        return long_text(code, begin, begin + 2, opening, TokenKind::comment);
    const std::size_t end = std::min(code.find('\n', begin), code.size());
    return {TokenKind::comment, begin, end, code.substr(begin, end - begin)};
}

} // namespace

std::optional<Token> next_token(std::string_view code, std::size_t at)
{
    at = code.find_first_not_of(" \t\r\n\f\v", at);
    if (at == std::string_view::npos) return std::nullopt;
    if (code.substr(at, 2) == "--") return comment(code, at);
    if (code[at] == '"' || code[at] == '\'') return quoted_text(code, at);
    if (const std::size_t opening = long_opening(code, at); opening > 0)
        return long_text(code, at, at, opening, TokenKind::text);
    std::size_t end = at;
    while (end < code.size() && is_word_letter(code[end])) ++end;
    const TokenKind kind = end > at ? TokenKind::word : TokenKind::other;
    if (end == at) ++end;
    return Token{kind, at, end, code.substr(at, end - at)};
}

} // namespace bilan::script
