// SPDX-License-Identifier: MPL-2.0
//
// Lua code as its words, texts and signs, and the chains of names and calls among them: for what must be known of a
// script without running it. Understands as much of the grammar as that takes. Pure; any thread.
#pragma once

#include "script/lua_tokens.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::script {

/// The tokens of a text that outlives it, without the comments.
class LuaCode {
public:
    explicit LuaCode(std::string_view text) : text_(text)
    {
        for (auto token = next_token(text, 0); token; token = next_token(text, token->end))
            if (token->kind != TokenKind::comment) tokens_.push_back(*token);
        pair_brackets();
    }

    [[nodiscard]] std::size_t size() const { return tokens_.size(); }
    [[nodiscard]] bool is(std::size_t at, std::string_view words) const
    {
        return at < size() && tokens_[at].kind != TokenKind::text && tokens_[at].inside == words;
    }
    [[nodiscard]] bool is_word(std::size_t at) const { return at < size() && tokens_[at].kind == TokenKind::word; }
    [[nodiscard]] bool is_text(std::size_t at) const { return at < size() && tokens_[at].kind == TokenKind::text; }
    [[nodiscard]] std::string word(std::size_t at) const { return std::string(tokens_[at].inside); }
    [[nodiscard]] std::string between(std::size_t first, std::size_t end) const
    {
        return std::string(text_.substr(tokens_[first].begin, tokens_[end - 1].end - tokens_[first].begin));
    }
    [[nodiscard]] int line(std::size_t at) const
    {
        return 1 + static_cast<int>(std::ranges::count(text_.substr(0, tokens_[at].begin), '\n'));
    }
    /// Behind the bracket that closes the one at `at`; the end of the code when none does.
    [[nodiscard]] std::size_t behind_brackets(std::size_t at) const { return closing_[at]; }
    /// Behind what begins with the name at `at`: `f.benef:gt(3)`.
    [[nodiscard]] std::size_t behind(std::size_t at) const
    {
        ++at;
        while (at < size()) {
            if ((is(at, ".") || is(at, ":")) && is_word(at + 1))
                at += 2;
            else if (is(at, "(") || is(at, "[") || is(at, "{"))
                at = behind_brackets(at);
            else if (is_text(at))
                ++at;
            else
                break;
        }
        return at;
    }

private:
    /// Once for all: chains inside chains would be walked again and again.
    void pair_brackets();

    std::string_view text_;
    std::vector<Token> tokens_;
    std::vector<std::size_t> closing_; ///< by token: behind the bracket that closes it
};

/// Every name that the code binds, once for each time: `local`, parameters, loops.
[[nodiscard]] std::vector<std::string> bound_names(const LuaCode& code);

} // namespace bilan::script
