// SPDX-License-Identifier: MPL-2.0
#include "script/api/session.hpp"

#include <algorithm>

namespace bilan::script {

const data::Vocabulary* Session::vocabulary_of(const data::Query& query, std::string_view field) const
{
    const data::Field* known = query.field(field);
    if (known == nullptr || known->vocabulary.empty() || inputs.domain == nullptr) return nullptr;
    return inputs.domain->vocabulary(known->vocabulary);
}

std::string Session::label_of(const data::Vocabulary* vocabulary, const std::string& term) const
{
    if (vocabulary == nullptr) return term;
    const auto found = std::ranges::find(vocabulary->terms, term, &data::Term::id);
    return found == vocabulary->terms.end() ? term : in_language(found->label);
}

} // namespace bilan::script
