// SPDX-License-Identifier: MPL-2.0
//
// Texts of two or four bytes a character: recognised by their mark or by where their NULs are, and turned into UTF-8.
// Pure functions, any thread.
#pragma once

#include "encoding.hpp"

#include <optional>
#include <string>

namespace csv_reader {

/// Nothing when the bytes are not UTF-16 or UTF-32 beyond doubt.
[[nodiscard]] std::optional<EncodingGuess> guess_wide(std::string_view bytes);

struct WideText {
    std::string utf8;
    bool damaged = false; ///< something was no character and became U+FFFD, or the last character was cut
};

/// The bytes after the mark as UTF-8. Takes at most 1.5 times the size of the bytes.
[[nodiscard]] WideText to_utf8(std::string_view bytes, Encoding encoding);

} // namespace csv_reader
