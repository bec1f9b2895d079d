// SPDX-License-Identifier: MPL-2.0
#include "damage.hpp"

#include <algorithm>

namespace csv_reader {
namespace {

constexpr std::size_t longest_decimals = 6;

bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/// `12`, `-12`, ` 1 234`: what stands before a decimal comma.
bool is_whole_part(const Field& field)
{
    std::string_view text = field.raw();
    while (!text.empty() && (text.front() == ' ' || text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
    if (field.quoted || text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return false;
    // Thousands are parted by a space or by one of the no-break spaces, in whatever encoding.
    return std::all_of(text.begin(), text.end(),
                       [](char byte) { return is_digit(byte) || byte == ' ' || static_cast<signed char>(byte) < 0; });
}

/// `5`, `50 %`, `50 €`: what stands after it.
bool is_decimals(const Field& field)
{
    const std::string_view text = field.raw();
    const auto rest = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto digits = static_cast<std::size_t>(rest - text.begin());
    if (field.quoted || digits == 0 || digits > longest_decimals) return false;
    return std::none_of(rest, text.end(), [](char byte) { return is_digit(byte) || byte == '.' || byte == '/'; });
}

} // namespace

std::optional<std::size_t> first_split_number(const Record& record)
{
    for (std::size_t index = 0; index + 1 < record.fields.size(); ++index)
        if (is_whole_part(record.fields[index]) && is_decimals(record.fields[index + 1])) return index;
    return std::nullopt;
}

bool parts_digits(const Record& record)
{
    for (std::size_t index = 0; index + 1 < record.fields.size(); ++index) {
        const Field& left = record.fields[index];
        const Field& right = record.fields[index + 1];
        if (left.quoted || right.quoted || left.size() == 0 || right.size() == 0) continue;
        if (is_digit(left.end[-1]) && is_digit(*right.begin)) return true;
    }
    return false;
}

} // namespace csv_reader
