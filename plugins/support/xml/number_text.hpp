// SPDX-License-Identifier: MPL-2.0
//
// Numbers of sheets, exactly rounded. Pure functions, any thread.
#pragma once

#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace bilan::xml {

/// Up to eight digits read at once.
struct DigitGroup {
    std::uint64_t value = 0;
    std::size_t count = 0;
};

/// The digits at `text`, at most eight; looks at eight bytes. The lengths of numbers follow no pattern, so a loop over
/// digits mispredicts its end once per number, which costs more than everything here.
[[nodiscard, gnu::always_inline]] inline DigitGroup digit_group(const char* text)
{
    DigitGroup group;
    if constexpr (std::endian::native == std::endian::little) {
        std::uint64_t word = 0;
        std::memcpy(&word, text, sizeof word);
        word ^= 0x3030'3030'3030'3030;
        const std::uint64_t others = (word | (word + 0x7676'7676'7676'7676)) & 0x8080'8080'8080'8080;
        group.count = static_cast<std::size_t>(std::countr_zero(others)) / 8;
        if (group.count == 0) return group;
        word <<= 64 - 8 * group.count;
        word = word * 10 + (word >> 8U);
        group.value = ((word & 0x0000'00FF'0000'00FF) * 0x000F'4240'0000'0064 +
                       (word >> 16U & 0x0000'00FF'0000'00FF) * 0x0000'2710'0000'0001) >>
                      32U;
    } else {
        for (; group.count < 8 && text[group.count] >= '0' && text[group.count] <= '9'; ++group.count)
            group.value = group.value * 10 + static_cast<std::uint64_t>(text[group.count] - '0');
    }
    return group;
}

/// Reads the common shape `-123.45` and returns where it ended; null for anything else, or when the digits are too many
/// to be exact this way. Looks at most eight bytes beyond.
[[nodiscard, gnu::always_inline]] inline const char* plain_number(const char* text, double& number)
{
    const bool is_negative = *text == '-';
    text += is_negative;
    const DigitGroup whole = digit_group(text);
    if (whole.count == 0) return nullptr;
    text += whole.count;
    if (*text != '.') {
        const auto value = static_cast<double>(whole.value);
        number = is_negative ? -value : value;
        return whole.count == 8 && *text >= '0' && *text <= '9' ? nullptr : text;
    }
    const DigitGroup decimals = digit_group(text + 1);
    if (decimals.count == 0 || whole.count == 8) return nullptr;
    text += 1 + decimals.count;
    // At most 15 digits over a power of ten: both are exact, so there is one rounding, the right one.
    constexpr std::array<std::uint64_t, 9> scales = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};
    const std::uint64_t digits = whole.value * scales[decimals.count] + decimals.value;
    const double magnitude = static_cast<double>(digits) / static_cast<double>(scales[decimals.count]);
    number = is_negative ? -magnitude : magnitude;
    return decimals.count == 8 && *text >= '0' && *text <= '9' ? nullptr : text;
}

/// Any finite decimal number that fills `text`.
[[nodiscard]] inline std::optional<double> number_of(std::string_view text)
{
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    if (text.empty() || (text.front() != '-' && text.front() != '.' && (text.front() < '0' || text.front() > '9')))
        return std::nullopt;
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

} // namespace bilan::xml
