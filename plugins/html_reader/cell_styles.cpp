// SPDX-License-Identifier: MPL-2.0
#include "html_reader/cell_styles.hpp"

#include "cells/number_format.hpp"
#include "cells/shown_format.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace bilan::html {
namespace {

constexpr std::size_t most_rules = 100'000; // Excel stops at 65 490 cell styles
constexpr std::string_view blanks = " \t\r\n";

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

/// Declarations without blanks and in lower case, quoted parts untouched.
std::string tight(std::string_view declarations)
{
    std::string text;
    char quote = '\0';
    for (std::size_t i = 0; i < declarations.size(); ++i) {
        const char letter = declarations[i];
        if (quote == '\0' && blanks.find(letter) != blanks.npos) continue;
        if (letter == '\\' && i + 1 < declarations.size()) {
            text += letter;
            text += declarations[++i];
            continue;
        }
        if (quote == letter)
            quote = '\0';
        else if (quote == '\0' && (letter == '"' || letter == '\''))
            quote = letter;
        text += quote == '\0' ? lower(letter) : letter;
    }
    return text;
}

int hexadecimal(char digit)
{
    if (digit >= '0' && digit <= '9') return digit - '0';
    const char letter = lower(digit);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/// CSS writes `\0022` for a quote and `\#` for what would mean something else.
std::string unescaped(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            plain += text[i];
            continue;
        }
        unsigned value = 0;
        std::size_t digits = 0;
        while (digits < 4 && i + 1 + digits < text.size() && hexadecimal(text[i + 1 + digits]) >= 0)
            value = value * 16 + static_cast<unsigned>(hexadecimal(text[i + 1 + digits++]));
        constexpr unsigned euro = 0x20AC;
        const bool is_code = digits == 4 && (value < 0x80 || value == euro);
        if (is_code && value == euro)
            plain += "\u20AC";
        else
            plain += is_code ? static_cast<char>(value) : text[i + 1];
        i += is_code ? digits : 1;
    }
    return plain;
}

/// Excel calls its built-in formats by name.
std::optional<FormatClass> named_format(std::string name)
{
    for (char& letter : name) letter = lower(letter);
    static constexpr std::array<std::pair<std::string_view, FormatClass>, 16> names = {{
        {"general", FormatClass::general},
        {"general date", FormatClass::datetime},
        {"long date", FormatClass::date},
        {"medium date", FormatClass::date},
        {"short date", FormatClass::date},
        {"long time", FormatClass::time},
        {"medium time", FormatClass::time},
        {"short time", FormatClass::time},
        {"currency", FormatClass::currency},
        {"euro currency", FormatClass::currency},
        {"fixed", FormatClass::number},
        {"standard", FormatClass::number},
        {"percent", FormatClass::percent},
        {"scientific", FormatClass::number},
        {"yes/no", FormatClass::general},
        {"on/off", FormatClass::general},
    }};
    for (const auto& [known, format] : names) {
        if (known == name) return format;
    }
    return std::nullopt;
}

/// The value of a property in tight declarations, up to the `;` outside quotes.
std::optional<std::string_view> property(std::string_view declarations, std::string_view name)
{
    for (std::size_t at = declarations.find(name); at != declarations.npos; at = declarations.find(name, at + 1)) {
        const bool is_whole = at == 0 || declarations[at - 1] == ';' || declarations[at - 1] == '{';
        if (!is_whole || declarations.substr(at + name.size()).substr(0, 1) != ":") continue;
        std::string_view value = declarations.substr(at + name.size() + 1);
        char quote = '\0';
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (value[i] == '\\') {
                ++i;
            } else if (quote != '\0') {
                if (value[i] == quote) quote = '\0';
            } else if (value[i] == '"' || value[i] == '\'') {
                quote = value[i];
            } else if (value[i] == ';') {
                return value.substr(0, i);
            }
        }
        return value;
    }
    return std::nullopt;
}

} // namespace

bool hides(std::string_view declarations)
{
    if (declarations.empty()) return false;
    return property(tight(declarations), "display").value_or("").starts_with("none");
}

CellFormat format_of_code(const std::string& code)
{
    CellFormat format{cells::format_class(code), cells::shown_unit(code), {}};
    if (format.unit.empty() && cells::is_odd_format(code)) format.odd = code;
    return format;
}

std::optional<CellFormat> format_in(std::string_view declarations)
{
    const std::string text = tight(declarations);
    std::optional<std::string_view> value = property(text, "mso-number-format");
    if (!value) return std::nullopt;
    if (value->size() > 1 && (value->front() == '"' || value->front() == '\'') && value->back() == value->front())
        value = value->substr(1, value->size() - 2);
    const std::string code = unescaped(*value);
    if (const std::optional<FormatClass> named = named_format(code)) return CellFormat{*named, {}, {}};
    return format_of_code(code);
}

void CellStyles::add_sheet(std::string_view text)
{
    for (std::size_t open = text.find('{'); open != text.npos && rules_.size() < most_rules; open = text.find('{')) {
        const std::string_view selectors = text.substr(0, open);
        const std::size_t close = text.find('}', open);
        const std::string_view declarations = text.substr(open + 1, close == text.npos ? text.npos : close - open - 1);
        const Rule rule{format_in(declarations), hides(declarations)};
        if (rule.format || rule.is_hidden) add_rule(selectors, rule);
        text.remove_prefix(close == text.npos ? text.size() : close + 1);
    }
}

/// `td.xl24, .xl25`: the rule holds for the last class of each.
void CellStyles::add_rule(std::string_view selectors, const Rule& rule)
{
    while (!selectors.empty()) {
        const std::size_t end = std::min(selectors.find(','), selectors.size());
        const std::string_view selector = selectors.substr(0, end);
        const std::size_t dot = selector.rfind('.');
        if (dot != selector.npos) {
            const std::string_view name = selector.substr(dot + 1);
            rules_[std::string(name.substr(0, name.find_first_of(" \t\r\n:>")))] = rule;
        }
        selectors.remove_prefix(std::min(end + 1, selectors.size()));
    }
}

template <class Found>
void CellStyles::each_rule(std::string_view classes, const Found& found) const
{
    if (rules_.empty()) return;
    while (!classes.empty()) {
        const std::size_t end = classes.find_first_of(blanks);
        const auto rule = rules_.find(std::string(classes.substr(0, end)));
        if (rule != rules_.end()) found(rule->second);
        classes.remove_prefix(end == classes.npos ? classes.size() : end + 1);
    }
}

std::optional<CellFormat> CellStyles::format_of(std::string_view classes) const
{
    std::optional<CellFormat> format;
    each_rule(classes, [&](const Rule& rule) {
        if (rule.format) format = rule.format;
    });
    return format;
}

bool CellStyles::is_hidden(std::string_view classes) const
{
    bool is_hidden = false;
    each_rule(classes, [&](const Rule& rule) { is_hidden = is_hidden || rule.is_hidden; });
    return is_hidden;
}

} // namespace bilan::html
