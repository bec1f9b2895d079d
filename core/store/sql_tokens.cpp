// SPDX-License-Identifier: MPL-2.0
#include "store/sql_tokens.hpp"

#include <algorithm>

namespace bilan::store {

namespace {

constexpr std::string_view blanks = " \t\r\n\f";

bool is_letter(char letter)
{
    const auto byte = static_cast<unsigned char>(letter);
    return byte >= 0x80 || letter == '_' || letter == '$' || (letter >= '0' && letter <= '9') ||
           (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

std::string in_small_letters(std::string_view text)
{
    std::string small(text);
    std::ranges::transform(small, small.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return small;
}

/// Behind the comment that begins at `at`; `at` when none does.
std::size_t behind_comment(std::string_view sql, std::size_t at)
{
    const bool is_block = sql.substr(at, 2) == "/*";
    if (!is_block && sql.substr(at, 2) != "--") return at;
    const std::size_t end = is_block ? sql.find("*/", at + 2) : sql.find('\n', at);
    return end == std::string_view::npos ? sql.size() : end + (is_block ? 2 : 1);
}

/// Behind the closing quote; two of them in a row stand for one.
std::size_t behind_quote(std::string_view sql, std::size_t at, char closing)
{
    for (++at; at < sql.size(); ++at) {
        if (sql[at] != closing) continue;
        if (at + 1 < sql.size() && sql[at + 1] == closing && closing != ']')
            ++at;
        else
            return at + 1;
    }
    return sql.size();
}

} // namespace

std::vector<SqlToken> sql_tokens(std::string_view sql)
{
    std::vector<SqlToken> tokens;
    for (std::size_t at = sql.find_first_not_of(blanks); at < sql.size(); at = sql.find_first_not_of(blanks, at)) {
        if (const std::size_t behind = behind_comment(sql, at); behind > at) {
            at = behind;
            continue;
        }
        SqlToken token;
        token.begin = at;
        const char first = sql[at];
        std::size_t end = at + 1;
        const bool is_name = first == '"' || first == '`' || first == '[';
        if (is_name || first == '\'') {
            end = behind_quote(sql, at, first == '[' ? ']' : first);
            token.kind = is_name ? SqlToken::Kind::name : SqlToken::Kind::text;
            token.is_quoted = is_name;
        } else if (is_letter(first)) {
            while (end < sql.size() && is_letter(sql[end])) ++end;
            token.kind = first >= '0' && first <= '9' ? SqlToken::Kind::number : SqlToken::Kind::name;
        }
        token.written = sql.substr(at, end - at);
        token.folded = token.kind == SqlToken::Kind::name ? in_small_letters(token.written) : token.written;
        if (is_name && end - at >= 2) token.folded = in_small_letters(sql.substr(at + 1, end - at - 2));
        tokens.push_back(std::move(token));
        at = end;
    }
    return tokens;
}

} // namespace bilan::store
