// SPDX-License-Identifier: MPL-2.0
//
// Which one-byte code page makes a text read like French: every byte beyond ASCII votes for the pages under which it
// is a letter or a sign that fits between its neighbours. Pure functions, any thread.
#pragma once

#include "encoding.hpp"

namespace csv_reader {

struct SingleByteGuess {
    Encoding encoding = Encoding::windows_1252;
    std::int64_t score = 0; ///< below zero: the text reads like French under none
    bool sure = false;
};

[[nodiscard]] SingleByteGuess guess_code_page(std::string_view bytes);

} // namespace csv_reader
