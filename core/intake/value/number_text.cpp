// SPDX-License-Identifier: MPL-2.0
#include "intake/value/number_text.hpp"

#include "base/text.hpp"
#include "intake/value/number_pieces.hpp"
#include "intake/value/number_words.hpp"
#include "intake/value/plain_spelling.hpp"
#include "intake/value/spelled_numbers.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

constexpr std::size_t most_unknown_words = 3;

void apply(Affix affix, std::string_view word, NumberText& number)
{
    switch (affix) {
    case Affix::approximate: number.shape = NumberShape::approximate; break;
    case Affix::at_least: number.shape = NumberShape::at_least; break;
    case Affix::at_most: number.shape = NumberShape::at_most; break;
    case Affix::percent: number.is_percent = true; break;
    case Affix::euro: number.is_euro = true; break;
    case Affix::other_currency: number.is_other_currency = true; break;
    case Affix::thousand: number.factor *= 1e3; break;
    case Affix::million: number.factor *= 1e6; break;
    case Affix::billion: number.factor *= 1e9; break;
    case Affix::families: number.counts_families = true; [[fallthrough]];
    case Affix::persons: number.counts_persons = affix == Affix::persons; [[fallthrough]];
    case Affix::hours:
    case Affix::unit:
        if (number.unit.empty()) number.unit = word;
        break;
    case Affix::label: break;
    }
    if (affix == Affix::thousand || affix == Affix::million || affix == Affix::billion)
        number.is_euro = number.is_euro || word.find("eur") != std::string_view::npos || word.ends_with("€");
}

/// What stands before the only number: known words, a sign, an opening bracket. False when it is anything else.
bool read_before(std::string_view before, bool& is_negative, bool& is_bracketed, NumberText& number)
{
    before = trim_spaces(before);
    while (!before.empty()) {
        if (const auto match = affix_before(before)) {
            apply(match->affix, before.substr(0, match->length), number);
            before = trim_spaces(before.substr(match->length));
        } else if (before == "-" || before == "+" || before == "(" || before == "-(") {
            is_negative = before != "+";
            is_bracketed = before.ends_with('(');
            before = {};
        } else if (const char article = before.front(); before == "les" || before == "un" || article == ':') {
            before = {};
        } else {
            return false;
        }
    }
    return true;
}

/// Words that nobody knows, kept as the unit: few, without digits, and nothing that turns the meaning round.
bool read_unknown_words(std::string_view rest, NumberText& number)
{
    const auto words = static_cast<std::size_t>(std::count(rest.begin(), rest.end(), ' ')) + 1;
    if (words > most_unknown_words || rest.front() == '^') return false;
    const bool has_letter = std::any_of(rest.begin(), rest.end(), is_letter);
    for (const std::string_view multiple : {"dizaine", "douzaine", "quinzaine", "vingtaine", "centaine"})
        if (rest.starts_with(multiple)) return false;
    if (!has_letter || rest.starts_with("non") || rest.starts_with("pas ") || rest.starts_with("ou ")) return false;
    // « 1 / mois » is 12 in a year, « 2 par semaine » a hundred.
    if (rest.front() == '/' || rest.starts_with("par "))
        for (const std::string_view period : {"mois", "semaine", "trimestre", "semestre", "jour", "bimestre"})
            if (rest.find(period) != std::string_view::npos) return false;
    for (const std::string_view house : {"bis", "ter", "quater"}) // « 12 bis » is where something stands, no quantity
        if (rest == house) return false;
    number.has_unknown_words = true;
    if (!number.unit.empty()) number.unit.push_back(' ');
    number.unit += rest;
    return true;
}

/// « 12¹ », « 12² »: raised digits right behind a number are the signs of notes below the table.
std::string_view without_footnote(std::string_view after, NumberText& number)
{
    while (after.size() > 1 && after.front() == '^' && is_digit(after[1])) {
        number.has_footnote = true;
        after.remove_prefix(2);
    }
    return after;
}

bool read_after(std::string_view after, bool& is_bracketed, NumberText& number)
{
    after = trim_spaces(without_footnote(after, number));
    if (is_bracketed) {
        if (!after.starts_with(')')) return false;
        after = trim_spaces(after.substr(1));
        is_bracketed = false;
    }
    while (!after.empty()) {
        if (after.starts_with("de ")) after.remove_prefix(3); // « 60 % de femmes »
        const auto match = affix_after(after);
        if (!match) return read_unknown_words(after, number);
        apply(match->affix, after.substr(0, match->length), number);
        after = trim_spaces(after.substr(match->length));
    }
    return true;
}

void take_digits(const Digits& digits, NumberText& number)
{
    number.proof = digits.proof;
    number.unsettled = digits.unsettled;
    number.value = digits.value;
    number.as_decimal = digits.as_decimal;
    number.is_scientific = digits.is_scientific;
}

void scale(bool is_negative, NumberText& number)
{
    // « 1,234 M€ » and « 12,345 % » have decimals: nobody writes thousands of millions or of percents.
    if (number.unsettled != 0 && (number.factor >= 1e6 || number.is_percent)) {
        number.value = number.as_decimal;
        number.unsettled = 0;
    }
    const double sign = is_negative ? -1 : 1;
    number.value *= sign * number.factor;
    number.as_decimal *= sign * number.factor;
}

NumberText read_single(const NumberPieces& pieces)
{
    NumberText number;
    number.shape = NumberShape::plain;
    bool is_negative = false;
    bool is_bracketed = false;
    take_digits(pieces.numbers[0], number);
    if (!read_before(pieces.words[0], is_negative, is_bracketed, number) ||
        !read_after(pieces.words[1], is_bracketed, number))
        return {};
    if (pieces.numbers[0].is_damaged) number.shape = NumberShape::damaged;
    scale(is_negative, number);
    return number;
}

/// « une dizaine », « environ une centaine de jeunes », « douze ».
NumberText read_without_digits(std::string_view spelling)
{
    NumberText number;
    number.is_in_letters = true;
    while (const auto match = affix_before(spelling)) {
        if (match->affix == Affix::label) break;
        apply(match->affix, spelling, number);
        spelling = trim_spaces(spelling.substr(match->length));
    }
    if (const auto around = round_number(spelling)) {
        if (number.shape == NumberShape::words) number.shape = NumberShape::approximate;
        number.value = *around;
    } else if (const auto exact = number_in_letters(spelling)) {
        if (number.shape == NumberShape::words) number.shape = NumberShape::plain;
        number.value = *exact;
    } else {
        return {};
    }
    return number;
}

/// `1O`, `l2`: letters that look like digits, glued to digits.
std::optional<double> without_look_alikes(std::string_view spelling)
{
    std::string digits(spelling);
    bool has_digit = false;
    bool has_letter = false;
    for (char& byte : digits) {
        has_digit = has_digit || is_digit(byte);
        has_letter = has_letter || is_letter(byte);
        if (byte == 'o') byte = '0';
        if (byte == 'l' || byte == 'i') byte = '1';
    }
    if (!has_digit || !has_letter || std::any_of(digits.begin(), digits.end(), is_letter)) return std::nullopt;
    if (spelling.find(" o") != std::string_view::npos || spelling.ends_with("o ")) return std::nullopt;
    const auto read = read_digits(digits);
    if (!read || read->length != digits.size() || read->is_damaged) return std::nullopt;
    return read->value;
}

/// A line break inside keeps two numbers apart: « 12\n500 » is not 12 500.
std::string one_line(std::string_view text)
{
    text = base::trim(text.substr(0, longest_spelling + 1));
    std::string line;
    for (const char byte : text) {
        if (byte == '\n' || byte == '\r') {
            line += " ; ";
        } else {
            line.push_back(byte);
        }
    }
    return line;
}

/// `22?120,00`: a narrow space that an encoding without it turned into a question mark, before three digits.
bool put_lost_spaces_back(std::string& spelling)
{
    bool found = false;
    for (std::size_t at = 1; at + 3 < spelling.size(); ++at) {
        const bool are_three = is_digit(spelling[at + 1]) && is_digit(spelling[at + 2]) && is_digit(spelling[at + 3]);
        const bool ends_there = at + 4 == spelling.size() || !is_digit(spelling[at + 4]);
        if (spelling[at] != '?' || !is_digit(spelling[at - 1]) || !are_three || !ends_there) continue;
        spelling[at] = ' ';
        found = true;
    }
    return found;
}

} // namespace

NumberText read_number_text(std::string_view text)
{
    std::string spelling = plain_spelling(one_line(text));
    NumberText number;
    if (spelling.empty()) return number;
    if (put_lost_spaces_back(spelling)) {
        number = read_number_text(spelling);
        number.has_lost_space = true;
        return number;
    }
    if (const auto suggestion = without_look_alikes(spelling)) {
        number.shape = NumberShape::confusable;
        number.value = *suggestion;
        return number;
    }
    const NumberPieces pieces = split_numbers(spelling);
    if (pieces.count == 0) return read_without_digits(spelling);
    if (pieces.count == 1) return read_single(pieces);
    return read_several(pieces);
}

} // namespace bilan::intake
