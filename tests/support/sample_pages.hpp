// SPDX-License-Identifier: MPL-2.0
//
// A fictitious evaluation as pages of a workbook: what an officer would get, with everything the layout can draw.
#pragma once

#include "workbook/layout.hpp"

#include <optional>
#include <string>
#include <vector>

namespace bilan::test {

inline data::Figure figure(std::optional<double> value, data::Unit unit, std::uint64_t base, std::uint64_t unknown)
{
    data::Figure result;
    result.value = value;
    result.unit = unit;
    result.base = base;
    result.unknown = unknown;
    if (!value) result.cause = data::State::not_given;
    return result;
}

inline workbook::Column column(std::string header, workbook::ColumnKind kind,
                               workbook::Total total = workbook::Total::none)
{
    workbook::Column result;
    result.header = std::move(header);
    result.kind = kind;
    result.total = total;
    return result;
}

inline workbook::KeyFigure key(std::string id, std::string label, data::Figure value, std::string base = {})
{
    workbook::KeyFigure result;
    result.id = std::move(id);
    result.label = std::move(label);
    result.figure = std::move(value);
    result.base = std::move(base);
    return result;
}

inline workbook::KeyFigures sample_key_figures()
{
    using data::Unit;
    workbook::KeyFigures block;
    block.figures = {
        key("EMP01", "Actions de l'axe emploi", figure(42, Unit::count, 42, 0), "42 actions de 17 porteurs"),
        key("EMP02", "Bénéficiaires cumulés (doubles comptes possibles)", figure(3128, Unit::people, 39, 3)),
        key("EMP05", "Part des femmes parmi les bénéficiaires", figure(0.4873, Unit::rate, 36, 6)),
        key("EMP06", "Sorties dynamiques", figure(0.7931, Unit::rate, 4, 1),
            "23 sorties dynamiques sur 29 · 4 actions sur 5"),
        key("FIN01", "Montant accordé au titre du programme 147", figure(486500, Unit::euro, 42, 0)),
        key("EMP11", "Bénéficiaires résidant en quartier prioritaire", figure(0.6214, Unit::rate, 23, 19)),
        key("EMP12", "Coût par bénéficiaire", figure(155.53, Unit::euro, 39, 3)),
        key("EMP14", "Sorties vers l'alternance", figure(std::nullopt, Unit::people, 0, 42)),
    };
    block.figures[1].figure.lower_bound = true;
    block.figures[5].fragile = true;
    return block;
}

inline workbook::Page sample_synthesis()
{
    workbook::Page page;
    page.id = "synthese";
    page.name = "Synthèse";
    page.title = "Pilier emploi : bilan de l'exercice 2025";
    page.subtitle = "Contrat de ville de Valmont Agglomération · exercice 2025 · 17 porteurs, 42 actions";
    page.one_page = true;
    page.blocks.emplace_back(sample_key_figures());
    page.blocks.emplace_back(workbook::ChartOf{"emp_age_sexe", 0});
    page.blocks.emplace_back(workbook::ChartOf{"emp_part_qpv", 0});
    page.blocks.emplace_back(workbook::Paragraph{
        "3 actions n'ont pas communiqué leurs bénéficiaires ; les totaux sont des minimums.", true});
    page.blocks.emplace_back(workbook::Paragraph{
        "Lecture : sur 42 actions financées, 39 ont dit combien de personnes elles ont accueillies. Une personne "
        "suivie "
        "par deux actions est comptée deux fois. Les parts sont calculées sur les seules actions qui ont répondu.",
        false});
    return page;
}

inline workbook::Page sample_contents()
{
    workbook::Page page;
    page.id = "sommaire";
    page.name = "Sommaire";
    page.title = "Sommaire";
    page.order = 1;
    workbook::Table table;
    table.id = "sommaire";
    table.columns = {column("Feuille", workbook::ColumnKind::text), column("Contenu", workbook::ColumnKind::long_text)};
    table.rows = {
        {workbook::PageLink{"synthese", "Synthèse"}, std::string("Chiffres clés, graphiques, avertissements")},
        {workbook::PageLink{"emp_age_sexe", "Âge et sexe"}, std::string("Bénéficiaires par tranche d'âge et par sexe")},
        {workbook::PageLink{"emp_part_qpv", "Part QPV"}, std::string("Part des résidents des quartiers prioritaires")},
        {workbook::PageLink{"emp_actions", "Actions"}, std::string("Une ligne par action")},
    };
    page.blocks.emplace_back(std::move(table));
    return page;
}

inline workbook::Table sample_age_table()
{
    using workbook::ColumnKind;
    using workbook::Total;
    workbook::Table table;
    table.id = "emp_age_sexe";
    table.title = "Bénéficiaires par tranche d'âge et par sexe";
    table.base = "39 actions renseignées sur 42 (couverture 93 %)";
    table.source = "bilans 2025 des porteurs, saisis dans DAUPHIN";
    table.notes = {"Lecture : 312 femmes de moins de 26 ans ont été accueillies, soit 52,0 % de cette tranche d'âge."};
    table.columns = {column("Tranche d'âge", ColumnKind::text, Total::label),
                     column("Femmes", ColumnKind::integer, Total::sum),
                     column("Hommes", ColumnKind::integer, Total::sum),
                     column("Ensemble", ColumnKind::integer, Total::sum),
                     column("Part des femmes (%)", ColumnKind::rate, Total::given),
                     column("Montant accordé (€)", ColumnKind::euro, Total::sum)};
    table.columns[4].ratio_of = {{1, 3}};
    table.columns[4].total_value = 950.0 / 1952.0;
    const auto row = [](std::string label, double women, double men, double euros) {
        return std::vector<workbook::Value>{std::move(label), women, men, women + men, women / (women + men), euros};
    };
    table.rows = {row("Moins de 26 ans", 312, 288, 148000), row("26 à 34 ans", 245, 260, 120500),
                  row("35 à 44 ans", 210, 236, 98000), row("45 à 49 ans", 102, 121, 60000)};
    table.rows.push_back({std::string("50 ans et plus"), 81.0, 97.0, 178.0, 81.0 / 178.0, data::State::not_given});
    table.rows.push_back({std::string("Âge inconnu"), data::State::secret, data::State::secret, data::State::secret,
                          data::State::secret, data::State::not_applicable});
    workbook::Chart chart;
    chart.kind = workbook::ChartKind::stacked_bars;
    chart.title = "Bénéficiaires par âge et sexe, Valmont, 2025 (N = 1 952)";
    chart.alternative_text = "Les moins de 26 ans sont les plus nombreux ; les femmes sont près de la moitié partout.";
    chart.series_columns = {1, 2};
    table.charts.push_back(std::move(chart));
    return table;
}

inline workbook::Page sample_age_page()
{
    workbook::Page page;
    page.id = "emp_age_sexe";
    page.name = "Âge et sexe";
    page.title = "Bénéficiaires par tranche d'âge et par sexe";
    page.subtitle = "Valmont Agglomération · exercice 2025";
    page.order = 2;
    page.blocks.emplace_back(sample_age_table());
    return page;
}

inline workbook::Chart sample_share_chart(workbook::ChartKind kind)
{
    workbook::Chart chart;
    chart.kind = kind;
    chart.title = "Part des résidents des QPV par porteur, 2025 (N = 7)";
    chart.alternative_text = "Deux porteurs sur six sont sous le seuil de 20 %.";
    chart.series_columns = {3};
    chart.target = 0.2;
    chart.target_label = "Seuil de 20\u00A0%";
    chart.note = "Source du graphique : tableau de cette feuille, N = 7 porteurs.";
    return chart;
}

inline workbook::Page sample_share_page()
{
    using workbook::ColumnKind;
    using workbook::Total;
    workbook::Page page;
    page.id = "emp_part_qpv";
    page.name = "Part QPV";
    page.title = "Part des résidents des quartiers prioritaires";
    page.subtitle = "Valmont Agglomération · exercice 2025";
    page.order = 2;
    workbook::Table table;
    table.id = "emp_part_qpv";
    table.base = "6 porteurs sur 7";
    table.columns = {column("Porteur", ColumnKind::text, Total::label),
                     column("Résidents QPV", ColumnKind::integer, Total::sum),
                     column("Bénéficiaires", ColumnKind::integer, Total::sum),
                     column("Part QPV (%)", ColumnKind::rate, Total::given)};
    table.columns[3].ratio_of = {{1, 2}};
    const auto row = [](std::string label, double inside, double all) {
        return std::vector<workbook::Value>{std::move(label), inside, all, inside / all};
    };
    table.rows = {row("Régie de quartier des Tilleuls", 181, 200), row("Mission locale de Valmont", 321, 480),
                  row("Association Passerelles", 52, 96), row("Centre social Jean-Moulin", 40, 121)};
    table.rows.push_back({std::string("=Coopérative +Emploi"), data::State::not_given, 66.0, data::State::not_given});
    table.rows.push_back(row("Club d'entreprises", 12, 88));
    table.rows.push_back(row("Atelier chantier Le Lien", 3, 45));
    table.columns[3].total_value = 609.0 / 1096.0;
    table.charts = {sample_share_chart(workbook::ChartKind::bars), sample_share_chart(workbook::ChartKind::columns)};
    page.blocks.emplace_back(std::move(table));
    workbook::Table years;
    years.id = "emp_annees";
    years.title = "Évolution sur quatre exercices";
    years.columns = {column("Exercice", ColumnKind::year), column("Femmes", ColumnKind::integer),
                     column("Hommes", ColumnKind::integer), column("Évolution (points)", ColumnKind::points)};
    years.rows = {{2022.0, 410.0, 452.0, data::State::not_applicable},
                  {2023.0, data::State::not_available, 520.0, 1.2},
                  {2024.0, 700.0, 741.0, -0.8},
                  {2025.0, 950.0, 1002.0, 0.4}};
    workbook::Chart chart;
    chart.kind = workbook::ChartKind::line;
    chart.title = "Bénéficiaires par sexe, 2022 à 2025";
    chart.alternative_text = "Les deux courbes montent ; 2023 manque pour les femmes.";
    chart.series_columns = {1, 2};
    years.charts.push_back(std::move(chart));
    page.blocks.emplace_back(std::move(years));
    return page;
}

inline workbook::Page sample_actions_page()
{
    using workbook::ColumnKind;
    using workbook::Total;
    workbook::Page page;
    page.id = "emp_actions";
    page.name = "Actions";
    page.title = "Actions de l'axe emploi";
    page.subtitle = "Une ligne par action";
    page.order = 3;
    workbook::Table table;
    table.id = "emp_actions";
    table.columns = {column("N° de dossier", ColumnKind::code),
                     column("Porteur", ColumnKind::text),
                     column("Intitulé et description de l'action", ColumnKind::long_text, Total::count),
                     column("Début", ColumnKind::date),
                     column("Bénéficiaires", ColumnKind::integer, Total::sum),
                     column("Coût par bénéficiaire (€)", ColumnKind::decimal),
                     column("Montant accordé au titre du programme 147 (€)", ColumnKind::euro, Total::sum)};
    for (int number = 0; number < 42; ++number) {
        const double people = 10 + number * 7 % 53;
        const double euros = 4000 + number * 1250 % 9000;
        table.rows.push_back(
            {std::string("000") + std::to_string(12345 + number * 17),
             std::string(number % 3 == 0 ? "Régie de quartier des Tilleuls et des Marronniers de Valmont-le-Haut"
                                         : "Mission locale de Valmont"),
             std::string("Accompagnement vers l'emploi des habitants des quartiers, phase ") + std::to_string(number) +
                 (number % 4 == 0
                      ? " : ateliers collectifs, parrainage, visites d'entreprises et suivi pendant six mois"
                      : ""),
             Date{45658.0 + number * 5}, people, euros / people, euros});
    }
    page.blocks.emplace_back(std::move(table));
    return page;
}

inline WorkbookProperties sample_properties()
{
    WorkbookProperties properties;
    properties.title = "Pilier emploi : bilan 2025 R&D";
    properties.subject = "Contrat de ville de Valmont";
    properties.author = "Service politique de la ville";
    properties.keywords = "emploi; contrat de ville";
    properties.created = "2025-01-01T00:00:00Z";
    properties.language = "fr-FR";
    properties.custom = {{"bilan", "0.1.0"}, {"profil", "interne"}};
    return properties;
}

inline Workbook sample_workbook(base::Language language = base::Language::french)
{
    workbook::Layout layout(workbook::Theme{}, language);
    layout.add(sample_actions_page());
    layout.add(sample_synthesis());
    layout.add(sample_contents());
    layout.add(sample_age_page());
    layout.add(sample_share_page());
    return layout.finish(sample_properties());
}

/// A workbook of one page that holds this table alone.
inline Workbook one_page(workbook::Table table, base::Language language = base::Language::french)
{
    workbook::Page page;
    page.id = "page";
    page.name = "Page";
    page.title = "Titre";
    page.blocks.emplace_back(std::move(table));
    workbook::Layout layout(workbook::Theme{}, language);
    layout.add(std::move(page));
    return layout.finish(sample_properties());
}

} // namespace bilan::test
