// SPDX-License-Identifier: MPL-2.0
#include "data/schema.hpp"

#include <algorithm>
#include <utility>

namespace bilan::data {

std::string_view code(Severity severity)
{
    switch (severity) {
    case Severity::blocking: return "B";
    case Severity::alert: return "A";
    case Severity::information: break;
    }
    return "I";
}

Field field_of(const FieldFamily& family, std::string_view suffix, base::Words label)
{
    Field field;
    field.id = family.prefix + std::string(suffix);
    field.label = std::move(label);
    field.type = family.type;
    if (family.type == FieldType::choice) field.vocabulary = family.prefix.substr(0, family.prefix.find('_'));
    field.people = family.people;
    field.parent = family.parent;
    return field;
}

const Field* Schema::field(std::string_view field_id) const
{
    const auto found = std::ranges::find(fields, field_id, &Field::id);
    return found == fields.end() ? nullptr : &*found;
}

const FieldFamily* Schema::family_of(std::string_view field_id) const
{
    const FieldFamily* longest = nullptr;
    for (const FieldFamily& family : families) {
        if (field_id.size() <= family.prefix.size() || !field_id.starts_with(family.prefix)) continue;
        if (longest == nullptr || family.prefix.size() > longest->prefix.size()) longest = &family;
    }
    return longest;
}

std::shared_ptr<const Schema> Domain::schema(std::string_view id) const
{
    const auto found = std::ranges::find_if(schemas, [id](const auto& schema) { return schema->id == id; });
    return found == schemas.end() ? nullptr : *found;
}

const Vocabulary* Domain::vocabulary(std::string_view id) const
{
    const auto found =
        std::ranges::find_if(vocabularies, [id](const auto& vocabulary) { return vocabulary->id == id; });
    return found == vocabularies.end() ? nullptr : found->get();
}

} // namespace bilan::data
