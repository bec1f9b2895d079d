// SPDX-License-Identifier: MPL-2.0
#include "script/lost_results.hpp"

#include "script/lua_tokens.hpp"

#include <algorithm>
#include <array>

namespace bilan::script {

namespace {

/// Methods of queries and groups that give others and change nothing.
bool gives_others(std::string_view method)
{
    static constexpr std::array<std::string_view, 12> names = {
        "where", "derive", "select", "join", "union", "unpivot", "group", "cross", "pivot", "sorted", "rank", "head"};
    return std::ranges::find(names, method) != names.end();
}

class Reader {
public:
    explicit Reader(std::string_view code) : code_(code)
    {
        for (auto token = next_token(code, 0); token; token = next_token(code, token->end))
            if (token->kind != TokenKind::comment) tokens_.push_back(*token);
    }

    [[nodiscard]] std::vector<LostResult> read() const
    {
        std::vector<LostResult> lost;
        for (std::size_t at = 0; at < tokens_.size(); ++at)
            if (begins_statement(at))
                if (const auto method = lost_call(at)) lost.push_back({line_of(tokens_[*method]), word(*method)});
        return lost;
    }

private:
    [[nodiscard]] std::string word(std::size_t at) const
    {
        if (at >= tokens_.size() || tokens_[at].kind == TokenKind::text) return {};
        return std::string(code_.substr(tokens_[at].begin, tokens_[at].end - tokens_[at].begin));
    }

    [[nodiscard]] int line_of(const Token& token) const
    {
        return 1 + static_cast<int>(std::ranges::count(code_.substr(0, token.begin), '\n'));
    }

    [[nodiscard]] bool is_name(std::size_t at) const
    {
        static constexpr std::array<std::string_view, 22> keywords = {
            "and", "break", "do",  "else", "elseif", "end",    "false",  "for",  "function", "goto",  "if",
            "in",  "local", "nil", "not",  "or",     "repeat", "return", "then", "true",     "until", "while"};
        return at < tokens_.size() && tokens_[at].kind == TokenKind::word &&
               std::ranges::find(keywords, word(at)) == keywords.end() && (word(at)[0] < '0' || word(at)[0] > '9');
    }

    /// A name behind the end of an expression, or behind a word that opens a block: nothing else of Lua does that.
    [[nodiscard]] bool begins_statement(std::size_t at) const
    {
        if (!is_name(at)) return false;
        if (at == 0 || tokens_[at - 1].kind == TokenKind::text) return true;
        const std::string before = word(at - 1);
        for (const std::string_view opening :
             {"do", "then", "else", "repeat", "end", ";", ")", "}", "]", "nil", "true", "false", "break"})
            if (before == opening) return true;
        return tokens_[at - 1].kind == TokenKind::word && (is_name(at - 1) || (before[0] >= '0' && before[0] <= '9')) &&
               !declares(at - 1);
    }

    /// `goto name`, `function name`: the name there begins nothing, and neither does what follows.
    [[nodiscard]] bool declares(std::size_t at) const { return at > 0 && word(at - 1) == "goto"; }

    /// Behind the bracket that closes the one at `at`.
    [[nodiscard]] std::size_t behind_brackets(std::size_t at) const
    {
        int depth = 0;
        for (; at < tokens_.size(); ++at) {
            const std::string sign = word(at);
            depth += sign == "(" || sign == "{" || sign == "[" ? 1 : sign == ")" || sign == "}" || sign == "]" ? -1 : 0;
            if (depth == 0) return at + 1;
        }
        return at;
    }

    /// The method whose answer the statement at `at` throws away.
    [[nodiscard]] std::optional<std::size_t> lost_call(std::size_t at) const
    {
        std::optional<std::size_t> method;
        for (++at; at < tokens_.size();) {
            const std::string sign = word(at);
            const bool is_text = tokens_[at].kind == TokenKind::text;
            if ((sign == "." || sign == ":") && is_name(at + 1)) {
                method = sign == ":" ? std::optional(at + 1) : std::nullopt;
                at += 2;
            } else if (sign == "[") {
                method.reset();
                at = behind_brackets(at);
            } else if (sign == "(" || sign == "{" || is_text) {
                at = is_text ? at + 1 : behind_brackets(at);
                const bool is_last = !continues(at);
                if (is_last) return method && gives_others(word(*method)) ? method : std::nullopt;
                method.reset();
            } else {
                break;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] bool continues(std::size_t at) const
    {
        if (at >= tokens_.size()) return false;
        const std::string sign = word(at);
        return tokens_[at].kind == TokenKind::text || sign == "." || sign == ":" || sign == "[" || sign == "(" ||
               sign == "{" || sign == "=" || sign == ",";
    }

    std::string_view code_;
    std::vector<Token> tokens_;
};

} // namespace

std::vector<LostResult> lost_results(std::string_view code)
{
    return Reader(code).read();
}

} // namespace bilan::script
