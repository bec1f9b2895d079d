// SPDX-License-Identifier: MPL-2.0
#include "script/field_logic.hpp"

#include "script/lua_tokens.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace bilan::script {

namespace {

class Code {
public:
    explicit Code(std::string_view text) : text_(text)
    {
        for (auto token = next_token(text, 0); token; token = next_token(text, token->end))
            if (token->kind != TokenKind::comment) tokens_.push_back(*token);
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
    /// Behind the bracket that closes the one at `at`.
    [[nodiscard]] std::size_t behind_brackets(std::size_t at) const
    {
        int depth = 0;
        for (; at < size(); ++at) {
            if (is(at, "(") || is(at, "[") || is(at, "{")) ++depth;
            if (is(at, ")") || is(at, "]") || is(at, "}")) --depth;
            if (depth == 0) return at + 1;
        }
        return at;
    }
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
    std::string_view text_;
    std::vector<Token> tokens_;
};

/// Every name that the code binds, once for each time: `local`, parameters, loops.
std::vector<std::string> bound_names(const Code& code)
{
    std::vector<std::string> names;
    const auto take_list = [&](std::size_t at) {
        for (; code.is_word(at); at += 2) {
            names.push_back(code.word(at));
            if (!code.is(at + 1, ",")) return;
        }
    };
    for (std::size_t at = 0; at < code.size(); ++at) {
        if (code.is(at, "local") || code.is(at, "for")) take_list(at + 1);
        if (!code.is(at, "function")) continue;
        std::size_t open = at + 1;
        while (code.is_word(open) || code.is(open, ".") || code.is(open, ":")) ++open;
        take_list(open + 1);
    }
    return names;
}

/// `local f = bilan.field`, and nothing behind.
std::set<std::string, std::less<>> names_of_fields(const Code& code)
{
    std::set<std::string, std::less<>> names;
    for (std::size_t at = 0; at + 5 < code.size(); ++at)
        if (code.is(at, "local") && code.is(at + 2, "=") && code.is(at + 3, "bilan") && code.is(at + 4, ".") &&
            code.is(at + 5, "field") && code.behind(at + 3) == at + 6)
            names.insert(code.word(at + 1));
    return names;
}

std::optional<Mistake> mistake_at(const Code& code, std::size_t at)
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
    const Code code(text);
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
