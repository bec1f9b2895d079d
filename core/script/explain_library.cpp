// SPDX-License-Identifier: MPL-2.0
#include "script/explain_library.hpp"

#include "script/message_parts.hpp"

namespace bilan::script {

namespace {

/// `bad argument #1 to 'ipairs' (table expected, got nil)`.
std::optional<Mistake> explain_argument(const std::string& message)
{
    const auto number = between(message, "bad argument #", " to '");
    const auto function = between(message, " to '", "'");
    if (!number || !function) return std::nullopt;
    if (holds(message, "number has no integer representation"))
        return Mistake("BIL-912", {*number, *function}, *function);
    if (holds(message, "value expected") || holds(message, "no value"))
        return Mistake("BIL-985", {*number, *function}, *function);
    for (const char* words : {"out of range", "out of bounds", "interval is empty", "too large"})
        if (holds(message, words)) return Mistake("BIL-984", {*number, *function}, *function);
    auto expected = between(message, "(", " expected, got ");
    const auto given = between(message, " expected, got ", ")");
    if (!expected || !given) return Mistake("BIL-983", {*number, *function}, *function);
    if (*given == "bilan.Figure") return Mistake("BIL-913", {*number, *function, *expected}, *function);
    if (const std::size_t choice = expected->find(" or "); choice != std::string::npos)
        expected->replace(choice, 4, "|"); // `table or string`: a type, not a sentence
    return Mistake("BIL-874", {*function, *number, *expected, *given}, *function);
}

/// `attempt to compare two table values`, `attempt to compare nil with number`.
std::optional<Mistake> explain_comparison(const std::string& message)
{
    constexpr std::string_view start = "attempt to compare ";
    constexpr std::string_view with = " with ";
    if (!message.starts_with(start)) return std::nullopt;
    if (const auto both = between(message, "compare two ", " values")) return Mistake("BIL-650", {*both, *both});
    const std::string sides = message.substr(start.size());
    const std::size_t middle = sides.find(with);
    if (middle == std::string::npos) return Mistake("BIL-650", {sides, sides});
    return Mistake("BIL-650", {sides.substr(0, middle), sides.substr(middle + with.size())});
}

std::optional<Mistake> explain_format(const std::string& message)
{
    if (!message.starts_with("invalid conversion") && !message.starts_with("specifier '")) return std::nullopt;
    const auto quoted = between(message, "'", "'");
    return quoted ? std::optional(Mistake("BIL-988", {*quoted}, *quoted)) : std::nullopt;
}

/// What is said by how it begins.
struct Saying {
    std::string_view words;
    const char* code;
    std::string_view before{}; ///< what stands around the blank of the message; none when empty
    std::string_view after{};
};

constexpr Saying sayings[] = {
    {"attempt to perform bitwise operation", "BIL-980"},
    {"number has no integer representation", "BIL-980"},
    {"bad 'for' ", "BIL-978", "got ", ")"},
    {"'for' step is zero", "BIL-979"},
    {"wrong number of arguments", "BIL-986"},
    {"invalid UTF-8 code", "BIL-987"},
    {"initial position is a continuation byte", "BIL-987"},
    {"invalid order function", "BIL-989"},
    {"variable '", "BIL-990", "variable '", "' got a non-closable value"},
    {"'__", "BIL-991", "'", "' chain too long"},
    {"too many results", "BIL-992"},
    {"string slice too long", "BIL-992"},
    {"string length overflow", "BIL-992"},
    {"resulting string too large", "BIL-992"},
    {"stack overflow (string slice", "BIL-992"},
    {"stack overflow (too many", "BIL-992"},
    {"stack overflow", "BIL-673"},
    {"C stack overflow", "BIL-673"},
    {"error in error handling", "BIL-673"},
    {"attempt to perform 'n", "BIL-651"},
    {"attempt to divide by zero", "BIL-651"},
};

std::optional<Mistake> explain_key(const std::string& message)
{
    for (const char* key : {"nil", "NaN"})
        if (message.ends_with(std::string("index is ") + key)) return Mistake("BIL-981", {key});
    return std::nullopt;
}

/// `invalid value (table) at index 2 in table for 'concat'`.
std::optional<Mistake> explain_concat(const std::string& message)
{
    const auto type = between(message, "invalid value (", ")");
    const auto item = between(message, "at index ", " ");
    if (!type || !item) return std::nullopt;
    return Mistake("BIL-982", {*item, *type}, "concat");
}

} // namespace

std::optional<Mistake> explain_library(const std::string& message)
{
    if (auto mistake = explain_comparison(message)) return mistake;
    if (auto mistake = explain_argument(message)) return mistake;
    if (auto mistake = explain_key(message)) return mistake;
    if (auto mistake = explain_concat(message)) return mistake;
    for (const Saying& saying : sayings) {
        if (!message.starts_with(saying.words)) continue;
        if (saying.before.empty()) return Mistake(saying.code);
        if (const auto blank = between(message, saying.before, saying.after)) return Mistake(saying.code, {*blank});
    }
    return explain_format(message);
}

} // namespace bilan::script
