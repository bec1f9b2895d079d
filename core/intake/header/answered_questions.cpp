// SPDX-License-Identifier: MPL-2.0
#include "intake/header/answered_questions.hpp"

#include "base/text.hpp"
#include "intake/header/context.hpp"
#include "intake/header/families.hpp"
#include "intake/value/boolean_reader.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace bilan::intake {

namespace {

constexpr double told = 0.8;

/// « Oui » and « non » answer any question: such a list tells nothing of what is asked.
bool is_of_yes_and_no(const data::Vocabulary& vocabulary)
{
    return std::ranges::any_of(vocabulary.terms,
                               [](const data::Term& term) { return boolean_of(base::fold(term.id)).has_value(); });
}

/// All texts are answers of the list.
bool are_answers(const data::Vocabulary& vocabulary, const ContentProfile& content)
{
    if (content.some_texts.empty() || content.texts != content.filled || is_of_yes_and_no(vocabulary)) return false;
    const VocabularyIndex index(&vocabulary);
    return std::ranges::all_of(content.some_texts,
                               [&](const std::string& text) { return index.find_folded(text) != nullptr; });
}

const data::FieldFamily* family_of_answers(const MappingInput& input, const SchemaIndex& schema,
                                           const ContentProfile& content)
{
    for (const data::FieldFamily& family : schema.schema->families) {
        if (family.reader != "suffix" || family.type != data::FieldType::choice) continue;
        const data::Vocabulary* const vocabulary =
            input.lexicon->domain().vocabulary(field_of_family(family, "", "").vocabulary);
        if (vocabulary != nullptr && !vocabulary->open && are_answers(*vocabulary, content)) return &family;
    }
    return nullptr;
}

} // namespace

void settle_questions(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates)
{
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const HeaderColumn& header = (*input.columns)[at];
        const bool is_sure = !candidates[at].empty() && candidates[at].front().confidence >= sure;
        if (is_sure || !header.has_header()) continue;
        const data::FieldFamily* const family = family_of_answers(input, schema, header.content);
        const std::string question = family != nullptr ? slug(header.levels.back(), {}) : std::string();
        if (question.empty()) continue;
        candidates[at].insert(
            candidates[at].begin(),
            Candidate{field_of_family(*family, question, header.path), told, {"BIL-092", {header.path}}});
    }
}

} // namespace bilan::intake
