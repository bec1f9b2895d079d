// SPDX-License-Identifier: MPL-2.0
//
// The encoding of a page, by its byte order mark, by what the page says and by its bytes. Pure functions, any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace bilan::html {

struct PageText {
    std::string text;      ///< UTF-8 without a byte order mark and without NUL
    std::string encoding;  ///< "utf-8", "windows-1252"
    std::string announced; ///< by the page, when it was not this one
    bool is_sound = true;  ///< false when bytes were no character
};

/// Bytes that are good UTF-8 beyond ASCII are UTF-8 whatever the page says; a page that wrongly says so is
/// Windows-1252.
[[nodiscard]] PageText decoded(std::string_view bytes);

/// The beginning of the page in ASCII letters, lower case, whatever its encoding: enough to recognise it by.
[[nodiscard]] std::string beginning(std::string_view bytes, std::size_t most);

} // namespace bilan::html
