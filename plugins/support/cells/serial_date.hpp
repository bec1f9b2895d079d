// SPDX-License-Identifier: MPL-2.0
//
// Dates of a sheet in the one system of bilan: days since 30 December 1899. Pure functions, any thread.
#pragma once

#include <bilan/cell.hpp>

#include <optional>
#include <string_view>

namespace bilan::cells {

inline constexpr double first_usual_serial = 61;    ///< 1 March 1900: from here on Excel counts days as bilan does
inline constexpr double end_of_serials = 2'958'466; ///< 1 January 10000

struct SerialDate {
    double serial = 0;
    bool is_in_range = true;
    bool is_leap_day_1900 = false; ///< 29 February 1900, which Excel counts and the calendar does not
};

/// The serial number of a cell as stored, under a format of class date, datetime or time. Outside 1 January 1900 (or
/// 1904) to 31 December 9999 there is no such date: the number comes back untouched. The whole days under a format of
/// class time are part of a date only from 61 on; below they are hours beyond 24 that the format does not show.
[[nodiscard]] SerialDate normalised(double stored, FormatClass format, bool is_1904);

struct IsoDate {
    double serial = 0;
    FormatClass format = FormatClass::date; ///< date, datetime or time: what the text holds
};

/// `2021-03-01`, `2021-03-01T12:00:00Z`, `12:30:00`: the value of a cell of type `d`. An offset is dropped: what the
/// cell shows is local time.
[[nodiscard]] std::optional<IsoDate> iso_date(std::string_view text);

} // namespace bilan::cells
