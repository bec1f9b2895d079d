// SPDX-License-Identifier: MPL-2.0
//
// Whether bytes are a text that may be a table, from their beginning: no archive, document, image or program, no
// markup, and hardly any control characters. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <string_view>

namespace csv_reader {

enum class Kind : std::uint8_t {
    empty,   ///< no byte, or nothing but blanks
    foreign, ///< not text, or the text of another format (html, xml, rtf)
    text
};

[[nodiscard]] Kind kind_of(std::string_view bytes);

} // namespace csv_reader
