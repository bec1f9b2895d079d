// SPDX-License-Identifier: MPL-2.0
#include "cells/serial_date.hpp"

#include <charconv>
#include <cstdint>

namespace bilan::cells {
namespace {

constexpr double days_1904 = 1462; // from 30 December 1899 to 1 January 1904

/// Days since 30 December 1899 in the proleptic Gregorian calendar.
std::int64_t days_from_civil(std::int64_t year, unsigned month, unsigned day)
{
    year -= month <= 2;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const auto year_of_era = static_cast<unsigned>(year - era * 400);
    const unsigned day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    const unsigned day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + static_cast<std::int64_t>(day_of_era) - 719468 + 25569;
}

unsigned days_in_month(unsigned year, unsigned month)
{
    if (month == 2) return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// Takes exactly `size` digits off the front.
std::optional<unsigned> take_digits(std::string_view& text, std::size_t size)
{
    if (text.size() < size) return std::nullopt;
    unsigned value = 0;
    for (const char digit : text.substr(0, size)) {
        if (digit < '0' || digit > '9') return std::nullopt;
        value = value * 10 + static_cast<unsigned>(digit - '0');
    }
    text.remove_prefix(size);
    return value;
}

bool take(std::string_view& text, char character)
{
    if (!text.starts_with(character)) return false;
    text.remove_prefix(1);
    return true;
}

/// `2025-03-01` and nothing else: without a branch per digit, which is how nearly all dates are written.
std::optional<double> plain_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    bool is_bad = false;
    const auto digit = [&](std::size_t at) {
        const unsigned value = static_cast<unsigned>(static_cast<unsigned char>(text[at])) - '0';
        is_bad |= value > 9;
        return value;
    };
    const unsigned year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
    const unsigned month = digit(5) * 10 + digit(6);
    const unsigned day = digit(8) * 10 + digit(9);
    if (is_bad || month - 1 > 11 || day < 1 || day > days_in_month(year, month)) return std::nullopt;
    return static_cast<double>(days_from_civil(year, month, day));
}

std::optional<double> take_date(std::string_view& text)
{
    const auto year = take_digits(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = take_digits(text, 2);
    if (!month || *month < 1 || *month > 12 || !take(text, '-')) return std::nullopt;
    const auto day = take_digits(text, 2);
    if (!day || *day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
    return static_cast<double>(days_from_civil(*year, *month, *day));
}

std::optional<double> take_time(std::string_view& text)
{
    const auto hours = take_digits(text, 2);
    if (!hours || *hours > 24 || !take(text, ':')) return std::nullopt;
    const auto minutes = take_digits(text, 2);
    if (!minutes || *minutes > 59 || (*hours == 24 && *minutes > 0)) return std::nullopt;
    double seconds = 0;
    if (take(text, ':')) {
        const char* const first = text.data();
        const auto [end, error] = std::from_chars(first, first + text.size(), seconds, std::chars_format::fixed);
        if (error != std::errc() || !(seconds >= 0 && seconds < (*hours == 24 ? 1e-9 : 61))) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - first));
    }
    return (*hours * 3600.0 + *minutes * 60.0 + seconds) / 86400.0;
}

bool is_offset(std::string_view text)
{
    if (text.empty() || text == "Z") return true;
    if (text.front() != '+' && text.front() != '-') return false;
    text.remove_prefix(1);
    return take_time(text).has_value() && text.empty();
}

} // namespace

SerialDate normalised(double stored, FormatClass format, bool is_1904)
{
    SerialDate date{stored, true, false};
    if (format == FormatClass::time && stored >= 0 && stored < first_usual_serial) return date;
    if (!(stored >= (is_1904 ? 0 : 1)) || !(stored < (is_1904 ? end_of_serials - days_1904 : end_of_serials))) {
        date.is_in_range = false;
    } else if (is_1904) {
        date.serial += days_1904;
    } else if (stored < 60) {
        date.serial += 1; // Excel counts from 31 December 1899 up to its 29 February 1900
    } else {
        date.is_leap_day_1900 = stored < first_usual_serial;
    }
    return date;
}

std::optional<IsoDate> iso_date(std::string_view text)
{
    IsoDate answer;
    if (const std::optional<double> plain = plain_date(text)) {
        answer.serial = *plain;
        return answer;
    }
    if (text.size() > 4 && text[4] == '-') {
        const std::optional<double> date = take_date(text);
        if (!date) return std::nullopt;
        answer.serial = *date;
        if (text.empty()) return answer;
        if (!take(text, 'T') && !take(text, ' ')) return is_offset(text) ? std::optional(answer) : std::nullopt;
        answer.format = FormatClass::datetime;
    } else {
        answer.format = FormatClass::time;
    }
    const std::optional<double> time = take_time(text);
    if (!time || !is_offset(text)) return std::nullopt;
    answer.serial += *time;
    return answer;
}

} // namespace bilan::cells
