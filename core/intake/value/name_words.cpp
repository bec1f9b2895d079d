// SPDX-License-Identifier: MPL-2.0
#include "intake/value/name_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace bilan::intake {

namespace {

/// Of each byte whether it begins a word; hyphens and apostrophes go on with one and begin none.
constexpr std::array<bool, 256> beginnings = [] {
    std::array<bool, 256> made{};
    for (std::size_t byte = 0; byte < made.size(); ++byte)
        made[byte] = byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                     (byte >= 'a' && byte <= 'z');
    return made;
}();

bool begins_word(char byte)
{
    return beginnings[static_cast<unsigned char>(byte)];
}

bool is_word_byte(char byte)
{
    return begins_word(byte) || byte == '-' || byte == '\'';
}

/// A blank or a mark of more than one byte: « Mme » stands before its name with a no-break space.
struct Gap {
    std::size_t bytes = 0; ///< 0: none begins here
    bool is_blank = false;
};

Gap gap_at(std::string_view text)
{
    constexpr std::string_view blanks[] = {"\u00A0", "\u2002", "\u2003", "\u2007", "\u2009", "\u202F"};
    constexpr std::string_view marks[] = {"\u00AB", "\u00BB", "\u2013", "\u2014",
                                          "\u201C", "\u201D", "\u2022", "\u2026"};
    const auto first = static_cast<unsigned char>(text.empty() ? ' ' : text.front());
    if (first != 0xC2 && first != 0xE2) return {};
    for (const std::string_view blank : blanks)
        if (text.starts_with(blank)) return {blank.size(), true};
    for (const std::string_view mark : marks)
        if (text.starts_with(mark)) return {mark.size(), false};
    return {};
}

/// Where the next word begins, or the end of the text.
std::size_t begin_of_word(std::string_view text, std::size_t from)
{
    std::size_t begin = std::min(from, text.size());
    while (begin < text.size()) {
        const std::size_t gap = gap_at(text.substr(begin)).bytes;
        if (gap == 0 && begins_word(text[begin])) break;
        begin += std::max<std::size_t>(gap, 1);
    }
    return begin;
}

} // namespace

bool begins_with_capital(std::string_view word)
{
    const auto first = static_cast<unsigned char>(word.front());
    if (first >= 'A' && first <= 'Z') return true;
    return first == 0xC3 && word.size() > 1 && static_cast<unsigned char>(word[1]) < 0x9F; // À to Þ
}

std::string_view next_name_word(std::string_view text, std::size_t from)
{
    const std::size_t begin = begin_of_word(text, from);
    std::size_t end = begin;
    while (end < text.size() && is_word_byte(text[end]) && gap_at(text.substr(end)).bytes == 0) ++end;
    return text.substr(begin, end - begin);
}

std::vector<NameWord> name_words_of(std::string_view text)
{
    std::vector<NameWord> words;
    words.reserve(text.size() / 6 + 1);
    bool after_mark = true;
    for (std::size_t at = 0; at < text.size();) {
        const Gap gap = gap_at(text.substr(at));
        if (gap.bytes > 0 || !begins_word(text[at])) {
            const bool is_within =
                gap.bytes > 0 ? gap.is_blank : text[at] == ' ' || text[at] == '.' || text[at] == '\'';
            after_mark = after_mark || !is_within;
            if (after_mark && !words.empty()) words.back().before_mark = true;
            at += std::max<std::size_t>(gap.bytes, 1);
            continue;
        }
        NameWord word;
        const std::string_view written = next_name_word(text, at);
        word.begin = at;
        word.end = at += written.size();
        word.folded = base::fold(written);
        word.has_capital = begins_with_capital(written);
        word.is_capitals = written.size() > 1 && std::none_of(written.begin(), written.end(), [](char letter) {
                               return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
                           });
        word.after_mark = after_mark;
        after_mark = false;
        words.push_back(std::move(word));
    }
    if (!words.empty()) words.back().before_mark = true;
    return words;
}

} // namespace bilan::intake
