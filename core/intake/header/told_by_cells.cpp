// SPDX-License-Identifier: MPL-2.0
#include "intake/header/told_by_cells.hpp"

#include "base/text.hpp"
#include "intake/header/fit.hpp"
#include "intake/value/level_reader.hpp"
#include "intake/value/qpv_code.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace bilan::intake {

namespace {

constexpr double told = 0.8;
constexpr double by_its_cells = 0.95;

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

constexpr std::string_view places = "place_theme"; ///< vocabulary: from 0, not spoken of, to 3, analysed in depth

/// « Droit commun (0 à 3) », « Emploi 0-3 ».
bool says_scale(const HeaderColumn& header)
{
    const std::string folded = base::fold(header.levels.back());
    return std::ranges::any_of(std::array<std::string_view, 4>{"0 a 3", "0-3", "0 - 3", "0/3"},
                               [&](std::string_view scale) { return folded.find(scale) != std::string::npos; });
}

bool are_places(const data::Domain& domain, const data::Field& field, const ContentProfile& content)
{
    constexpr double highest = 3;
    if (content.filled == 0 || content.fractions > 0 || content.largest > highest) return false;
    return content.numbers + content.texts == content.filled && are_terms(domain, field, content);
}

/// The one field for the place of a theme whose headers know all words of this one: « Emploi » of « Place de l'emploi
/// ».
const data::Field* place_of_theme(const MappingInput& input, const SchemaIndex& schema, const HeaderColumn& header)
{
    std::vector<std::string> words = words_that_mean(header.leaf());
    std::erase_if(words, [](const std::string& word) { return word == "0" || word == "3"; });
    const data::Field* only = nullptr;
    for (std::size_t at = 0; at < schema.schema->fields.size() && !words.empty(); ++at) {
        const data::Field& field = schema.schema->fields[at];
        if (field.vocabulary != places || !knows_all(schema.field_tokens[at], words)) continue;
        if (only != nullptr) return nullptr;
        only = are_places(input.lexicon->domain(), field, header.content) ? &field : nullptr;
    }
    return only;
}

/// « Code », « Code du territoire »: of what, only the cells tell.
bool says_code_alone(const HeaderWords& words)
{
    constexpr std::array<std::string_view, 7> of_any{"code", "territoire", "zone", "geographique",
                                                     "geo",  "insee",      "id"};
    const auto is_of_any = [&](const std::string& word) { return std::ranges::find(of_any, word) != of_any.end(); };
    const std::vector<std::string> said = words_that_mean(words);
    return std::ranges::find(said, "code") != said.end() && std::ranges::all_of(said, is_of_any);
}

bool are_quarter_codes(const ContentProfile& content)
{
    return !content.some_texts.empty() && content.is_mostly(content.texts) &&
           std::ranges::all_of(content.some_texts, [](const std::string& text) {
               const std::vector<QpvCode> codes = find_qpv_codes(text);
               return codes.size() == 1 && codes.front().begin == 0 && codes.front().end == text.size() &&
                      codes.front().form != QpvForm::unknown;
           });
}

/// Codes of quarters below such a header are those of the rows, where the schema has a field for them alone.
void settle_quarter_codes(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates)
{
    const auto& fields = schema.schema->fields;
    const auto field = std::ranges::find(fields, "qpv", &data::Field::code_kind);
    for (std::size_t at = 0; field != fields.end() && at < candidates.size(); ++at) {
        const HeaderColumn& header = (*input.columns)[at];
        if (!header.has_header() || !says_code_alone(header.leaf()) || !are_quarter_codes(header.content)) continue;
        std::erase_if(candidates[at], [&](const Candidate& one) { return one.field->id == field->id; });
        candidates[at].insert(candidates[at].begin(),
                              Candidate{*field, by_its_cells, {"BIL-061", {field->label.french, header.path}}});
    }
}

bool is_place(const std::vector<Candidate>& own)
{
    return !own.empty() && own.front().confidence >= sure && own.front().field->vocabulary == places;
}

/// « Droit commun » and « Emploi » alone, over 0 to 3: how much room a report gives to them, where the header tells the
/// scale or another theme stands beside them; else they may be a share.
void settle_places(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates)
{
    constexpr double surer_than_some_words = 0.93;
    for (const bool needs_scale : {true, false}) // those that tell it make the others sure
        for (std::size_t at = 0; at < candidates.size(); ++at) {
            const HeaderColumn& header = (*input.columns)[at];
            if (!header.has_header() || header.leaf().is_rate || is_place(candidates[at])) continue;
            const bool is_known = !candidates[at].empty() && candidates[at].front().confidence > surer_than_some_words;
            const bool is_told = needs_scale ? says_scale(header) : std::ranges::any_of(candidates, is_place);
            if (is_known || !is_told) continue;
            const data::Field* const field = place_of_theme(input, schema, header);
            if (field == nullptr) continue;
            candidates[at].insert(
                candidates[at].begin(),
                Candidate{*field, surer_than_some_words, {"BIL-263", {field->label.french, header.path}}});
        }
}

/// « Stade de mise en œuvre » shares a word with a list; « Avis de l'année précédente » speaks of another figure, and
/// « Avis du porteur » of who may have a column of his own.
bool shares_a_word(const std::unordered_set<std::string>& of_field, const std::vector<std::string>& words)
{
    constexpr std::array<std::string_view, 12> of_others{"porteur",  "precedent", "precedente", "anterieur",
                                                         "initial",  "initiale",  "ancien",     "ancienne",
                                                         "objectif", "prevu",     "propose",    "demande"};
    const auto is_of_other = [&](const std::string& word) {
        return std::ranges::find(of_others, word) != of_others.end() && !of_field.contains(word);
    };
    return std::ranges::none_of(words, is_of_other) && std::ranges::any_of(words, [&](const std::string& word) {
               return !is_attribute_word(word) && word != "nature" && word.size() > 2 && of_field.contains(word);
           });
}

/// The only list of the schema that shares a word with the header and has all of the cells for terms.
const data::Field* only_list_of(const MappingInput& input, const SchemaIndex& schema, const HeaderColumn& header)
{
    const std::vector<std::string> words = words_that_mean(header.leaf());
    const data::Field* only = nullptr;
    for (std::size_t at = 0; at < schema.schema->fields.size(); ++at) {
        const data::Field& field = schema.schema->fields[at];
        if (field.type != data::FieldType::choice || !shares_a_word(schema.field_tokens[at], words)) continue;
        if (!are_terms(input.lexicon->domain(), field, header.content)) continue;
        if (only != nullptr) return nullptr;
        only = &field;
    }
    return only;
}

/// What no other column is surely: its cells say it, and somebody is told.
void settle_lists(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates)
{
    constexpr std::size_t fewest_terms = 2;
    const auto is_taken = [&](const data::Field& field) {
        return std::ranges::any_of(candidates, [&](const std::vector<Candidate>& own) {
            return !own.empty() && own.front().confidence >= sure && own.front().field->id == field.id;
        });
    };
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        const HeaderColumn& header = (*input.columns)[at];
        const ContentProfile& content = header.content;
        const bool is_sure = !candidates[at].empty() && candidates[at].front().confidence >= sure;
        const bool has_terms = content.some_texts.size() >= fewest_terms && content.texts == content.filled &&
                               content.ticks == 0; // « oui » and « non » answer any question
        if (is_sure || !header.has_header() || header.words.size() > 2 || !has_terms) continue;
        const data::Field* const only = only_list_of(input, schema, header);
        if (only == nullptr || is_taken(*only)) continue;
        candidates[at].insert(candidates[at].begin(),
                              Candidate{*only, told, {"BIL-041", {header.path, only->label.french}}, false, true});
    }
}

} // namespace

void drop_levels_without_terms(const MappingInput& input, Candidates& candidates)
{
    for (std::size_t at = 0; at < candidates.size(); ++at)
        std::erase_if(candidates[at], [&](const Candidate& one) {
            return holds_levels(*one.field) &&
                   !may_hold_levels(input.lexicon->domain(), *one.field, (*input.columns)[at]);
        });
}

void settle_by_cells(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates)
{
    constexpr std::size_t fewest_terms = 2;
    settle_places(input, schema, candidates);
    settle_quarter_codes(input, schema, candidates);
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
    settle_lists(input, schema, candidates);
}

} // namespace bilan::intake
