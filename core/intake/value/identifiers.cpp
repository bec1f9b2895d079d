// SPDX-License-Identifier: MPL-2.0
#include "intake/value/identifiers.hpp"

#include "intake/value/plain_spelling.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

constexpr std::string_view la_poste = "356000000";

int digit_sum(std::string_view digits)
{
    int sum = 0;
    for (const char digit : digits) sum += digit - '0';
    return sum;
}

} // namespace

bool passes_luhn(std::string_view digits)
{
    int sum = 0;
    bool is_doubled = false;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit) {
        const int value = (*digit - '0') * (is_doubled ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
        is_doubled = !is_doubled;
    }
    return sum % 10 == 0;
}

bool are_all_digits(std::string_view text)
{
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_siren(std::string_view digits)
{
    return digits.size() == 9 && are_all_digits(digits) && digits != "000000000" && passes_luhn(digits);
}

bool is_siret(std::string_view digits)
{
    if (digits.size() != 14 || !are_all_digits(digits) || !is_siren(digits.substr(0, 9))) return false;
    if (passes_luhn(digits)) return true;
    return digits.starts_with(la_poste) && digit_sum(digits) % 5 == 0;
}

bool is_rna(std::string_view text)
{
    if (text.size() != 10 || text[0] != 'W' || !is_digit(text[1])) return false;
    const bool has_third = is_digit(text[2]) || (text[2] >= 'A' && text[2] <= 'Z');
    return has_third && are_all_digits(text.substr(3));
}

std::string compact_code(std::string_view text)
{
    std::string compact;
    for (const char byte : plain_spelling(text)) {
        if (is_letter(byte)) {
            compact.push_back(static_cast<char>(byte - 'a' + 'A'));
        } else if (byte != ' ' && byte != '.' && byte != '-' && byte != '\'' && byte != ',') {
            compact.push_back(byte);
        }
    }
    return compact;
}

} // namespace bilan::intake
