// SPDX-License-Identifier: MPL-2.0
#include "intake/value/digits.hpp"

#include "base/number.hpp"
#include "intake/value/plain_spelling.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace bilan::intake {

namespace {

constexpr std::size_t most_groups = 16;
constexpr std::size_t most_whole_digits = 15; // a double holds them all

bool is_separator(char byte)
{
    return byte == ' ' || byte == '.' || byte == ',' || byte == '\'';
}

/// Groups of digits and the separators before each of them.
struct Groups {
    std::array<std::string_view, most_groups> digits;
    std::array<char, most_groups> before{};
    std::size_t count = 0;
    std::size_t length = 0;
    bool is_too_long = false;
};

std::size_t count_digits(std::string_view text)
{
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

Groups split_groups(std::string_view text)
{
    Groups groups;
    std::size_t at = 0;
    if ((text.starts_with('.') || text.starts_with(',')) && text.size() > 1 && is_digit(text[1])) {
        groups.digits[groups.count++] = {}; // `,5`: an empty whole part
    }
    while (at < text.size()) {
        const bool is_next =
            groups.count == 0 || (is_separator(text[at]) && at + 1 < text.size() && is_digit(text[at + 1]));
        if (!is_next) break;
        if (groups.count == most_groups) {
            groups.is_too_long = true;
            break;
        }
        if (groups.count > 0) groups.before[groups.count] = text[at++];
        const std::size_t digits = count_digits(text.substr(at));
        groups.digits[groups.count++] = text.substr(at, digits);
        at += digits;
    }
    groups.length = at;
    return groups;
}

double value_of(const Groups& groups, std::size_t whole_groups, std::string_view exponent = {})
{
    std::string machine;
    for (std::size_t at = 0; at < whole_groups; ++at) machine += groups.digits[at];
    if (machine.empty()) machine.push_back('0');
    if (whole_groups < groups.count) {
        machine.push_back('.');
        machine += groups.digits[whole_groups];
    }
    if (!exponent.empty()) {
        machine.push_back('e');
        machine += exponent;
    }
    return base::parse_number(machine).value_or(0);
}

/// The groups from the second to `end` are thousands, all after the same sign.
bool are_thousands(const Groups& groups, std::size_t end)
{
    if (end < 2) return true;
    if (groups.digits[0].empty() || groups.digits[0].size() > 3) return false;
    for (std::size_t at = 1; at < end; ++at)
        if (groups.digits[at].size() != 3 || groups.before[at] != groups.before[1]) return false;
    return true;
}

std::uint8_t decimal_proof(char sign)
{
    return sign == '.' ? dot_is_decimal : comma_is_decimal;
}

std::uint8_t thousand_proof(char sign)
{
    if (sign == '.') return dot_is_thousand;
    return sign == ',' ? comma_is_thousand : 0;
}

bool is_point(char sign)
{
    return sign == '.' || sign == ',';
}

/// `1.234`: one point, three digits after it, one to three before it, the first of them not a zero.
bool is_open(const Groups& groups)
{
    return groups.count == 2 && is_point(groups.before[1]) && groups.digits[1].size() == 3 &&
           !groups.digits[0].empty() && groups.digits[0].size() <= 3 && groups.digits[0].front() != '0';
}

void read_groups(const Groups& groups, Digits& digits)
{
    const char last = groups.before[groups.count - 1];
    const bool is_repeated = groups.count > 2 && groups.before[groups.count - 2] == last;
    if (groups.count > 1 && is_point(last) && !is_repeated) {
        digits.is_damaged = !are_thousands(groups, groups.count - 1);
        digits.is_grouped = groups.count > 2;
        if (is_open(groups)) {
            digits.unsettled = last;
            digits.value = value_of(groups, 2);
            digits.as_decimal = value_of(groups, 1);
            return;
        }
        digits.value = value_of(groups, groups.count - 1);
        digits.proof = decimal_proof(last);
        if (groups.count > 2) digits.proof |= thousand_proof(groups.before[1]);
        return;
    }
    digits.is_damaged = !are_thousands(groups, groups.count);
    digits.is_grouped = groups.count > 1;
    digits.value = value_of(groups, groups.count);
    if (groups.count > 1) digits.proof = thousand_proof(last);
}

/// `e+13` after a number; its length, 0 for none.
std::size_t exponent_length(std::string_view rest)
{
    if (!rest.starts_with('e')) return 0;
    const std::size_t sign = rest.size() > 1 && (rest[1] == '+' || rest[1] == '-') ? 1 : 0;
    const std::size_t digits = count_digits(rest.substr(1 + sign));
    return digits == 0 || digits > 3 ? 0 : 1 + sign + digits;
}

void read_exponent(const Groups& groups, std::string_view exponent, Digits& digits)
{
    digits.is_scientific = true;
    digits.unsettled = 0;
    digits.length += exponent.size();
    digits.is_damaged = groups.count > 2 || (groups.count == 2 && !is_point(groups.before[1]));
    exponent.remove_prefix(exponent[1] == '+' ? 2 : 1);
    digits.value = value_of(groups, 1, exponent);
}

} // namespace

std::optional<Digits> read_digits(std::string_view text)
{
    const bool has_point_first = text.size() > 1 && is_point(text.front()) && is_digit(text[1]);
    if (text.empty() || (!is_digit(text.front()) && !has_point_first)) return std::nullopt;
    const Groups groups = split_groups(text);
    Digits digits;
    digits.length = groups.length;
    read_groups(groups, digits);
    const std::string_view rest = text.substr(groups.length);
    if (const std::size_t exponent = exponent_length(rest); exponent > 0)
        read_exponent(groups, rest.substr(0, exponent), digits);
    std::size_t whole = 0;
    for (std::size_t at = 0; at + 1 < groups.count; ++at) whole += groups.digits[at].size();
    const bool has_decimals = groups.count > 1 && is_point(groups.before[groups.count - 1]);
    if (!has_decimals) whole += groups.digits[groups.count - 1].size();
    if (whole > most_whole_digits || groups.is_too_long) digits.is_damaged = true;
    return digits;
}

} // namespace bilan::intake
