// SPDX-License-Identifier: MPL-2.0
//
// What the beginning of a text shows and is not read: another separator than the usual ones, columns of a fixed width,
// letters in UTF-7. To be said, not guessed. Pure functions, any thread.
#pragma once

#include <string_view>

namespace csv_reader {

/// A sign that stands equally often in every line, `^` or `~` for one; 0 for none.
[[nodiscard]] char unusual_separator(std::string_view text);

/// Most lines hold several blanks in a row between words, as many such gaps in all of them.
[[nodiscard]] bool has_fixed_columns(std::string_view text);

/// Accented letters written `+AOk-`, with no other accented letter around.
[[nodiscard]] bool is_utf7(std::string_view text);

} // namespace csv_reader
