// SPDX-License-Identifier: MPL-2.0
#include "data/collection.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace bilan::data {

namespace {

/// Well formed and nobody's: 123 456 782 passes the test of SIREN numbers and was never given out.
std::string example_code(std::string_view kind)
{
    static constexpr std::pair<std::string_view, std::string_view> examples[] = {
        {"siret", "12345678200010"}, {"siren", "123456782"},    {"rna", "W999000001"}, {"dossier", "25001234"},
        {"qpv", "QN06910M"},         {"insee", "Villefictive"}, {"departement", "69"}, {"commune", "Villefictive"}};
    for (const auto& [of_kind, example] : examples)
        if (of_kind == kind) return std::string(example);
    return "A1";
}

constexpr std::string_view example_year = "2025";
constexpr std::size_t shown_in_a_cell = 44; ///< characters of an answer that a printed cell shows whole

/// The first answer that a cell shows whole, else the shortest.
const std::string& example_term(const Vocabulary& vocabulary)
{
    const auto size = [](const Term& term) { return base::length(term.label.french); };
    const auto first =
        std::ranges::find_if(vocabulary.terms, [&](const Term& term) { return size(term) <= shown_in_a_cell; });
    if (first != vocabulary.terms.end()) return first->label.french;
    return std::ranges::min_element(vocabulary.terms, {}, size)->label.french;
}

} // namespace

std::vector<Field> asked_fields(const Schema& schema)
{
    if (schema.asked.empty()) return schema.fields;
    std::vector<Field> fields;
    for (const Asked& asked : schema.asked) {
        const bool is_renamed = !asked.label.french.empty();
        if (const Field* field = schema.field(asked.field)) {
            fields.push_back(*field);
            if (is_renamed) fields.back().label = asked.label;
        } else if (const FieldFamily* family = schema.family_of(asked.field)) {
            const std::string_view suffix = std::string_view(asked.field).substr(family->prefix.size());
            fields.push_back(field_of(*family, suffix, is_renamed ? asked.label : family->label));
        } else {
            continue;
        }
        if (!asked.example.empty()) fields.back().example = asked.example;
    }
    return fields;
}

std::string example_of(const Field& field, const Domain& domain)
{
    if (!field.example.empty()) return field.example;
    switch (field.type) {
    case FieldType::count: return "6";
    case FieldType::number: return "2";
    case FieldType::euro: return "4500";
    case FieldType::rate: return "0.75";
    case FieldType::year: return "2025";
    case FieldType::date: return "2025-03-15";
    case FieldType::boolean: return "oui";
    case FieldType::code: return example_code(field.code_kind);
    case FieldType::choice:
    case FieldType::choices:
        if (const Vocabulary* vocabulary = domain.vocabulary(field.vocabulary);
            vocabulary != nullptr && !vocabulary->terms.empty())
            return example_term(*vocabulary);
        break;
    case FieldType::text: break;
    }
    return "texte libre";
}

std::string asked_example(const Schema& schema, const Field& field, const Domain& domain)
{
    for (const Asked& asked : schema.asked)
        if (asked.field == field.id && !asked.example.empty()) return asked.example;
    return example_of(field, domain);
}

std::string example_in(int year, const Field& field, std::string example)
{
    const bool moves = field.type == FieldType::year || field.type == FieldType::date;
    if (moves && example.starts_with(example_year)) example.replace(0, example_year.size(), std::to_string(year));
    return example;
}

std::string_view example_mark(base::Language language)
{
    return language == base::Language::french ? "Exemple\u00A0: " : "Example: ";
}

std::string sheet_mark(std::string_view schema, base::Language language)
{
    const std::string_view kind = language == base::Language::french ? "modèle " : "template ";
    return "bilan · " + std::string(kind) + std::string(schema) + " · version 1";
}

std::string schema_of_mark(std::string_view text)
{
    constexpr std::size_t longest = 120;
    const std::string folded = base::fold(text.substr(0, longest));
    if (!folded.starts_with("bilan ")) return {};
    for (const std::string_view kind : {"modele ", "template "}) {
        const std::size_t at = folded.find(kind);
        if (at == std::string::npos) continue;
        const std::size_t begin = at + kind.size();
        return folded.substr(begin, folded.find(' ', begin) - begin);
    }
    return {};
}

} // namespace bilan::data
