// SPDX-License-Identifier: MPL-2.0
#include "xls_reader/wide_text.hpp"

#include "xls_reader/bytes.hpp"

namespace bilan::xls {
namespace {

void append_character(std::string& utf8, char32_t character)
{
    const auto byte = [&utf8](char32_t bits) { utf8.push_back(static_cast<char>(bits)); };
    if (character < 0x80) return byte(character);
    if (character < 0x800) {
        byte(0xC0U | character >> 6U);
    } else {
        if (character < 0x10000) {
            byte(0xE0U | character >> 12U);
        } else {
            byte(0xF0U | character >> 18U);
            byte(0x80U | (character >> 12U & 0x3FU));
        }
        byte(0x80U | (character >> 6U & 0x3FU));
    }
    byte(0x80U | (character & 0x3FU));
}

bool is_high(char32_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

bool is_low(char32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

} // namespace

void append_wide(std::string& utf8, std::string_view bytes)
{
    constexpr char32_t replacement = 0xFFFD;
    for (std::size_t at = 0; at + 2 <= bytes.size(); at += 2) {
        char32_t character = word_at(bytes, at);
        if (is_high(character) && at + 4 <= bytes.size() && is_low(word_at(bytes, at + 2))) {
            at += 2;
            character = 0x10000 + ((character - 0xD800) << 10U) + (word_at(bytes, at) - 0xDC00U);
        } else if (is_high(character) || is_low(character)) {
            character = replacement;
        }
        append_character(utf8, character);
    }
}

void append_narrow(std::string& utf8, std::string_view bytes)
{
    for (const char byte : bytes) append_character(utf8, static_cast<unsigned char>(byte));
}

} // namespace bilan::xls
