// SPDX-License-Identifier: MPL-2.0
#include "run/collection_columns.hpp"

#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "data/collection.hpp"

#include <utility>

namespace bilan::run {

namespace {

using data::Field;
using data::FieldType;
using workbook::ColumnKind;

constexpr double most_people = 9'999'999;
constexpr double most_money = 9'999'999'999;

ColumnKind kind_of(const Field& field)
{
    switch (field.type) {
    case FieldType::count: return ColumnKind::integer;
    case FieldType::number: return ColumnKind::decimal;
    case FieldType::euro: return ColumnKind::euro;
    case FieldType::rate: return ColumnKind::rate;
    case FieldType::year: return ColumnKind::year;
    case FieldType::date: return ColumnKind::date;
    case FieldType::code: return ColumnKind::code;
    default: return ColumnKind::text;
    }
}

/// What a value of this type is, where the field says nothing of itself.
const base::Words& plain_meaning(const Field& field)
{
    static const base::Words people{"Nombre de personnes", "Number of people"};
    static const base::Words count{"Nombre", "Number"};
    static const base::Words euro{"Montant en euros", "Amount in euros"};
    static const base::Words rate{"Part, en pourcentage", "Share, in percent"};
    static const base::Words year{"Année", "Year"};
    static const base::Words date{"Date", "Date"};
    static const base::Words yes_or_no{"Oui ou non", "Yes or no"};
    static const base::Words one{"Une réponse de la liste", "One answer of the list"};
    static const base::Words several{"Une ou plusieurs réponses, séparées par un point-virgule",
                                     "One or several answers, separated by semicolons"};
    static const base::Words code{"Numéro ou code, tel qu'il est écrit sur vos documents",
                                  "Number or code, as it stands on your documents"};
    static const base::Words text{"Texte, sans nom de personne", "Text, without names of persons"};
    switch (field.type) {
    case FieldType::count: return field.people ? people : count;
    case FieldType::number: return count;
    case FieldType::euro: return euro;
    case FieldType::rate: return rate;
    case FieldType::year: return year;
    case FieldType::date: return date;
    case FieldType::boolean: return yes_or_no;
    case FieldType::choice: return one;
    case FieldType::choices: return several;
    case FieldType::code: return code;
    case FieldType::text: break;
    }
    return text;
}

const base::Words& form_of(const Field& field)
{
    static const base::Words count{"Nombre entier, 0 ou plus", "Whole number, 0 or more"};
    static const base::Words number{"Nombre", "Number"};
    static const base::Words euro{"Montant en euros, sans k€", "Amount in euros, not in k€"};
    static const base::Words rate{"Pourcentage de 0 à 100 %", "Percentage from 0 to 100 %"};
    static const base::Words year{"Année sur quatre chiffres", "Year in four digits"};
    static const base::Words date{"Date jj/mm/aaaa", "Date"};
    static const base::Words siret{"14 chiffres", "14 digits"};
    static const base::Words quarters{"Codes ou noms de QPV, séparés par un point-virgule ; « tous »",
                                      "Codes or names of quarters, separated by semicolons; \"tous\" for all"};
    static const base::Words free{"Libre", "Free"};
    switch (field.type) {
    case FieldType::count: return count;
    case FieldType::number: return number;
    case FieldType::euro: return euro;
    case FieldType::rate: return rate;
    case FieldType::year: return year;
    case FieldType::date: return date;
    case FieldType::choices: return field.vocabulary == "territoire" ? quarters : free;
    case FieldType::code: return field.code_kind == "siret" ? siret : free;
    default: return free;
    }
}

/// Numbers and dates within limits; `takes` stays `anything` for the rest.
void limit(workbook::FormColumn& column, FieldType type)
{
    const auto within = [&](Takes takes, double least, double most) {
        column.takes = takes;
        column.least = least;
        column.most = most;
    };
    switch (type) {
    case FieldType::count: return within(Takes::whole_number, 0, most_people);
    case FieldType::number:
    case FieldType::euro: return within(Takes::number, 0, most_money);
    case FieldType::rate: return within(Takes::number, 0, 1);
    case FieldType::year: return within(Takes::whole_number, 2000, 2100);
    case FieldType::date: return within(Takes::date, base::serial_of({2000, 1, 1}), base::serial_of({2100, 12, 31}));
    default: return;
    }
}

} // namespace

std::string CollectionWords::header(const Field& field) const
{
    std::string text = say(field.label);
    if (field.type == FieldType::euro) text += " (€)";
    if (field.type == FieldType::rate) text += " (%)";
    if (field.required) text += " *";
    return text;
}

std::string CollectionWords::meaning(const Field& field) const
{
    if (!say(field.help).empty()) return say(field.help);
    std::string text = say(plain_meaning(field));
    const Field* const whole = field.parent.empty() ? nullptr : schema_.field(field.parent);
    if (whole != nullptr)
        text += say({", comprises dans «\u00A0", ", part of \""}) + say(whole->label) + say({"\u00A0»", "\""});
    return text + ".";
}

std::vector<std::string> CollectionWords::choices(const Field& field) const
{
    if (field.type == FieldType::boolean) return {say({"Oui", "Yes"}), say({"Non", "No"})};
    const bool is_choice = field.type == FieldType::choice || field.type == FieldType::choices;
    const data::Vocabulary* const vocabulary = is_choice ? domain_.vocabulary(field.vocabulary) : nullptr;
    if (vocabulary == nullptr || field.vocabulary == "territoire") return {};
    std::vector<std::string> labels;
    for (const data::Term& term : vocabulary->terms) labels.push_back(say(term.label));
    return labels;
}

std::string CollectionWords::accepted(const Field& field) const
{
    const std::vector<std::string> answers = choices(field);
    if (answers.empty()) return say(form_of(field));
    const data::Vocabulary* const vocabulary = domain_.vocabulary(field.vocabulary);
    const std::string others = vocabulary != nullptr && vocabulary->open
                                   ? say({"\u00A0; ou un autre mot", "; or another word"})
                                   : std::string();
    return base::join(answers, say({"\u00A0; ", "; "})) + others;
}

workbook::Value CollectionWords::example(const Field& field) const
{
    std::string text = data::example_of(field, domain_);
    if (year_) text = data::example_in(*year_, field, std::move(text));
    if (field.type == FieldType::date) {
        if (const auto date = base::parse_iso(text)) return Date{base::serial_of(*date)};
    } else if (data::is_numeric(field.type)) {
        if (const auto number = base::parse_number(text)) return *number;
    }
    return text;
}

workbook::FormColumn CollectionWords::column(const Field& field) const
{
    workbook::FormColumn column;
    column.header = header(field);
    column.code = field.id;
    column.kind = kind_of(field);
    column.is_required = field.required;
    column.example = example(field);
    limit(column, field.type);
    if (!choices(field).empty()) {
        const data::Vocabulary* const vocabulary = domain_.vocabulary(field.vocabulary);
        column.takes = Takes::list;
        column.list = list_id(field);
        column.warns = field.type != FieldType::choices && (vocabulary == nullptr || !vocabulary->open);
    }
    const std::string unless = say({" Sinon\u00A0: NC si vous ne savez pas, SO si cela ne s'applique pas.",
                                    " Otherwise: NC if you do not know, SO if it does not apply."});
    column.help = meaning(field) + ' ' + say({"Accepté\u00A0: ", "Accepted: "}) +
                  (choices(field).empty() ? say(form_of(field)) : say({"voir la liste", "see the list"})) + '.';
    column.warning =
        (choices(field).empty() ? say(form_of(field)) : say({"Une réponse de la liste", "An answer of the list"})) +
        '.' + unless;
    return column;
}

std::string CollectionWords::list_id(const Field& field)
{
    return "liste_" + (field.type == FieldType::boolean ? std::string("oui_non") : field.vocabulary);
}

} // namespace bilan::run
