// SPDX-License-Identifier: MPL-2.0
//
// Calendar dates and spreadsheet serials (days since 30 December 1899). Proleptic Gregorian, no time zone, no clock.
#pragma once

#include "base/language.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace bilan::base {

struct CivilDate {
    int year = 0;
    int month = 0; ///< 1..12
    int day = 0;   ///< 1..31
    friend bool operator==(const CivilDate&, const CivilDate&) = default;
    // clang-tidy 14 does not know defaulted comparisons and sees a null pointer.
    // NOLINTNEXTLINE(modernize-use-nullptr)
    friend auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

[[nodiscard]] bool is_valid(const CivilDate& date);
[[nodiscard]] int days_in_month(int year, int month);
/// REQUIRES: is_valid(date).
[[nodiscard]] double serial_of(const CivilDate& date);
/// The date of the whole part of a serial; nothing outside years 1 to 9999.
[[nodiscard]] std::optional<CivilDate> civil_of(double serial);

[[nodiscard]] std::string iso(const CivilDate& date); ///< `2025-12-31`
/// `2025-12-31`, `2025-12-31T08:30:00` when there is a fraction, `08:30:00` for a serial from 0 to below 1; thousandths
/// of a second, `08:30:00.500`, where there are some. Outside years 1 to 9999 the serial itself, as `shortest` writes
/// it.
[[nodiscard]] std::string iso_of_serial(double serial);
/// `25:30:00`: hours that go on beyond 24. REQUIRES: 0 <= days < 1000000.
[[nodiscard]] std::string clock_of_days(double days);
[[nodiscard]] std::optional<CivilDate> parse_iso(std::string_view text);
/// `31/12/2025` in French, `2025-12-31` in English.
[[nodiscard]] std::string for_people(const CivilDate& date, Language language);

} // namespace bilan::base
