// SPDX-License-Identifier: MPL-2.0
#include "intake/value/name_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace bilan::intake {

namespace {

bool is_word_byte(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 || (value >= '0' && value <= '9') || (value >= 'A' && value <= 'Z') ||
           (value >= 'a' && value <= 'z') || byte == '-' || byte == '\'';
}

bool is_capital_at(std::string_view word)
{
    const auto first = static_cast<unsigned char>(word.front());
    if (first >= 'A' && first <= 'Z') return true;
    return first == 0xC3 && word.size() > 1 && static_cast<unsigned char>(word[1]) < 0x9F; // À to Þ
}

} // namespace

std::vector<NameWord> name_words_of(std::string_view text)
{
    std::vector<NameWord> words;
    words.reserve(text.size() / 6 + 1);
    bool after_mark = true;
    for (std::size_t at = 0; at < text.size();) {
        if (!is_word_byte(text[at]) || text[at] == '-' || text[at] == '\'') {
            if (text[at] != ' ' && text[at] != '.' && text[at] != '\'') after_mark = true;
            if (after_mark && !words.empty()) words.back().before_mark = true;
            ++at;
            continue;
        }
        NameWord word;
        word.begin = at;
        while (at < text.size() && is_word_byte(text[at])) ++at;
        word.end = at;
        const std::string_view written = text.substr(word.begin, word.end - word.begin);
        word.folded = base::fold(written);
        word.has_capital = is_capital_at(written);
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
