// SPDX-License-Identifier: MPL-2.0
#include "intake/value/person_beside.hpp"

#include "intake/value/first_names.hpp"
#include "intake/value/name_bearers.hpp"
#include "intake/value/name_words.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace bilan::intake {

namespace {

using Words = std::vector<NameWord>;

bool is_link(std::string_view folded)
{
    constexpr std::string_view links[] = {"de", "du", "des", "la", "le", "les", "l", "d", "et", "en", "sur", "pour"};
    return std::ranges::find(links, folded) != std::end(links);
}

bool is_body(const NameWord& word)
{
    return is_common_noun_of_bodies(word.folded) || bears_names(word.folded);
}

/// Neither a link, nor what kind of body it is, nor something with digits in it.
bool is_name(const NameWord& word)
{
    return word.has_capital && !is_body(word) && !is_link(word.folded) &&
           word.folded.find_first_of("0123456789") == std::string::npos;
}

bool is_famous(const Words& words, std::size_t at)
{
    std::string name;
    for (; at < words.size(); ++at) name += (name.empty() ? "" : " ") + words[at].folded;
    return is_famous_name(name);
}

/// « Paul Durandal », « DURANDAL Paul » at a place where no word before takes it as the name of a thing.
bool begins_person(const Words& words, std::size_t at)
{
    if (at + 1 >= words.size() || words[at + 1].after_mark || !is_name(words[at]) || !is_name(words[at + 1]))
        return false;
    const bool is_first = is_compound_first_name(words[at].folded);
    const bool is_turned = words[at].is_capitals && !words[at + 1].is_capitals;
    if (!is_first && !(is_turned && is_compound_first_name(words[at + 1].folded))) return false;
    const bool is_borne = at > 0 && (is_link(words[at - 1].folded) || bears_names(words[at - 1].folded));
    return !is_borne && !is_famous(words, at);
}

/// « DURANDAL » of « CC du Lac DURANDAL »: capitals behind a name that is written in small letters.
bool is_family_name(const Words& words, std::size_t at)
{
    constexpr std::size_t shortest = 4; // « PLIE » and shorter are initials
    constexpr std::string_view openers[] = {"saint", "sainte", "mont", "val", "grand", "haut", "bas", "vieux"};
    if (at < 2 || at + 1 != words.size() || words[at].after_mark) return false;
    const bool is_written_so = words[at].is_capitals && words[at].folded.size() > shortest && is_name(words[at]);
    const NameWord& before = words[at - 1];
    const bool is_behind_name =
        is_name(before) && !before.is_capitals && std::ranges::find(openers, before.folded) == std::end(openers);
    return is_written_so && is_behind_name;
}

bool is_address(const NameWord& word)
{
    constexpr std::string_view addresses[] = {"m", "mr", "mme", "mlle", "mmes", "monsieur", "madame", "mademoiselle"};
    return word.has_capital && std::ranges::find(addresses, word.folded) != std::end(addresses);
}

/// The words of the person; both 0 when there is none.
struct Person {
    std::size_t first = 0;
    std::size_t last = 0;
};

Person person_in(const Words& words)
{
    constexpr std::size_t most_names = 3;
    for (std::size_t at = 0; at < words.size(); ++at) {
        const bool is_lone = at == 0 && words.size() > 1 && words[0].before_mark; // « Karim (PLIE du Lac) »
        if (is_lone && is_name(words[0]) && is_compound_first_name(words[0].folded)) return {0, 1};
        if (is_family_name(words, at)) return {at, at + 1};
        const bool is_addressed = is_address(words[at]) && at + 1 < words.size() && is_name(words[at + 1]);
        if (!is_addressed && !begins_person(words, at)) continue;
        std::size_t end = at + 2;
        while (end < words.size() && end - at < most_names && is_name(words[end]) && !words[end].after_mark) ++end;
        return {at, end};
    }
    return {};
}

/// Without the marks that stood between the person and the rest, and the brackets around all of it.
std::string_view tidied(std::string_view text)
{
    constexpr std::string_view marks = " :;,-";
    constexpr std::string_view leading = " :;,-."; // the point of « Sandrine B. »
    text.remove_prefix(std::min(text.size(), text.find_first_not_of(leading)));
    text = text.substr(0, text.find_last_not_of(marks) + 1);
    const bool is_in_brackets = text.starts_with('(') && text.find(')') + 1 == text.size();
    return is_in_brackets ? text.substr(1, text.size() - 2) : text;
}

} // namespace

std::string without_person_beside(std::string_view text)
{
    const Words words = name_words_of(text);
    if (std::ranges::none_of(words, is_body)) return std::string(text);
    const Person person = person_in(words);
    if (person.last == 0) return std::string(text);
    const std::string_view before = tidied(text.substr(0, words[person.first].begin));
    const std::string_view behind = tidied(text.substr(words[person.last - 1].end));
    return std::string(before) + (before.empty() || behind.empty() ? "" : " ") + std::string(behind);
}

} // namespace bilan::intake
