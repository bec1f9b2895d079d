// SPDX-License-Identifier: MPL-2.0
#include "script/explain.hpp"

#include <optional>

namespace bilan::script {

namespace {

/// What stands between two markers, after which the message may go on.
std::optional<std::string> between(const std::string& text, std::string_view before, std::string_view after)
{
    const std::size_t begin = text.find(before);
    if (begin == std::string::npos) return std::nullopt;
    const std::size_t from = begin + before.size();
    const std::size_t end = text.find(after, from);
    if (end == std::string::npos) return std::nullopt;
    return text.substr(from, end - from);
}

/// The name in `(local 'taux')`, `(field 'x')`; empty when Lua could not tell it.
std::string variable_of(const std::string& message)
{
    return between(message, " '", "'").value_or("");
}

struct Operation {
    std::string_view words; ///< how Lua's message begins
    const char* named;      ///< code when the name is known: {0} name, {1} type
    const char* nameless;   ///< {0} type
};

constexpr Operation operations[] = {
    {"attempt to call a ", "BIL-642", "BIL-643"},
    {"attempt to index a ", "BIL-644", "BIL-645"},
    {"attempt to perform arithmetic on a ", "BIL-646", "BIL-647"},
    {"attempt to concatenate a ", "BIL-648", "BIL-649"},
    {"attempt to get length of a ", "BIL-907", "BIL-908"},
};

/// Arithmetic on a text that is no number is another slip than on a value that is not there.
constexpr Operation arithmetic_on_text = {"attempt to perform arithmetic on a string", "BIL-909", "BIL-910"};

std::optional<Mistake> explain_operation(const std::string& message)
{
    for (const Operation& operation : operations) {
        if (!message.starts_with(operation.words)) continue;
        const std::string type = between(message, operation.words, " value").value_or("?");
        const std::string name = variable_of(message);
        if (name == "for iterator") return Mistake("BIL-933", {type}, "in");
        const Operation& found = message.starts_with(arithmetic_on_text.words) ? arithmetic_on_text : operation;
        if (name.empty()) return Mistake(found.nameless, {type});
        return Mistake(found.named, {name, type}, name);
    }
    return std::nullopt;
}

std::optional<Mistake> explain_comparison(const std::string& message)
{
    constexpr std::string_view start = "attempt to compare ";
    if (!message.starts_with(start)) return std::nullopt;
    return Mistake("BIL-650", {message.substr(start.size())});
}

/// `bad argument #1 to 'ipairs' (table expected, got nil)`.
std::optional<Mistake> explain_argument(const std::string& message)
{
    const auto number = between(message, "bad argument #", " to '");
    const auto function = between(message, " to '", "'");
    if (number && function && message.find("number has no integer representation") != std::string::npos)
        return Mistake("BIL-912", {*number, *function}, *function);
    const auto expected = between(message, "(", " expected, got ");
    const auto given = between(message, " expected, got ", ")");
    if (!number || !function || !expected || !given) return std::nullopt;
    if (*given == "bilan.Figure") return Mistake("BIL-913", {*number, *function, *expected}, *function);
    return Mistake("BIL-874", {*function, *number, *expected, *given}, *function);
}

/// What the compiler could not go on with: it quotes it at the end of its message.
std::string token_of(const std::string& message)
{
    constexpr std::string_view before = " near '";
    const std::size_t begin = message.rfind(before);
    if (begin == std::string::npos || !message.ends_with('\'')) return {};
    const std::size_t from = begin + before.size();
    return from < message.size() ? message.substr(from, message.size() - 1 - from) : std::string();
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
};

/// The file ends where a value, a name or the rest of a statement should stand.
std::optional<Mistake> explain_ending(const std::string& message)
{
    for (const std::string_view words : {"unexpected symbol near", "<name> expected near", "syntax error near"})
        if (message.starts_with(words)) return Mistake("BIL-866");
    return std::nullopt;
}

} // namespace

Mistake explain(const std::string& message)
{
    if (auto mistake = explain_operation(message)) return *mistake;
    if (auto mistake = explain_comparison(message)) return *mistake;
    if (auto mistake = explain_argument(message)) return *mistake;
    if (message == "assertion failed!") return Mistake("BIL-917", {}, "assert");
    if (message.find("stack overflow") != std::string::npos) return Mistake("BIL-673");
    if (message.starts_with("attempt to divide by zero") || message.starts_with("attempt to perform 'n%%0'"))
        return Mistake("BIL-651");
    return Mistake("BIL-640", {message});
}

Mistake explain_syntax(const std::string& message)
{
    const std::string near = token_of(message);
    const bool is_at_end = message.find("near <eof>") != std::string::npos || near == "<eof>";
    if (const auto expected = between(message, "'", "' expected"); expected && is_at_end)
        return Mistake("BIL-631", {*expected});
    if (message.starts_with("break outside")) return Mistake("BIL-873", {}, "break");
    if (auto mistake = explain_ending(message); mistake && is_at_end) return *mistake;
    if (const auto expected = between(message, "'", "' expected"); expected && !near.empty())
        return Mistake("BIL-633", {*expected, near}, near);
    for (const Complaint& complaint : complaints)
        if (message.starts_with(complaint.words)) {
            const std::string token = complaint.is_quoted ? between(message, "'", "'").value_or("") : near;
            if (!token.empty()) return Mistake(complaint.code, {token}, token);
        }
    return Mistake("BIL-632", {message}, near);
}

} // namespace bilan::script
