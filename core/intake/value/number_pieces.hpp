// SPDX-License-Identifier: MPL-2.0
//
// A text cut into its numbers and the words between them, and what a text with several numbers means. Views into the
// spelling: valid as long as it lives.
#pragma once

#include "intake/value/number_text.hpp"

#include <array>

namespace bilan::intake {

struct NumberPieces {
    static constexpr std::size_t most = 8;
    std::array<Digits, most> numbers;
    std::array<std::string_view, most + 1> words; ///< words[i] stands before numbers[i]
    std::string_view first_number;                ///< as spelled
    std::size_t count = 0;                        ///< a text with more numbers has `most + 1`, and none is kept
};

/// Digits inside a word (`m2`, `QP069010`) are no numbers.
[[nodiscard]] NumberPieces split_numbers(std::string_view spelling);

/// REQUIRES: at least two numbers.
[[nodiscard]] NumberText read_several(const NumberPieces& pieces);

} // namespace bilan::intake
