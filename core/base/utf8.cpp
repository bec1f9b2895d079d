// SPDX-License-Identifier: MPL-2.0
#include "base/utf8.hpp"

#include <algorithm>

namespace bilan::base {

namespace {

/// The bounds of the second byte keep out overlong forms, surrogates and everything above U+10FFFF.
struct Lead {
    std::size_t bytes = 0;
    unsigned bits = 0;
    unsigned low = 0x80;
    unsigned high = 0xBF;
};

Lead lead_of(unsigned byte)
{
    if (byte >= 0xC2 && byte <= 0xDF) return {2, byte & 0x1FU};
    if (byte == 0xE0) return {3, 0, 0xA0, 0xBF};
    if (byte == 0xED) return {3, 0xD, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF) return {3, byte & 0xFU};
    if (byte == 0xF0) return {4, 0, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3) return {4, byte & 7U};
    if (byte == 0xF4) return {4, 4, 0x80, 0x8F};
    return {};
}

unsigned byte_at(std::string_view text, std::size_t at)
{
    return static_cast<unsigned char>(text[at]);
}

} // namespace

CodePoint first_beyond_ascii(std::string_view text)
{
    const unsigned byte = byte_at(text, 0);
    const Lead lead = lead_of(byte);
    if (lead.bytes == 0 || text.size() < lead.bytes) return {};
    unsigned value = lead.bits;
    for (std::size_t at = 1; at < lead.bytes; ++at) {
        const unsigned next = byte_at(text, at);
        const bool fits = at == 1 ? next >= lead.low && next <= lead.high : (next & 0xC0U) == 0x80;
        if (!fits) return {};
        value = value << 6U | (next & 0x3FU);
    }
    return {value, lead.bytes, true};
}

CodePoint last_code_point(std::string_view text)
{
    for (std::size_t bytes = 1; bytes <= std::min<std::size_t>(4, text.size()); ++bytes) {
        const CodePoint point = first_code_point(text.substr(text.size() - bytes));
        if (point.valid && point.bytes == bytes) return point;
    }
    return {};
}

void append(std::string& text, char32_t value)
{
    const auto put = [&](unsigned byte) { text.push_back(static_cast<char>(byte)); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xC0U | value >> 6U);
        put(0x80U | (value & 0x3FU));
    } else if (value < 0x10000) {
        put(0xE0U | value >> 12U);
        put(0x80U | (value >> 6U & 0x3FU));
        put(0x80U | (value & 0x3FU));
    } else {
        put(0xF0U | value >> 18U);
        put(0x80U | (value >> 12U & 0x3FU));
        put(0x80U | (value >> 6U & 0x3FU));
        put(0x80U | (value & 0x3FU));
    }
}

std::u32string code_points(std::string_view text)
{
    std::u32string points;
    points.reserve(text.size());
    while (!text.empty()) {
        const CodePoint point = first_code_point(text);
        points.push_back(point.value);
        text.remove_prefix(point.bytes);
    }
    return points;
}

bool is_space(char32_t value)
{
    if (is_ascii(value)) return value == ' ' || (value >= 0x09 && value <= 0x0D);
    return value == 0x85 || value == 0xA0 || value == 0x1680 || (value >= 0x2000 && value <= 0x200A) ||
           value == 0x2028 || value == 0x2029 || value == 0x202F || value == 0x205F || value == 0x3000;
}

bool is_zero_width(char32_t value)
{
    return (value >= 0x200B && value <= 0x200D) || value == 0x2060 || value == 0xFEFF;
}

bool is_bidirectional_control(char32_t value)
{
    return value == 0x061C || value == 0x200E || value == 0x200F || (value >= 0x202A && value <= 0x202E) ||
           (value >= 0x2066 && value <= 0x2069);
}

} // namespace bilan::base
