// SPDX-License-Identifier: MPL-2.0
//
// A date text cut into whole numbers, words and signs. Views into the spelling: valid as long as it lives.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace bilan::intake {

enum class DateTokenKind : std::uint8_t { number, word, sign };

struct DateToken {
    DateTokenKind kind = DateTokenKind::sign;
    std::string_view text;
    int value = 0;  ///< of a number
    int digits = 0; ///< of a number
};

/// Without white space; numbers have at most 8 digits. A text with more than `most` tokens has none.
struct DateTokens {
    static constexpr std::size_t most = 24;
    std::array<DateToken, most> tokens;
    std::size_t count = 0;
};

[[nodiscard]] DateTokens split_date(std::string_view spelling);

} // namespace bilan::intake
