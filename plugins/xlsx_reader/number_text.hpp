// SPDX-License-Identifier: MPL-2.0
//
// Numbers of sheets, exactly rounded. Pure functions, any thread.
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bilan::xlsx {

/// Powers of ten that a double holds exactly.
inline constexpr std::array<double, 23> powers_of_ten = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                         1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                                         1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// Reads the common shape `-123.45` and returns where it ended; null for anything else, or when the digits are too many
/// to be exact this way. Reads no further than the first byte that is no digit, sign or point.
[[nodiscard]] inline const char* plain_number(const char* text, double& number)
{
    const bool is_negative = *text == '-';
    text += is_negative;
    const char* const first = text;
    std::uint64_t digits = 0;
    const auto digit = [](char character) { return static_cast<unsigned>(static_cast<unsigned char>(character)) - '0'; };
    while (digit(*text) < 10) digits = digits * 10 + digit(*text++);
    std::ptrdiff_t count = text - first;
    std::ptrdiff_t decimals = 0;
    if (*text == '.') {
        const char* const point = text++;
        while (digit(*text) < 10) digits = digits * 10 + digit(*text++);
        decimals = text - point - 1;
        count += decimals;
    }
    constexpr std::uint64_t exact = std::uint64_t{1} << 53U; // both operands exact: one correct rounding
    if (count == 0 || count > 19 || digits > exact) return nullptr;
    const double value = static_cast<double>(digits);
    const double magnitude = decimals == 0 ? value : value / powers_of_ten[static_cast<std::size_t>(decimals)];
    number = is_negative ? -magnitude : magnitude;
    return text;
}

/// Any finite decimal number that fills `text`.
[[nodiscard]] inline std::optional<double> number_of(std::string_view text)
{
    if (text.starts_with('+')) text.remove_prefix(1);
    if (text.empty() || (text.front() != '-' && text.front() != '.' && (text.front() < '0' || text.front() > '9')))
        return std::nullopt;
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

} // namespace bilan::xlsx
