// SPDX-License-Identifier: MPL-2.0
#include "intake/header/settle_vocabularies.hpp"

#include "base/text.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace bilan::intake {

namespace {

/// How many of a few texts of the column are terms of the field's closed vocabulary; nothing for other fields.
std::optional<std::size_t> terms_met(const Lexicon& lexicon, const ContentProfile& content, const data::Field& field)
{
    if (field.type != data::FieldType::choice) return std::nullopt;
    const data::Vocabulary* vocabulary = lexicon.domain().vocabulary(field.vocabulary);
    if (vocabulary == nullptr) return std::nullopt;
    const VocabularyIndex index(vocabulary);
    return static_cast<std::size_t>(
        std::count_if(content.some_texts.begin(), content.some_texts.end(),
                      [&](const std::string& text) { return index.find_folded(text) != nullptr; }));
}

/// A quarter of the texts and more has no item that is a term of the closed list.
bool have_other_words(const Lexicon& lexicon, const ContentProfile& content, const data::Field& list)
{
    const data::Vocabulary* const vocabulary = lexicon.domain().vocabulary(list.vocabulary);
    if (list.type != data::FieldType::choices || vocabulary == nullptr || vocabulary->open) return false;
    const VocabularyIndex index(vocabulary);
    const auto holds_term = [&](const std::string& text) {
        if (index.find_folded(text) != nullptr) return true;
        std::string items = text;
        std::ranges::replace_if(
            items, [](char sign) { return sign == ',' || sign == '/' || sign == '\n'; }, ';');
        return std::ranges::any_of(base::split(items, ';'), [&](std::string_view item) {
            return index.find_folded(std::string(base::trim(item))) != nullptr;
        });
    };
    const auto met = static_cast<std::size_t>(std::ranges::count_if(content.some_texts, holds_term));
    return met * 4 <= content.some_texts.size() * 3;
}

/// Other columns of the table are of discriminations: what they rest on, how many cases were heard.
bool tells_of_discriminations(const Candidates& candidates)
{
    constexpr std::array<std::string_view, 7> told{"critere", "specificite",     "nb_situations", "nb_formes",
                                                   "ptlcd",   "nb_orientations", "public_lcd"};
    return std::ranges::any_of(candidates, [&](const std::vector<Candidate>& own) {
        return !own.empty() && own.front().confidence >= sure &&
               std::ranges::find(told, own.front().field->id) != told.end();
    });
}

/// « Domaine » over « Parentalité » and « Mobilité » is the topic in the holder's own words, where the closed list that
/// has the same name does not know all of them.
void settle_list_or_text(const Lexicon& lexicon, const HeaderColumn& header, std::vector<Candidate>& own)
{
    const auto text = std::ranges::find_if(
        own, [](const Candidate& one) { return one.field->type == data::FieldType::text && one.confidence >= sure; });
    if (text == own.end() || text == own.begin() || !have_other_words(lexicon, header.content, *own.front().field))
        return;
    std::rotate(own.begin(), text, text + 1);
}

} // namespace

void settle_vocabularies(const Lexicon& lexicon, const std::vector<HeaderColumn>& headers, Candidates& candidates)
{
    const bool is_of_list = tells_of_discriminations(candidates);
    for (std::size_t at = 0; at < candidates.size(); ++at) {
        std::vector<Candidate>& own = candidates[at];
        if (own.size() < 2 || own[1].confidence < sure || headers[at].content.some_texts.empty()) continue;
        const std::optional<std::size_t> first = terms_met(lexicon, headers[at].content, *own[0].field);
        const std::optional<std::size_t> second = terms_met(lexicon, headers[at].content, *own[1].field);
        if (first && second && *first < *second) std::swap(own[0], own[1]);
        if (!is_of_list) settle_list_or_text(lexicon, headers[at], own);
    }
}

} // namespace bilan::intake
