// SPDX-License-Identifier: MPL-2.0
#include "intake/territory/place_name.hpp"

#include "base/text.hpp"
#include "intake/value/plain_spelling.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace bilan::intake {

namespace {

constexpr std::string_view articles[] = {"la", "le", "les", "l", "de", "du", "des", "d", "et", "en"};

bool is_article(std::string_view word)
{
    return std::find(std::begin(articles), std::end(articles), word) != std::end(articles);
}

std::string_view in_full(std::string_view word)
{
    if (word == "st") return "saint";
    if (word == "ste") return "sainte";
    return word;
}

std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    std::string word;
    const auto close = [&] {
        if (!word.empty()) words.emplace_back(in_full(word));
        word.clear();
    };
    for (const char byte : text) {
        const bool is_part = is_letter(byte) || is_digit(byte) || static_cast<unsigned char>(byte) >= 0x80;
        if (is_part) {
            word.push_back(byte);
        } else {
            close();
        }
    }
    close();
    return words;
}

std::string joined(std::span<const std::string> words)
{
    return base::join(words, " ");
}

/// How many words before the name only say that it is a quarter: « Quartier prioritaire de la … », « QP … ».
std::size_t opening(const std::vector<std::string>& words)
{
    constexpr std::string_view kinds[] = {"quartier", "quartiers", "qp", "qpv", "qn", "q"};
    if (words.empty() || std::find(std::begin(kinds), std::end(kinds), words.front()) == std::end(kinds)) return 0;
    std::size_t count = 1;
    while (count < words.size() && (words[count] == "prioritaire" || words[count] == "prioritaires" ||
                                    words[count] == "politique" || words[count] == "ville"))
        ++count;
    // « Quartier de la Gare »: the preposition goes with the word before it, the article stays with the name.
    while (count < words.size() &&
           (words[count] == "de" || words[count] == "du" || words[count] == "des" || words[count] == "d"))
        ++count;
    return count < words.size() ? count : 0;
}

} // namespace

std::string name_key(std::string_view name)
{
    return joined(words_of(base::fold(name)));
}

std::string quarter_key(std::string_view name)
{
    const std::vector<std::string> words = words_of(base::fold(name));
    return joined(std::span(words).subspan(opening(words)));
}

std::string without_articles(std::string_view key)
{
    std::vector<std::string> words = words_of(key);
    std::erase_if(words, [](const std::string& word) { return is_article(word); });
    return joined(words);
}

bool is_part_of(std::string_view part, std::string_view whole)
{
    constexpr std::size_t meaningful = 4;
    const std::vector<std::string> all = words_of(whole);
    bool has_meaning = false;
    for (const std::string& word : words_of(part)) {
        if (is_article(word)) continue;
        if (std::find(all.begin(), all.end(), word) == all.end()) return false;
        has_meaning = has_meaning || word.size() >= meaningful;
    }
    return has_meaning;
}

bool differ_by_a_slip(std::string_view left, std::string_view right)
{
    constexpr std::size_t shortest = 5;
    constexpr std::size_t long_name = 12;
    const std::size_t size = std::min(left.size(), right.size());
    const std::size_t longest = std::max(left.size(), right.size());
    const std::size_t allowed = size >= long_name ? 2 : 1;
    if (size < shortest || longest - size > allowed) return false;
    return base::edit_distance(left, right) <= allowed;
}

} // namespace bilan::intake
