// SPDX-License-Identifier: MPL-2.0
#include "script/open_blocks.hpp"

#include "script/lua_tokens.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace bilan::script {

namespace {

/// What is open where the compiler stands: a bracket, or the word of a block.
struct Opening {
    std::string_view word;
    int line = 0;
    bool waits_for_do = false;
};

bool is_block(const Opening& opening)
{
    return opening.word != "(" && opening.word != "{" && opening.word != "[";
}

/// Reads the code token by token, up to a sign on a line.
class Blocks {
public:
    explicit Blocks(std::string_view code) : code_(code) {}

    /// True when a block is open where the sign stands on the line, and stays open: else the sign is one too many.
    bool is_open_at(std::string_view sign, int line)
    {
        std::size_t counted = 0;
        int at_line = 1;
        std::string_view before;
        for (auto token = next_token(code_, 0); token; token = next_token(code_, token->end)) {
            at_line += static_cast<int>(std::ranges::count(code_.substr(counted, token->begin - counted), '\n'));
            counted = token->begin;
            if (at_line > line) return false;
            if (token->kind == TokenKind::text || token->kind == TokenKind::comment) continue;
            const std::string_view word = code_.substr(token->begin, token->end - token->begin);
            if (at_line == line && word == sign && !open_.empty() && is_block(open_.back()))
                return stays_open(token->end);
            if (word == "if" && before == "else") else_if_ = at_line;
            take(word, at_line);
            before = word;
        }
        return false;
    }

    [[nodiscard]] const Opening& innermost() const { return open_.back(); }
    /// The last `else if` within the innermost block that is open.
    [[nodiscard]] std::optional<int> else_if() const
    {
        return else_if_ && *else_if_ >= innermost().line ? else_if_ : std::nullopt;
    }

private:
    /// Without the sign, is anything open at the end of the code?
    [[nodiscard]] bool stays_open(std::size_t behind) const
    {
        Blocks rest = *this;
        for (auto token = next_token(code_, behind); token; token = next_token(code_, token->end))
            if (token->kind != TokenKind::text && token->kind != TokenKind::comment)
                rest.take(code_.substr(token->begin, token->end - token->begin), 0);
        return !rest.open_.empty();
    }

    void take(std::string_view word, int line)
    {
        const bool belongs_to_loop = word == "do" && !open_.empty() && open_.back().waits_for_do;
        if (belongs_to_loop)
            open_.back().waits_for_do = false;
        else if (word == "for" || word == "while")
            open_.push_back({word, line, true});
        else if (word == "function" || word == "if" || word == "repeat" || word == "do" || word == "(" || word == "{" ||
                 word == "[")
            open_.push_back({word, line});
        else if (const bool closes_block = word == "end" || word == "until";
                 closes_block || word == ")" || word == "}" || word == "]")
            if (!open_.empty() && is_block(open_.back()) == closes_block) open_.pop_back();
    }

    std::string_view code_;
    std::vector<Opening> open_;
    std::optional<int> else_if_;
};

} // namespace

void name_open_block(Fault& fault, std::string_view code)
{
    const bool is_unexpected = fault.message.code == "BIL-865" || fault.message.code == "BIL-871";
    const std::string sign = fault.subject;
    if (!is_unexpected || (sign != "," && sign != "}" && sign != ")" && sign != "]")) return;
    Blocks blocks(code);
    if (!blocks.is_open_at(sign, fault.line)) return;
    const Opening& opening = blocks.innermost();
    if (opening.line == fault.line) return; // what stands on one line shows itself
    if (const auto line = blocks.else_if()) {
        fault.message = {"BIL-997", {sign, std::to_string(fault.line)}};
        fault.subject = "else";
        fault.line = *line;
        return;
    }
    fault.message = {"BIL-996", {sign, std::string(opening.word), std::to_string(opening.line)}};
}

} // namespace bilan::script
