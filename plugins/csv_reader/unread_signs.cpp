// SPDX-License-Identifier: MPL-2.0
#include "unread_signs.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace csv_reader {
namespace {

constexpr std::size_t sample_bytes = std::size_t{16} << 10U;
constexpr std::size_t fewest_lines = 2;

bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/// The lines of the beginning that hold anything; the last one only if it is whole.
std::vector<std::string_view> first_lines(std::string_view text)
{
    std::string_view sample = text.substr(0, sample_bytes);
    if (sample.size() < text.size()) sample = sample.substr(0, sample.find_last_of("\r\n") + 1);
    std::vector<std::string_view> lines;
    while (!sample.empty()) {
        const std::size_t end = std::min(sample.find_first_of("\r\n"), sample.size());
        std::string_view line = sample.substr(0, end);
        while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
        if (!line.empty()) lines.push_back(line);
        sample.remove_prefix(std::min(end + 1, sample.size()));
    }
    return lines;
}

/// How often the sign stands in the line, but within numbers: 10:30 is a time.
std::size_t count_of(std::string_view line, char sign)
{
    std::size_t count = 0;
    for (std::size_t at = line.find(sign); at != line.npos; at = line.find(sign, at + 1)) {
        const bool is_in_number = at > 0 && at + 1 < line.size() && is_digit(line[at - 1]) && is_digit(line[at + 1]);
        count += is_in_number && sign == ':' ? 0U : 1U;
    }
    return count;
}

std::size_t gaps_in(std::string_view line)
{
    std::size_t gaps = 0;
    for (std::size_t at = line.find("  "); at != line.npos; at = line.find("  ", at)) {
        gaps += at > 0 ? 1U : 0U;
        at = std::min(line.find_first_not_of(' ', at), line.size());
    }
    return gaps;
}

/// The value of a sign of base64 in UTF-7; 64 for none.
std::uint32_t base64(char sign)
{
    constexpr std::string_view signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t at = signs.find(sign);
    return at == signs.npos ? 64U : static_cast<std::uint32_t>(at);
}

} // namespace

char unusual_separator(std::string_view text)
{
    const std::vector<std::string_view> lines = first_lines(text);
    if (lines.size() < fewest_lines) return '\0';
    for (const char sign : {'^', '~', '#', '!', ':'}) {
        const std::size_t count = count_of(lines.front(), sign);
        if (count > 0 &&
            std::ranges::all_of(lines, [&](std::string_view line) { return count_of(line, sign) == count; }))
            return sign;
    }
    return '\0';
}

bool has_fixed_columns(std::string_view text)
{
    const std::vector<std::string_view> lines = first_lines(text);
    if (lines.size() <= fewest_lines) return false;
    const auto gapped =
        static_cast<std::size_t>(std::ranges::count_if(lines, [](std::string_view line) { return gaps_in(line) > 0; }));
    return gapped * 5 >= lines.size() * 4;
}

bool is_utf7(std::string_view text)
{
    const std::string_view sample = text.substr(0, sample_bytes);
    if (std::ranges::any_of(sample, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; })) return false;
    constexpr std::uint32_t first_letter = 0xC0;
    constexpr std::uint32_t last_letter = 0x17F;
    for (std::size_t at = sample.find("+A"); at != sample.npos; at = sample.find("+A", at + 1)) {
        if (sample.substr(at).size() < 5 || sample[at + 4] != '-') continue;
        const std::uint32_t second = base64(sample[at + 2]);
        const std::uint32_t third = base64(sample[at + 3]);
        if (second > 63 || third > 63 || (third & 3U) != 0) continue;
        const std::uint32_t letter = second << 4U | third >> 2U; // sixteen bits of eighteen; « A » is six zeros
        if (letter >= first_letter && letter <= last_letter) return true;
    }
    return false;
}

} // namespace csv_reader
