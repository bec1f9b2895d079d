// SPDX-License-Identifier: MPL-2.0
#include "base/number.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <charconv>
#include <cmath>

namespace bilan::base {

namespace {

/// Room for the longest double in fixed notation (309 digits) with 20 decimals.
using Digits = std::array<char, 400>;

constexpr double whole_limit = 9007199254740992.0; // 2^53: above it every double is whole, and not every whole exists
constexpr int most_decimals = 20;

std::string fixed(double number, int decimals)
{
    Digits room{};
    const auto [end, failure] =
        std::to_chars(room.data(), room.data() + room.size(), number, std::chars_format::fixed, decimals);
    assert(failure == std::errc());
    return {room.data(), end};
}

template <class Number>
std::optional<Number> parse(std::string_view text)
{
    Number number{};
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failure != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// The digits that a person sees, `d.ddd…`, and the power of ten of the first one.
struct Seen {
    std::string digits;
    int exponent = 0;
};

/// 15 digits, as a spreadsheet shows them: 28.499999999999996, which is 0.285 * 100, is 28.5 to everyone.
Seen seen_of(double number)
{
    std::array<char, 32> room{};
    const auto [end, failure] =
        std::to_chars(room.data(), room.data() + room.size(), number, std::chars_format::scientific, 14);
    assert(failure == std::errc());
    const std::string_view text(room.data(), static_cast<std::size_t>(end - room.data()));
    const std::size_t mark = text.find('e');
    const std::string_view exponent = text.substr(text[mark + 1] == '+' ? mark + 2 : mark + 1);
    return {text.front() + std::string(text.substr(2, mark - 2)), parse<int>(exponent).value_or(0)};
}

/// Adds one to the last of some decimal digits: 099 to 100, 999 to 1000.
void count_up(std::string& digits)
{
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        if (*digit != '9') {
            ++*digit;
            return;
        }
        *digit = '0';
    }
    digits.insert(digits.begin(), '1');
}

void group_thousands(std::string& text, std::size_t whole_end, std::string_view separator)
{
    const std::size_t whole_begin = text.starts_with('-') ? 1 : 0;
    for (std::size_t at = whole_end; at > whole_begin + 3;) {
        at -= 3;
        text.insert(at, separator);
    }
}

} // namespace

std::string shortest(double number)
{
    assert(std::isfinite(number));
    if (number == 0) return "0";
    Digits room{};
    const bool whole = std::abs(number) < whole_limit && std::trunc(number) == number;
    const auto [end, failure] =
        whole ? std::to_chars(room.data(), room.data() + room.size(), number, std::chars_format::fixed)
              : std::to_chars(room.data(), room.data() + room.size(), number);
    assert(failure == std::errc());
    return {room.data(), end};
}

std::optional<double> parse_number(std::string_view text)
{
    const std::optional<double> number = parse<double>(text);
    if (!number || !std::isfinite(*number)) return std::nullopt; // from_chars reads "inf" and "nan"
    return number;
}

std::optional<std::int64_t> parse_integer(std::string_view text)
{
    return parse<std::int64_t>(text);
}

double round_half_away(double number, int decimals)
{
    const bool is_round = decimals >= 0 && std::trunc(number) == number;
    if (!std::isfinite(number) || is_round) return number;
    auto [digits, exponent] = seen_of(std::abs(number));
    const std::int64_t kept = std::int64_t{exponent} + 1 + decimals;
    if (kept >= static_cast<std::int64_t>(digits.size())) return number;
    if (kept < 0) return 0;
    const bool is_up = digits[static_cast<std::size_t>(kept)] >= '5';
    digits.resize(static_cast<std::size_t>(kept));
    if (is_up) count_up(digits);
    if (digits.empty()) return 0;
    const double rounded = parse<double>(digits + 'e' + std::to_string(-std::int64_t{decimals})).value_or(0);
    return std::copysign(rounded, number);
}

std::string for_people(double number, int decimals, Language language)
{
    assert(std::isfinite(number));
    const int places = std::clamp(decimals, 0, most_decimals);
    const double rounded = round_half_away(number, places);
    std::string text = fixed(rounded == 0 ? 0.0 : rounded, places);
    const std::size_t point = text.find('.');
    const bool french = language == Language::french;
    if (point != std::string::npos && french) text[point] = ',';
    group_thousands(text, std::min(point, text.size()), french ? "\u202F" : ",");
    return text;
}

std::string percent_for_people(double rate, int decimals, Language language)
{
    return for_people(rate * 100, decimals, language) + (language == Language::french ? "\u00A0%" : "%");
}

} // namespace bilan::base
