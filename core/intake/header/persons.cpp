// SPDX-License-Identifier: MPL-2.0
#include "intake/header/persons.hpp"

#include "base/text.hpp"
#include "intake/value/first_names.hpp"
#include "intake/value/name_bearers.hpp"
#include "intake/value/person_names.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

bool is_digit(char character)
{
    return character >= '0' && character <= '9';
}

bool is_small_letter(char character)
{
    return character >= 'a' && character <= 'z';
}

bool has_only(std::string_view text, std::string_view allowed)
{
    return std::all_of(text.begin(), text.end(), [&](char character) {
        return is_digit(character) || allowed.find(character) != std::string_view::npos;
    });
}

bool has_form_of_address(std::string_view folded)
{
    constexpr std::string_view forms[] = {"mme ", "mme. ",     "mlle ",   "m. ",          "mr ",
                                          "mr. ", "monsieur ", "madame ", "mademoiselle "};
    return std::any_of(std::begin(forms), std::end(forms),
                       [&](std::string_view form) { return folded.starts_with(form); });
}

/// The words of a name, the parts of « Jean-Paul » one by one; nothing when the text holds anything but words.
std::vector<std::string_view> words_of_name(std::string_view folded)
{
    std::vector<std::string_view> words;
    std::size_t at = 0;
    while (at < folded.size()) {
        std::size_t end = at;
        while (end < folded.size() && is_small_letter(folded[end])) ++end;
        if (end > at) words.push_back(folded.substr(at, end - at));
        if (end < folded.size() && std::string_view(" -',").find(folded[end]) == std::string_view::npos) return {};
        at = end + 1;
    }
    return words;
}

/// 97 less the number modulo 97; 2A and 2B stand for 19 and 18.
bool has_key(std::string digits)
{
    if (digits[5] == '2' && (digits[6] == 'a' || digits[6] == 'b')) {
        const bool is_south = digits[6] == 'a';
        digits[5] = '1';
        digits[6] = is_south ? '9' : '8';
    }
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < 13; ++at) number = number * 10 + static_cast<std::uint64_t>(digits[at] - '0');
    const auto key = static_cast<std::uint64_t>(digits[13] - '0') * 10 + static_cast<std::uint64_t>(digits[14] - '0');
    return 97 - number % 97 == key;
}

} // namespace

bool looks_like_person(std::string_view text)
{
    constexpr std::size_t longest_name = 50;
    constexpr std::size_t most_words = 4;
    if (text.size() < 4 || text.size() > longest_name) return false;
    const std::string folded = base::fold(text);
    if (has_form_of_address(folded)) return true;
    const std::vector<std::string_view> words = words_of_name(folded);
    if (words.size() < 2 || words.size() > most_words) return false;
    constexpr std::string_view others[] = {"association", "asso",  "centre", "college", "ecole",  "lycee",  "espace",
                                           "maison",      "club",  "mjc",    "ville",   "rue",    "place",  "quartier",
                                           "residence",   "cite",  "stade",  "mission", "locale", "groupe", "halle",
                                           "theatre",     "foyer", "saint",  "les",     "le",     "la",     "et"};
    const bool is_other = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return std::find(std::begin(others), std::end(others), word) != std::end(others);
    });
    return !is_other && std::any_of(words.begin(), words.end(), is_first_name);
}

bool calls_a_person(std::string_view text)
{
    if (!looks_like_person(text) || naming_of(text) != Naming::person) return false;
    const std::string folded = base::fold(text);
    if (has_form_of_address(folded)) return true;
    const std::vector<std::string_view> words = words_of_name(folded);
    return !is_famous_name(folded) && std::none_of(words.begin(), words.end(), [](std::string_view word) {
        return bears_names(word) || is_common_noun_of_bodies(word);
    });
}

bool is_lone_first_name(std::string_view text)
{
    constexpr std::size_t longest = 24;
    if (text.empty() || text.size() > longest || is_small_letter(text.front())) return false;
    const std::string folded = base::fold(text);
    std::string_view name = folded;
    if (name.ends_with('.')) name.remove_suffix(1);
    if (name.size() > 2 && name[name.size() - 2] == ' ' && is_small_letter(name.back())) name.remove_suffix(2);
    return name.size() > 1 && is_compound_first_name(name);
}

bool is_national_id(std::string_view text)
{
    if (text.size() > 24) return false;
    std::string digits;
    for (const char character : text) {
        const bool is_corsica = digits.size() == 6 && digits[5] == '2' &&
                                (character == 'A' || character == 'B' || character == 'a' || character == 'b');
        if (is_digit(character))
            digits.push_back(character);
        else if (is_corsica)
            digits.push_back(character == 'A' || character == 'a' ? 'a' : 'b');
        else if (character != ' ')
            return false;
    }
    if ((digits.size() != 13 && digits.size() != 15) || (digits[0] != '1' && digits[0] != '2')) return false;
    const int month = (digits[3] - '0') * 10 + (digits[4] - '0');
    const bool is_month = (month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50;
    return is_month && (digits.size() == 13 || has_key(digits));
}

bool is_phone(std::string_view text)
{
    if (text.size() > 24 || text.empty() || !has_only(text, " .-+()/")) return false;
    const auto digits = std::count_if(text.begin(), text.end(), is_digit);
    const bool is_french = digits == 10 && text.front() == '0' && text.size() > 1 && text[1] != '0';
    const bool is_international = (text.starts_with("+33") || text.starts_with("0033")) && digits >= 11 && digits <= 14;
    return is_french || is_international;
}

bool is_mail(std::string_view text)
{
    const std::size_t sign = text.find('@');
    return sign != std::string_view::npos && sign > 0 && text.find('.', sign) != std::string_view::npos &&
           text.size() <= 120;
}

bool is_birth_year(int year)
{
    constexpr int first = 1915;
    constexpr int last = 2013; // before the contracts that files of today report on
    return year >= first && year <= last;
}

} // namespace bilan::intake
