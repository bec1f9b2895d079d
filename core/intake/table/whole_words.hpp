// SPDX-License-Identifier: MPL-2.0
//
// What a text says of its row when the whole of it says so: « Tous », « Page 2/3 ». All texts are folded. Pure
// functions, any thread.
#pragma once

#include "intake/table/text_memo.hpp"

#include <string_view>
#include <vector>

namespace bilan::intake {

/// Words at the beginning of a text, and what they say.
struct Opening {
    std::string_view words;
    Word word;
};

/// Whole words.
[[nodiscard]] bool opens_with(std::string_view text, std::string_view words);
[[nodiscard]] std::string_view without_punctuation(std::string_view text);
/// Digits with what partners put between and around them: a number, an amount, a date typed as text.
[[nodiscard]] bool is_number(std::string_view text);

/// « 3,5 K€ », « EUR 3 000,00 »: digits and a currency, and nothing else.
[[nodiscard]] bool is_amount_in_words(std::string_view text);
/// `plain` for nearly all.
[[nodiscard]] Word word_of_whole(std::string_view text);
/// What the texts begin with that say something.
[[nodiscard]] std::vector<std::string_view> first_words_of_wholes();

} // namespace bilan::intake
