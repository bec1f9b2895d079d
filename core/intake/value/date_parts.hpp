// SPDX-License-Identifier: MPL-2.0
//
// The tokens of one date, sorted by what they are. Pure functions, any thread.
#pragma once

#include "intake/value/calendar_words.hpp"
#include "intake/value/date_tokens.hpp"

#include <array>
#include <optional>
#include <span>

namespace bilan::intake {

enum class DateQualifier : std::uint8_t { none, begin, middle, end };

struct DateParts {
    std::array<DateToken, 3> numbers;
    std::size_t count = 0;
    char sign = 0; ///< between the first two numbers
    std::optional<int> month;
    std::size_t numbers_before_month = 0;
    std::optional<Season> season;
    bool is_quarter = false;
    bool is_half = false;
    bool is_school_year = false;
    bool is_whole_year = false; ///< « toute l'année »
    bool is_vague = false;
    DateQualifier qualifier = DateQualifier::none;
};

/// Nothing when a token has no place in a date.
[[nodiscard]] std::optional<DateParts> sort_parts(std::span<const DateToken> tokens);

} // namespace bilan::intake
