// SPDX-License-Identifier: MPL-2.0
//
// Lua code cut into words, texts, comments and single other characters: for what must be known of a script without
// running it. Understands no grammar. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bilan::script {

enum class TokenKind : std::uint8_t { word, text, comment, other };

struct Token {
    TokenKind kind = TokenKind::other;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view inside; ///< of a text: between its quotes, escapes as written; else the whole
    bool is_closed = true;   ///< false for a text or comment that goes on behind the code
};

/// The first token at or after `at`; nothing when only white space is left.
[[nodiscard]] std::optional<Token> next_token(std::string_view code, std::size_t at);

/// Letters, digits and `_`, as Lua sees them.
[[nodiscard]] constexpr bool is_word_letter(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
           letter == '_';
}

} // namespace bilan::script
