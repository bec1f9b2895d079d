// SPDX-License-Identifier: MPL-2.0
#include "base/number.hpp"
#include "script/explain.hpp"
#include "script/message_parts.hpp"

namespace bilan::script {

namespace {

/// What the compiler could not go on with: it quotes it at the end of its message.
std::string token_of(const std::string& message)
{
    constexpr std::string_view before = " near '";
    const std::size_t begin = message.rfind(before);
    if (begin == std::string::npos || !message.ends_with('\'')) return {};
    const std::size_t from = begin + before.size();
    return from < message.size() ? message.substr(from, message.size() - 1 - from) : std::string();
}

/// `at line 12`, `starting at line 12)`.
std::optional<int> line_in(const std::string& message, std::string_view before)
{
    const std::size_t at = message.find(before);
    if (at == std::string::npos) return std::nullopt;
    const std::size_t begin = at + before.size();
    const std::size_t end = message.find_first_not_of("0123456789", begin);
    const auto line = base::parse_integer(std::string_view(message).substr(begin, end - begin));
    return line ? std::optional(static_cast<int>(*line)) : std::nullopt;
}

/// What the compiler says, by how it begins.
struct Complaint {
    std::string_view words;
    const char* code; ///< {0} the token it stopped at, or what it quotes first
    bool is_quoted = false;
};

constexpr Complaint complaints[] = {
    {"unexpected symbol near", "BIL-865"},
    {"unfinished string near", "BIL-867"},
    {"malformed number near", "BIL-868"},
    {"<name> expected near", "BIL-869"},
    {"attempt to assign to const variable", "BIL-870", true},
    {"syntax error near", "BIL-871"},
    {"invalid escape sequence near", "BIL-872"},
    {"hexadecimal digit expected near", "BIL-872"},
    {"decimal escape too large near", "BIL-872"},
    {"missing '{' near", "BIL-872"},
    {"missing '}' near", "BIL-872"},
    {"UTF-8 value too large near", "BIL-872"},
    {"unknown attribute", "BIL-968", true},
    {"<eof> expected near", "BIL-973"},
    {"invalid long string delimiter near", "BIL-975"},
};

/// The same where no blank is filled.
constexpr Complaint plain_complaints[] = {
    {"cannot use '...'", "BIL-967"},
    {"multiple to-be-closed variables", "BIL-969"},
    {"'=' or 'in' expected", "BIL-970"},
    {"function arguments expected", "BIL-974"},
    {"function or expression needs too many", "BIL-963"},
    {"control structure too long", "BIL-963"},
    {"too many upvalues", "BIL-963"},
    {"chunk has too many", "BIL-963"},
    {"lexical element too long", "BIL-963"},
};

/// `break` and `goto` are only seen to be wrong where their block ends.
std::optional<SyntaxMistake> explain_jump(const std::string& message)
{
    const auto line = line_in(message, " at line ");
    if (message.starts_with("break outside")) return SyntaxMistake{Mistake("BIL-873", {}, "break"), line};
    if (const auto label = between(message, "no visible label '", "'"))
        return SyntaxMistake{Mistake("BIL-964", {*label}, *label), line};
    if (const auto label = between(message, "label '", "' already defined on line "))
        return SyntaxMistake{
            Mistake("BIL-965", {*label, std::to_string(line_in(message, "on line ").value_or(0))}, *label)};
    const auto jump = between(message, "<goto ", ">");
    const auto local = between(message, "into the scope of local '", "'");
    if (jump && local) return SyntaxMistake{Mistake("BIL-966", {*jump, *local}, *jump), line};
    return std::nullopt;
}

/// `'end' expected (to close 'if' at line 2) near 'x'`.
std::optional<SyntaxMistake> explain_closing(const std::string& message, const std::string& near, bool is_at_end)
{
    const auto expected = between(message, "'", "' expected");
    if (!expected) return std::nullopt;
    const auto opener = between(message, "(to close '", "'");
    const auto line = line_in(message, "' at line ");
    if (is_at_end) {
        if (opener) return SyntaxMistake{Mistake("BIL-971", {*opener, *expected}, *opener), line};
        return SyntaxMistake{Mistake("BIL-631", {*expected})};
    }
    if (near.empty()) return std::nullopt;
    const bool is_condition = *expected == "then" || *expected == "do";
    if (near == "=" && is_condition) return SyntaxMistake{Mistake("BIL-976", {}, near)};
    const bool is_list = opener == "{" || opener == "(";
    if (opener && line)
        return SyntaxMistake{
            Mistake(is_list ? "BIL-972" : "BIL-993", {*expected, near, *opener, std::to_string(*line)}, near)};
    return SyntaxMistake{Mistake("BIL-633", {*expected, near}, near)};
}

/// The file ends where a value, a name or the rest of a statement should stand.
std::optional<SyntaxMistake> explain_ending(const std::string& message)
{
    if (message.starts_with("unfinished long"))
        return SyntaxMistake{Mistake("BIL-960", {}, message.starts_with("unfinished long string") ? "[" : "--"),
                             line_in(message, "starting at line ")};
    const bool is_at_end = message.ends_with("near <eof>");
    if (is_at_end && message.starts_with("unfinished string")) return SyntaxMistake{Mistake("BIL-867", {"…"})};
    for (const std::string_view words : {"unexpected symbol near", "<name> expected near", "syntax error near"})
        if (is_at_end && message.starts_with(words)) return SyntaxMistake{Mistake("BIL-866")};
    return std::nullopt;
}

} // namespace

SyntaxMistake explain_syntax(const std::string& message)
{
    const std::string near = token_of(message);
    const bool is_at_end = message.find("near <eof>") != std::string::npos || near == "<eof>";
    if (auto mistake = explain_jump(message)) return *mistake;
    for (const Complaint& complaint : plain_complaints)
        if (message.starts_with(complaint.words)) return {Mistake(complaint.code, {}, near)};
    if (const auto most = between(message, "too many local variables (limit is ", ")"))
        return {Mistake("BIL-962", {*most}, near)};
    if (auto mistake = explain_ending(message)) return *mistake;
    if (auto mistake = explain_closing(message, near, is_at_end)) return *mistake;
    for (const Complaint& complaint : complaints)
        if (message.starts_with(complaint.words)) {
            const std::string token = complaint.is_quoted ? between(message, "'", "'").value_or("") : near;
            if (!token.empty()) return {Mistake(complaint.code, {token}, token)};
        }
    return {Mistake("BIL-632", {message}, near)};
}

} // namespace bilan::script
