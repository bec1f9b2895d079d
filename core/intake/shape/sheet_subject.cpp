// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/sheet_subject.hpp"

#include "base/text.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace bilan::intake {

namespace {

bool is_term(std::string_view folded, const data::Domain& domain)
{
    return std::ranges::any_of(domain.vocabularies, [&](const auto& vocabulary) {
        const bool is_of_places = vocabulary->id == "territoire";
        return !is_of_places && VocabularyIndex(vocabulary.get()).find_folded(folded) != nullptr;
    });
}

/// The words of a name, folded.
std::vector<std::string> words_of(std::string_view name)
{
    std::vector<std::string> words;
    std::string word;
    for (const char character : base::fold(name) + " ") {
        const bool is_end = character == ' ' || character == '-' || character == '.' || character == '_' ||
                            character == '\'' || character == '/';
        if (!is_end) word += character;
        if (is_end && !word.empty()) words.push_back(std::exchange(word, {}));
    }
    return words;
}

} // namespace

const data::Term* pillar_of_sheet(std::string_view name, const data::Domain& domain)
{
    const data::Vocabulary* const pillars = domain.vocabulary("pilier");
    return pillars == nullptr ? nullptr : VocabularyIndex(pillars).find_folded(base::fold(base::trim(name)));
}

bool names_no_place(std::string_view name, const data::Domain& domain)
{
    if (is_term(base::fold(base::trim(name)), domain)) return true;
    // Anywhere in the name: who the rows are about, which step of the procedure, which version of the file.
    constexpr std::array<std::string_view, 42> said{
        "femme",   "femmes", "homme",     "hommes",    "filles",   "garcons",     "jeunes",    "jeunesse", "seniors",
        "adultes", "axe",    "pilier",    "volet",     "enjeu",    "objectif",    "comite",    "copil",    "cotech",
        "jury",    "prog",   "programme", "aap",       "cpo",      "version",     "autre",     "autres",   "divers",
        "culture", "sport",  "sante",     "education", "logement", "parentalite", "numerique", "prevu",    "realise",
        "fonjep",  "vvv",    "ddets",     "metropole", "etat",     "caf"};
    return std::ranges::any_of(words_of(name),
                               [&](const std::string& word) { return std::ranges::find(said, word) != said.end(); });
}

} // namespace bilan::intake
