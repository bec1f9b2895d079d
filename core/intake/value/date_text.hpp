// SPDX-License-Identifier: MPL-2.0
//
// A text as a date or a period, the way people write them (domain.md 9.3). Pure functions, any thread.
#pragma once

#include "base/date.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace bilan::intake {

enum class DateShape : std::uint8_t {
    nothing,    ///< no date
    impossible, ///< 31/02/2024
    no_year,    ///< « 24 juin », and no year to complete it
    day,
    period, ///< a month, a quarter, a year, « courant 2023 »
    span,   ///< two ends: « du 01/03 au 30/06 »
};

struct DateText {
    DateShape shape = DateShape::nothing;
    base::CivilDate first; ///< both inclusive; equal for a day
    base::CivilDate last;
    bool is_year_guessed = false; ///< the year of the table
    bool is_month_first = false;  ///< only the American order gives a date
    bool is_day_first = false;    ///< only the French order gives a date
    bool is_order_open = false;   ///< either order does
    bool is_vague = false;        ///< « courant », « fin », « toute l'année », one end only
    [[nodiscard]] bool has_date() const { return shape >= DateShape::day; }
    /// « T2 2023 », « année scolaire 2023/2024 », « du 01/03 au 30/06 »: whoever wrote it thought of two ends.
    [[nodiscard]] bool is_longer_than_a_month() const
    {
        return has_date() && (first.year != last.year || first.month != last.month);
    }
    /// « début juin », « mi-juin », « fin juin ».
    [[nodiscard]] bool is_part_of_month() const
    {
        const bool is_one_month = shape == DateShape::period && !is_longer_than_a_month();
        return is_one_month && (first.day > 1 || last.day < base::days_in_month(last.year, last.month));
    }
    [[nodiscard]] bool is_one_year() const
    {
        return is_longer_than_a_month() && first.year == last.year && first.month == 1 && last.month == 12;
    }
};

struct DateOptions {
    std::optional<int> year;     ///< completes a date without year
    bool is_month_first = false; ///< what the column settles for `03/04/2024`
};

[[nodiscard]] DateText read_date_text(std::string_view text, const DateOptions& options = {});

} // namespace bilan::intake
