// SPDX-License-Identifier: MPL-2.0
#include "base/json.hpp"

#include "base/number.hpp"
#include "base/utf8.hpp"

namespace bilan::base {

namespace {

bool is_escaped(char32_t value)
{
    return value < 0x20 || value == '"' || value == '\\';
}

void append_escaped(std::string& json, char32_t value)
{
    constexpr std::string_view digits = "0123456789abcdef";
    switch (value) {
    case '"': json += "\\\""; return;
    case '\\': json += "\\\\"; return;
    case '\n': json += "\\n"; return;
    case '\r': json += "\\r"; return;
    case '\t': json += "\\t"; return;
    default: break;
    }
    json += "\\u00";
    json += digits[value >> 4U];
    json += digits[value & 0xFU];
}

/// Runs of characters that JSON takes as they are go over in one piece.
void append_json(std::string& json, std::string_view text)
{
    json += '"';
    std::size_t from = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint point = first_code_point(text.substr(at));
        if (point.valid && !is_escaped(point.value)) {
            at += point.bytes;
            continue;
        }
        json.append(text, from, at - from);
        point.valid ? append_escaped(json, point.value) : append(json, replacement);
        at += point.bytes;
        from = at;
    }
    json.append(text, from);
    json += '"';
}

} // namespace

std::string json_text(std::string_view text)
{
    std::string json;
    json.reserve(text.size() + 2);
    append_json(json, text);
    return json;
}

void JsonLine::name(std::string_view name)
{
    if (text_.size() > 1) text_ += ',';
    append_json(text_, name);
    text_ += ':';
}

JsonLine& JsonLine::member(std::string_view name, std::string_view text)
{
    this->name(name);
    append_json(text_, text);
    return *this;
}

JsonLine& JsonLine::member(std::string_view name, double number)
{
    return raw(name, shortest(number));
}

JsonLine& JsonLine::member(std::string_view name, std::int64_t number)
{
    return raw(name, std::to_string(number));
}

JsonLine& JsonLine::member(std::string_view name, bool yes)
{
    return raw(name, yes ? "true" : "false");
}

JsonLine& JsonLine::member(std::string_view name, std::span<const std::string> texts)
{
    std::string list = "[";
    for (const std::string& text : texts) {
        if (list.size() > 1) list += ',';
        list += json_text(text);
    }
    return raw(name, list + "]");
}

JsonLine& JsonLine::null(std::string_view name)
{
    return raw(name, "null");
}

JsonLine& JsonLine::raw(std::string_view name, std::string_view json)
{
    this->name(name);
    text_ += json;
    return *this;
}

JsonLine& JsonLine::followed_by(const JsonLine& other)
{
    if (text_.size() > 1 && other.text_.size() > 1) text_ += ',';
    text_.append(other.text_, 1);
    return *this;
}

} // namespace bilan::base
