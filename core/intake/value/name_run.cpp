// SPDX-License-Identifier: MPL-2.0
#include "intake/value/name_run.hpp"

#include "intake/value/name_bearers.hpp"

namespace bilan::intake {

bool may_be_name(const NameWord& word)
{
    return word.has_capital && word.folded.find_first_of("0123456789") == std::string::npos &&
           !is_common_noun_of_bodies(word.folded);
}

bool joins_names(std::string_view folded)
{
    return folded == "de" || folded == "du" || folded == "des" || folded == "la" || folded == "le" || folded == "ben" ||
           folded == "el" || folded == "van";
}

bool leads_to_name(std::string_view folded)
{
    return folded == "de" || folded == "du" || folded == "des" || folded == "la" || folded == "le" || folded == "l" ||
           folded == "d" || folded == "les";
}

std::size_t end_of_run(const std::vector<NameWord>& words, std::size_t at, std::size_t most)
{
    std::size_t end = at;
    std::size_t names = 0;
    while (end < words.size() && names < most && (end == at || !words[end].after_mark)) {
        const bool joins = joins_names(words[end].folded) && end > at && end + 1 < words.size() &&
                           !words[end + 1].after_mark && may_be_name(words[end + 1]);
        if (!joins && !may_be_name(words[end])) break;
        if (!joins) ++names;
        ++end;
    }
    return end;
}

bool is_borne(const std::vector<NameWord>& words, std::size_t at)
{
    std::size_t before = at;
    while (before > 0 && leads_to_name(words[before - 1].folded)) --before;
    if (before == 0) return false;
    if (!words[at].after_mark) return bears_names(words[before - 1].folded);
    bool bears = false;
    for (std::size_t word = at; word-- > 0;) {
        if (bears_names(words[word].folded))
            bears = true;
        else if (!leads_to_name(words[word].folded) && !is_common_noun_of_bodies(words[word].folded))
            return false; // « MJC Bellevue - … » has its name already
        if (words[word].after_mark) break;
    }
    return bears;
}

} // namespace bilan::intake
