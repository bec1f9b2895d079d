// SPDX-License-Identifier: MPL-2.0
#include "script/nesting.hpp"

#include "script/lua_tokens.hpp"

#include <algorithm>
#include <iterator>

namespace bilan::script {

namespace {

constexpr int deep_enough = 180; ///< the compiler's own limit is near 200, less what calls it

int step_of(const Token& token)
{
    constexpr std::string_view openers[] = {"(", "[", "{", "function", "do", "if", "repeat"};
    constexpr std::string_view closers[] = {")", "]", "}", "end", "until"};
    if (token.kind == TokenKind::text) return 0;
    if (std::ranges::find(openers, token.inside) != std::end(openers)) return 1;
    return std::ranges::find(closers, token.inside) != std::end(closers) ? -1 : 0;
}

/// What ends a row of operators: they nest to the right.
bool ends_row(const Token& token)
{
    constexpr std::string_view words[] = {"=",    ",",      ";",     "local", "return", "then", "do", "end",
                                          "else", "elseif", "until", "for",   "while",  "if",   "in"};
    return token.kind != TokenKind::text && std::ranges::find(words, token.inside) != std::end(words);
}

} // namespace

int deepest_line(std::string_view code)
{
    int depth = 0;
    int row = 0;
    int deepest = -1;
    std::size_t at_deepest = 0;
    for (auto token = next_token(code, 0); token && deepest < deep_enough; token = next_token(code, token->end)) {
        if (token->kind == TokenKind::comment) continue;
        depth += step_of(*token);
        const std::string_view rest = code.substr(token->begin);
        const bool is_operator = token->kind == TokenKind::other &&
                                 (rest.starts_with("..") || rest.starts_with("^") || rest.starts_with("-"));
        row = ends_row(*token) ? 0 : row + (is_operator || token->inside == "not" ? 1 : 0);
        if (depth + row <= deepest) continue;
        deepest = depth + row;
        at_deepest = token->begin;
    }
    return 1 + static_cast<int>(std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(at_deepest), '\n'));
}

void name_nesting(Fault& fault, std::string_view code)
{
    if (fault.message.code != "BIL-673") return;
    fault.message = {"BIL-961", {}};
    fault.line = deepest_line(code);
}

} // namespace bilan::script
