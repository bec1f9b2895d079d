// SPDX-License-Identifier: MPL-2.0
#include "intake/header/suggestions.hpp"

#include "intake/header/context.hpp"
#include "intake/header/families.hpp"
#include "intake/header/near.hpp"
#include "intake/header/ruled_out.hpp"
#include "intake/value/vocabulary_index.hpp"

#include <algorithm>

namespace bilan::intake {

namespace {

/// Fields whose spelling is near, without those that the words, the unit or the cells of the column speak against: an
/// answer that stands ready to be copied must be one that can be right.
std::vector<std::string> possible_fields(const SchemaIndex& schema, const HeaderColumn& header)
{
    std::vector<std::string> fields = nearest_fields(schema, header.leaf(), most_suggestions);
    const RuledOut ruled_out(header);
    if (read_age_of_sex(header.words)) return {}; // no part of « - de 26 ans / H » says what it is
    std::erase_if(fields, [&](const std::string& id) {
        const data::Field* const field = field_by_id(*schema.schema, id);
        const auto at = static_cast<std::size_t>(field - schema.schema->fields.data());
        const bool is_rate = header.leaf().is_rate || header.unit == "%";
        const bool is_other = is_rate && field->type != data::FieldType::rate;
        return is_other || is_excluded(schema, at, header) || ruled_out.holds(*field, schema.field_tokens[at]) ||
               compatibility(header.content, *field) < sure;
    });
    return fields;
}

/// « Cotation du comité technique » over G0, G1 and G2: a header that nobody knows over the terms of a list that the
/// table lacks is worth a question.
std::vector<std::string> fields_of_terms(const Lexicon& lexicon, const Mapping& mapping, const HeaderColumn& header)
{
    constexpr std::size_t fewest_terms = 2;
    const ContentProfile& content = header.content;
    std::vector<std::string> fields;
    if (!header.has_header() || content.some_texts.size() < fewest_terms || content.texts != content.filled)
        return fields;
    if (content.ticks > 0) return fields; // « oui » and « non » answer any question
    for (const data::Field& field : mapping.schema->schema->fields) {
        const data::Vocabulary* const vocabulary =
            field.type == data::FieldType::choice ? lexicon.domain().vocabulary(field.vocabulary) : nullptr;
        if (vocabulary == nullptr || vocabulary->open || mapping.has(field.id)) continue;
        const VocabularyIndex index(vocabulary);
        const bool are_terms = std::ranges::all_of(
            content.some_texts, [&](const std::string& text) { return index.find_folded(text) != nullptr; });
        if (are_terms && fields.size() < most_suggestions) fields.push_back(field.id);
    }
    return fields;
}

} // namespace

std::vector<std::string> suggested_fields(const Lexicon& lexicon, const Mapping& mapping, const HeaderColumn& header)
{
    std::vector<std::string> fields = possible_fields(*mapping.schema, header);
    return fields.empty() ? fields_of_terms(lexicon, mapping, header) : fields;
}

} // namespace bilan::intake
