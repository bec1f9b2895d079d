// SPDX-License-Identifier: MPL-2.0
#include "intake/header/line_numbers.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace bilan::intake {

bool is_line_number(const HeaderColumn& header)
{
    const bool says_number = header.has_header() && header.leaf().tokens == std::vector<std::string>{"numero"};
    return says_number && header.content.largest < 10'000 && header.content.is_mostly(header.content.numbers);
}

bool counts_lines(const ContentProfile& content)
{
    const double lines = content.filled;
    // « 24-001 » has digits and is no number: nothing counts up to it.
    return content.filled > 0 && content.is_mostly(content.numbers) && content.fractions == 0 && content.largest > 0 &&
           content.largest <= lines * 3 + 10;
}

namespace {

/// « Département » over 38, 69, 974: where the row is. Over amounts it is a funder.
bool holds_departments(const HeaderColumn& header)
{
    constexpr double greatest_code = 988;
    return header.leaf().tokens == std::vector<std::string>{"departement"} && header.content.fractions == 0 &&
           header.content.largest <= greatest_code;
}

} // namespace

bool names_something(const HeaderColumn& header)
{
    constexpr std::array<std::string_view, 14> names{"numero",      "code",           "reference", "siret",    "siren",
                                                     "id",          "identification", "date",      "exercice", "annee",
                                                     "identifiant", "rang",           "postal",    "telephone"};
    const std::vector<std::string>& tokens = header.leaf().tokens;
    const bool is_named = std::ranges::any_of(
        tokens, [&](const std::string& token) { return std::ranges::find(names, token) != names.end(); });
    if (is_named || is_line_number(header) || holds_departments(header)) return true;
    constexpr double least_of_a_list = 5;
    const ContentProfile& content = header.content;
    const double lines = content.filled;
    const bool is_numbering = lines >= least_of_a_list && content.numbers == content.filled &&
                              content.largest == lines && content.sum == lines * (lines + 1) / 2;
    return is_numbering || holds_identifiers(content);
}

} // namespace bilan::intake
