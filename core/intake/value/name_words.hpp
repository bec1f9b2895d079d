// SPDX-License-Identifier: MPL-2.0
//
// A text as words that may be names: their capitals, and the marks around them. Pure functions, any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

/// A word and the marks before it.
struct NameWord {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string folded;
    bool has_capital = false;
    bool is_capitals = false; ///< all of it, two letters at least
    bool after_mark = false;  ///< first of the text, or behind a mark
    bool before_mark = false;
};

/// The next word at `from` or behind it, as written; empty, at the end of the text, when there is none.
[[nodiscard]] std::string_view next_name_word(std::string_view text, std::size_t from);
[[nodiscard]] bool begins_with_capital(std::string_view word);

[[nodiscard]] std::vector<NameWord> name_words_of(std::string_view text);

} // namespace bilan::intake
