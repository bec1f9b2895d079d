// SPDX-License-Identifier: MPL-2.0
#include "cells/shown_format.hpp"

#include "cells/format_sections.hpp"
#include "cells/number_format.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace bilan::cells {
namespace {

bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

/// The section that shows a number; null where no condition holds.
const Section* chosen(const std::vector<Section>& sections, double number)
{
    const std::size_t count = sections.size();
    const bool has_conditions =
        std::ranges::any_of(sections, [](const Section& one) { return one.condition.has_value(); });
    if (!has_conditions) {
        if (count < 2 || number > 0 || (count == 2 && number == 0)) return sections.data();
        return number < 0 || count == 2 ? &sections[1] : &sections[2];
    }
    for (std::size_t at = 0; at < count; ++at) {
        const bool is_last = at + 1 == count;
        if (sections[at].condition ? sections[at].condition->holds(number) : is_last || number < 0)
            return &sections[at];
    }
    return nullptr;
}

std::string without(std::string text, std::string_view what)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what)) text.erase(at, what.size());
    return text;
}

/// Literals without what says nothing of the number: spaces, dashes, signs of money.
std::string meaning(std::string text)
{
    for (const std::string_view mark : {" ", "\u00A0", "\u202F", "\u2009", "\u2013", "\u2014", "\u2212", "\u20AC",
                                        "\u00A3", "\u00A5", "EUR", "USD", "CHF", "GBP", "$"})
        text = without(std::move(text), mark);
    return text;
}

bool has_word(std::string_view text, std::string_view word)
{
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        const bool ends = at + word.size() == text.size() || !is_letter(text[at + word.size()]);
        if (begins && ends) return true;
    }
    return false;
}

/// Words beside a number that make it another one: « milliers », « M€ », a per mille sign, « < ».
bool multiplies(const std::string& text)
{
    static constexpr std::array signs = {"\u2030", "%", "<", ">", "\u2264", "\u2265", "~", "\u2248"};
    static constexpr std::array parts = {"millier", "million",  "milliard", "centaine", "dizaine", "MILLIER",
                                         "MILLION", "MILLIARD", "Millier",  "Million",  "Milliard"};
    static constexpr std::array words = {"k",   "K",         "k\u20AC", "K\u20AC", "keuros",   "kEuros",   "K\u20ACHT",
                                         "M",   "M\u20AC",   "mille",   "Mille",   "md\u20AC", "Md\u20AC", "Mds",
                                         "mds", "k\u20ACHT", "Meuros",  "keur",    "KEUR",     "kEUR",     "MEUR"};
    const auto holds = [&](std::string_view part) { return text.find(part) != std::string::npos; };
    return std::ranges::any_of(signs, holds) || std::ranges::any_of(parts, holds) ||
           std::ranges::any_of(words, [&](std::string_view word) { return has_word(text, word); });
}

bool is_code_prefix(std::string_view text)
{
    const auto is_of_codes = [](char letter) {
        return is_digit(letter) || (is_letter(letter) && static_cast<unsigned char>(letter) < 0x80) || letter == '-' ||
               letter == '_' || letter == '/';
    };
    return !text.empty() && std::ranges::all_of(text, is_of_codes) &&
           std::ranges::any_of(text, [](char letter) { return is_digit(letter) || is_letter(letter); }) &&
           !names_money(text);
}

/// Digits that people read on into the number.
bool adds_digits(const Section& section)
{
    const std::string before = meaning(section.before);
    const std::string after = meaning(section.after);
    return (!before.empty() && is_digit(before.back())) || (!after.empty() && is_digit(after.front())) ||
           std::ranges::any_of(section.between, [](char letter) { return is_digit(letter) || is_letter(letter); });
}

/// A section that holds no place for a number: a word, a dash, nothing.
Showing wordy(const Section& section, double number)
{
    if (section.takes_texts) return Showing::as_stored;
    const std::string words = meaning(section.before);
    if (number != 0) return Showing::otherwise;
    const bool says = std::ranges::any_of(words, is_letter);
    const bool counts = std::ranges::any_of(words, [](char letter) { return letter >= '1' && letter <= '9'; });
    return says || counts ? Showing::otherwise : Showing::as_stored; // « - », « 0,00 »
}

bool is_of_time(FormatClass format)
{
    return format == FormatClass::date || format == FormatClass::datetime || format == FormatClass::time ||
           format == FormatClass::duration;
}

Shown shown_by(const Section& section, double number)
{
    Shown shown;
    const FormatClass format = format_class(section.code);
    if (is_of_time(format) || section.has_number) shown.format = format;
    if (is_of_time(format)) return shown;
    if (!section.has_number) {
        shown.showing = wordy(section, number);
        return shown;
    }
    constexpr double most = 1e15;
    constexpr std::size_t fewest_zeros = 2;
    if (section.is_only_zeros && section.zeros >= fewest_zeros && section.after.empty() && section.between.empty() &&
        is_code_prefix(section.before) && number >= 0 && number < most && std::floor(number) == number) {
        std::string digits = std::to_string(static_cast<std::uint64_t>(number));
        if (digits.size() < section.zeros) digits.insert(0, section.zeros - digits.size(), '0');
        shown.showing = Showing::code;
        shown.code = section.before + digits;
        return shown;
    }
    const std::string beside = without(section.before + ' ' + section.after, "\u00A0");
    if (adds_digits(section) || (!section.is_divided && multiplies(beside))) shown.showing = Showing::otherwise;
    return shown;
}

} // namespace

bool is_odd_format(std::string_view code)
{
    if (code.empty()) return false; // General
    const std::vector<Section> sections = sections_of(code);
    const bool has_conditions =
        std::ranges::any_of(sections, [](const Section& one) { return one.condition.has_value(); });
    static constexpr std::array samples = {1.0, -1.0, 0.0};
    const FormatClass whole = format_class(code);
    for (std::size_t at = 0; at < sections.size(); ++at) {
        const double sample = has_conditions ? 1.0 : samples.at(at);
        const Shown shown = shown_by(sections[at], sample);
        if (shown.showing != Showing::as_stored) return true;
        const bool is_time = shown.format && (is_of_time(*shown.format) || is_of_time(whole));
        if (is_time && *shown.format != whole) return true;
    }
    return false;
}

Shown shown_as(std::string_view code, double number)
{
    const std::vector<Section> sections = sections_of(code);
    const Section* const section = chosen(sections, number);
    return section == nullptr ? Shown() : shown_by(*section, number);
}

} // namespace bilan::cells
