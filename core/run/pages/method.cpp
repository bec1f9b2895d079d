// SPDX-License-Identifier: MPL-2.0
#include "run/pages/pages.hpp"

#include "base/date.hpp"
#include "base/text.hpp"
#include "run/version.hpp"
#include "script/years_named.hpp"

namespace bilan::run::pages {

namespace {

std::string unit_words(const Material& material, const std::string& unit)
{
    if (unit == "people") return material.say({"personnes cumulées", "people, added up"});
    if (unit == "count") return material.say({"nombre", "count"});
    if (unit == "euro") return "€";
    if (unit == "rate") return "%";
    if (unit == "points") return material.say({"points", "points"});
    if (unit == "year") return material.say({"année", "year"});
    if (unit == "number") return material.say({"nombre", "number"});
    return unit;
}

/// « Femmes (benef_f) »: as people know it, and as the sheets of rows head its column. Alone where two schemas have
/// different words for it.
std::string named_field(const Material& material, const std::string& id)
{
    std::string label;
    for (const auto& [name, dataset] : material.given.datasets) {
        const data::Field* const field = dataset->schema().field(id);
        if (field == nullptr) continue;
        if (!label.empty() && label != material.say(field->label)) return id;
        label = material.say(field->label);
    }
    return label.empty() ? id : label + " (" + id + ")";
}

std::string named_fields(const Material& material, const std::vector<std::string>& ids)
{
    std::vector<std::string> named;
    named.reserve(ids.size());
    for (const std::string& id : ids) named.push_back(named_field(material, id));
    return base::join(named, ", ");
}

workbook::Table definitions_table(const Material& material)
{
    workbook::Table table;
    table.id = "definitions";
    table.title = material.say({"Indicateurs\u00A0: définition et règle de calcul", "Indicators: definition and rule"});
    table.columns = {{"Code", workbook::ColumnKind::code},
                     {material.say({"Indicateur", "Indicator"}), workbook::ColumnKind::text},
                     {material.say({"Formule", "Formula"}), workbook::ColumnKind::long_text},
                     {material.say({"Unité", "Unit"}), workbook::ColumnKind::text},
                     {material.say({"Traitement des inconnus", "Treatment of unknowns"}), workbook::ColumnKind::text},
                     {material.say({"Champs utilisés", "Fields used"}), workbook::ColumnKind::text}};
    for (const script::MethodLine& line : material.report.method)
        table.rows.push_back({line.id, line.label, line.formula, unit_words(material, line.unit), line.unknowns,
                              named_fields(material, line.fields)});
    return table;
}

workbook::Table rules_table(const Material& material)
{
    workbook::Table table;
    table.id = "regles";
    table.title = material.say({"Règles de contrôle appliquées", "Control rules applied"});
    table.columns = {{"Code", workbook::ColumnKind::code},
                     {material.say({"Schéma", "Schema"}), workbook::ColumnKind::text},
                     {material.say({"Règle", "Rule"}), workbook::ColumnKind::long_text},
                     {material.say({"Gravité", "Severity"}), workbook::ColumnKind::text},
                     {material.say({"Lignes jugées", "Rows judged"}), workbook::ColumnKind::integer},
                     {material.say({"Lignes en défaut", "Rows at fault"}), workbook::ColumnKind::integer}};
    const auto not_on_rows = [&](const data::Control& control, const std::string& schema) {
        table.rows.push_back({control.id, schema, material.say(control.label) + ". " + material.say(control.reason),
                              severity_words(material, control.severity), data::State::not_applicable,
                              data::State::not_applicable});
    };
    for (const auto& [id, report] : material.reading.controls) {
        const std::shared_ptr<const data::Schema> schema = material.given.domain->schema(id);
        for (std::size_t at = 0; schema && at < report.runs.size() && at < schema->controls.size(); ++at) {
            const data::Control& control = schema->controls[at];
            if (!material.say(control.reason).empty()) {
                not_on_rows(control, id);
                continue;
            }
            table.rows.push_back(
                {control.id, id, material.say(control.label), severity_words(material, control.severity),
                 static_cast<double>(report.runs[at].judged), static_cast<double>(report.runs[at].broken)});
        }
    }
    for (const data::Control& control : material.given.domain->other_controls)
        not_on_rows(control, material.say({"tous", "all"}));
    return table;
}

base::Words words(intake::ListKind kind)
{
    switch (kind) {
    case intake::ListKind::quarters_2015: return {"QPV 2015", "QPV 2015"};
    case intake::ListKind::quarters_2024: return {"QPV 2024", "QPV 2024"};
    case intake::ListKind::communes: return {"communes", "municipalities"};
    case intake::ListKind::successions: return {"correspondance 2015-2024", "correspondence 2015-2024"};
    case intake::ListKind::contracts: break;
    }
    return {"contrats de ville", "contrats de ville"};
}

/// Without a year given, those that were read.
std::string all_rows(const Material& material)
{
    const std::string years =
        script::words_of_years(script::years_read(material.given, material.report.card), material.given.language);
    const std::string words = material.say({"non précisé\u00A0: toutes les lignes", "not given: all rows"});
    return years.empty() ? words : words + " (" + years + ')';
}

workbook::Table parameters_table(const Material& material)
{
    workbook::Table table;
    table.id = "parametres";
    table.title = material.say({"Paramètres et versions", "Parameters and versions"});
    table.columns = {{material.say({"Paramètre", "Parameter"}), workbook::ColumnKind::text},
                     {material.say({"Valeur", "Value"}), workbook::ColumnKind::long_text}};
    table.rows.push_back({material.say({"Territoire", "Territory"}), material.given.territory});
    table.rows.push_back({material.say({"Exercice", "Budget year"}),
                          material.given.year ? std::to_string(*material.given.year) : all_rows(material)});
    if (material.produced_on)
        table.rows.push_back(
            {material.say({"Établi le", "Made on"}), base::for_people(*material.produced_on, material.given.language)});
    table.rows.push_back({material.say({"Profil", "Profile"}), material.given.profile});
    for (const auto& [name, value] : material.report.parameters) table.rows.push_back({name, value});
    if (const intake::Reference* reference = material.engine.reference())
        for (const intake::ReferenceList& list : reference->lists())
            table.rows.push_back({material.say({"Référence\u00A0: ", "Reference: "}) + material.say(words(list.kind)),
                                  list.file + " (" + std::to_string(list.entries) + ", SHA-256 " + list.digest + ")"});
    table.rows.push_back({"bilan", std::string(version())});
    std::vector<std::string> plugins;
    for (const auto& [name, version] : material.engine.plugin_versions())
        plugins.emplace_back(name).append(" ").append(version);
    table.rows.push_back({material.say({"Extensions", "Plugins"}), base::join(plugins, ", ")});
    return table;
}

workbook::Table states_table(const Material& material)
{
    using data::State;
    workbook::Table table;
    table.id = "inconnus";
    table.title = material.say(
        {"Valeurs manquantes\u00A0: ce que disent les abréviations", "Missing values: what the short forms say"});
    table.columns = {{material.say({"Abréviation", "Short form"}), workbook::ColumnKind::code},
                     {material.say({"Sens", "Meaning"}), workbook::ColumnKind::long_text}};
    for (const State state : {State::empty, State::not_given, State::not_available, State::not_applicable,
                              State::does_not_know, State::secret, State::error, State::no_column})
        table.rows.push_back({std::string(data::code(state)), material.say(data::words(state))});
    return table;
}

} // namespace

workbook::Page method_page(const Material& material)
{
    workbook::Page page;
    page.id = "methode";
    page.name = material.say({"Méthode", "Method"});
    page.title = material.say({"Méthode\u00A0: paramètres, définition et règle de calcul des indicateurs",
                               "Method: parameters, definition and rule of the indicators"});
    page.subtitle = subtitle_of(material);
    page.order = Order::method;
    page.blocks.emplace_back(workbook::Paragraph{
        material.say(
            {"Un taux est calculé sur les seules lignes où le numérateur et le dénominateur sont connus\u00A0; sa "
             "couverture est la part de ces lignes. Une somme de bénéficiaires sur plusieurs actions peut "
             "compter deux fois la même personne. Le secret statistique n'est pas appliqué au profil interne.",
             "A rate is computed on the rows where numerator and denominator are both known; its coverage is "
             "the share of these rows. A sum of beneficiaries over several actions may count a person twice. "
             "Statistical secrecy is not applied to the internal profile."}),
        false});
    page.blocks.emplace_back(parameters_table(material));
    page.blocks.emplace_back(states_table(material));
    // The long one last: its header is printed on the pages after its own.
    if (!material.report.method.empty()) page.blocks.emplace_back(definitions_table(material));
    return page;
}

workbook::Page rules_page(const Material& material)
{
    workbook::Page page;
    page.id = "regles";
    page.name = material.say({"Règles", "Rules"});
    page.title = material.say({"Règles de contrôle appliquées", "Control rules applied"});
    page.subtitle = subtitle_of(material);
    page.order = Order::rules;
    page.blocks.emplace_back(rules_table(material));
    return page;
}

} // namespace bilan::run::pages
