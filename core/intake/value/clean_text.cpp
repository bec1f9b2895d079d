// SPDX-License-Identifier: MPL-2.0
#include "intake/value/clean_text.hpp"

#include "base/text.hpp"
#include "base/utf8.hpp"
#include "intake/header/words.hpp"
#include "intake/value/plain_spelling.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace bilan::intake {

namespace {

constexpr std::size_t longest_tag = 200;
constexpr std::size_t longest_entity = 10;

constexpr std::string_view block_tags[] = {"br", "p", "div", "li", "tr", "ul", "ol", "h1", "h2", "h3", "h4"};
constexpr std::string_view inline_tags[] = {"b",   "i",  "u",     "em", "strong", "span", "a",    "font", "sup",
                                            "sub", "td", "small", "th", "table",  "body", "html", "s",    "o:p"};

constexpr std::pair<std::string_view, char32_t> entities[] = {
    {"amp", U'&'},    {"lt", U'<'},     {"gt", U'>'},    {"quot", U'"'},   {"apos", U'\''}, {"nbsp", U'\u00A0'},
    {"eacute", U'é'}, {"egrave", U'è'}, {"ecirc", U'ê'}, {"agrave", U'à'}, {"acirc", U'â'}, {"ccedil", U'ç'},
    {"icirc", U'î'},  {"iuml", U'ï'},   {"ocirc", U'ô'}, {"ugrave", U'ù'}, {"ucirc", U'û'}, {"Eacute", U'É'},
    {"Agrave", U'À'}, {"rsquo", U'’'},  {"lsquo", U'‘'}, {"laquo", U'«'},  {"raquo", U'»'}, {"euro", U'€'},
    {"hellip", U'…'}, {"ndash", U'–'},  {"mdash", U'—'}, {"oelig", U'œ'},  {"deg", U'°'},   {"euml", U'ë'},
};

template <class Words>
bool is_one_of(std::string_view word, const Words& words)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Length of a tag at the front of the text, 0 for none; `is_block` when it ends a line.
std::size_t tag_length(std::string_view text, bool& is_block)
{
    const std::size_t end = text.substr(0, longest_tag).find('>');
    if (end == std::string_view::npos) return 0;
    std::string_view inside = text.substr(1, end - 1);
    if (inside.starts_with('/')) inside.remove_prefix(1);
    std::string name;
    while (!inside.empty() && inside.front() != ' ' && inside.front() != '/') {
        const char byte = inside.front();
        name.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte);
        inside.remove_prefix(1);
    }
    is_block = is_one_of(name, block_tags);
    return is_block || is_one_of(name, inline_tags) ? end + 1 : 0;
}

std::optional<char32_t> numeric_entity(std::string_view digits)
{
    const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
    if (is_hex) digits.remove_prefix(1);
    std::uint32_t value = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value, is_hex ? 16 : 10);
    if (failure != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    const bool is_control = (value < 0x20 && value != '\n' && value != '\t') || (value >= 0x7F && value < 0xA0);
    if (is_control || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return std::nullopt;
    return static_cast<char32_t>(value);
}

/// The character of an entity at the front of the text, and how long that is.
std::optional<std::pair<char32_t, std::size_t>> entity(std::string_view text)
{
    const std::size_t end = text.substr(0, longest_entity).find(';');
    if (end == std::string_view::npos || end < 2) return std::nullopt;
    const std::string_view name = text.substr(1, end - 1);
    if (name.starts_with('#')) {
        const auto value = numeric_entity(name.substr(1));
        if (!value) return std::nullopt;
        return std::pair{*value, end + 1};
    }
    for (const auto& [known, value] : entities)
        if (known == name) return std::pair{value, end + 1};
    return std::nullopt;
}

/// Takes one mark off the front of the text, if there is one.
bool take_mark(std::string_view& rest, CleanText& clean)
{
    bool is_block = false;
    if (rest.front() == '<') {
        const std::size_t length = tag_length(rest, is_block);
        if (length == 0) return false;
        if (is_block && !clean.text.empty() && clean.text.back() != '\n') clean.text.push_back('\n');
        rest.remove_prefix(length);
        return true;
    }
    if (rest.front() == '&') {
        const auto found = entity(rest);
        if (!found) return false;
        base::append(clean.text, found->first == U'\u00A0' ? U' ' : found->first);
        rest.remove_prefix(found->second);
        return true;
    }
    if (!rest.starts_with("**") || rest.starts_with("***")) return false;
    rest.remove_prefix(2);
    return true;
}

} // namespace

bool may_be_mojibake(std::string_view text)
{
    for (std::size_t at = text.find('\xC3'); at != std::string_view::npos; at = text.find('\xC3', at + 1)) {
        const std::string_view rest = text.substr(at + 1);
        const bool is_of_three = rest.starts_with("\xA2\xE2\x82\xAC") || rest.starts_with("\xA2\xE2\x80\x9A");
        if (rest.starts_with('\x83') || rest.starts_with('\x82') || is_of_three) return true;
    }
    return false;
}

bool may_have_marks(std::string_view text)
{
    return may_be_mojibake(text) || std::any_of(text.begin(), text.end(), [](char character) {
               return character == '<' || character == '&' || character == '\r' || character == '*';
           });
}

CleanText clean_text(std::string_view text)
{
    CleanText clean;
    std::string_view rest = base::trim(text);
    std::string repaired; // « CafÃ© »: decoded twice, as headers may be
    if (may_be_mojibake(rest)) {
        if (std::optional<std::string> decoded = without_mojibake(rest)) {
            repaired = std::move(*decoded);
            rest = repaired;
            clean.had_markup = true;
        }
    }
    if (!may_have_marks(rest)) {
        clean.text = base::compose(rest);
        return clean;
    }
    clean.text.reserve(rest.size());
    while (!rest.empty()) {
        if (take_mark(rest, clean)) {
            clean.had_markup = true;
        } else if (rest.starts_with("\r\n") || rest.front() == '\r') {
            clean.text.push_back('\n');
            rest.remove_prefix(rest.starts_with("\r\n") ? 2 : 1);
        } else {
            clean.text.push_back(rest.front());
            rest.remove_prefix(1);
        }
    }
    clean.text = base::compose(base::trim(clean.text));
    return clean;
}

} // namespace bilan::intake
