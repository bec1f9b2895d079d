// SPDX-License-Identifier: MPL-2.0
#include "intake/territory/place_form.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

// Common nouns of French place names, folded.
constexpr std::array<std::string_view, 69> nouns{
    "abbaye",  "bas",    "basse",    "beau",    "bel",      "belle",   "bocage", "bois",     "bourg",     "butte",
    "champ",   "champs", "chapelle", "chateau", "chemin",   "cite",    "clos",   "colline",  "coteau",    "coteaux",
    "croix",   "etang",  "faubourg", "ferme",   "fontaine", "fort",    "gare",   "grande",   "grand",     "hameau",
    "haut",    "haute",  "hauts",    "ilot",    "jardin",   "jardins", "lac",    "lande",    "landes",    "marais",
    "mare",    "mont",   "montagne", "moulin",  "noue",     "parc",    "petit",  "petite",   "place",     "plaine",
    "plateau", "pont",   "port",     "pre",     "pres",     "prairie", "quai",   "quartier", "residence", "rive",
    "rue",     "saint",  "sainte",   "source",  "st",       "tour",    "tours",  "val",      "vallee"};
constexpr std::array<std::string_view, 6> endings{"ville", "fontaine", "mont", "bourg", "vallon", "villiers"};
constexpr std::array<std::string_view, 4> winds{"nord", "sud", "est", "ouest"};

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& words, std::string_view word)
{
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_article(std::string_view word)
{
    return word == "le" || word == "la" || word == "les" || word == "l";
}

bool is_link(std::string_view word)
{
    return is_article(word) || word == "de" || word == "du" || word == "des" || word == "d" || word == "en" ||
           word == "sur" || word == "sous" || word == "aux" || word == "et" || word == "a";
}

struct NameWord {
    std::string folded;
    bool has_capital = false;
    bool is_joined = false; ///< to the word before, by a hyphen
};

bool begins_with_capital(std::string_view word)
{
    const auto first = static_cast<unsigned char>(word.front());
    if (first >= 'A' && first <= 'Z') return true;
    return first == 0xC3 && word.size() > 1 && static_cast<unsigned char>(word[1]) < 0x9F; // À to Þ
}

std::vector<NameWord> words_of(std::string_view text)
{
    std::vector<NameWord> words;
    std::string word;
    bool joins = false;
    const auto close = [&](bool is_hyphen) {
        if (!word.empty()) words.push_back({base::fold(word), begins_with_capital(word), joins});
        if (!word.empty() || !is_hyphen) joins = is_hyphen;
        word.clear();
    };
    std::string plain = base::replace_all(base::compose(text), "\u2019", "'");
    for (const char character : plain) {
        if (character == ' ' || character == '\'' || character == '-')
            close(character == '-');
        else
            word += character;
    }
    close(false);
    return words;
}

bool is_place_noun(const NameWord& word)
{
    if (!word.has_capital) return false;
    return holds(nouns, word.folded) || holds(winds, word.folded) ||
           std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
               return word.folded.size() > ending.size() + 2 && word.folded.ends_with(ending);
           });
}

} // namespace

PlaceForm place_form(std::string_view written)
{
    constexpr std::size_t longest = 40;
    constexpr std::size_t most_words = 6;
    written = base::trim(written);
    if (written.empty() || written.size() > longest ||
        written.find_first_of("0123456789%:;(/") != std::string_view::npos)
        return PlaceForm::none;
    const std::string folded = base::fold(written);
    if (folded == "centre-ville" || folded == "centre ville" || folded == "coeur de ville") return PlaceForm::likely;
    const std::vector<NameWord> words = words_of(written);
    if (words.empty() || words.size() > most_words) return PlaceForm::none;
    const bool are_names = std::all_of(words.begin(), words.end(),
                                       [](const NameWord& word) { return word.has_capital || is_link(word.folded); });
    if (!are_names || is_link(words.back().folded)) return PlaceForm::none;
    if (words.size() > 1 && is_article(words.front().folded)) return PlaceForm::likely;
    if (std::any_of(words.begin(), words.end(), is_place_noun)) return PlaceForm::likely;
    const bool is_compound =
        words.size() > 1 && words[1].is_joined && words.front().has_capital && words[1].has_capital;
    if (is_compound) return PlaceForm::likely;
    // « Inscrits », « Orientées » are people; « Jeunes Adultes » may be.
    const bool is_plural = words.back().folded.ends_with('s') || words.back().folded.ends_with('x');
    return words.size() == 1 && !is_plural ? PlaceForm::perhaps : PlaceForm::none;
}

bool is_noun_of_places(std::string_view folded)
{
    return holds(nouns, folded);
}

} // namespace bilan::intake
