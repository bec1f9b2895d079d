// SPDX-License-Identifier: MPL-2.0
#include "intake/value/date_tokens.hpp"

#include "intake/value/plain_spelling.hpp"

#include <algorithm>
#include <charconv>

namespace bilan::intake {

namespace {

constexpr std::size_t most_digits = 8;

DateToken next_token(std::string_view text)
{
    DateToken token;
    const auto end_of = [&](auto is_part) {
        return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_part) - text.begin());
    };
    if (is_digit(text.front())) {
        token.kind = DateTokenKind::number;
        token.text = text.substr(0, end_of(is_digit));
        token.digits = static_cast<int>(token.text.size());
        std::from_chars(token.text.data(), token.text.data() + token.text.size(), token.value);
    } else if (is_letter(text.front())) {
        token.kind = DateTokenKind::word;
        token.text = text.substr(0, end_of([](char byte) { return is_letter(byte) || byte == '\''; }));
    } else {
        token.text = text.substr(0, 1);
    }
    return token;
}

} // namespace

DateTokens split_date(std::string_view spelling)
{
    DateTokens found;
    while (!(spelling = trim_spaces(spelling)).empty()) {
        const DateToken token = next_token(spelling);
        const bool is_too_long = token.kind == DateTokenKind::number && token.text.size() > most_digits;
        if (found.count == DateTokens::most || is_too_long) return {};
        found.tokens[found.count++] = token;
        spelling.remove_prefix(token.text.size());
    }
    return found;
}

} // namespace bilan::intake
