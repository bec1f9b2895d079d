// SPDX-License-Identifier: MPL-2.0
#include "intake/header/two_names.hpp"

#include "base/text.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace bilan::intake {

namespace {

/// What stands before and after the only sign between two names.
std::optional<std::array<std::string_view, 2>> halves(std::string_view written)
{
    for (const std::string_view sign : {"/", " ou "}) {
        const std::size_t at = written.find(sign);
        if (at == std::string_view::npos) continue;
        const std::string_view after = written.substr(at + sign.size());
        if (after.find(sign) != std::string_view::npos) return std::nullopt;
        return std::array<std::string_view, 2>{base::trim(written.substr(0, at)), base::trim(after)};
    }
    return std::nullopt;
}

/// The field is a list that has none of these texts for a term.
bool is_list_without(const Lexicon& lexicon, const data::Field& field, const ContentProfile& content)
{
    const data::Vocabulary* const vocabulary = lexicon.domain().vocabulary(field.vocabulary);
    if (field.type != data::FieldType::choice || vocabulary == nullptr || vocabulary->open) return false;
    const VocabularyIndex index(vocabulary);
    return !content.some_texts.empty() && std::ranges::none_of(content.some_texts, [&](const std::string& text) {
        return index.find_folded(text) != nullptr;
    });
}

} // namespace

std::vector<Candidate> match_two_names(const Lexicon& lexicon, const SchemaIndex& schema, const HeaderColumn& column)
{
    constexpr double said_twice = 0.95;
    const auto names = column.has_header() ? halves(column.levels.back()) : std::nullopt;
    if (!names) return {};
    std::optional<Candidate> meant;
    for (const std::string_view name : *names) {
        HeaderColumn one = column;
        one.levels.back() = std::string(name);
        one.words.back() = read_header(name);
        const std::vector<Candidate> found = match(lexicon, schema, one);
        if (found.empty() || found.front().confidence < sure) return {};
        // « Dispositif / action » over titles: no list holds them.
        if (is_list_without(lexicon, *found.front().field, column.content)) continue;
        if (meant && meant->field->id != found.front().field->id) return {};
        if (!meant || found.front().confidence < meant->confidence) meant = found.front();
    }
    if (!meant) return {};
    meant->confidence *= said_twice;
    return {*meant};
}

} // namespace bilan::intake
