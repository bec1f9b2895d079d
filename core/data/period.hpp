// SPDX-License-Identifier: MPL-2.0
//
// The years, quarters and months that dates are put into. Inner header of data/. Pure; any thread.
#pragma once

#include <cstdint>

namespace bilan::data {

enum class Period : std::uint8_t { year, quarter, month };

/// Dates of a partner outside these years are slips, which no table shows as a month.
inline constexpr int first_period_year = 1900;
inline constexpr int last_period_year = 2100;
inline constexpr int months_in_quarter = 3;

[[nodiscard]] constexpr int periods_in_year(Period period)
{
    return period == Period::year ? 1 : period == Period::quarter ? 4 : 12;
}

} // namespace bilan::data
