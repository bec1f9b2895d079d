// SPDX-License-Identifier: MPL-2.0
#include "html_reader/shown_date.hpp"

#include "cells/serial_date.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace bilan::html {
namespace {

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

/// Three numbers parted by `/`, `.` or `-`, and nothing else up to a blank; empty pieces otherwise.
std::array<std::string_view, 3> three_numbers(std::string_view text)
{
    std::array<std::string_view, 3> numbers;
    text = text.substr(0, text.find(' '));
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto end = static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
        const bool is_last = i + 1 == numbers.size();
        if (end == 0 || end > 4 || is_last != (end == text.size())) return {};
        if (!is_last && text[end] != '/' && text[end] != '.' && text[end] != '-') return {};
        numbers[i] = text.substr(0, end);
        text.remove_prefix(is_last ? end : end + 1);
    }
    return numbers;
}

std::string padded(std::string_view digits)
{
    return std::string(digits.size() < 2 ? 1 : 0, '0') + std::string(digits);
}

bool is_day(std::string_view year, std::string_view month, std::string_view day, double serial)
{
    for (const std::string_view century : {"", "19", "20"}) {
        if (century.size() + year.size() != 4) continue;
        const auto date =
            cells::iso_date(std::string(century) + std::string(year) + '-' + padded(month) + '-' + padded(day));
        if (date && date->serial == serial) return true;
    }
    return false;
}

} // namespace

bool shows_1904(std::string_view text, double number)
{
    const auto [first, second, third] = three_numbers(text);
    if (first.empty()) return false;
    const auto is_shown = [&, first = first, second = second, third = third](double serial) {
        return is_day(third, second, first, serial) || is_day(third, first, second, serial) ||
               is_day(first, second, third, serial);
    };
    const double day = std::floor(number);
    return is_shown(day + days_1904) && !is_shown(day);
}

} // namespace bilan::html
