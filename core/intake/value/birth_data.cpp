// SPDX-License-Identifier: MPL-2.0
#include "intake/value/birth_data.hpp"

#include "intake/value/plain_spelling.hpp"

#include <algorithm>
#include <array>

namespace bilan::intake {

namespace {

constexpr std::array<std::string_view, 12> announcers{"né(e)s", "né(e)", "né·e",      "nées",   "née", "nés",
                                                      "né",     "ne(e)", "naissance", "naiss.", "ddn", "d.d.n."};

char small(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

/// Bytes of `word` at the beginning of the text in any case; « É » counts as « é ». 0: it does not begin with it.
std::size_t word_at(std::string_view text, std::string_view word)
{
    if (text.size() < word.size()) return 0;
    for (std::size_t at = 0; at < word.size(); ++at) {
        const bool is_capital_accent = at > 0 && word[at - 1] == '\xC3' && text[at] == '\x89' && word[at] == '\xA9';
        if (small(text[at]) != word[at] && !is_capital_accent) return 0;
    }
    return word.size();
}

bool is_word_byte(char byte)
{
    return is_letter(small(byte)) || static_cast<unsigned char>(byte) >= 0x80;
}

std::size_t digits_at(std::string_view text, std::size_t most)
{
    std::size_t count = 0;
    while (count < text.size() && is_digit(text[count])) ++count;
    return count <= most ? count : 0;
}

std::size_t blanks_at(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const bool is_wide = text.substr(at).starts_with("\u00A0");
        if (!is_wide && text[at] != ' ') break;
        at += is_wide ? 2 : 1;
    }
    return at;
}

/// « 12/03/1980 », « 3 mars 1975 », « 1er mars 75 », « mars 1980 », « 1980 ».
std::size_t date_at(std::string_view text)
{
    constexpr std::size_t longest_year = 4;
    std::size_t at = digits_at(text, longest_year);
    if (at == longest_year && !text.substr(at).starts_with('-') && !text.substr(at).starts_with('/')) return at;
    if (at > 0 && text.substr(at).starts_with("er")) at += 2;
    for (int part = 0; part < 2; ++part) {
        std::string_view rest = text.substr(at);
        const bool is_marked = !rest.empty() && std::string_view("/-.").find(rest.front()) != std::string_view::npos;
        std::size_t next = is_marked ? 1 : blanks_at(rest);
        if (at > 0 && next == 0) return 0;
        std::size_t letters = 0;
        while (next + letters < rest.size() && is_word_byte(rest[next + letters])) ++letters;
        const std::size_t digits = letters == 0 ? digits_at(rest.substr(next), longest_year) : 0;
        if (letters + digits == 0) return 0;
        at += next + letters + digits;
        if (letters > 0 && text.substr(at).starts_with('.')) ++at; // « déc. 1980 »
        if (part == 0 && digits == longest_year) return 0;
        if (part == 0 && letters > 0 && at == letters) { // « mars 1980 »: no day
            const std::size_t blanks = blanks_at(text.substr(at));
            const std::size_t year = digits_at(text.substr(at + blanks), longest_year);
            return year == longest_year ? at + blanks + year : 0;
        }
        if (part == 1 && digits < 2) return 0;
    }
    return at;
}

} // namespace

bool may_tell_birth(std::string_view text)
{
    constexpr std::array<std::string_view, 9> signs{"né", "Né", "NÉ", "naiss", "Naiss", "NAISS", "DDN", "ddn", "e(e)"};
    return std::ranges::any_of(signs,
                               [&](std::string_view sign) { return text.find(sign) != std::string_view::npos; }) ||
           text.find("D.D.N") != std::string_view::npos;
}

std::size_t birth_at(std::string_view text)
{
    if (text.empty() || (small(text.front()) != 'n' && small(text.front()) != 'd')) return 0; // most texts, at once
    for (const std::string_view announcer : announcers) {
        std::size_t at = word_at(text, announcer);
        if (at == 0) continue;
        if (at < text.size() && is_word_byte(text[at])) continue; // « néanmoins »
        at += blanks_at(text.substr(at));
        if (text.substr(at).starts_with(':')) ++at;
        at += blanks_at(text.substr(at));
        for (const std::string_view link : {"le ", "en ", "au mois de "})
            if (const std::size_t bytes = word_at(text.substr(at), link); bytes > 0) {
                at += bytes;
                break;
            }
        const std::size_t date = date_at(text.substr(at));
        return date == 0 ? 0 : at + date;
    }
    return 0;
}

} // namespace bilan::intake
