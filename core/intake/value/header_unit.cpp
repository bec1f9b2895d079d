// SPDX-License-Identifier: MPL-2.0
#include "intake/value/header_unit.hpp"

#include "intake/value/plain_spelling.hpp"

#include <algorithm>
#include <initializer_list>

namespace bilan::intake {

namespace {

/// One of the words stands in the text, not as a part of a longer word.
bool says(std::string_view text, std::initializer_list<std::string_view> words)
{
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
            const std::size_t end = at + word.size();
            const bool is_start = at == 0 || !is_letter(text[at - 1]) || !is_letter(word.front());
            if (is_start && (end == text.size() || !is_letter(text[end]) || !is_letter(word.back()))) return true;
        }
        return false;
    });
}

/// « en milliers », « (x 1000) »: of what, the field says.
bool says_thousands(std::string_view text)
{
    if (says(text, {"millier", "milliers"})) return true;
    constexpr std::string_view digits = "0123456789";
    for (const std::string_view times : {"x 1000", "x1000", "x 1 000", "x1 000", "* 1000", "*1000", "* 1 000"}) {
        const std::size_t at = text.find(times);
        if (at == std::string_view::npos) continue;
        const std::size_t end = at + times.size();
        const bool is_word =
            at == 0 || !is_letter(text[at - 1]) || times.front() == '*'; // « prix 1000 » is no « x 1000 »
        if (is_word && (end == text.size() || digits.find(text[end]) == std::string_view::npos)) return true;
    }
    return false;
}

} // namespace

HeaderUnit unit_of_header(std::string_view unit, std::string_view header)
{
    const std::string said = plain_spelling(unit) + ' ' + plain_spelling(header);
    HeaderUnit found;
    found.is_percent = said.find('%') != std::string::npos || says(said, {"pourcentage", "pourcent", "pour cent"});
    found.is_hours = says(said, {"h", "heures", "heure"});
    if (says(said,
             {"k€", "k €", "ke", "keur", "keuro", "keuros", "milliers d'euros", "milliers d'€", "millier d'euros"}) ||
        plain_spelling(unit) == "k") {
        found.factor = 1e3;
        found.name = "k€";
    } else if (says(said, {"m€", "m €", "meur", "meuro", "meuros", "millions d'euros", "million d'euros"})) {
        found.factor = 1e6;
        found.name = "M€";
    } else {
        found.is_euro = says(said, {"€", "eur", "euro", "euros"});
    }
    return found;
}

HeaderUnit unit_of_amounts(std::string_view unit, std::string_view header)
{
    HeaderUnit found = unit_of_header(unit, header);
    if (found.factor != 1 || !(says_thousands(plain_spelling(unit)) || says_thousands(plain_spelling(header))))
        return found;
    found.factor = 1e3;
    found.name = "k€";
    found.is_euro = false;
    return found;
}

HeaderUnit unit_of_numbers(std::string_view unit, std::string_view header)
{
    HeaderUnit found;
    if (!says_thousands(plain_spelling(unit)) && !says_thousands(plain_spelling(header))) return found;
    found.factor = 1e3;
    found.name = "milliers";
    return found;
}

} // namespace bilan::intake
