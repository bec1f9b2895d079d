// SPDX-License-Identifier: MPL-2.0
#include "intake/value/person_names.hpp"

#include "base/text.hpp"
#include "intake/value/first_names.hpp"
#include "intake/value/name_bearers.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

bool is_letters(std::string_view folded)
{
    return !folded.empty() && std::all_of(folded.begin(), folded.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || letter == '-' || letter == '\'';
    });
}

bool begins_with_capital(std::string_view word)
{
    // An accented capital is two bytes, the first of them 0xC3 in UTF-8.
    return !word.empty() && ((word.front() >= 'A' && word.front() <= 'Z') || word.front() == '\xC3');
}

bool is_capital(std::string_view word)
{
    return std::none_of(word.begin(), word.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

bool is_joining(std::string_view folded)
{
    return folded == "et" || folded == "&" || folded == "de" || folded == "du" || folded == "le" || folded == "la";
}

/// The words of a text that may be a name, counted by their form.
struct NameWords {
    std::size_t names = 0;
    std::size_t capitals = 0;
    bool has_first_name = false;
    bool has_address = false;

    [[nodiscard]] bool is_called_so() const { return has_address || (has_first_name && names >= 2); }
};

/// Nothing when some word is that of no name.
std::optional<NameWords> name_words(std::string_view text)
{
    NameWords found;
    for (const std::string_view word : base::split(text, ' ')) {
        std::string folded = base::fold(word);
        while (!folded.empty() && (folded.back() == '.' || folded.back() == ',')) folded.pop_back();
        if (folded.empty() || is_joining(folded)) continue;
        if (folded == "m" || folded == "mme" || folded == "mlle" || folded == "mr" || folded == "monsieur" ||
            folded == "madame") {
            found.has_address = true;
            continue;
        }
        if (!is_letters(folded) || !begins_with_capital(word) || is_common_noun_of_bodies(folded)) return std::nullopt;
        ++found.names;
        if (is_capital(word) && folded.size() > 1) ++found.capitals;
        found.has_first_name = found.has_first_name || is_compound_first_name(folded);
    }
    if (found.names == 0 || found.names > 6) return std::nullopt;
    return found;
}

/// Some part between marks is told so; the dash of « Jean-Paul » is no mark.
template <class Told>
bool holds_part(std::string_view text, Told told)
{
    constexpr std::string_view marks = "/-,;:()\n";
    for (std::size_t begin = 0; begin <= text.size();) {
        std::size_t end = text.find_first_of(marks, begin);
        while (end != std::string_view::npos && text[end] == '-' && end > 0 && text[end - 1] != ' ')
            end = text.find_first_of(marks, end + 1);
        if (told(base::trim(text.substr(begin, end - begin)))) return true;
        if (end == std::string_view::npos) return false;
        begin = end + 1;
    }
    return false;
}

} // namespace

Naming naming_of(std::string_view text)
{
    const std::optional<NameWords> words = name_words(text);
    if (!words) return Naming::other;
    if (words->is_called_so()) return Naming::person;
    const bool is_short = words->names >= 2 && words->names <= 4;
    // « Aldric VALMONT »; two words in capitals are as well initials of organisations.
    if (is_short && words->capitals > 0 && words->capitals < words->names) return Naming::person;
    return is_short && words->capitals == 0 ? Naming::perhaps : Naming::other;
}

bool holds_person(std::string_view text)
{
    return holds_part(text, [](std::string_view part) {
        const std::optional<NameWords> words = name_words(part);
        return words && words->is_called_so();
    });
}

bool holds_name(std::string_view text)
{
    return holds_part(text, [](std::string_view part) { return naming_of(part) != Naming::other; });
}

} // namespace bilan::intake
