// SPDX-License-Identifier: MPL-2.0
#include "intake/value/contact_data.hpp"

#include "intake/value/birth_data.hpp"
#include "intake/value/plain_spelling.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace bilan::intake {

namespace {

constexpr std::array telephone = {2, 2, 2, 2, 2};               // 06 12 34 56 78
constexpr std::array telephone_abroad = {1, 2, 2, 2, 2};        // behind +33
constexpr std::array security_number = {1, 2, 2, 2, 3, 3, 2};   // sex, year, month, département, commune, order, key
constexpr std::array security_number_bare = {1, 2, 2, 2, 3, 3}; // without its key

/// Bytes of one blank or mark that people put between groups of digits; 0: there is none.
std::size_t separator(std::string_view text)
{
    if (text.starts_with("\u00A0")) return 2;
    if (text.starts_with("\u202F")) return 3;
    return !text.empty() && std::string_view(" .-/").find(text.front()) != std::string_view::npos ? 1 : 0;
}

struct Digits {
    std::array<char, 16> digits{};
    std::size_t count = 0;
    std::size_t bytes = 0;
};

/// Digits in groups of these lengths, a separator or nothing between two of them.
std::optional<Digits> grouped(std::string_view text, std::span<const int> groups)
{
    Digits found;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (group > 0) found.bytes += separator(text.substr(found.bytes));
        for (int digit = 0; digit < groups[group]; ++digit) {
            if (found.bytes >= text.size() || !is_digit(text[found.bytes])) return std::nullopt;
            found.digits[found.count++] = text[found.bytes++];
        }
    }
    const bool goes_on = found.bytes < text.size() && is_digit(text[found.bytes]);
    return goes_on ? std::nullopt : std::optional(found);
}

std::size_t telephone_at(std::string_view text)
{
    if (text.front() != '0' && text.front() != '+') return 0;
    for (const std::string_view abroad : {"+33", "0033"}) {
        if (!text.starts_with(abroad)) continue;
        std::string_view rest = text.substr(abroad.size());
        std::size_t before = abroad.size() + separator(rest);
        if (text.substr(before).starts_with("(0)")) before += 3;
        before += separator(text.substr(before));
        const auto digits = grouped(text.substr(before), telephone_abroad);
        if (digits && digits->digits.front() != '0') return before + digits->bytes;
    }
    const auto digits = text.front() == '0' ? grouped(text, telephone) : std::nullopt;
    return digits && digits->digits[1] != '0' ? digits->bytes : 0;
}

/// A month of birth, or one of the numbers that stand for an unknown one.
bool is_month(std::string_view digits)
{
    const int month = (digits[0] - '0') * 10 + (digits[1] - '0');
    return (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
}

std::size_t security_number_at(std::string_view text)
{
    if (text.front() != '1' && text.front() != '2') return 0;
    auto digits = grouped(text, security_number);
    if (!digits) digits = grouped(text, security_number_bare);
    if (!digits) return 0;
    return is_month({digits->digits.data() + 3, 2}) ? digits->bytes : 0;
}

bool is_address_byte(char byte)
{
    return is_letter(byte) || is_digit(byte) || (byte >= 'A' && byte <= 'Z') || byte == '.' || byte == '-' ||
           byte == '_' || byte == '+';
}

/// From the first byte of an e-mail address on: its length.
std::size_t mail_at(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size() && is_address_byte(text[at])) ++at;
    if (at == 0 || at >= text.size() || text[at] != '@') return 0;
    std::size_t end = at + 1;
    while (end < text.size() && is_address_byte(text[end])) ++end;
    while (end > at + 1 && text[end - 1] == '.') --end; // of the sentence
    return text.substr(at + 1, end - at - 1).find('.') == std::string_view::npos ? 0 : end;
}

} // namespace

bool may_hold_contact(std::string_view text)
{
    constexpr std::ptrdiff_t fewest_digits = 10;
    return text.find('@') != std::string_view::npos || std::ranges::count_if(text, is_digit) >= fewest_digits ||
           may_tell_birth(text);
}

WithoutContacts without_contact_data(std::string_view text)
{
    WithoutContacts kept;
    std::size_t copied = 0; // bytes of `text` that stand in `kept`
    bool is_inside = false; // of a word or number, which no contact begins in
    const bool may_have_mail = text.find('@') != std::string_view::npos;
    for (std::size_t at = 0; at < text.size();) {
        const std::string_view rest = text.substr(at);
        std::size_t taken = 0;
        if (!is_inside) taken = telephone_at(rest);
        if (!is_inside && taken == 0) taken = security_number_at(rest);
        if (!is_inside && taken == 0 && may_have_mail) taken = mail_at(rest);
        if (!is_inside && taken == 0) taken = birth_at(rest);
        if (taken > 0) {
            kept.text += text.substr(copied, at - copied);
            kept.text += "[…]";
            ++kept.contacts;
            copied = at += taken;
            continue;
        }
        if (text[at] != '-') is_inside = is_address_byte(text[at]) && text[at] != '.';
        ++at;
    }
    kept.text += text.substr(copied);
    return kept;
}

} // namespace bilan::intake
