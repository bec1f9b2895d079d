// SPDX-License-Identifier: MPL-2.0
//
// Walking over UTF-8 that may be broken: one code point at a time, a broken byte as U+FFFD. Pure functions, any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace bilan::base {

inline constexpr char32_t replacement = 0xFFFD;

struct CodePoint {
    char32_t value = replacement;
    std::size_t bytes = 1;
    bool valid = false;
};

/// The code point at the beginning of `text`, which is not ASCII. REQUIRES: `text` is not empty.
[[nodiscard]] CodePoint first_beyond_ascii(std::string_view text);
/// The code point at the beginning of `text`. REQUIRES: `text` is not empty.
[[nodiscard]] inline CodePoint first_code_point(std::string_view text)
{
    const auto byte = static_cast<unsigned char>(text[0]);
    return byte < 0x80 ? CodePoint{byte, 1, true} : first_beyond_ascii(text);
}
/// How many bytes at the beginning of `text` are ASCII to be seen, spaces included.
[[nodiscard]] inline std::size_t printable_ascii(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && text[at] >= ' ' && text[at] <= '~') ++at;
    return at;
}
/// The code point at the end of `text`. REQUIRES: `text` is not empty.
[[nodiscard]] CodePoint last_code_point(std::string_view text);
/// REQUIRES: `value` is a Unicode scalar value.
void append(std::string& text, char32_t value);
[[nodiscard]] std::u32string code_points(std::string_view text);

/// White space of every kind: line breaks, no-break spaces.
[[nodiscard]] bool is_space(char32_t value);
/// Takes no room on paper: zero-width space and joiners, byte order mark.
[[nodiscard]] bool is_zero_width(char32_t value);
/// Turns the direction of the text around it.
[[nodiscard]] bool is_bidirectional_control(char32_t value);

[[nodiscard]] constexpr bool is_ascii(char32_t value)
{
    return value < 0x80;
}

} // namespace bilan::base
