// SPDX-License-Identifier: MPL-2.0
#include "base/date.hpp"

#include "base/number.hpp"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cmath>
#include <cstdlib>

namespace bilan::base {

namespace {

constexpr std::chrono::sys_days epoch =
    std::chrono::year{1899} / std::chrono::December / 30; // day 0 of every spreadsheet
constexpr double first_serial = -693'593;                 // 1 January of year 1
constexpr double last_serial = 2'958'465;                 // 31 December 9999
constexpr std::int64_t day_seconds = 86'400;
constexpr std::int64_t day_milliseconds = day_seconds * 1000;

/// `number` with zeros in front up to `width` digits.
std::string padded(std::int64_t number, std::size_t width)
{
    std::string text = std::to_string(number);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

std::string clock_time(std::int64_t milliseconds)
{
    const std::int64_t seconds = milliseconds / 1000;
    const std::string whole =
        padded(seconds / 3600, 2) + ':' + padded(seconds / 60 % 60, 2) + ':' + padded(seconds % 60, 2);
    return milliseconds % 1000 == 0 ? whole : whole + '.' + padded(milliseconds % 1000, 3);
}

/// Milliseconds of a number of days. What is nearer than 10 to a whole second is one that was stored with few digits.
std::int64_t milliseconds_of(double days)
{
    constexpr std::int64_t noise = 10;
    const auto exact = static_cast<std::int64_t>(std::llround(days * static_cast<double>(day_milliseconds)));
    const auto whole = static_cast<std::int64_t>(std::llround(days * static_cast<double>(day_seconds))) * 1000;
    return std::abs(exact - whole) < noise ? whole : exact;
}

std::optional<int> digits_at(std::string_view text, std::size_t from, std::size_t count)
{
    int number = 0;
    for (const char digit : text.substr(from, count)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        number = number * 10 + (digit - '0');
    }
    return number;
}

} // namespace

bool is_valid(const CivilDate& date)
{
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
           date.day <= days_in_month(date.year, date.month);
}

int days_in_month(int year, int month)
{
    using namespace std::chrono;
    const year_month_day_last last =
        std::chrono::year{year} / std::chrono::month{static_cast<unsigned>(month)} / std::chrono::last;
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

double serial_of(const CivilDate& date)
{
    assert(is_valid(date));
    const std::chrono::sys_days day = std::chrono::year{date.year} /
                                      std::chrono::month{static_cast<unsigned>(date.month)} /
                                      std::chrono::day{static_cast<unsigned>(date.day)};
    return static_cast<double>((day - epoch).count());
}

std::optional<CivilDate> civil_of(double serial)
{
    const double whole = std::floor(serial);
    if (!(whole >= first_serial && whole <= last_serial)) return std::nullopt; // also when it is not a number
    const std::chrono::year_month_day date(epoch + std::chrono::days(static_cast<int>(whole)));
    return CivilDate{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                     static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string iso(const CivilDate& date)
{
    return padded(date.year, 4) + '-' + padded(date.month, 2) + '-' + padded(date.day, 2);
}

std::string iso_of_serial(double serial)
{
    if (!civil_of(serial)) return shortest(serial);
    constexpr std::int64_t last_second = day_milliseconds - 1000; ///< nothing is rounded up beyond it
    const std::int64_t rounded = milliseconds_of(serial);
    if (serial >= 0 && serial < 1) return clock_time(rounded == day_milliseconds ? last_second : rounded);
    const std::int64_t time = (rounded % day_milliseconds + day_milliseconds) % day_milliseconds;
    const std::int64_t day = (rounded - time) / day_milliseconds;
    const std::optional<CivilDate> date = civil_of(static_cast<double>(day));
    if (!date) return iso(*civil_of(last_serial)) + 'T' + clock_time(last_second);
    return time == 0 ? iso(*date) : iso(*date) + 'T' + clock_time(time);
}

std::string clock_of_days(double days)
{
    return clock_time(milliseconds_of(days));
}

std::optional<CivilDate> parse_iso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const std::optional<int> year = digits_at(text, 0, 4);
    const std::optional<int> month = digits_at(text, 5, 2);
    const std::optional<int> day = digits_at(text, 8, 2);
    if (!year || !month || !day) return std::nullopt;
    const CivilDate date{*year, *month, *day};
    if (!is_valid(date)) return std::nullopt;
    return date;
}

std::string for_people(const CivilDate& date, Language language)
{
    if (language == Language::english) return iso(date);
    return padded(date.day, 2) + '/' + padded(date.month, 2) + '/' + padded(date.year, 4);
}

} // namespace bilan::base
