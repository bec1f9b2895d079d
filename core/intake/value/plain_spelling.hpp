// SPDX-License-Identifier: MPL-2.0
//
// The form in which numbers and dates are parsed. Unlike base::fold, it never makes a digit out of a superscript or a
// fraction: « 12² » must not become 122. Pure functions, any thread.
#pragma once

#include <string>
#include <string_view>

namespace bilan::intake {

/// Longer texts are no number and no date; they are not even looked at.
inline constexpr std::size_t longest_spelling = 200;

/// Lower case without accents, one kind of space, dash and apostrophe, `>=` for ≥, `~` for ≈, `^2` for ², trimmed.
/// Quotes around the whole, a leading apostrophe and `="…"` (the csv trick that keeps zeros) are taken off. Empty for a
/// text longer than `longest_spelling` bytes.
[[nodiscard]] std::string plain_spelling(std::string_view text);

[[nodiscard]] constexpr bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}
[[nodiscard]] constexpr bool is_letter(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

/// Takes `what` off the front of `text` when a word ends there.
[[nodiscard]] bool take_word(std::string_view& text, std::string_view what);
[[nodiscard]] std::string_view trim_spaces(std::string_view text);

} // namespace bilan::intake
