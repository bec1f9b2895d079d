// SPDX-License-Identifier: MPL-2.0
#include "script/console_entry.hpp"

#include "script/lua_tokens.hpp"

#include <algorithm>
#include <array>

namespace bilan::script {

namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

std::optional<Token> next_code(std::string_view code, std::size_t at)
{
    auto token = next_token(code, at);
    while (token && token->kind == TokenKind::comment) token = next_token(code, token->end);
    return token;
}

/// True when names and a `=` follow, or `function`: without a value, or with an attribute, a local stays one.
bool has_value(std::string_view code, std::size_t at)
{
    auto token = next_code(code, at);
    if (token && token->inside == "function") return true;
    while (token && token->kind == TokenKind::word) {
        token = next_code(code, token->end);
        if (!token || token->inside != ",") break;
        token = next_code(code, token->end);
    }
    return token && token->kind == TokenKind::other && token->inside == "=";
}

} // namespace

std::string with_lasting_locals(const std::string& entry)
{
    std::string code = entry;
    int depth = 0;
    for (auto token = next_code(entry, 0); token; token = next_code(entry, token->end)) {
        if (token->kind != TokenKind::word) continue;
        if (is_one_of(token->inside, {"function", "do", "if", "repeat"})) ++depth;
        if (is_one_of(token->inside, {"end", "until"})) --depth;
        if (depth == 0 && token->inside == "local" && has_value(entry, token->end))
            std::fill_n(code.begin() + static_cast<std::ptrdiff_t>(token->begin), token->end - token->begin, ' ');
    }
    return code;
}

bool is_meant_as_value(const std::string& entry, const std::string& complaint)
{
    const auto first = next_code(entry, 0);
    if (!first) return false;
    const std::string word = entry.substr(first->begin, first->end - first->begin);
    if (is_one_of(word, {"local", "function", "do", "if", "for", "while", "repeat", "return", "break", "goto"}))
        return false;
    return complaint.find("syntax error near") != std::string::npos ||
           complaint.ends_with("unexpected symbol near '" + word + "'");
}

BeforeCursor before_cursor(std::string_view text)
{
    BeforeCursor before;
    for (auto token = next_token(text, 0); token; token = next_token(text, token->end)) {
        if (token->kind != TokenKind::text || token->is_closed) continue;
        before.is_text = true;
        before.word = token->inside;
        before.from = text.size() - token->inside.size();
        return before;
    }
    std::size_t at = text.size();
    const auto take_word = [&] {
        const std::size_t end = at;
        while (at > 0 && is_word_letter(text[at - 1])) --at;
        return std::string(text.substr(at, end - at));
    };
    before.word = take_word();
    before.from = at;
    while (at > 0 && (text[at - 1] == '.' || text[at - 1] == ':')) {
        --at;
        std::string name = take_word();
        before.is_nameable = !name.empty();
        if (name.empty()) break;
        before.chain.insert(before.chain.begin(), std::move(name));
    }
    return before;
}

} // namespace bilan::script
