// SPDX-License-Identifier: MPL-2.0
#include "html_reader/references.hpp"

#include "charset/decoder.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace bilan::html {
namespace {

using namespace std::string_view_literals;

/// The names that browsers take without a semicolon.
constexpr std::array old_names = {
    "AElig"sv,  "AMP"sv,    "Aacute"sv, "Acirc"sv,  "Agrave"sv, "Aring"sv,  "Atilde"sv, "Auml"sv,   "COPY"sv,
    "Ccedil"sv, "ETH"sv,    "Eacute"sv, "Ecirc"sv,  "Egrave"sv, "Euml"sv,   "GT"sv,     "Iacute"sv, "Icirc"sv,
    "Igrave"sv, "Iuml"sv,   "LT"sv,     "Ntilde"sv, "Oacute"sv, "Ocirc"sv,  "Ograve"sv, "Oslash"sv, "Otilde"sv,
    "Ouml"sv,   "QUOT"sv,   "REG"sv,    "THORN"sv,  "Uacute"sv, "Ucirc"sv,  "Ugrave"sv, "Uuml"sv,   "Yacute"sv,
    "aacute"sv, "acirc"sv,  "acute"sv,  "aelig"sv,  "agrave"sv, "amp"sv,    "aring"sv,  "atilde"sv, "auml"sv,
    "brvbar"sv, "ccedil"sv, "cedil"sv,  "cent"sv,   "copy"sv,   "curren"sv, "deg"sv,    "divide"sv, "eacute"sv,
    "ecirc"sv,  "egrave"sv, "eth"sv,    "euml"sv,   "frac12"sv, "frac14"sv, "frac34"sv, "gt"sv,     "iacute"sv,
    "icirc"sv,  "iexcl"sv,  "igrave"sv, "iquest"sv, "iuml"sv,   "laquo"sv,  "lt"sv,     "macr"sv,   "micro"sv,
    "middot"sv, "nbsp"sv,   "not"sv,    "ntilde"sv, "oacute"sv, "ocirc"sv,  "ograve"sv, "ordf"sv,   "ordm"sv,
    "oslash"sv, "otilde"sv, "ouml"sv,   "para"sv,   "plusmn"sv, "pound"sv,  "quot"sv,   "raquo"sv,  "reg"sv,
    "sect"sv,   "shy"sv,    "sup1"sv,   "sup2"sv,   "sup3"sv,   "szlig"sv,  "thorn"sv,  "times"sv,  "uacute"sv,
    "ucirc"sv,  "ugrave"sv, "uml"sv,    "uuml"sv,   "yacute"sv, "yen"sv,    "yuml"sv};

bool is_letter_or_digit(char letter)
{
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

/// The longest of the names that the text begins with.
std::string_view old_name(std::string_view text)
{
    std::string_view longest;
    for (const std::string_view name : old_names)
        if (name.size() > longest.size() && text.starts_with(name)) longest = name;
    return longest;
}

/// The letter that a number from 128 to 159 means, in UTF-8; empty for the five that mean none.
const std::string& windows_letter(int number)
{
    static const std::array<std::string, 32> letters = [] {
        std::array<std::string, 32> made;
        const charset::Decoder decoder("CP1252");
        for (std::size_t at = 0; at < made.size(); ++at) {
            const char byte = static_cast<char>(128 + at);
            if (!decoder.append(made[at], {&byte, 1})) made[at].clear();
        }
        return made;
    }();
    return letters[static_cast<std::size_t>(number - 128)];
}

struct Reference {
    std::size_t size = 0; ///< of what is replaced, from the `&` on; 0: nothing is
    std::string written;
};

Reference numbered(std::string_view text)
{
    const bool is_hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    const std::string_view digits = text.substr(is_hex ? 3 : 2, 8);
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, is_hex ? 16 : 10);
    if (error != std::errc() || number < 128 || number > 159) return {};
    auto size = static_cast<std::size_t>(end - text.data());
    if (size < text.size() && text[size] == ';') ++size;
    const std::string& letter = windows_letter(number);
    return letter.empty() ? Reference{} : Reference{size, letter};
}

Reference named(std::string_view text)
{
    const std::string_view rest = text.substr(1);
    const auto end = std::ranges::find_if_not(rest, is_letter_or_digit);
    if (end != rest.end() && *end == ';') return {};
    const std::string_view name = old_name(rest);
    if (name.empty()) return {};
    return {name.size() + 1, '&' + std::string(name) + ';'};
}

} // namespace

std::string with_known_references(std::string page)
{
    std::string written;
    std::size_t done = 0;
    for (std::size_t at = page.find('&'); at != page.npos; at = page.find('&', at + 1)) {
        const std::string_view text = std::string_view(page).substr(at, 40);
        const Reference reference = text.starts_with("&#") ? numbered(text) : named(text);
        if (reference.size == 0) continue;
        written.append(page, done, at - done).append(reference.written);
        done = at + reference.size;
    }
    if (done == 0) return page;
    return written.append(page, done);
}

} // namespace bilan::html
