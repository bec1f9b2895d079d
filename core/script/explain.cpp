// SPDX-License-Identifier: MPL-2.0
#include "script/explain.hpp"

#include "script/explain_library.hpp"
#include "script/message_parts.hpp"

#include <optional>

namespace bilan::script {

namespace {

/// The name in `(local 'taux')`, `(field 'x')`; empty when Lua could not tell it.
std::string variable_of(const std::string& message)
{
    std::string name = between(message, " '", "'").value_or("");
    return name == "?" || name == "integer index" ? std::string() : name;
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
        const bool joins = operation.words == std::string_view("attempt to concatenate a ");
        if (joins && !name.empty() && type == "bilan.Expression") return Mistake("BIL-023", {name}, name);
        if (joins && !name.empty() && type == "bilan.Figure") return Mistake("BIL-024", {name}, name);
        const Operation& found = message.starts_with(arithmetic_on_text.words) ? arithmetic_on_text : operation;
        if (name.empty()) return Mistake(found.nameless, {type});
        return Mistake(found.named, {name, type}, name);
    }
    return std::nullopt;
}

} // namespace

Mistake explain(const std::string& message)
{
    if (auto mistake = explain_operation(message)) return *mistake;
    if (auto mistake = explain_library(message)) return *mistake;
    if (message == "assertion failed!") return Mistake("BIL-917", {}, "assert");
    return Mistake("BIL-640", {message});
}

} // namespace bilan::script
