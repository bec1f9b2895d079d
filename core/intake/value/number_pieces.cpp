// SPDX-License-Identifier: MPL-2.0
#include "intake/value/number_pieces.hpp"

#include "intake/value/number_words.hpp"
#include "intake/value/plain_spelling.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

bool contains_word(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool is_start = at == 0 || !is_letter(text[at - 1]);
        if (is_start && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

bool is_plausible_year(double value)
{
    return value >= 1990 && value <= 2100;
}

/// The letters of a piece, without brackets, signs and the « et » between two parts.
std::string label_of(std::string_view words)
{
    std::string label;
    for (const char byte : words) {
        if (is_letter(byte)) {
            label.push_back(byte);
        } else if (!label.empty() && label.back() != ' ') {
            label.push_back(' ');
        }
    }
    std::string_view rest = trim_spaces(label);
    if (rest.ends_with(" et")) rest.remove_suffix(3);
    if (rest.starts_with("et ")) rest.remove_prefix(3);
    if (rest == "et") rest = {};
    return std::string(trim_spaces(rest));
}

/// « 8F/4H », « F : 8, H : 4 », « 8 femmes et 4 hommes ».
bool read_sexes(const NumberPieces& pieces, NumberText& number)
{
    if (pieces.count != 2) return false;
    const bool is_before = !label_of(pieces.words[0]).empty();
    if (is_before && !label_of(pieces.words[2]).empty()) return false;
    const char first = sex_of(label_of(pieces.words[is_before ? 0 : 1]));
    const char second = sex_of(label_of(pieces.words[is_before ? 1 : 2]));
    if (first == 0 || second == 0 || first == second) return false;
    number.women = pieces.numbers[first == 'f' ? 0 : 1].value;
    number.men = pieces.numbers[first == 'f' ? 1 : 0].value;
    number.value = number.women + number.men;
    number.shape = NumberShape::parts;
    return true;
}

/// « 12 + 5 ».
bool read_sum(const NumberPieces& pieces, NumberText& number)
{
    if (!trim_spaces(pieces.words[0]).empty() || !trim_spaces(pieces.words[pieces.count]).empty()) return false;
    double sum = pieces.numbers[0].value;
    for (std::size_t at = 1; at < pieces.count; ++at) {
        if (trim_spaces(pieces.words[at]) != "+") return false;
        sum += pieces.numbers[at].value;
    }
    number.value = sum;
    number.shape = NumberShape::parts;
    return true;
}

/// « 12 (dont 5 QPV) », « 15 dont 9 femmes », « 40 en 2023 ».
bool read_total(const NumberPieces& pieces, NumberText& number)
{
    const std::string_view after = trim_spaces(pieces.words[1]);
    const bool is_dated = (contains_word(after, "en") || contains_word(after, "au")) &&
                          is_plausible_year(pieces.numbers[1].value) && pieces.count == 2;
    if (!contains_word(after, "dont") && !contains_word(after, "soit") && after.find('(') == std::string_view::npos &&
        !is_dated)
        return false;
    // Everything but the first number is hidden, so that « 12 k€ (dont 5 k€ …) » keeps its multiple.
    const std::size_t end =
        std::min({after.find("dont"), after.find("soit"), after.find('('),
                  is_dated ? std::min(after.find("en"), after.find("au")) : std::string_view::npos});
    std::string head(pieces.words[0]);
    head += pieces.first_number;
    head += after.substr(0, end);
    const NumberText first = read_number_text(head);
    if (first.shape == NumberShape::words || first.shape == NumberShape::damaged) return false;
    number = first;
    number.shape = NumberShape::total;
    return true;
}

/// « 35h30 », « 1 h 30 »: hours and minutes.
bool read_hours(const NumberPieces& pieces, NumberText& number)
{
    const std::string_view last = trim_spaces(pieces.words[2]);
    if (pieces.count != 2 || trim_spaces(pieces.words[1]) != "h" || !trim_spaces(pieces.words[0]).empty()) return false;
    if ((!last.empty() && last != "mn" && last != "min") || pieces.numbers[1].value >= 60) return false;
    number.value = pieces.numbers[0].value + pieces.numbers[1].value / 60;
    number.unit.assign(1, 'h');
    number.shape = NumberShape::plain;
    return true;
}

/// Digits after letters belong to a word (`m2`), unless these letters stand at a number themselves (`8f4h`).
bool is_inside_word(std::string_view spelling, std::size_t at)
{
    if (at == 0) return false;
    if (spelling[at - 1] == '^') return true;
    std::size_t begin = at;
    while (begin > 0 && is_letter(spelling[begin - 1])) --begin;
    if (begin == 0 && spelling.substr(0, at) == "eur") return false; // « EUR5000 »
    return begin < at && (begin == 0 || !is_digit(spelling[begin - 1]));
}

/// The ends of an interval, when it is a clean one.
void read_interval(const NumberPieces& pieces, NumberText& number)
{
    number.shape = NumberShape::several;
    number.value = pieces.numbers[0].value;
    number.second = pieces.numbers[1].value;
    const std::string_view between = trim_spaces(pieces.words[1]);
    const bool is_between = between == "et" && contains_word(pieces.words[0], "entre");
    // « 1/2 » and « 1 ou 2 » are no band of small counts
    const bool is_range = between == "a" || between == "-" || is_between;
    if (pieces.count != 2 || !is_range) number.second = -1;
    number.is_percent = pieces.words[pieces.count].find('%') != std::string_view::npos;
}

} // namespace

NumberPieces split_numbers(std::string_view spelling)
{
    NumberPieces pieces;
    std::size_t words_begin = 0;
    for (std::size_t at = 0; at < spelling.size();) {
        const auto digits = is_inside_word(spelling, at) ? std::nullopt : read_digits(spelling.substr(at));
        if (!digits) {
            at += 1;
            while (at > 0 && at < spelling.size() && is_digit(spelling[at]) && is_digit(spelling[at - 1])) ++at;
            continue;
        }
        if (pieces.count == NumberPieces::most) {
            pieces.count = NumberPieces::most + 1;
            return pieces;
        }
        if (pieces.count == 0) pieces.first_number = spelling.substr(at, digits->length);
        pieces.words[pieces.count] = spelling.substr(words_begin, at - words_begin);
        pieces.numbers[pieces.count++] = *digits;
        at += digits->length;
        words_begin = at;
    }
    pieces.words[pieces.count] = spelling.substr(words_begin);
    return pieces;
}

NumberText read_several(const NumberPieces& pieces)
{
    NumberText number;
    number.shape = NumberShape::words;
    if (pieces.count > NumberPieces::most) return number;
    const bool is_damaged =
        std::any_of(pieces.numbers.begin(), pieces.numbers.begin() + static_cast<std::ptrdiff_t>(pieces.count),
                    [](const Digits& digits) { return digits.is_damaged; });
    if (is_damaged) {
        number.shape = NumberShape::damaged;
        return number;
    }
    if (read_sexes(pieces, number) || read_hours(pieces, number) || read_sum(pieces, number) ||
        read_total(pieces, number))
        return number;
    read_interval(pieces, number);
    return number;
}

} // namespace bilan::intake
