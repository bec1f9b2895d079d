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
};

std::optional<Mistake> explain_operation(const std::string& message)
{
    for (const Operation& operation : operations) {
        if (!message.starts_with(operation.words)) continue;
        const std::string type = between(message, operation.words, " value").value_or("?");
        const std::string name = variable_of(message);
        if (name.empty()) return Mistake(operation.nameless, {type});
        return Mistake(operation.named, {name, type}, name);
    }
    return std::nullopt;
}

std::optional<Mistake> explain_comparison(const std::string& message)
{
    constexpr std::string_view start = "attempt to compare ";
    if (!message.starts_with(start)) return std::nullopt;
    return Mistake("BIL-650", {message.substr(start.size())});
}

} // namespace

Mistake explain(const std::string& message)
{
    if (auto mistake = explain_operation(message)) return *mistake;
    if (auto mistake = explain_comparison(message)) return *mistake;
    if (message.find("stack overflow") != std::string::npos) return Mistake("BIL-673");
    if (message.starts_with("attempt to divide by zero") || message.starts_with("attempt to perform 'n%%0'"))
        return Mistake("BIL-651");
    return Mistake("BIL-640", {message});
}

Mistake explain_syntax(const std::string& message)
{
    const std::string near = between(message, " near '", "'").value_or("");
    if (message.find("near <eof>") != std::string::npos || message.find("near '<eof>'") != std::string::npos) {
        if (const auto expected = between(message, "'", "' expected")) return Mistake("BIL-631", {*expected});
        return Mistake("BIL-632", {message});
    }
    if (const auto expected = between(message, "'", "' expected"); expected && !near.empty())
        return Mistake("BIL-633", {*expected, near}, near);
    return Mistake("BIL-632", {message}, near);
}

} // namespace bilan::script
