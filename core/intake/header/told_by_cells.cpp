// SPDX-License-Identifier: MPL-2.0
#include "intake/header/told_by_cells.hpp"

#include "intake/header/fit.hpp"
#include "intake/value/level_reader.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <vector>

namespace bilan::intake {

namespace {

constexpr double told = 0.8;

std::vector<std::string> words_that_mean(const HeaderWords& words)
{
    std::vector<std::string> tokens;
    std::ranges::copy_if(words.tokens, std::back_inserter(tokens),
                         [](const std::string& token) { return !is_weak(token); });
    return as_set(std::move(tokens));
}

/// Most fields have never heard of the words: they are left before anything is read.
bool knows_all(const std::unordered_set<std::string>& of_field, const std::vector<std::string>& words)
{
    return std::ranges::all_of(words, [&](const std::string& word) { return of_field.contains(word); });
}

bool are_terms(const data::Domain& domain, const data::Field& field, const ContentProfile& content)
{
    const data::Vocabulary* const vocabulary = domain.vocabulary(field.vocabulary);
    if (vocabulary == nullptr || vocabulary->open) return false;
    const VocabularyIndex index(vocabulary);
    return std::ranges::all_of(content.some_texts,
                               [&](const std::string& text) { return index.find_folded(text) != nullptr; });
}

bool may_hold_levels(const data::Domain& domain, const data::Field& field, const HeaderColumn& header)
{
    const ContentProfile& content = header.content;
    if (content.is_mostly(content.numbers)) return std::ranges::count(header.leaf().tokens, "niveau") > 0;
    const VocabularyIndex index(domain.vocabulary(field.vocabulary));
    return content.some_texts.empty() || std::ranges::any_of(content.some_texts, [&](const std::string& text) {
               return index.find_folded(text) != nullptr;
           });
}

} // namespace

void drop_levels_without_terms(const MappingInput& input, Candidates& candidates)
{
    for (std::size_t at = 0; at < candidates.size(); ++at)
        std::erase_if(candidates[at], [&](const Candidate& one) {
            return holds_levels(one.field) &&
                   !may_hold_levels(input.lexicon->domain(), one.field, (*input.columns)[at]);
        });
}

void settle_by_cells(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates)
{
    constexpr std::size_t fewest_terms = 2;
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const HeaderColumn& header = (*input.columns)[at];
        const bool is_sure = !candidates[at].empty() && candidates[at].front().confidence >= sure;
        if (is_sure || !header.has_header() || header.content.some_texts.size() < fewest_terms) continue;
        const std::vector<std::string> words = words_that_mean(header.leaf());
        if (words.empty()) continue;
        const data::Field* only = nullptr;
        bool is_one = true;
        for (std::size_t index = 0; index < schema.schema->fields.size(); ++index) {
            const data::Field& field = schema.schema->fields[index];
            if (field.type != data::FieldType::choice || !knows_all(schema.field_tokens[index], words)) continue;
            const std::vector<std::string> label = words_that_mean(read_header(field.label.french));
            if (!holds_all(label, words) || !are_terms(input.lexicon->domain(), field, header.content)) continue;
            is_one = only == nullptr;
            only = &field;
        }
        if (only == nullptr || !is_one) continue;
        candidates[at].insert(candidates[at].begin(),
                              Candidate{*only, told, {"BIL-263", {only->label.french, header.path}}});
    }
}

} // namespace bilan::intake
