// SPDX-License-Identifier: MPL-2.0
//
// One side of a period, or a whole date text: what its numbers and words say, not yet completed. Pure functions, any
// thread.
#pragma once

#include "intake/value/date_text.hpp"
#include "intake/value/date_tokens.hpp"

#include <span>

namespace bilan::intake {

/// Months and days from `first` to `last` of a year that may be missing.
struct Moment {
    bool is_read = false;
    bool is_impossible = false;
    bool is_day = false;
    bool is_day_only = false; ///< « 3 » of « du 3 au 5 mars »: month and year come from the other side
    std::optional<int> year;
    int years = 1; ///< 2 for a school year, more for « 2015/2022 »
    int first_month = 1;
    int first_day = 1;
    int last_month = 12;
    int last_day = 31;
    bool is_month_first = false;
    bool is_day_first = false;
    bool is_order_open = false;
    bool is_vague = false;
};

[[nodiscard]] Moment read_moment(std::span<const DateToken> tokens, bool is_month_first);

} // namespace bilan::intake
