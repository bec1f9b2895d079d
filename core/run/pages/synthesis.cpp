// SPDX-License-Identifier: MPL-2.0
#include "run/pages/pages.hpp"

#include "base/date.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "run/concern.hpp"
#include "run/uncounted_columns.hpp"
#include "script/years_named.hpp"

#include <algorithm>
#include <string_view>

namespace bilan::run::pages {

namespace {

std::string number(const Material& material, std::uint64_t count)
{
    return base::for_people(static_cast<double>(count), 0, material.given.language);
}

/// Of the rows kept, those of the part that the workbook is limited to: its files are counted whole. Empty without a
/// part.
std::string rows_of_the_part(const Material& material)
{
    if (material.given.part.empty()) return {};
    std::uint64_t rows = 0;
    for (const auto& [schema, dataset] : material.reading.datasets) rows += dataset->rows();
    return material.say({" · dont «\u00A0" + material.given.part + "\u00A0»\u00A0: ",
                         " · of which \"" + material.given.part + "\": "}) +
           number(material, rows);
}

/// « 8 fichiers lus sur 8 · 54 lignes lues · 46 gardées · 8 écartées · 0 refusée · 21 règles appliquées »
std::string accounting_line(const Material& material)
{
    const Accounting total = material.reading.total();
    const auto read = static_cast<std::uint64_t>(
        std::ranges::count_if(material.reading.files, [](const FileResult& file) { return !file.failure; }));
    const auto n = [&](std::uint64_t count) { return number(material, count); };
    const std::string accounts = material.say(
        {"Fichiers lus\u00A0: " + n(read) + " sur " + n(material.reading.files.size()) +
             " · lignes lues\u00A0: " + n(total.rows_read) + " = gardées\u00A0: " + n(total.rows_kept) +
             " + écartées\u00A0: " + n(total.rows_set_aside) + " + refusées\u00A0: " + n(total.rows_refused) +
             " · règles appliquées\u00A0: " + n(material.reading.rules_applied()),
         "Files read: " + n(read) + " of " + n(material.reading.files.size()) + " · rows read: " + n(total.rows_read) +
             " = kept: " + n(total.rows_kept) + " + set aside: " + n(total.rows_set_aside) +
             " + refused: " + n(total.rows_refused) + " · rules applied: " + n(material.reading.rules_applied())});
    return accounts + rows_of_the_part(material);
}

/// Findings of tables that the report counts.
template <class Is>
std::size_t count_if(const Material& material, Is is)
{
    return static_cast<std::size_t>(std::ranges::count_if(material.reading.findings, [&](const intake::Finding& found) {
        return is(found) && concerns(found, material.reading, material.report.card.datasets);
    }));
}

std::size_t count_of(const Material& material, std::string_view code)
{
    return count_if(material, [code](const intake::Finding& finding) { return finding.code == code; });
}

/// « programme.csv : Ville (droit commun), Ville (enveloppe) », the first of each file; empty where there is none.
std::string uncounted_words(const Material& material)
{
    constexpr std::size_t most = 4;
    std::vector<std::string> files;
    for (const UncountedColumns& columns : uncounted_columns(material.reading, material.report.card.datasets)) {
        std::vector<std::string> named(columns.headers.begin(),
                                       columns.headers.begin() +
                                           static_cast<std::ptrdiff_t>(std::min(most, columns.headers.size())));
        for (std::string& name : named) name = base::for_display(name, 60);
        if (columns.headers.size() > most) named.emplace_back("…");
        files.push_back(base::for_display(columns.file) + material.say({"\u00A0: ", ": "}) + base::join(named, ", "));
        if (files.size() == most) {
            files.emplace_back("…");
            break;
        }
    }
    return base::join(files, material.say({"\u00A0; ", "; "}));
}

/// What a reader must know before believing a figure: blocking findings, files that were not read. What is found in
/// tables of other themes stands in the sheet Contrôles.
std::vector<std::string> warnings_of(const Material& material)
{
    std::vector<std::string> warnings;
    for (const FileResult& file : material.reading.files)
        if (file.failure)
            warnings.push_back(material.say({"Fichier non lu\u00A0: ", "File not read: "}) + file.file.name + ". " +
                               base::render(file.failure->message(), material.given.language));
    const Blocking blocking = blocking_of(material.reading, material.report.card.datasets);
    if (const std::size_t counted = blocking.counted.size(); counted > 0)
        warnings.push_back(
            material.say({"Constats bloquants\u00A0: " + number(material, counted) +
                              ". Les chiffres concernés sont à confirmer\u00A0; voir la feuille Contrôles.",
                          "Blocking findings: " + number(material, counted) +
                              ". The figures concerned are to be confirmed; see the sheet Controls."}));
    if (material.report.card.refuses_blocking && !blocking.elsewhere.empty())
        warnings.push_back(
            material.say({"Constats bloquants dans des tableaux que ce rapport ne compte pas\u00A0: " +
                              number(material, blocking.elsewhere.size()) + " (" + first_of(blocking.elsewhere) +
                              "). Aucun de ses chiffres n'en dépend\u00A0; voir la feuille Contrôles.",
                          "Blocking findings in tables that this report does not count: " +
                              number(material, blocking.elsewhere.size()) + " (" + first_of(blocking.elsewhere) +
                              "). None of its figures depends on them; see the sheet Controls."}));
    // Not blocking, but each may make a total too large: a reader of the first page alone must know.
    if (const std::size_t twice = count_of(material, "C13"); twice > 0)
        warnings.push_back(material.say(
            {"Lignes peut-être comptées deux fois (C13)\u00A0: " + number(material, twice) +
                 "\u00A0; voir la feuille Contrôles.",
             "Rows that are perhaps counted twice (C13): " + number(material, twice) + "; see the sheet Controls."}));
    if (const std::size_t totals = count_of(material, "BIL-280"); totals > 0)
        warnings.push_back(material.say(
            {"Totaux écrits par les partenaires qui ne sont pas la somme de leurs lignes\u00A0: " +
                 number(material, totals) + "\u00A0; voir la feuille Contrôles.",
             "Totals as partners wrote them that are not the sum of their rows: " + number(material, totals) +
                 "; see the sheet Controls."}));
    if (const std::string columns = uncounted_words(material); !columns.empty())
        warnings.push_back(material.say(
            {"Colonnes de nombres que rien ne compte\u00A0: " + columns +
                 ". Si ce sont des montants ou des effectifs, ils manquent dans les chiffres\u00A0: dites dans "
                 "mappings.toml ce qu'elles sont (feuille Contrôles). Si ce sont des codes, il n'y a rien à faire.",
             "Columns of numbers that nothing counts: " + columns +
                 ". If they are amounts or people, the figures miss them: say in mappings.toml what they are (sheet "
                 "Controls). If they are codes, there is nothing to do."}));
    if (script::is_year_unsaid(material.given, material.report.card))
        warnings.push_back(material.say({"Exercice non précisé\u00A0: aucun fichier ne dit l'année de ses lignes, et "
                                         "ce qui s'additionne l'est sur toutes. "
                                         "Relancez avec --annee AAAA, ou ajoutez une colonne «\u00A0Exercice\u00A0».",
                                         "Budget year not stated: no file says the year of its rows, and what adds up "
                                         "is added over all of them. Run "
                                         "again with --year YYYY, or add a column \"Year\"."}));
    for (const std::string& warning : material.report.warnings) warnings.push_back(warning);
    return warnings;
}

/// « Contrat de ville fictif · exercice 2025 · établi le 12/03/2026 »: the day where the user says it.
std::string dated_subtitle(const Material& material)
{
    std::string words = subtitle_of(material);
    if (!material.produced_on) return words;
    if (!words.empty()) words += " · ";
    return words + material.say({"établi le ", "made on "}) +
           base::for_people(*material.produced_on, material.given.language);
}

} // namespace

workbook::Page synthesis_page(const Material& material)
{
    workbook::Page page;
    page.id = "synthese";
    page.name = material.say({"Synthèse", "Summary"});
    page.title = material.report.title;
    page.subtitle = dated_subtitle(material);
    page.one_page = true;
    page.order = Order::synthesis;
    page.blocks.emplace_back(workbook::KeyFigures{material.report.key_figures});
    for (const std::string& warning : warnings_of(material))
        page.blocks.emplace_back(workbook::Paragraph{warning, true});
    for (const workbook::ChartOf& chart : material.report.first_page_charts) page.blocks.emplace_back(chart);
    page.blocks.emplace_back(workbook::Paragraph{accounting_line(material), false});
    return page;
}

} // namespace bilan::run::pages
