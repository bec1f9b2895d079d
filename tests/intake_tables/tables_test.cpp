// SPDX-License-Identifier: MPL-2.0
//
// Patterns 50 to 54, 66, 67, 74 to 79 and 104 to 115 of the domain dossier: where tables are.
#include "base/message.hpp"
#include "intake/named_sheets.hpp"
#include "intake_tables/reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <utility>

namespace bilan::intake::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const Rows plain{{"Intitulé", "Porteur", "Bénéficiaires"}, {"Atelier", "Asso A", "12"}, {"Sport", "Asso B", "30"}};

Rows below(const Rows& first, const Rows& second)
{
    Rows rows = first;
    rows.insert(rows.end(), second.begin(), second.end());
    return rows;
}

TEST(Tables, ATitleOfAnotherYearBeginsATableUnderTheSameHeader)
{
    const std::vector<std::string> header{"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé"};
    const std::vector<std::string> one{"Atelier", "Asso A", "12", "1500"};
    const std::vector<std::string> other{"Sport", "Asso B", "30", "2500"};
    const auto years_of = [](const std::vector<std::vector<std::string>>& rows) {
        BookMaker maker;
        maker.sheet("Actions", rows);
        const FileReading reading = read(maker, "action");
        std::vector<std::string> years;
        for (std::size_t at = 0; at < reading.values.size(); ++at) {
            const std::vector<std::string> found = values_of(reading, "exercice", at);
            years.insert(years.end(), found.begin(), found.end());
        }
        EXPECT_THAT(findings(reading, "C13"), IsEmpty());
        return years;
    };
    const auto two_years = ElementsAre("2024", "2024", "2025", "2025");
    EXPECT_THAT(years_of({{"Bilan 2024"}, header, one, other, {"Bilan 2025"}, one, other}), two_years);
    EXPECT_THAT(years_of({{"Bilan 2024"}, header, one, other, {}, {"Exercice 2025"}, {}, one, other}), two_years);
    EXPECT_THAT(years_of({header, {"2024"}, one, other, {"2025"}, one, other}), two_years);
    const std::vector<std::string> coded{"41008172", "Asso B", "30", "2500"};
    EXPECT_THAT(years_of({header, {"Année 2024"}, coded, other, {"Année 2025"}, coded, other}), two_years);
    EXPECT_THAT(years_of({header, {"Année 2024"}, one, other, {"Année 2025"}, one, other}), two_years);
    BookMaker maker;
    maker.sheet("Actions",
                {{"Bilan 2024"}, header, one, other, {"Bilan 2025"}, one, other, {"Total", "", "42", "4000"}});
    const FileReading reading = read(maker, "action");
    ASSERT_EQ(reading.tables.size(), 2U);
    EXPECT_EQ(reading.tables[0].range, (CellRange{1, 0, 3, 3}));
    EXPECT_EQ(reading.tables[1].range, (CellRange{5, 0, 7, 3}));
    EXPECT_EQ(reading.tables[1].rows_read, 3U);
    EXPECT_THAT(findings(reading, "BIL-280"), IsEmpty());
}

TEST(Tables, AWiderTableRightBelowANarrowerOneIsNotCutNorShifted)
{
    const Rows parameters{
        {"Paramètre", "Valeur", "Unité"}, {"Exercice", "2024", "année"}, {"Territoire", "Métropole", "texte"}};
    const Rows actions{{"Intitulé", "Porteur", "Quartier", "Statut", "Nb de bénéficiaires", "Femmes", "Coût total"},
                       {"Atelier", "Asso A", "Bellevue", "réalisée", "12", "5", "1000"},
                       {"Forum", "Asso B", "Bellevue", "réalisée", "22", "10", "2000"}};
    const Rows words{
        {"Paramètre", "Valeur", "Unité"}, {"Territoire", "Métropole", "texte"}, {"Pilote", "EPCI", "texte"}};
    for (const Rows& above : {parameters, words}) {
        BookMaker maker;
        maker.sheet("Export", below(above, actions));
        const FileReading reading = read(maker, "action");
        ASSERT_EQ(reading.values.size(), 1U);
        EXPECT_THAT(values_of(reading, "intitule"), ElementsAre("Atelier", "Forum"));
        EXPECT_THAT(values_of(reading, "benef_f"), ElementsAre("5", "10"));
        EXPECT_THAT(values_of(reading, "cout_total"), ElementsAre("1000", "2000"));
    }
}

TEST(Tables, TheDatesOfOneColumnSettleTheOrderOfTheOthers)
{
    const auto begins = [](const std::string& end) {
        BookMaker maker;
        maker.sheet("Bilan", {{"Intitulé", "Porteur", "Date de début", "Date de fin"},
                              {"Atelier", "Asso A", "03/04/2024", "12/31/2024"},
                              {"Sport", "Asso B", "05/06/2024", end},
                              {"Forum", "Asso C", "01/02/2024", "11/30/2024"}});
        const FileReading reading = read(maker, "action");
        EXPECT_EQ(findings(reading, "BIL-259").size(), end == "06/15/2024" ? 3U : 0U);
        return values_of(reading, "date_debut");
    };
    EXPECT_THAT(begins("06/15/2024"), ElementsAre("45355", "45418", "45293")) << "4 March, 6 May, 2 January";
    EXPECT_THAT(begins("15/06/2024"), ElementsAre("45385", "45448", "45323")) << "the table mixes both";
}

TEST(Tables, ASheetNamedAfterAPartOrAnOrganisationIsNoQuarter)
{
    const auto given_by = [](const std::string& first, const std::string& second, const std::string& third) {
        BookMaker maker;
        const Rows rows{{"Intitulé", "Porteur", third}, {"Atelier", "Asso A", "12"}, {"Sport", "Asso B", "30"}};
        maker.sheet(first, rows);
        maker.sheet(second, rows);
        const FileReading reading = read(maker, "action");
        return values_of(reading, "territoire");
    };
    EXPECT_THAT(given_by("Bellevue", "Dervallières", "Bénéficiaires"), ElementsAre("Bellevue", "Bellevue"));
    EXPECT_THAT(given_by("Partie 1", "Partie 2", "Bénéficiaires"), ElementsAre("(no column)"));
    EXPECT_THAT(given_by("Lot A", "Lot B", "Bénéficiaires"), ElementsAre("(no column)"));
    EXPECT_THAT(given_by("CIDFF", "Mission locale", "Bénéficiaires"), ElementsAre("(no column)"));
}

TEST(Tables, ASheetThatBearsTheNameOfAPersonLosesIt)
{
    BookMaker maker;
    const Rows rows{{"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé"}, {"Atelier", "Asso A", "12", "1500"}};
    for (const char* name : {"Bilan", "Mme Durand", "Jeanne Valmont", "Quartier Jean Jaurès"}) maker.sheet(name, rows);
    Book& book = maker.book();
    const std::vector<Finding> said = hide_named_sheets(book, "a.xlsx", nullptr);
    std::vector<std::string> names;
    for (const Grid& grid : book.sheets) names.push_back(grid.facts.name);
    EXPECT_THAT(names, ElementsAre("Bilan", "Feuille 2", "Feuille 3", "Quartier Jean Jaurès"));
    ASSERT_EQ(said.size(), 2U);
    EXPECT_EQ(said[0].code, "X04");
    EXPECT_EQ(
        said[0].sentence(base::Language::french),
        "Le nom de la feuille n° 2 désigne une personne\u00A0: il n'est repris nulle part, et la feuille est appelée "
        "«\u00A0Feuille 2\u00A0». Renommez-la dans le fichier, ou donnez la liste des quartiers par --referentiel si "
        "c'en est un.");
    EXPECT_EQ(
        said[0].sentence(base::Language::english),
        "The name of sheet no. 2 is that of a person: it is taken nowhere, and the sheet is called \"Feuille 2\". "
        "Rename it in the file, or give the list of quarters with --reference if it is one.");
}

TEST(Tables, FewColumnsUnderstoodOfManyAreSaid)
{
    std::vector<std::string> header{"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé"};
    std::vector<std::string> row{"Atelier", "Asso A", "12", "1500"};
    for (int at = 0; at < 16; ++at) {
        header.push_back("Zorglub " + std::string(1, static_cast<char>('A' + at)));
        row.push_back("x" + std::to_string(at));
    }
    BookMaker maker;
    maker.sheet("Bilan", {header, row, row});
    EXPECT_EQ(
        sentence(read(maker, "action"), "BIL-592"),
        "Le tableau est lu avec le schéma action, mais 4 colonnes seulement sur 20 sont comprises. Vérifiez que "
        "c'est le bon schéma (--schema action, emploi)\u00A0; répondez pour les autres en-têtes dans mappings.toml "
        "(«\u00A0bilan inspecter\u00A0» prépare les lignes).");
    EXPECT_EQ(
        base::render({"BIL-592", {"action", "4", "20", "action, emploi"}}, base::Language::english),
        "The table is read with the schema action, but only 4 columns of 20 are understood. Check that it is the "
        "right schema (--schema action, emploi); answer for the other headers in mappings.toml (\"bilan inspect\" "
        "prepares the lines).");
}

TEST(Tables, TitlesAboveGiveTheExercise)
{
    BookMaker maker;
    maker.sheet("Bilan", below({{"PRÉFECTURE"},
                                {"Contrat de ville 2015-2022"},
                                {"Bilan de l'exercice 2021"},
                                {},
                                {"Édité le 03/02/2024"},
                                {}},
                               plain));
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_THAT(values_of(reading, "exercice"), ElementsAre("2021", "2021"));
    EXPECT_EQ(reading.values[0].columns.back().source_columns[0], data::Column::no_cell);
    EXPECT_EQ(sentence(reading, "BIL-298"),
              "Aucune colonne ne donne Exercice (exercice)\u00A0: la valeur 2021 vient de "
              "«\u00A0Bilan de l'exercice 2021\u00A0». Vérifiez-la.");
    EXPECT_THAT(rows_kept(reading), ElementsAre(8U, 9U));
}

TEST(Tables, TwoYearsInTheTitlesAreAQuestion)
{
    BookMaker maker;
    maker.sheet("Bilan", below({{"Bilan 2022"}, {"Programmation 2023"}}, plain));
    const FileReading reading = read(maker);
    EXPECT_THAT(values_of(reading, "exercice"), ElementsAre("(no column)"));
    EXPECT_THAT(findings(reading, "BIL-299").size(), 1U);
}

TEST(Tables, ASpanOfYearsInTheTitleIsAQuestion)
{
    for (const char* title : {"Bilan 2024-2025", "Bilan 2024/25", "Saison 2024 - 2025"}) {
        BookMaker maker;
        maker.sheet("Bilan", below({{title}, {"Édité le 03/02/2025"}}, plain));
        const FileReading reading = read(maker);
        EXPECT_THAT(values_of(reading, "exercice"), ElementsAre("(no column)")) << title;
        ASSERT_THAT(findings(reading, "BIL-299").size(), 1U) << title;
        EXPECT_THAT(sentence(reading, "BIL-299"), HasSubstr("2024, 2025")) << title;
    }
    BookMaker contract; // its years are those of no figures
    contract.sheet("Bilan", below({{"Contrat de ville 2024-2026"}}, plain));
    EXPECT_THAT(findings(read(contract), "BIL-299"), IsEmpty());
    BookMaker settled;
    settled.sheet("Bilan", below({{"Programmation 2024-2026"}, {"Bilan 2025"}}, plain));
    EXPECT_THAT(values_of(read(settled), "exercice"), ElementsAre("2025", "2025"));
}

TEST(Tables, LinesOfAnswersAboveAreNoHeader)
{
    BookMaker maker;
    maker.sheet("Bilan", below({{"Porteur :", "Ville"}, {"Exercice", "2024"}, {"Commune", "Nantes"}, {}}, plain));
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_THAT(rows_kept(reading), ElementsAre(6U, 7U));
    EXPECT_THAT(values_of(reading, "exercice"), ElementsAre("2024", "2024"));
}

TEST(Tables, OneBelowTheOther)
{
    BookMaker maker;
    maker.sheet("Bilan", below(below(plain, {{}, {"Programmation"}}),
                               {{"Action", "Opérateur", "Montant demandé", "Montant accordé"},
                                {"Danse", "Asso C", "100", "50"}}));
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.tables.size(), 2U);
    EXPECT_THAT(rows_kept(reading, 0), ElementsAre(2U, 3U));
    EXPECT_THAT(rows_kept(reading, 1), ElementsAre(7U));
    EXPECT_EQ(field_of(reading, "Montant demandé", 1), "demande_p147");
}

TEST(Tables, ATableBelowThatBeginsWithTheSameLabelIsAnother)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires", "Femmes"},
                          {"Atelier", "Asso A", "12", "5"},
                          {"Sport", "Asso B", "30", "7"},
                          {},
                          {"Matériel prêté"},
                          {"Intitulé", "Nb d'ordinateurs", "Nb de tablettes"},
                          {"Atelier", "4", "7"},
                          {"Sport", "3", "2"}});
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.tables.size(), 2U);
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("12", "30")) << "tablets are no people";
}

TEST(Tables, SideBySide)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Bilan"},
                          {},
                          {"Intitulé", "Porteur", "Bénéficiaires", "", "Intitulé", "Porteur", "Bénéficiaires"},
                          {"Atelier", "Asso A", "12", "", "Danse", "Asso C", "5"},
                          {"Sport", "Asso B", "30"}});
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.values.size(), 2U);
    EXPECT_THAT(values_of(reading, "intitule", 0), ElementsAre("Atelier", "Sport"));
    EXPECT_THAT(values_of(reading, "intitule", 1), ElementsAre("Danse"));
}

TEST(Tables, AnEmptyColumnInsideIsNoBorder)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "", "Bénéficiaires", "Femmes"},
                          {"Atelier", "Asso A", "", "12", "5"},
                          {"Sport", "Asso B", "", "30", "7"}});
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_THAT(values_of(reading, "benef_f"), ElementsAre("5", "7"));

    BookMaker noted; // notes below make the left part no longer than the right one
    noted.sheet("Bilan", {{"Intitulé", "Porteur", "", "Bénéficiaires", "Femmes"},
                          {"Atelier", "Asso A", "", "12", "5"},
                          {"Sport", "Asso B", "", "30", "7"},
                          {},
                          {"Fait à Valmorin, le 3 mars"},
                          {"Source : services de la ville"}});
    EXPECT_THAT(values_of(read(noted), "benef_f"), ElementsAre("5", "7"));
}

TEST(Tables, AListBesideATableIsNoPartOfItsRecords)
{
    BookMaker recap;
    recap.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires", "", "Statut", "Nombre"},
                          {"Atelier", "Asso A", "12", "", "Retenue", "12"},
                          {"Sport", "Asso B", "30", "", "Refusée", "3"},
                          {"Danse", "Asso C", "31", "", "Ajournée", "2"}});
    const FileReading reading = read(recap);
    EXPECT_THAT(values_of(reading, "statut"), ElementsAre("(no column)"));
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("12", "30", "31"));
    EXPECT_EQ(sentence(reading, "BIL-507"),
              "Les colonnes de droite, séparées par une colonne vide, forment une liste à part (chaque ligne y dit une "
              "chose différente, avec un nombre)\u00A0: elle est mise de côté. Si ces colonnes font partie du tableau, "
              "supprimez la colonne vide.");
    EXPECT_EQ(base::render({"BIL-507", {}}, base::Language::english),
              "The columns at the right, after an empty column, are a list of its own (each row says another thing, "
              "with a number): it is set aside. If these columns belong to the table, delete the empty column.");

    BookMaker longer;
    longer.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires", "", "Commune", "QPV"},
                           {"Atelier", "Asso A", "12", "", "Valmorin", "QP069010"},
                           {"Sport", "Asso B", "30", "", "Orgeval", "QP069011"},
                           {"", "", "", "", "Charmeval", "QP069019"}});
    EXPECT_THAT(values_of(read(longer), "intitule"), ElementsAre("Atelier", "Sport"));
    EXPECT_THAT(values_of(read(longer), "territoire"), ElementsAre("(no column)"));

    BookMaker spaced; // a number that the schema of the table asks for
    spaced.sheet("Bilan", {{"Intitulé", "Porteur", "", "Pilier", "Bénéficiaires"},
                           {"Atelier", "Asso A", "", "Emploi", "12"},
                           {"Sport", "Asso B", "", "Cohésion sociale", "30"}});
    EXPECT_THAT(values_of(read(spaced), "benef_total"), ElementsAre("12", "30"));
}

TEST(Tables, ATransposedTable)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Bilan 2023"},
                          {},
                          {"Intitulé", "Atelier", "Sport"},
                          {"Porteur", "Asso A", "Asso B"},
                          {"Bénéficiaires", "12", "30"},
                          {"Femmes", "5", "7"}});
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.values.size(), 1U);
    EXPECT_TRUE(reading.tables[0].transposed);
    EXPECT_TRUE(reading.values[0].origin.transposed);
    EXPECT_THAT(values_of(reading, "intitule"), ElementsAre("Atelier", "Sport"));
    EXPECT_THAT(values_of(reading, "benef_f"), ElementsAre("5", "7"));
    EXPECT_THAT(values_of(reading, "exercice"), ElementsAre("2023", "2023"));
    EXPECT_THAT(reading.values[0].source_rows, ElementsAre(1U, 2U));
    EXPECT_EQ(reading.values[0].columns[0].source_columns[0], 2U);
    EXPECT_THAT(findings(reading, "BIL-292").size(), 1U);
}

TEST(Tables, ATransposedTableOfWhichSomeLabelsAreUnknown)
{
    BookMaker maker;
    maker.sheet("Tableau", {{"Exercice", "2023", "2023"},
                            {"Intitulé", "Atelier", "Sport"},
                            {"Porteur", "Cohésion sociale", "Emploi"}, // « Emploi » heads columns too
                            {"SIRET", "12345678200010", "12345678200010"},
                            {"Commune", "Valmont", "Orse"},
                            {"Bénéficiaires", "12", "30"},
                            {"Femmes", "5", "7"},
                            {"Hommes", "7", "23"},
                            {"Coût total", "100", "200"},
                            {"Statut", "retenue", "réalisée"},
                            {"Couleur", "bleu", "vert"},
                            {"Truc", "vu", "RAS"},
                            {"Chose", "vu", "RAS"},
                            {"Machin", "vu", "RAS"}});
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.values.size(), 1U);
    EXPECT_TRUE(reading.tables[0].transposed);
    EXPECT_THAT(values_of(reading, "benef_f"), ElementsAre("5", "7"));
}

TEST(Tables, ValuesThatAreKnownLabelsTooDoNotTurnATable)
{
    BookMaker maker;
    std::vector<std::vector<std::string>> rows{{"Rubrique", "Intitulé", "Porteur", "Bénéficiaires", "Visa", "Suite"}};
    for (const char* label : {"Femmes", "Hommes", "Commune", "Statut", "Coût total", "SIRET", "Exercice", "Quartier"})
        rows.push_back({label, std::string("Atelier ") + label, "Asso A", "12", "vu", "relance"});
    maker.sheet("Export", rows);
    const FileReading reading = read(maker, "action");
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_FALSE(reading.tables[0].transposed);
    EXPECT_EQ(reading.tables[0].rows_kept, 8U);
}

TEST(Tables, IdsOfFieldsBelowTheHeaderAreNoRecord)
{
    BookMaker maker;
    maker.sheet("Saisie", {{"Intitulé de l'action", "Nom de la structure", "Ville"},
                           {"intitule", "porteur", "commune"},
                           {"Atelier", "Asso A", "Valmont"},
                           {"Sport", "Asso B", "Orse"}});
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(values_of(reading, "intitule"), ElementsAre("Atelier", "Sport"));
}

TEST(Tables, AFormIsSaidAndNotRead)
{
    BookMaker maker;
    maker.sheet("Fiche", {{"FICHE BILAN"},
                          {"Intitulé de l'action", "Atelier"},
                          {"Porteur", "Asso A"},
                          {"Nombre de bénéficiaires", "12"},
                          {"Coût total", "1000"}});
    const FileReading reading = read(maker);
    EXPECT_TRUE(reading.tables.empty());
    EXPECT_EQ(sentence(reading, "BIL-293"), "La feuille est un formulaire, pas un tableau\u00A0: rien n'en est repris. "
                                            "Demandez au partenaire un tableau, ou ressaisissez-la.");
}

TEST(Tables, NoHeaderIsSaidAndNotGuessed)
{
    BookMaker maker;
    maker.sheet("Feuil1", {{"Atelier", "Asso A", "12"}, {"Sport", "Asso B", "30"}, {"Danse", "Asso C", "5"}});
    const FileReading reading = read(maker);
    EXPECT_TRUE(reading.values.empty());
    EXPECT_THAT(findings(reading, "BIL-294").size(), 1U);
}

TEST(Tables, SheetsWithoutTables)
{
    BookMaker maker;
    maker.sheet("LISEZ-MOI", {{"Ce fichier présente le bilan."}, {}, {"Merci de remplir l'onglet Bilan."}});
    maker.sheet("Vide", {});
    maker.sheet("Listes", plain).facts.visibility = Visibility::hidden;
    maker.sheet("TCD", {{"Étiquettes de lignes", "Somme de Bénéficiaires", "Nombre de Porteur"},
                        {"Atelier", "12", "1"},
                        {"Total général", "12", "1"}});
    maker.sheet("Bilan", plain);
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.tables.size(), 1U);
    std::vector<std::string> said;
    for (const SheetReading& sheet : reading.passed_over) said.push_back(sheet.sheet + ' ' + sheet.reason.code);
    EXPECT_THAT(said, ElementsAre("LISEZ-MOI BIL-291", "Vide BIL-291", "Listes BIL-091", "TCD BIL-296"));
}

TEST(Tables, AHiddenSheetOfRecordsIsNoSilence)
{
    BookMaker maker;
    maker.sheet("Bilan", plain);
    maker.sheet("Suite", plain).facts.visibility = Visibility::hidden;
    maker.sheet("Listes", {{"Porteur", "Action"}, {"Asso A", "Atelier"}, {"Asso B", "Sport"}}).facts.visibility =
        Visibility::hidden;
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.tables.size(), 1U) << "it is not read";
    ASSERT_THAT(findings(reading, "BIL-091").size(), 1U);
    const Finding& hidden = *std::ranges::find(reading.findings, "BIL-091", &Finding::code);
    EXPECT_EQ(hidden.severity, data::Severity::alert);
    EXPECT_EQ(hidden.place.sheet, "Suite");
    EXPECT_THAT(hidden.sentence(base::Language::french),
                HasSubstr("La feuille est masquée\u00A0: elle n'est pas lue, or elle contient un tableau de 2 lignes "
                          "(schéma action). Si elles comptent, affichez la feuille dans le tableur et relancez\u00A0; "
                          "sinon, rien à faire."));
    EXPECT_THAT(hidden.sentence(base::Language::english),
                HasSubstr("The sheet is hidden: it is not read, but it holds a table of 2 rows (schema action). If "
                          "they count, unhide the sheet in the spreadsheet program and run again; otherwise there is "
                          "nothing to do."));
    EXPECT_THAT(findings(reading, "BIL-290").size(), 1U) << "lists for drop-downs count nothing";
}

TEST(Tables, ATableOfNoSchemaIsSaid)
{
    BookMaker maker;
    maker.sheet("Stock", {{"Référence article", "Couleur", "Poids"}, {"x1", "bleu", "12"}, {"x2", "vert", "13"}});
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_EQ(reading.tables[0].schema, "");
    EXPECT_EQ(reading.tables[0].rows_read, 2U);
    EXPECT_EQ(reading.tables[0].rows_set_aside, 2U);
    EXPECT_EQ(
        sentence(reading, "BIL-277"),
        "Aucun schéma ne convient à ce tableau\u00A0: il n'est pas repris. Précisez --schema (action, emploi), ou "
        "complétez ses en-têtes dans mappings.toml.");
    EXPECT_EQ(base::render({"BIL-277", {"action, emploi"}}, base::Language::english),
              "No schema fits this table: it is left out. Give --schema (action, emploi), or complete its headers in "
              "mappings.toml.");
    // With a schema asked for, « give a schema » would be no help.
    EXPECT_EQ(
        sentence(read(maker, "action"), "BIL-843"),
        "Le schéma action est demandé, mais trop peu des en-têtes de ce tableau en sont (0 sur 3)\u00A0: il n'est "
        "pas repris. Choisissez un autre schéma, ou répondez pour ses en-têtes dans mappings.toml "
        "(«\u00A0bilan inspecter\u00A0» prépare les lignes).");
}

TEST(Tables, OneSheetPerYear)
{
    BookMaker maker;
    maker.sheet("2022", plain);
    maker.sheet("2023", plain);
    const FileReading reading = read(maker);
    EXPECT_THAT(values_of(reading, "exercice", 0), ElementsAre("2022", "2022"));
    EXPECT_THAT(values_of(reading, "exercice", 1), ElementsAre("2023", "2023"));
}

TEST(Tables, OneSheetPerQuarter)
{
    BookMaker maker;
    maker.sheet("Bellevue", plain);
    maker.sheet("Dervallières", plain);
    maker.sheet("QN04401M", plain);
    const FileReading reading = read(maker);
    EXPECT_THAT(values_of(reading, "territoire", 0), ElementsAre("Bellevue", "Bellevue"));
    EXPECT_THAT(values_of(reading, "territoire", 1), ElementsAre("Dervallières", "Dervallières"));
    EXPECT_THAT(values_of(reading, "territoire", 2), ElementsAre("QN04401M", "QN04401M"));
}

TEST(Tables, ASheetNamedLikeAQuarterThatNothingKnowsIsWorthALook)
{
    BookMaker maker;
    maker.sheet("Bellevue", plain);
    maker.sheet("QN04401M", plain);
    const FileReading reading = read(maker);
    std::vector<data::Severity> severities;
    for (const Finding& finding : reading.findings)
        if (finding.code == "BIL-298") severities.push_back(finding.severity);
    EXPECT_THAT(severities, testing::UnorderedElementsAre(data::Severity::alert, data::Severity::information));
}

TEST(Tables, OneSheetPerQuarterThoughOneHasAColumnOfItsOwn)
{
    const Rows own{{"Intitulé", "Porteur", "Bénéficiaires", "Femmes", "Hommes", "Accordé"},
                   {"Atelier", "Asso A", "12", "7", "5", "900"}};
    Rows numbered = own;
    numbered[0].insert(numbered[0].begin(), "Ligne");
    numbered[1].insert(numbered[1].begin(), "1");
    BookMaker maker;
    maker.sheet("Cité Neuve", own);
    maker.sheet("Bellevue", numbered);
    const FileReading reading = read(maker);
    EXPECT_THAT(values_of(reading, "territoire", 0), ElementsAre("Cité Neuve"));
    EXPECT_THAT(values_of(reading, "territoire", 1), ElementsAre("Bellevue"));
}

TEST(Tables, AKindOfPlaceIsNoQuarter)
{
    BookMaker maker;
    maker.sheet("QPV", plain);
    maker.sheet("EPCI", plain);
    const FileReading reading = read(maker);
    EXPECT_THAT(values_of(reading, "territoire", 0), ElementsAre("(no column)"));
    EXPECT_THAT(values_of(reading, "territoire", 1), ElementsAre("(no column)"));
}

TEST(Tables, OneSheetPerOperator)
{
    const Rows without{{"Intitulé", "Quartier", "Bénéficiaires"}, {"Atelier", "Bellevue", "12"}};
    BookMaker maker;
    maker.sheet("Asso A", without);
    maker.sheet("Mission locale", without);
    const FileReading reading = read(maker);
    EXPECT_THAT(values_of(reading, "porteur", 0), ElementsAre("Asso A"));
    EXPECT_THAT(values_of(reading, "porteur", 1), ElementsAre("Mission locale"));
}

TEST(Tables, ARecapBelowIsSetAside)
{
    BookMaker maker;
    maker.sheet("Bilan", below(plain, {{},
                                       {},
                                       {"Récapitulatif"},
                                       {"Pilier", "Bénéficiaires", "Femmes"},
                                       {"Emploi", "30", "10"},
                                       {"Cohésion sociale", "12", "3"}}));
    const FileReading reading = read(maker);
    EXPECT_EQ(reading.values.size(), 1U);
    EXPECT_THAT(findings(reading, "BIL-295").size(), 1U);
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U));
}

/// Nothing is said of another table when there is none.
TEST(Tables, ASmallTableWhoseRowsAreAboutNothingIsReadWhenAskedFor)
{
    const auto maker = [] {
        BookMaker made;
        made.sheet("Bilan", {{"Pilier", "Bénéficiaires"}, {"Emploi", "30"}, {"Cohésion sociale", "12"}});
        return made;
    };
    const FileReading reading = read(maker());
    EXPECT_TRUE(reading.values.empty());
    EXPECT_THAT(findings(reading, "BIL-839").size(), 1U);
    EXPECT_EQ(
        sentence(reading, "BIL-839"),
        "Aucune colonne ne dit de quoi chaque ligne parle (intitulé, porteur, territoire…), et peu de colonnes sont "
        "comprises\u00A0: le tableau n'est pas lu. Demandez cette colonne au partenaire. S'il n'en a pas, nommez le "
        "schéma "
        "avec --schema.");
    EXPECT_THAT(rows_kept(read(maker(), "action")), ElementsAre(2U, 3U));
}

TEST(Tables, AMillionStyledRowsCostNothing)
{
    BookMaker maker;
    Grid& grid = maker.sheet("Bilan", plain);
    for (std::uint32_t row = 3; row < 1'048'576; row += 4096) grid.put(row, 0, CellTag(), 0);
    const FileReading reading = read(maker);
    EXPECT_EQ(reading.tables[0].rows_read, 2U);
    EXPECT_EQ(reading.tables[0].range.last_row, 2U);
}

TEST(Tables, HiddenAndStruckRowsAreReadAndSaid)
{
    BookMaker maker;
    Grid& grid = maker.sheet(
        "Bilan", {{"Intitulé", "Porteur", "Bénéficiaires"}, {"Atelier", "Asso A", "12"}, {"~Sport", "~Asso B", "~30"}});
    grid.facts.hidden_rows = {{1, 1}};
    const FileReading reading = read(maker);
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U));
    EXPECT_EQ(sentence(reading, "BIL-297"),
              "Des lignes ou colonnes masquées sont lues quand même\u00A0: 2. Vérifiez qu'elles doivent l'être.");
    EXPECT_THAT(findings(reading, "BIL-283"), ElementsAre("A3"));
}

/// Words beside a table may be a list of their own, and cells without a header anything: both are said.
TEST(Tables, WordsBesideATableAreSaid)
{
    BookMaker list;
    list.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires", "", "Pilier", "Commentaire"},
                         {"Atelier", "Asso A", "12", "", "Emploi", "un"},
                         {"Sport", "Asso B", "30", "", "Cohésion sociale", "deux"},
                         {"Danse", "Asso C", "8", "", "Cadre de vie", "trois"}});
    const FileReading joined = read(list, "action");
    EXPECT_THAT(findings(joined, "BIL-548"), ElementsAre("E1"));
    EXPECT_EQ(sentence(joined, "BIL-548"),
              "Ces colonnes, séparées par une colonne vide et sans aucun nombre, sont lues avec le tableau. Si elles "
              "forment une liste à part, placez-la sur une autre feuille.");
    EXPECT_EQ(base::render({"BIL-548", {}}, base::Language::english),
              "These columns, parted by an empty column and without any number, are read with the table. If they are a "
              "list of their own, put it on another sheet.");
    BookMaker headless;
    headless.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires", "", "Pilier"},
                             {"Atelier", "Asso A", "12", "", "Emploi"},
                             {"Sport", "Asso B", "30", "", "Cohésion sociale"},
                             {"Danse", "Asso C", "8", "", "Cadre de vie"}});
    const FileReading left_out = read(headless, "action");
    EXPECT_THAT(findings(left_out, "BIL-547"), ElementsAre("E1"));
    EXPECT_EQ(
        sentence(left_out, "BIL-547"),
        "Ces cellules, séparées du tableau par une colonne vide, n'ont pas d'en-tête connu\u00A0: elles ne sont pas "
        "reprises. Si elles font partie du tableau, supprimez la colonne vide.");
    EXPECT_EQ(
        base::render({"BIL-547", {}}, base::Language::english),
        "These cells, parted from the table by an empty column, have no known header: they are not taken. If they "
        "are part of the table, delete the empty column.");
}

/// SUBTOTAL(109) below rows that a filter hides adds up what is shown.
TEST(Tables, ATotalOfTheRowsThatAreShownIsNotWrong)
{
    BookMaker maker;
    Grid& grid = maker.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires"},
                                       {"Atelier", "Asso A", "12"},
                                       {"Sport", "Asso B", "30"},
                                       {"Danse", "Asso C", "8"},
                                       {"Total", "", "20"}});
    grid.facts.hidden_rows = {{2, 2}};
    const FileReading reading = read(maker);
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U));
    EXPECT_THAT(findings(reading, "BIL-280"), IsEmpty());
    EXPECT_THAT(findings(reading, "BIL-545"), ElementsAre("C5 20"));
    EXPECT_EQ(
        sentence(reading, "BIL-545"),
        "Le total écrit, 20, est celui des lignes affichées\u00A0; les lignes masquées, lues elles aussi, portent la "
        "somme à 50. Vérifiez que les lignes masquées doivent être comptées.");
    EXPECT_EQ(
        base::render({"BIL-545", {"20", "50"}}, base::Language::english),
        "The total written, 20, is that of the rows that are shown; the hidden rows, which are read too, bring the "
        "sum to 50. Check that the hidden rows are to be counted.");
    maker.put(grid, 4, 2, "21");
    EXPECT_THAT(findings(read(maker), "BIL-280"), ElementsAre("C5 21"));
}

TEST(Tables, NamesMergedOverRowsAreFilledDown)
{
    BookMaker maker;
    Grid& grid = maker.sheet("Bilan", {{"Porteur", "Intitulé", "Montant accordé"},
                                       {"Asso A", "Atelier", "12"},
                                       {"", "Sport", ""},
                                       {"Asso B", "Danse", "3"}});
    merge(grid, "A2:A3");
    merge(grid, "C2:C3");
    const FileReading reading = read(maker);
    EXPECT_THAT(values_of(reading, "porteur"), ElementsAre("Asso A", "Asso A", "Asso B"));
    EXPECT_THAT(values_of(reading, "accorde_p147"), ElementsAre("12", "<vide>", "3"));
    ASSERT_EQ(reading.values[0].other_cells.size(), 1U);
    EXPECT_EQ(reading.values[0].other_cells.begin()->second, (CellPosition{1, 0}));
    EXPECT_THAT(findings(reading, "BIL-270"), ElementsAre("C2 12"));
}

TEST(Tables, ANumberMergedOverTwoColumnsIsOfNeither)
{
    BookMaker maker;
    Grid& grid = maker.sheet("Bilan", {{"Intitulé", "Porteur", "Femmes", "Hommes"},
                                       {"Atelier", "Asso A", "50", ""},
                                       {"Sport", "Asso B", "12", "8"},
                                       {"Danse", "Asso C", "NC", ""}});
    merge(grid, "C2:D2");
    merge(grid, "C4:D4");
    const FileReading reading = read(maker);
    EXPECT_THAT(values_of(reading, "benef_f"), ElementsAre("<err>", "12", "<nc>"));
    EXPECT_THAT(values_of(reading, "benef_h"), ElementsAre("<err>", "8", "<nc>"));
    EXPECT_THAT(findings(reading, "BIL-519"), ElementsAre("C2 50"));
    EXPECT_EQ(sentence(reading, "BIL-519"),
              "La cellule est fusionnée sur plusieurs colonnes de nombres (Femmes, Hommes)\u00A0: nul ne peut dire la "
              "part de chacune, aucune valeur n'a été retenue. Demandez au partenaire un nombre par colonne.");
    EXPECT_EQ(base::render({"BIL-519", {"Femmes, Hommes"}}, base::Language::english),
              "The cell is merged over several columns of numbers (Femmes, Hommes): nobody can tell the part of each, "
              "no value was kept. Ask the partner for a number in each column.");
}

TEST(Tables, NothingReadableAtAll)
{
    BookMaker maker;
    EXPECT_THAT(read(maker).tables, IsEmpty());
    maker.sheet("Feuil1", {{" "}, {"", "\t"}});
    EXPECT_THAT(read(maker).passed_over.size(), 1U);
}

TEST(Tables, ASecondBlockHasItsOwnHeaderAndTheYearOfTheSheet)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Bilan 2023"},
                          {"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé"},
                          {"Atelier", "Asso A", "12", "100"},
                          {},
                          {"Actions nouvelles"},
                          {"Intitulé", "Porteur", "Montant accordé", "Bénéficiaires"},
                          {"Danse", "Asso C", "200", "5"}});
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.values.size(), 2U);
    EXPECT_THAT(values_of(reading, "benef_total", 1), ElementsAre("5"));
    EXPECT_THAT(values_of(reading, "accorde_p147", 1), ElementsAre("200"));
    EXPECT_THAT(values_of(reading, "exercice", 1), ElementsAre("2023"));
}

TEST(Tables, NumbersTypedAsTextAreNumbers)
{
    // What a csv file gives: every cell is a text, and no merge tells how far a group reaches.
    BookMaker maker;
    maker.sheet("bilan.csv", {{"Intitulé", "Porteur", "Public", "", "Montants", ""},
                              {"", "", "F", "H", "Demandé", "Accordé"},
                              {"Atelier", "Asso A", "'12", "'7", "'1 000,00", "'500"},
                              {"Sport", "Asso B", "NC", "NC", "'2000", "'1000"}});
    const FileReading reading = read(maker);
    EXPECT_THAT(rows_kept(reading), ElementsAre(3U, 4U));
    EXPECT_THAT(values_of(reading, "benef_f"), ElementsAre("12", "<nc>"));
    EXPECT_THAT(values_of(reading, "demande_p147"), ElementsAre("1000", "2000"));
}

TEST(Tables, AFirstRecordOfUnknownsIsNoHeader)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Public", "", "Montants", ""},
                          {"", "", "F", "H", "Demandé", "Accordé"},
                          {"Atelier", "Asso A", "NC", "NC", "NC", "NC"},
                          {"Sport", "Asso B", "12", "7", "2000", "1000"}});
    EXPECT_THAT(rows_kept(read(maker)), ElementsAre(3U, 4U));
}

TEST(Tables, ARowOfColumnNumbersIsNoRecord)
{
    BookMaker maker;
    maker.sheet("Export", {{"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé"},
                           {"C01", "C02", "C03", "C04"},
                           {"Atelier", "Asso A", "12", "100"},
                           {"Sport", "Asso B", "30", "200"}});
    const FileReading reading = read(maker);
    EXPECT_THAT(rows_kept(reading), ElementsAre(3U, 4U));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("2 BIL-286"));
}

TEST(Tables, ValuesThatRepeatDownAColumnAreNoLabels)
{
    Rows rows{{"Intitulé", "Type de tiers", "Bénéficiaires"}};
    for (int row = 0; row < 6; ++row)
        rows.push_back({"Atelier " + std::to_string(row), row % 2 == 0 ? "association" : "commune", "12"});
    BookMaker maker;
    maker.sheet("Bilan", rows);
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_FALSE(reading.tables[0].transposed);
    EXPECT_EQ(reading.tables[0].rows_kept, 6U);
}

TEST(Tables, LabelsThatNobodyKnowsBelowMergedTitles)
{
    BookMaker maker;
    Grid& grid =
        maker.sheet("Feuil1", {{"Informations internes", "", "Informations sur l'aide", "", "Informations utiles", ""},
                               {"Rang", "Couleur du dossier", "Forme de l'aide", "Rythme", "Étage", "Rayon"},
                               {"12", "bleu", "en nature", "mensuel", "haut", "nord"},
                               {"13", "vert", "numéraire", "annuel", "bas", "sud"}});
    for (const char* range : {"A1:B1", "C1:D1", "E1:F1"}) merge(grid, range);
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_THAT(reading.tables[0].header_rows, ElementsAre(0U, 1U));
    EXPECT_EQ(reading.tables[0].rows_read, 2U);
}

TEST(Tables, TheYearIsThatOfTheTitleRightAbove)
{
    BookMaker maker;
    const std::vector<std::string> header{"Intitulé", "Porteur", "Bénéficiaires", "Montant accordé"};
    maker.sheet("Actions", {{"Bilan 2024"},
                            header,
                            {"Permis", "Cap", "40", "11000"},
                            {"Code", "Cap", "12", "4000"},
                            {},
                            {"Bilan 2025"},
                            header,
                            {"Permis", "Cap", "45", "12000"},
                            {},
                            {"Suite"},
                            header,
                            {"Code", "Cap", "15", "4000"}});
    const FileReading reading = read(maker, "action");
    ASSERT_EQ(reading.tables.size(), 2U);
    EXPECT_THAT(values_of(reading, "exercice", 0), ElementsAre("2024", "2024"));
    EXPECT_THAT(values_of(reading, "exercice", 1), ElementsAre("2025", "2025"));
    EXPECT_THAT(rows_kept(reading, 1), ElementsAre(8U, 12U));
}

const std::vector<std::string> sheet_header{"Intitulé", "Porteur", "Bénéficiaires", "Femmes", "Montant accordé"};

TEST(Tables, ASheetThatIsTheSumOfTheOthersIsSetAside)
{
    BookMaker maker;
    maker.sheet("Bellevue", {sheet_header, {"CV", "Cap", "20", "12", "4000"}, {"Forum", "Cap", "50", "30", "3000"}});
    maker.sheet("Les Tilleuls", {sheet_header, {"CV", "Cap", "18", "9", "3500"}});
    maker.sheet("Feuil4", {sheet_header, {"CV", "Cap", "38", "21", "7500"}, {"Forum", "Cap", "50", "30", "3000"}});
    const FileReading reading = read(maker, "action");
    ASSERT_EQ(reading.values.size(), 2U);
    ASSERT_EQ(reading.tables.size(), 3U);
    EXPECT_EQ(reading.tables[2].rows_kept, 0U);
    EXPECT_EQ(reading.tables[2].rows_set_aside, 2U);
    EXPECT_EQ(sentence(reading, "BIL-955"),
              "La feuille «\u00A0Feuil4\u00A0» est la somme des feuilles Bellevue, Les Tilleuls\u00A0: ses lignes sont "
              "mises de côté, pour que rien ne soit compté deux fois. Rien à faire si c'est bien un récapitulatif.");
    EXPECT_EQ(
        base::render({"BIL-955", {"R", "A, B"}}, base::Language::english),
        "The sheet \"R\" is the sum of the sheets A, B: its rows are set aside, so that nothing is counted twice. "
        "Nothing to do if it does sum them up.");
}

TEST(Tables, ASheetThatRepeatsTheOthersBlocks)
{
    BookMaker maker;
    maker.sheet("T1", {sheet_header, {"CV", "Cap", "10", "6", "8000"}, {"Forum", "Cap", "20", "12", "9000"}});
    maker.sheet("T2", {sheet_header, {"CV", "Cap", "12", "5", "8000"}, {"Forum", "Cap", "24", "10", "9000"}});
    maker.sheet("Année", {sheet_header, {"CV", "Cap", "22", "11", "8000"}, {"Forum", "Cap", "44", "22", "9000"}});
    const FileReading reading = read(maker, "action");
    EXPECT_EQ(reading.values.size(), 3U);
    ASSERT_EQ(findings(reading, "BIL-954").size(), 1U);
    const auto found = std::ranges::find(reading.findings, "BIL-954", &Finding::code);
    EXPECT_TRUE(blocks(*found));
    EXPECT_EQ(sentence(reading, "BIL-954"),
              "La feuille «\u00A0Année\u00A0» reprend les actions des feuilles T1, T2\u00A0: tout y serait compté "
              "plusieurs fois. Ne gardez dans le fichier que la feuille du bilan de l'année, ou que les feuilles de "
              "détail.");
    EXPECT_EQ(base::render({"BIL-954", {"R", "A, B"}}, base::Language::english),
              "The sheet \"R\" repeats the actions of the sheets A, B: everything would be counted several times. Keep "
              "in the file only the sheet of the whole year, or only the sheets in detail.");
}

TEST(Tables, ACopyOfASheetIsSetAside)
{
    const Rows rows{sheet_header, {"CV", "Cap", "10", "6", "8000"}, {"Forum", "Cap", "20", "12", "9000"}};
    BookMaker maker;
    maker.sheet("bilan VF", rows);
    maker.sheet("Copie de bilan VF", rows);
    maker.sheet("bilan VF2 (def)",
                {sheet_header, {"CV", "Cap", "10", "6", "8000"}, {"Forum", "Cap", "21", "12", "9000"}});
    const FileReading reading = read(maker, "action");
    ASSERT_EQ(reading.values.size(), 2U);
    ASSERT_EQ(reading.tables.size(), 3U);
    EXPECT_EQ(reading.tables[1].rows_kept, 0U);
    EXPECT_EQ(reading.tables[1].rows_set_aside, 2U);
    EXPECT_THAT(rows_not_kept(reading, 1), ElementsAre("2 BIL-958", "3 BIL-958"));
    EXPECT_EQ(sentence(reading, "BIL-958"),
              "La feuille «\u00A0Copie de bilan VF\u00A0» répète cellule pour cellule la feuille «\u00A0bilan "
              "VF\u00A0»\u00A0: ses lignes sont mises de côté, pour que rien ne soit compté deux fois. Rien à faire si "
              "c'est bien une copie.");
    EXPECT_EQ(base::render({"BIL-958", {"C", "A"}}, base::Language::english),
              "The sheet \"C\" repeats the sheet \"A\" cell by cell: its rows are set aside, so that nothing is "
              "counted twice. Nothing to do if it is a copy.");
    ASSERT_EQ(findings(reading, "BIL-959").size(), 1U);
    EXPECT_TRUE(blocks(*std::ranges::find(reading.findings, "BIL-959", &Finding::code)));
    EXPECT_EQ(
        sentence(reading, "BIL-959"),
        "La feuille «\u00A0bilan VF2 (def)\u00A0» paraît être une autre version de la feuille «\u00A0bilan "
        "VF\u00A0»\u00A0: ses lignes y sont aussi, et tout serait compté deux fois. Ne gardez dans le fichier que "
        "la bonne.");
    EXPECT_EQ(base::render({"BIL-959", {"B", "A"}}, base::Language::english),
              "The sheet \"B\" seems to be another version of the sheet \"A\": its rows are there as well, and "
              "everything would be counted twice. Keep only the right one in the file.");
}

TEST(Tables, SheetsThatSayTheSameWithoutBeingCalledCopies)
{
    const Rows rows{sheet_header, {"CV", "Cap", "10", "6", "8000"}, {"Forum", "Cap", "20", "12", "9000"}};
    BookMaker maker;
    maker.sheet("Feuil1", rows);
    maker.sheet("Feuil2", rows);
    const FileReading reading = read(maker, "action");
    EXPECT_EQ(reading.values.size(), 2U);
    EXPECT_EQ(findings(reading, "BIL-959").size(), 1U);
    BookMaker years; // what the names give tells them apart
    years.sheet("2022", rows);
    years.sheet("2023", rows);
    EXPECT_THAT(findings(read(years, "action"), "BIL-959"), IsEmpty());
    BookMaker other; // one line may well be the same in two quarters of a year
    other.sheet("T1", {rows[0], rows[1]});
    other.sheet("T2", {rows[0], rows[1]});
    EXPECT_THAT(findings(read(other, "action"), "BIL-959"), IsEmpty());
}

TEST(Tables, SheetsWithTheSameActionsAreNoSumOfEachOther)
{
    BookMaker maker;
    maker.sheet("T1", {sheet_header, {"CV", "Cap", "10", "6", "8000"}});
    maker.sheet("T2", {sheet_header, {"CV", "Cap", "12", "5", "8000"}});
    maker.sheet("T3", {sheet_header, {"CV", "Cap", "9", "4", "8000"}});
    const FileReading reading = read(maker, "action");
    EXPECT_EQ(reading.values.size(), 3U);
    EXPECT_THAT(findings(reading, "BIL-954"), IsEmpty());
    EXPECT_THAT(findings(reading, "BIL-955"), IsEmpty());
}

TEST(Tables, AMeasureWithOneColumnIsOfOneYear)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires 2024", "Bénéficiaires 2025", "Femmes 2024", "Hommes"},
                          {"Permis", "Cap", "60", "45", "30", "20"},
                          {"Code", "Cap", "", "", "4", "7"}});
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(values_of(reading, "exercice"), ElementsAre("2024", "2025", testing::_));
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("60", "45", testing::_));
    EXPECT_THAT(values_of(reading, "benef_f"), ElementsAre("30", "<abs>", "4"))
        << "a row of no year keeps what it says";
    EXPECT_THAT(values_of(reading, "benef_h"), ElementsAre("<abs>", "20", "7"));
    EXPECT_EQ(findings(reading, "BIL-956").size(), 1U) << "the header of the other one says its year";
    EXPECT_EQ(sentence(reading, "BIL-956"),
              "Le tableau a une colonne par année, sauf pour «\u00A0Hommes\u00A0»\u00A0: ces valeurs sont prises "
              "pour celles de 2025, les autres années n'en ont pas. Vérifiez.");
    EXPECT_EQ(base::render({"BIL-956", {"Hommes", "2025"}}, base::Language::english),
              "The table has one column a year, except for \"Hommes\": these values are taken for those of 2025, "
              "the other years have none. Check.");
}

TEST(Tables, ABracketAboveTheNextTableGoesOnWithTheRecord)
{
    BookMaker maker;
    maker.sheet("Suivi", {{"Porteur", "Intitulé", "Bénéficiaires", "Femmes"},
                          {"Asso A", "Atelier", "12", "6"},
                          {"Asso B", "Écriture", "30", "10"},
                          {"", "(deuxième semestre)"},
                          {},
                          {"Intitulé", "Porteur", "Bénéficiaires", "Hommes"},
                          {"Danse", "Asso C", "8", "3"}});
    const FileReading reading = read(maker, "action");
    ASSERT_EQ(reading.tables.size(), 2U);
    EXPECT_THAT(values_of(reading, "intitule"), ElementsAre("Atelier", "Écriture (deuxième semestre)"));
}

TEST(Tables, ATextRightBelowTheLastRecordAndAwayFromTheNextTableGoesOnWithTheRecord)
{
    BookMaker maker;
    maker.sheet("Suivi", {{"Porteur", "Intitulé", "Bénéficiaires", "Femmes"},
                          {"Asso A", "Atelier", "12", "6"},
                          {"Asso B", "Écriture", "30", "10"},
                          {"", "avec les écoles"},
                          {},
                          {"Intitulé", "Porteur", "Bénéficiaires", "Hommes"},
                          {"Danse", "Asso C", "8", "3"}});
    const FileReading reading = read(maker, "action");
    ASSERT_EQ(reading.tables.size(), 2U);
    EXPECT_THAT(values_of(reading, "intitule"), ElementsAre("Atelier", "Écriture avec les écoles"));
}

/// A schema of the user's own, whose fields have ids of one letter.
data::Domain domain_of_short_ids()
{
    const auto field = [](const char* id, data::FieldType type, const char* label) {
        data::Field made;
        made.id = id;
        made.type = type;
        made.label = {label, label};
        return made;
    };
    data::Schema schema;
    schema.id = "g";
    schema.label = {"G", "G"};
    schema.fields = {field("s", data::FieldType::text, "Structure"), field("cat", data::FieldType::text, "Catégorie"),
                     field("a", data::FieldType::count, "Ateliers"), field("b", data::FieldType::count, "Séances"),
                     field("d", data::FieldType::date, "Date"),      field("n", data::FieldType::number, "Note")};
    schema.fields.front().required = true;
    data::Domain made;
    made.schemas.push_back(std::make_shared<const data::Schema>(std::move(schema)));
    return made;
}

TEST(Tables, NamesDownASideAreNoIdsOfALetter)
{
    BookMaker maker;
    maker.sheet("Feuil1", {{"Structure", "Catégorie", "Ateliers", "Séances"},
                           {"A", "x", "12", "plein"},
                           {"B", "x", "beaucoup", "15"},
                           {"N", "x", "plein", "4"},
                           {"D", "x", "10", "plein"},
                           {"S", "x", "3", "4"},
                           {"T", "x", "plein", "5"}});
    const data::Domain own = domain_of_short_ids();
    Options options;
    options.domain = &own;
    const FileReading reading = take_in(maker.book(), "x.xlsx", options);
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_FALSE(reading.tables[0].transposed);
    EXPECT_THAT(values_of(reading, "s"), ElementsAre("A", "B", "N", "D", "S", "T"));
}

} // namespace
} // namespace bilan::intake::test
