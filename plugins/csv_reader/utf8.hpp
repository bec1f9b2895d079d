// SPDX-License-Identifier: MPL-2.0
//
// UTF-8, one character at a time, strictly: no overlong form, no surrogate, nothing past U+10FFFF. Pure functions.
#pragma once

#include <cstddef>
#include <string>

namespace csv_reader {

inline constexpr char32_t replacement = 0xFFFD; ///< stands where the bytes say nothing

[[nodiscard]] inline unsigned byte_at(const char* at)
{
    return static_cast<unsigned char>(*at);
}

/// Bytes of the character that starts there; 0 when the bytes are not UTF-8.
[[nodiscard]] inline std::size_t utf8_length(const char* at, const char* end)
{
    const unsigned lead = byte_at(at);
    const auto left = static_cast<std::size_t>(end - at);
    const auto follows = [at](std::size_t index) { return (byte_at(at + index) & 0xC0U) == 0x80U; };
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return left >= 2 && follows(1) ? 2 : 0;
    if (lead >= 0xE0 && lead < 0xF0) {
        if (left < 3 || !follows(1) || !follows(2)) return 0;
        const unsigned second = byte_at(at + 1);
        return (lead == 0xE0 && second < 0xA0) || (lead == 0xED && second >= 0xA0) ? 0 : 3;
    }
    if (lead >= 0xF0 && lead < 0xF5) {
        if (left < 4 || !follows(1) || !follows(2) || !follows(3)) return 0;
        const unsigned second = byte_at(at + 1);
        return (lead == 0xF0 && second < 0x90) || (lead == 0xF4 && second >= 0x90) ? 0 : 4;
    }
    return 0;
}

/// The character of `length` good bytes.
[[nodiscard]] inline char32_t utf8_decode(const char* at, std::size_t length)
{
    if (length == 1) return byte_at(at);
    char32_t character = byte_at(at) & (0x7FU >> length);
    for (std::size_t index = 1; index < length; ++index) character = character << 6U | (byte_at(at + index) & 0x3FU);
    return character;
}

inline void utf8_append(std::string& text, char32_t character)
{
    const auto put = [&text](char32_t byte) { text.push_back(static_cast<char>(byte)); };
    if (character < 0x80) {
        put(character);
    } else if (character < 0x800) {
        put(0xC0U | character >> 6U);
        put(0x80U | (character & 0x3FU));
    } else if (character < 0x10000) {
        put(0xE0U | character >> 12U);
        put(0x80U | (character >> 6U & 0x3FU));
        put(0x80U | (character & 0x3FU));
    } else {
        put(0xF0U | character >> 18U);
        put(0x80U | (character >> 12U & 0x3FU));
        put(0x80U | (character >> 6U & 0x3FU));
        put(0x80U | (character & 0x3FU));
    }
}

/// True for what a French text may well hold. In Windows-1252 the bytes of such a character would be nonsense
/// ("Ã©"), while those of others would not ("É" and a no-break space are the bytes of U+0260), so only these count
/// as a proof of UTF-8 in a file that is not UTF-8 throughout.
[[nodiscard]] constexpr bool is_plausible(char32_t character)
{
    const auto between = [character](char32_t first, char32_t last) { return character >= first && character <= last; };
    return between(0xA0, 0xFF) || character == 0x152 || character == 0x153 || character == 0x178 ||
           between(0x300, 0x36F) || between(0x2000, 0x203A) || character == 0x20AC || character == 0x2122 ||
           between(0x2190, 0x2199) || between(0x2200, 0x22FF) || between(0x25A0, 0x27BF) || between(0xFB00, 0xFB06) ||
           character == 0xFEFF || character == replacement || between(0x1F300, 0x1FAFF);
}

} // namespace csv_reader
