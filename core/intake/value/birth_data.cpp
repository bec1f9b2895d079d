// SPDX-License-Identifier: MPL-2.0
#include "intake/value/birth_data.hpp"

#include "intake/value/plain_spelling.hpp"

#include <algorithm>
#include <array>

namespace bilan::intake {

namespace {

constexpr std::array<std::string_view, 16> announcers{"né(e)s", "né(e)",  "né·e",   "nées",  "née",       "nés",
                                                      "né",     "ne(e)",  "nee le", "ne le", "naissance", "naiss.",
                                                      "ddn",    "d.d.n.", "d.n.",   "dn"};

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

/// The announcer that the text begins with; empty: none, or a longer word does (« néanmoins »).
std::string_view announcer_at(std::string_view text)
{
    if (text.empty() || (small(text.front()) != 'n' && small(text.front()) != 'd')) return {}; // most texts, at once
    // « naissance », « né », « DN », « d.n. »: nearly all other words are refused by their second letter.
    const char second = text.size() > 1 ? small(text[1]) : '\0';
    if (second != '\xC3' && second != 'e' && second != 'a' && second != 'd' && second != 'n' && second != '.')
        return {};
    const auto* const found = std::ranges::find_if(announcers, [&](std::string_view announcer) {
        const std::size_t at = word_at(text, announcer);
        return at > 0 && (at == text.size() || !is_word_byte(text[at]));
    });
    return found == announcers.end() ? std::string_view{} : *found;
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

/// « et 4 mai 1990 », « , 12/03/88 »: the births of others, behind a first one.
std::size_t further_dates_at(std::string_view text)
{
    std::size_t taken = 0;
    while (true) {
        std::size_t at = taken + blanks_at(text.substr(taken));
        std::size_t link = 0;
        for (const std::string_view word : {"et ", ", ", "; ", "/ "})
            if (link == 0) link = word_at(text.substr(at), word);
        if (link == 0) return taken;
        at += link;
        if (const std::size_t article = word_at(text.substr(at), "le "); article > 0) at += article;
        const std::size_t date = date_at(text.substr(at));
        const bool is_number = std::ranges::all_of(text.substr(at, date), is_digit); // « et 2024 » need be no birth
        if (date == 0 || is_number) return taken;
        taken = at + date;
    }
}

} // namespace

bool may_tell_birth(std::string_view text)
{
    bool begins = true; // a word
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char letter = small(text[at]);
        if (begins && (letter == 'n' || letter == 'd') && !announcer_at(text.substr(at)).empty()) return true;
        begins = !is_letter(letter);
    }
    return false;
}

namespace {

/// Of each birth that the text tells, its words are shown to `holds`; true where it holds for one.
template <class Predicate>
bool has_birth(std::string_view text, const Predicate& holds)
{
    if (!may_tell_birth(text)) return false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && is_word_byte(text[at - 1])) continue;
        const std::size_t bytes = birth_at(text.substr(at));
        if (bytes > 0 && holds(text.substr(at, bytes))) return true;
    }
    return false;
}

} // namespace

bool tells_birth(std::string_view text)
{
    return has_birth(text, [](std::string_view) { return true; });
}

bool tells_day_of_birth(std::string_view text)
{
    return has_birth(text, [](std::string_view birth) {
        return !std::ranges::all_of(birth.substr(birth.find_first_of("0123456789")), is_digit); // « né en 1980 »
    });
}

std::size_t birth_at(std::string_view text)
{
    const std::string_view announcer = announcer_at(text);
    if (announcer.empty()) return 0;
    std::size_t at = announcer.size();
    at += blanks_at(text.substr(at));
    if (text.substr(at).starts_with(':')) ++at;
    at += blanks_at(text.substr(at));
    for (const std::string_view link : {"les ", "le ", "en ", "au mois de "})
        if (const std::size_t bytes = word_at(text.substr(at), link); bytes > 0) {
            at += bytes;
            break;
        }
    const std::size_t date = date_at(text.substr(at));
    const bool is_short = announcer == "dn" || announcer == "d.n."; // « DN 1200 » is a diameter
    if (date == 0 || (is_short && std::ranges::all_of(text.substr(at, date), is_digit))) return 0;
    return at + date + further_dates_at(text.substr(at + date));
}

} // namespace bilan::intake
