// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/status_title.hpp"

#include "base/text.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <string>

namespace bilan::intake {

const data::Term* status_of_title(std::string_view title, const data::Domain& domain)
{
    constexpr std::size_t longest = 60;
    constexpr std::size_t shortest = 4; // « Non » alone names no decision
    const data::Vocabulary* const vocabulary = domain.vocabulary("statut");
    if (vocabulary == nullptr || title.size() > longest) return nullptr;
    const std::string folded = base::fold(title);
    std::string_view said = folded;
    while (!said.empty() && (said.back() == ':' || said.back() == ' ')) said.remove_suffix(1);
    for (const std::string_view noun : {"actions ", "projets ", "dossiers ", "demandes "})
        if (said.starts_with(noun)) said.remove_prefix(noun.size());
    if (said.size() < shortest) return nullptr;
    const VocabularyIndex index(vocabulary);
    if (const data::Term* const term = index.find_folded(said)) return term;
    std::string singular; // « non retenues », « partiellement réalisés »
    singular = said.ends_with('s') ? said.substr(0, said.size() - 1) : said;
    return index.find_folded(singular);
}

bool says_status_of_rows(std::string_view title)
{
    std::string folded = base::fold(title);
    while (!folded.empty() && (folded.back() == ':' || folded.back() == ' ')) folded.pop_back();
    return folded.ends_with('s') && !folded.ends_with("cours");
}

bool names_decided_rows(const std::vector<TableDraft>& drafts, const TableDraft& draft, const data::Domain& domain)
{
    if (says_status_of_rows(draft.sheet())) return true;
    return std::ranges::any_of(drafts, [&](const TableDraft& other) {
        return other.has_schema() && other.mapping.schema == draft.mapping.schema && other.sheet() != draft.sheet() &&
               status_of_title(other.sheet(), domain) != nullptr;
    });
}

} // namespace bilan::intake
