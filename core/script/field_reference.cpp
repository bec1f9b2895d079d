// SPDX-License-Identifier: MPL-2.0
#include "script/field_reference.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <set>

namespace bilan::script {

namespace {

using base::Language;
using data::FieldType;

constexpr std::size_t most_headers = 12;
constexpr std::size_t most_terms = 40;

/// What a cell of it holds, for who fills in a table and not for who reads code.
std::string kind_of(FieldType type, bool is_people, Language language)
{
    static const base::Words people{"nombre de personnes", "number of people"};
    static const std::vector<base::Words> kinds = {{"texte", "text"},
                                                   {"nombre entier", "whole number"},
                                                   {"nombre", "number"},
                                                   {"euros", "euros"},
                                                   {"taux", "rate"},
                                                   {"année", "year"},
                                                   {"date", "date"},
                                                   {"oui ou non", "yes or no"},
                                                   {"une réponse d'une liste", "one answer of a list"},
                                                   {"réponses d'une liste, ou codes", "answers of a list, or codes"},
                                                   {"code", "code"}};
    return is_people ? people.in(language) : kinds[static_cast<std::size_t>(type)].in(language);
}

std::string line_of(const data::Field& field, Language language)
{
    return "  " + field.id + "  " + field.label.in(language) + "  (" + kind_of(field.type, field.people, language) +
           ")\n";
}

/// `age_16_25` for a family that is made as it is met.
std::string line_of(const data::FieldFamily& family, Language language)
{
    return "  " + family.prefix + "…  " + family.label.in(language) + "  (" +
           kind_of(family.type, family.people, language) + ")\n";
}

std::string all_schemas(const data::Domain& domain, Language language)
{
    std::string text;
    for (const auto& schema : domain.schemas)
        text += schema->id + "  " + schema->label.in(language) + "  (" + std::to_string(schema->fields.size()) +
                (language == Language::french ? " champs" : " fields") + ")\n";
    return text;
}

std::string page_of(const data::Schema& schema, Language language)
{
    std::string text = schema.id + "  " + schema.label.in(language) + '\n';
    for (const data::Field& field : schema.fields)
        if (!field.personal) text += line_of(field, language);
    for (const data::FieldFamily& family : schema.families) text += line_of(family, language);
    return text;
}

std::string quoted_list(const std::vector<std::string>& words, std::size_t most)
{
    std::vector<std::string> shown(words.begin(),
                                   words.begin() + static_cast<std::ptrdiff_t>(std::min(most, words.size())));
    return base::join(shown, " ; ") + (words.size() > most ? " ; …" : "");
}

std::string answers_of(const data::Vocabulary& vocabulary, Language language)
{
    std::vector<std::string> answers;
    for (const data::Term& term : vocabulary.terms) {
        const std::string& label = term.label.in(language);
        answers.push_back(label.empty() || label == term.id ? term.id : term.id + " (" + label + ')');
    }
    return quoted_list(answers, most_terms);
}

/// A field as every schema that has it says; those that say the same stand in one line.
std::string page_of(const data::Domain& domain, const std::string& id, Language language)
{
    static const base::Words known_headers{"en-têtes connus\u00A0: ", "known headers: "};
    static const base::Words answers{"réponses\u00A0: ", "answers: "};
    static const base::Words part{"partie de ", "part of "};
    std::string text;
    std::set<std::string> said;
    for (const auto& schema : domain.schemas) {
        const data::Field* const field = schema->field(id);
        if (field == nullptr || field->personal) continue;
        text += schema->id + '.' + line_of(*field, language).substr(2);
        if (!field->parent.empty()) text += "  " + part.in(language) + field->parent + '\n';
        std::string more;
        if (!field->help.in(language).empty()) more += "  " + field->help.in(language) + '\n';
        if (!field->headers.empty())
            more += "  " + known_headers.in(language) + quoted_list(field->headers, most_headers) + '\n';
        if (const data::Vocabulary* const vocabulary = domain.vocabulary(field->vocabulary); vocabulary != nullptr)
            more += "  " + answers.in(language) + answers_of(*vocabulary, language) + '\n';
        if (said.insert(more).second) text += more;
    }
    return text;
}

} // namespace

std::optional<std::string> fields_of(const data::Domain& domain, std::string_view name, Language language)
{
    const std::string folded = base::fold(name);
    if (folded == "champs" || folded == "fields") return all_schemas(domain, language);
    if (const auto schema = domain.schema(folded); schema != nullptr) return page_of(*schema, language);
    std::string text = page_of(domain, folded, language);
    return text.empty() ? std::nullopt : std::optional(std::move(text));
}

std::vector<std::string> names_of_fields(const data::Domain& domain)
{
    std::vector<std::string> names{"champs", "fields"};
    std::set<std::string> fields;
    for (const auto& schema : domain.schemas) {
        names.push_back(schema->id);
        for (const data::Field& field : schema->fields) fields.insert(field.id);
    }
    names.insert(names.end(), fields.begin(), fields.end());
    return names;
}

} // namespace bilan::script
