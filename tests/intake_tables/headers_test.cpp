// SPDX-License-Identifier: MPL-2.0
//
// Patterns 49 to 69 and 84 to 103 of the domain dossier: from headers to fields.
#include "intake/header/words.hpp"
#include "intake_tables/reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::intake::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Headers, PlainTableOfActions)
{
    BookMaker maker;
    maker.sheet("Bilan",
                {{"N° dossier", "Intitulé de l'action", "Porteur", "Nb bénéf.", "dont femmes", "Montant accordé"},
                 {"12345678", "Atelier", "Asso A", "12", "7", "1500"},
                 {"12345679", "Sport", "Asso B", "30", "10", "2500"}});
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_EQ(reading.tables[0].schema, "action");
    EXPECT_EQ(field_of(reading, "N° dossier"), "num_dossier");
    EXPECT_EQ(field_of(reading, "Intitulé de l'action"), "intitule");
    EXPECT_EQ(field_of(reading, "Porteur"), "porteur");
    EXPECT_EQ(field_of(reading, "Nb bénéf."), "benef_total");
    EXPECT_EQ(field_of(reading, "dont femmes"), "benef_f");
    EXPECT_EQ(field_of(reading, "Montant accordé"), "accorde_p147");
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("12", "30"));
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U));
    EXPECT_EQ(reading.tables[0].rows_read, 2U);
}

TEST(Headers, ASignBeforeANumberIsABound)
{
    for (const char* below : {"- 12 ans", "<12", " ≤ 12 ans", "-26 ans", "<= 12"})
        EXPECT_EQ(bound_of(below), '<') << below;
    for (const char* above : {"+ 12 ans", "> 12 ans", "≥12", ">=12 ans"}) EXPECT_EQ(bound_of(above), '>') << above;
    for (const char* none : {"12 ans", "- Femmes", "", "-", "12 ans et +"}) EXPECT_EQ(bound_of(none), 0) << none;
}

TEST(Headers, AShareOfPeopleIsNoCount)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé de l'action", "Porteur", "Nb bénéf.", "Part femmes", "Part hommes"},
                          {"Atelier", "Asso A", "300", "60", "40"},
                          {"Sport", "Asso B", "120", "50", "50"}});
    const FileReading reading = read(maker);
    EXPECT_EQ(field_of(reading, "Nb bénéf."), "benef_total");
    EXPECT_NE(field_of(reading, "Part femmes"), "benef_f");
    EXPECT_NE(field_of(reading, "Part hommes"), "benef_h");
}

TEST(Headers, TheSchemaIsTheOneItsColumnsSpeakFor)
{
    BookMaker maker;
    maker.sheet("Feuil1",
                {{"Action", "Opérateur", "Nb entrées", "Nb de sorties", "CDI", "Intérim", "- de 26 ans", "26-45 ans"},
                 {"Atelier CV", "PLIE", "12", "7", "3", "1", "4", "8"},
                 {"Coaching", "ML", "30", "10", "4", "2", "20", "10"}});
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_EQ(reading.tables[0].schema, "emploi");
    EXPECT_EQ(field_of(reading, "CDI"), "nb_emploi_durable");
    EXPECT_EQ(field_of(reading, "- de 26 ans"), "age_0_25");
    EXPECT_EQ(field_of(reading, "26-45 ans"), "age_26_45");
}

TEST(Headers, TwoRowsWithGroupsCarriedToTheRight)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires", "", "", "Montants", ""},
                          {"", "", "Total", "F", "H", "Demandé", "Accordé"},
                          {"Atelier", "Asso A", "12", "7", "5", "2000", "1500"},
                          {"Sport", "Asso B", "30", "10", "20", "3000", "2500"}});
    const FileReading reading = read(maker);
    EXPECT_EQ(field_of(reading, "Bénéficiaires / Total"), "benef_total");
    EXPECT_EQ(field_of(reading, "Bénéficiaires / F"), "benef_f");
    EXPECT_EQ(field_of(reading, "Bénéficiaires / H"), "benef_h");
    EXPECT_EQ(field_of(reading, "Montants / Demandé"), "demande_p147");
    EXPECT_EQ(field_of(reading, "Montants / Accordé"), "accorde_p147");
    EXPECT_EQ(field_of(reading, "Intitulé"), "intitule");
    EXPECT_THAT(rows_kept(reading), ElementsAre(3U, 4U));
}

TEST(Headers, ThreeRowsUnderMergesAndTitles)
{
    BookMaker maker;
    Grid& grid = maker.sheet("Bilan", {{"BILAN 2023 - CONTRAT DE VILLE 2015-2022"},
                                       {},
                                       {"Action", "Porteur", "Plan de financement", "", "", ""},
                                       {"", "", "Région", "", "P147", ""},
                                       {"", "", "Demandé", "Accordé", "Demandé", "Accordé"},
                                       {"Atelier", "Asso A", "100", "50", "2000", "1500"},
                                       {"Sport", "Asso B", "200", "80", "3000", "2500"}});
    for (const char* range : {"A1:F1", "A3:A5", "B3:B5", "C3:F3", "C4:D4", "E4:F4"}) merge(grid, range);
    const FileReading reading = read(maker);
    EXPECT_EQ(field_of(reading, "Plan de financement / Région / Demandé"), "fin_region_demande");
    EXPECT_EQ(field_of(reading, "Plan de financement / Région / Accordé"), "fin_region");
    EXPECT_EQ(field_of(reading, "Plan de financement / P147 / Demandé"), "demande_p147");
    EXPECT_EQ(field_of(reading, "Plan de financement / P147 / Accordé"), "accorde_p147");
    EXPECT_THAT(values_of(reading, "exercice"), ElementsAre("2023", "2023"));
    EXPECT_THAT(rows_kept(reading), ElementsAre(6U, 7U));
}

TEST(Headers, ACodeRowBesideTheLabels)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Nom de l'action proposée", "Structure", "Personnes (combien ?)"},
                          {"intitule", "porteur", "benef_total"},
                          {"Atelier", "Asso A", "12"},
                          {"Sport", "Asso B", "30"}});
    const FileReading reading = read(maker);
    EXPECT_EQ(field_of(reading, "Nom de l'action proposée"), "intitule");
    EXPECT_EQ(field_of(reading, "Personnes (combien ?)"), "benef_total");
    EXPECT_THAT(rows_kept(reading), ElementsAre(3U, 4U));
}

TEST(Headers, DecorationUnitsAndInstructionsAreNotTheName)
{
    BookMaker maker;
    maker.sheet("Bilan",
                {{"Intitulé de\nl’action *", "PORTEUR DE PROJET :", "SIRET,", "Coût total (en k€)",
                  "Nombre de bénéficiaires (ne pas remplir si inconnu)", "Quartier(s)", "Subvention accordée - €"},
                 {"Atelier", "Asso A", "'12345678901234", "12", "7", "Bellevue", "100"},
                 {"Sport", "Asso B", "'12345678901234", "30", "10", "Nord", "200"}});
    const FileReading reading = read(maker);
    ASSERT_EQ(reading.tables.size(), 1U);
    std::vector<std::string> fields;
    for (const ColumnReading& column : reading.tables[0].columns) fields.push_back(column.field);
    EXPECT_THAT(fields,
                ElementsAre("intitule", "porteur", "siret", "cout_total", "benef_total", "territoire", "accorde_p147"));
}

TEST(Headers, MojibakeInclusiveSpellingsAndAbbreviations)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"IntitulÃ© de l'action", "OpÃ©rateur", "NB BENEF", "Bénéficiaires habitant·es QPV",
                           "Mt engagé", "Fin. Région"},
                          {"Atelier", "Asso A", "12", "7", "100", "10"},
                          {"Sport", "Asso B", "30", "10", "200", "20"}});
    const FileReading reading = read(maker);
    std::vector<std::string> fields;
    for (const ColumnReading& column : reading.tables[0].columns) fields.push_back(column.field);
    EXPECT_THAT(fields, ElementsAre("intitule", "porteur", "benef_total", "benef_qpv", "accorde_p147", "fin_region"));
    // What stands beside the damage may be right: the whole cannot be turned back, its letters can.
    EXPECT_EQ(read_header("DÃ©penses d’actions (k€)").folded, "depenses d'actions");
    EXPECT_EQ(read_header("DÃ©penses d’actions (k€)").unit, "k€");
    EXPECT_EQ(without_mojibake("Âge, CITÉ»"), std::nullopt);
}

TEST(Headers, ANearSpellingIsReadAndSaid)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficaires", "Fammes"},
                          {"Atelier", "Asso A", "12", "7"},
                          {"Sport", "Asso B", "30", "10"}});
    const FileReading reading = read(maker);
    EXPECT_EQ(field_of(reading, "Bénéficaires"), "benef_total");
    EXPECT_EQ(field_of(reading, "Fammes"), "benef_f");
    EXPECT_THAT(findings(reading, "BIL-265"), ElementsAre("C1", "D1"));
}

TEST(Headers, BareDigitsBelowAGroupAreLabels)
{
    for (const bool is_merged : {true, false}) {
        BookMaker maker;
        Grid& grid = maker.sheet("Bilan", {{"", "", "", "", "Niveau de formation", "", "", "Sorties", ""},
                                           {"Libellé de l'action", "Structure", "Nb de bénéficiaires", "Femmes",
                                            "infra 3", "3", "4", "Emploi durable", "Formation"},
                                           {"Atelier", "Asso A", "12", "5", "4", "6", "2", "3", "2"},
                                           {"Sport", "Asso B", "30", "12", "9", "9", "12", "4", "2"}});
        if (is_merged)
            for (const char* range : {"E1:G1", "H1:I1"}) merge(grid, range);
        const FileReading reading = read(maker, "emploi");
        EXPECT_THAT(values_of(reading, "niv_3"), ElementsAre("6", "9"));
        EXPECT_THAT(values_of(reading, "niv_4"), ElementsAre("2", "12"));
        EXPECT_THAT(rows_kept(reading), ElementsAre(3U, 4U));
    }
}

TEST(Headers, AnotherWordIsNoSlipOfThePen)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Participantes", "Participants hommes", "Les Vernes"},
                          {"Atelier", "Asso A", "40", "22", "10"},
                          {"Sport", "Asso B", "60", "31", "20"}});
    const FileReading reading = read(maker, "action");
    EXPECT_NE(field_of(reading, "Participantes"), "benef_total") << "these are the women";
    EXPECT_EQ(field_of(reading, "Participants hommes"), "benef_h");
    EXPECT_NE(field_of(reading, "Les Vernes"), "paye_p147") << "a quarter";
    EXPECT_THAT(findings(reading, "BIL-265"), IsEmpty());
}

TEST(Headers, WomenAndMenBelongToOneTotal)
{
    BookMaker passed;
    passed.sheet("Bilan", {{"Intitulé", "Nombre de participants", "Bénéficiaires prévus", "Nb hab. QPV", "Dont femmes",
                            "Dont hommes"},
                           {"Atelier", "38", "40", "30", "20", "18"},
                           {"Sport", "60", "55", "20", "25", "35"}});
    const FileReading of_all = read(passed, "action");
    EXPECT_EQ(field_of(of_all, "Dont femmes"), "benef_f") << "their numbers make all of them";
    EXPECT_EQ(field_of(of_all, "Dont hommes"), "benef_h");
    BookMaker open;
    open.sheet("Bilan", {{"Intitulé", "Nombre de participants", "Bénéficiaires prévus", "Nb hab. QPV", "Dont femmes",
                          "Dont hommes"},
                         {"Atelier", "38", "40", "30", "20", "18"},
                         {"Sport", "60", "55", "20", "25", "33"}});
    const FileReading of_some = read(open, "action");
    EXPECT_EQ(field_of(of_some, "Dont femmes"), "?benef_f")
        << "of all, or of those of the quarters: never of the planned";
    EXPECT_EQ(field_of(of_some, "Dont hommes"), "?benef_h");
    BookMaker parted;
    parted.sheet("Bilan", {{"Intitulé", "Nb bénéficiaires", "Bénéficiaires prévus", "Dont femmes", "Hommes"},
                           {"Atelier", "38", "40", "20", "18"},
                           {"Sport", "60", "55", "25", "35"}});
    EXPECT_EQ(field_of(read(parted, "action"), "Dont femmes"), "?benef_f,benef_prevu_f");
    BookMaker beside;
    beside.sheet("Bilan", {{"Intitulé", "Nb bénéficiaires", "Bénéficiaires prévus", "Dont femmes", "Dont hommes"},
                           {"Atelier", "38", "40", "20", "20"},
                           {"Sport", "60", "55", "25", "30"}});
    EXPECT_EQ(field_of(read(beside, "action"), "Dont femmes"), "benef_prevu_f");
}

TEST(Headers, APartOfPeopleIsACountWhateverItsCellsSay)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Nb de bénéficiaires", "dont QPV"},
                          {"Atelier", "Asso A", "30", "une quinzaine"},
                          {"Sport", "Asso B", "60", "salle comble"},
                          {"Forum", "Asso C", "80", "la moitié"}});
    const FileReading reading = read(maker, "action");
    EXPECT_NE(field_of(reading, "dont QPV"), "territoire");
}

TEST(Headers, TheCellsSettleAFalseFriend)
{
    BookMaker money;
    money.sheet(
        "Bilan",
        {{"Projet", "Bénéficiaire", "Montant accordé"}, {"Atelier", "Asso A", "12"}, {"Sport", "Asso B", "30"}});
    EXPECT_EQ(field_of(read(money), "Bénéficiaire"), "porteur");
    BookMaker people;
    people.sheet("Bilan",
                 {{"Projet", "Porteur", "Bénéficiaire"}, {"Atelier", "Asso A", "12"}, {"Sport", "Asso B", "30"}});
    EXPECT_EQ(field_of(read(people), "Bénéficiaire"), "benef_total");
}

TEST(Headers, AGroupThatSpeaksOfSomethingElseMakesAQuestion)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Public", "", "Habitants QPV", ""},
                          {"", "", "F", "H", "F", "H"},
                          {"Atelier", "Asso A", "12", "7", "3", "1"},
                          {"Sport", "Asso B", "30", "10", "4", "2"}});
    const FileReading reading = read(maker);
    EXPECT_EQ(field_of(reading, "Public / F"), "benef_f");
    EXPECT_EQ(field_of(reading, "Habitants QPV / F").front(), '?');
    EXPECT_THAT(findings(reading, "BIL-267"), ElementsAre("E2", "F2"));
}

TEST(Headers, TwoColumnsThatNothingTellsApartAreAQuestion)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Nb bénéficiaires", "Nb bénéficiaires", "Coût total"},
                          {"Atelier", "Asso A", "12", "7", "100"},
                          {"Sport", "Asso B", "30", "10", "200"}});
    const FileReading reading = read(maker);
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("<err>", "<err>"))
        << "not a column that is missing: nobody may suppose that it was not asked for";
    EXPECT_THAT(findings(reading, "BIL-821"), ElementsAre("C1", "D1"));
    EXPECT_EQ(sentence(reading, "BIL-821"),
              "La colonne «\u00A0Nb bénéficiaires\u00A0» et une autre donnent toutes deux Bénéficiaires (total) "
              "(benef_total), et rien ne les départage\u00A0: aucune n'est reprise. Indiquez dans mappings.toml "
              "laquelle est la bonne.");
}

TEST(Headers, TheSameColumnTwiceIsTakenOnce)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Nb bénéficiaires", "Nb bénéficiaires"},
                          {"Atelier", "Asso A", "12", "12"},
                          {"Sport", "Asso B", "30", "30"}});
    const FileReading reading = read(maker);
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("12", "30"));
    EXPECT_THAT(findings(reading, "BIL-268"), ElementsAre("D1"));
}

TEST(Headers, WomenAndMenTwice)
{
    BookMaker named;
    named.sheet("Bilan", {{"Intitulé", "Porteur", "Prévus", "", "Réels", ""},
                          {"", "", "F", "H", "F", "H"},
                          {"Atelier", "Asso A", "12", "7", "3", "1"},
                          {"Sport", "Asso B", "30", "10", "4", "2"}});
    EXPECT_THAT(values_of(read(named), "benef_prevu_f"), ElementsAre("12", "30"));
    EXPECT_THAT(values_of(read(named), "benef_h"), ElementsAre("1", "2"));

    BookMaker after_wholes;
    after_wholes.sheet("Bilan", {{"Intitulé", "Porteur", "Public prévu", "F", "H", "Public touché", "F", "H"},
                                 {"Atelier", "Asso A", "19", "12", "7", "4", "3", "1"},
                                 {"Sport", "Asso B", "40", "30", "10", "6", "4", "2"}});
    EXPECT_THAT(values_of(read(after_wholes), "benef_prevu_f"), ElementsAre("12", "30"));
    EXPECT_THAT(values_of(read(after_wholes), "benef_f"), ElementsAre("3", "4"));
    EXPECT_THAT(values_of(read(after_wholes), "benef_h"), ElementsAre("1", "2"));

    BookMaker bare;
    bare.sheet("Bilan", {{"Intitulé", "Porteur", "F", "H", "F", "H"},
                         {"Atelier", "Asso A", "12", "7", "3", "1"},
                         {"Sport", "Asso B", "30", "10", "4", "2"}});
    EXPECT_THAT(values_of(read(bare), "benef_f"), ElementsAre("<err>", "<err>"));
    EXPECT_THAT(findings(read(bare), "BIL-821"), ElementsAre("C1", "D1", "E1", "F1"));

    BookMaker only_planned;
    only_planned.sheet("Bilan", {{"Intitulé", "Porteur", "Public prévu", "F", "H"},
                                 {"Atelier", "Asso A", "19", "12", "7"},
                                 {"Sport", "Asso B", "40", "30", "10"}});
    EXPECT_EQ(field_of(read(only_planned), "F").front(), '?');
}

TEST(Headers, SexesOfPeopleWhoAreNotThePublic)
{
    for (const std::string group : {"Liste d'attente", "Salariés"}) {
        BookMaker maker;
        Grid& grid = maker.sheet("Bilan", {{"Intitulé", "Porteur", group, ""},
                                           {"", "", "Femmes", "Hommes"},
                                           {"Atelier", "Asso A", "3", "4"},
                                           {"Sport", "Asso B", "4", "5"}});
        merge(grid, "C1:D1");
        const FileReading reading = read(maker);
        EXPECT_THAT(values_of(reading, "benef_f"), ElementsAre("(no column)")) << group;
        EXPECT_THAT(findings(reading, "BIL-267"), ElementsAre("C2", "D2")) << group;
        BookMaker written_once; // nothing merged: the title stands over the women alone
        written_once.sheet("Bilan", {{"Intitulé", "Porteur", group, ""},
                                     {"", "", "Femmes", "Hommes"},
                                     {"Atelier", "Asso A", "3", "4"},
                                     {"Sport", "Asso B", "4", "5"}});
        EXPECT_THAT(values_of(read(written_once), "benef_h"), ElementsAre("(no column)")) << group;
    }
    BookMaker whole;
    whole.sheet("Bilan", {{"Intitulé", "Porteur", "Public accueilli", ""},
                          {"", "", "Femmes", "Hommes"},
                          {"Atelier", "Asso A", "3", "4"},
                          {"Sport", "Asso B", "4", "5"}});
    EXPECT_THAT(values_of(read(whole), "benef_f"), ElementsAre("3", "4"));
}

TEST(Headers, StepsAreNoShares)
{
    BookMaker steps;
    steps.sheet("Bilan", {{"Contrat de ville", "Conseils citoyens", "Droit commun (0 à 3)", "Emploi (0 à 3)"},
                          {"Valmorin", "3", "3", "2"},
                          {"Orgeval", "2", "2", "1"}});
    EXPECT_NE(field_of(read(steps), "Droit commun (0 à 3)"), "dc_part");
    EXPECT_NE(field_of(read(steps), "Emploi (0 à 3)"), "emp_part");
}

TEST(Headers, AFunderIsNoPlace)
{
    const Rows among{{"Intitulé", "Porteur", "Région", "Ville", "CAF"},
                     {"Atelier", "Asso A", "1000", "2000", "500"},
                     {"Sport", "Asso B", "1500", "3000", "700"}};
    BookMaker beside;
    beside.sheet("Bilan", among);
    EXPECT_EQ(field_of(read(beside), "Ville"), "fin_commune");

    BookMaker under;
    under.sheet("Bilan", {{"Intitulé", "Porteur", "Plan de financement", "", ""},
                          {"", "", "Commune", "CAF", "Autres"},
                          {"Atelier", "Asso A", "2000", "500", "10"},
                          {"Sport", "Asso B", "3000", "700", "20"}});
    EXPECT_EQ(field_of(read(under), "Plan de financement / Commune"), "fin_commune");

    BookMaker place;
    place.sheet("Bilan", {{"Intitulé", "Porteur", "Commune", "CAF"},
                          {"Atelier", "Asso A", "44109", "500"},
                          {"Sport", "Asso B", "44190", "700"}});
    EXPECT_EQ(field_of(read(place), "Commune"), "commune"); // codes are no money, beside an amount or not
    BookMaker far;
    far.sheet("Bilan", {{"Intitulé", "Commune", "Porteur", "CAF"},
                        {"Atelier", "44109", "Asso A", "500"},
                        {"Sport", "44190", "Asso B", "700"}});
    EXPECT_EQ(field_of(read(far), "Commune"), "commune");
}

TEST(Headers, WhatStandsInBracketsBesideAFunder)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "CAF (sollicité)", "Région (accordé)", "Europe (en attente)"},
                          {"Atelier", "Asso A", "1000", "2000", "500"},
                          {"Sport", "Asso B", "1500", "3000", "700"}});
    const FileReading reading = read(maker);
    EXPECT_EQ(field_of(reading, "CAF (sollicité)"), "fin_caf_demande");
    EXPECT_EQ(field_of(reading, "Région (accordé)"), "fin_region");
    EXPECT_EQ(field_of(reading, "Europe (en attente)").front(), '?');
}

TEST(Headers, AnAmountUnderANameThatNobodyKnowsIsAQuestion)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Zébulon", ""},
                          {"", "", "Demandé", "Accordé"},
                          {"Atelier", "Asso A", "1000", "2000"},
                          {"Sport", "Asso B", "1500", "3000"}});
    EXPECT_EQ(field_of(read(maker, "action"), "Zébulon / Accordé"), "?accorde_p147");
}

TEST(Headers, ALineNumberIsNoFileNumber)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"N° dossier", "Intitulé", "Porteur", "Bénéficiaires"},
                          {"1", "Atelier", "Asso A", "12"},
                          {"2", "Sport", "Asso B", "30"}});
    EXPECT_EQ(field_of(read(maker), "N° dossier"), "?num_dossier");
    BookMaker bare;
    bare.sheet("Bilan", {{"N°", "Intitulé", "Porteur", "Bénéficiaires"},
                         {"1", "Atelier", "Asso A", "12"},
                         {"2", "Sport", "Asso B", "30"}});
    EXPECT_EQ(field_of(read(bare), "N°"), "");
}

TEST(Headers, InstructionsAreDroppedForBandsAndLevels)
{
    BookMaker maker;
    maker.sheet("Emploi", {{"Action", "Opérateur", "Nb entrées", "16-25 ans (ne pas remplir si inconnu)",
                            "Niveau V (voir notice)", "- de 16 ans (chiffres)"},
                           {"Atelier", "PLIE", "12", "7", "1", "2"},
                           {"Coaching", "ML", "30", "10", "2", "3"}});
    const FileReading reading = read(maker, "emploi");
    EXPECT_EQ(field_of(reading, "16-25 ans (ne pas remplir si inconnu)"), "age_16_25");
    EXPECT_EQ(field_of(reading, "Niveau V (voir notice)"), "niv_3");
    EXPECT_EQ(field_of(reading, "- de 16 ans (chiffres)"), "age_0_15");
}

TEST(Headers, WhereAnOpenBandBegins)
{
    BookMaker beside;
    beside.sheet("Bilan", {{"Intitulé", "Porteur", "26-45 ans", "+ de 45 ans"},
                           {"Atelier", "Asso A", "12", "7"},
                           {"Sport", "Asso B", "30", "10"}});
    EXPECT_EQ(field_of(read(beside), "+ de 45 ans"), "age_46_p");
    BookMaker after;
    after.sheet("Bilan", {{"Intitulé", "Porteur", "26-49 ans", "plus de 50 ans"},
                          {"Atelier", "Asso A", "12", "7"},
                          {"Sport", "Asso B", "30", "10"}});
    EXPECT_EQ(field_of(read(after), "plus de 50 ans"), "age_50_p");
    EXPECT_THAT(findings(read(after), "BIL-820"), IsEmpty());
    BookMaker alone;
    alone.sheet("Bilan", {{"Intitulé", "Porteur", "Femmes", "+ de 50 ans"},
                          {"Atelier", "Asso A", "12", "7"},
                          {"Sport", "Asso B", "30", "10"}});
    EXPECT_EQ(field_of(read(alone), "+ de 50 ans"), "age_50_p");
    EXPECT_EQ(sentence(read(alone), "BIL-820"),
              "«\u00A0+ de 50 ans\u00A0»\u00A0: on ne sait pas si 50 ans est compris\u00A0; la colonne est lue comme "
              "50 ans et plus. Demandez au partenaire.");
}

TEST(Headers, AHeadingOfTheSameTopicSpoilsNothing)
{
    BookMaker maker;
    maker.sheet("Emploi", {{"Action", "Opérateur", "Sorties vers l'emploi", "", ""},
                           {"", "", "Emploi durable", "Emploi de transition", "Autres sorties"},
                           {"Atelier", "PLIE", "7", "1", "2"},
                           {"Coaching", "ML", "10", "2", "3"}});
    EXPECT_EQ(field_of(read(maker, "emploi"), "Sorties vers l'emploi / Autres sorties"), "nb_autres_sorties");
}

TEST(Headers, ANumberIsNoNameOfAPublic)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Public", "", ""},
                          {"", "", "Nombre", "F", "H"},
                          {"Atelier", "Asso A", "7", "1", "6"},
                          {"Sport", "Asso B", "10", "2", "8"}});
    const std::string field = field_of(read(maker, "action"), "Public / Nombre");
    EXPECT_TRUE(field.empty() || field.front() == '?' || field == "benef_total") << field;
}

TEST(Headers, UnknownColumnsAreSaidAndLeftOut)
{
    BookMaker maker;
    maker.sheet(
        "Bilan",
        {{"Intitulé", "Porteur", "Couleur du dossier"}, {"Atelier", "Asso A", "bleu"}, {"Sport", "Asso B", "vert"}});
    const FileReading reading = read(maker);
    EXPECT_EQ(field_of(reading, "Couleur du dossier"), "");
    EXPECT_EQ(sentence(reading, "BIL-266"),
              "La colonne «\u00A0Couleur du dossier\u00A0» ne correspond à aucun champ\u00A0: elle n'est pas "
              "reprise. Si elle devrait l'être, ajoutez-la à mappings.toml.");
}

TEST(Headers, CellsThatCannotBeValuesMakeAQuestion)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Public visé"},
                          {"Atelier", "Asso A", "les familles du quartier"},
                          {"Sport", "Asso B", "jeunes et parents"}});
    const FileReading reading = read(maker);
    EXPECT_EQ(field_of(reading, "Public visé"), "?benef_prevu");
    EXPECT_THAT(findings(reading, "BIL-271"), ElementsAre("C1"));
}

TEST(Headers, WordsAroundNumbersAreAMatterOfTheirCell)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Nombre de bénéficiaires", "Public visé"},
                          {"Atelier", "Asso A", "environ 120", "16-25 ans"},
                          {"Chant", "Asso C", "36 (dont 2 mineurs)", "les moins de 26 ans"},
                          {"Sport", "Asso B", "≈58", "+ de 60 ans"}});
    const FileReading reading = read(maker);
    EXPECT_EQ(field_of(reading, "Nombre de bénéficiaires"), "benef_total");
    EXPECT_THAT(findings(reading, "BIL-271"), ElementsAre("D1"));
}

TEST(Headers, ColumnsOfNumbersThatNobodyKnowsAreAnAlert)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Zorglub", "Blorg", "Total", "Couleur"},
                          {"Atelier", "Asso A", "12", "1,5", "7", "bleu"},
                          {"Sport", "Asso B", "30", "2", "8", "vert"}});
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(findings(reading, "BIL-842"), ElementsAre("C1"));
    EXPECT_EQ(
        sentence(reading, "BIL-842"),
        "Colonnes de nombres qui ne sont pas reconnues, et que rien ne compte\u00A0: Zorglub\u00A0; Blorg. Si l'une "
        "d'elles répond à un champ, écrivez-le dans mappings.toml («\u00A0bilan inspecter\u00A0» prépare la ligne).");
}

TEST(Headers, JobsPaidByAFunderAreNoMoney)
{
    BookMaker maker;
    maker.sheet("Bilan",
                {{"Intitulé", "Porteur", "Dont emplois aidés Nombre", "Dont emplois aidés ETPT", "Emplois aidés"},
                 {"Atelier", "Asso A", "3", "1,5", "12000"},
                 {"Sport", "Asso B", "2", "1", "8000"}});
    const FileReading reading = read(maker, "action");
    EXPECT_EQ(field_of(reading, "Dont emplois aidés Nombre"), "");
    EXPECT_EQ(field_of(reading, "Dont emplois aidés ETPT"), "");
    EXPECT_EQ(field_of(reading, "Emplois aidés"), "fin_asp");
}

TEST(Headers, PersonalColumnsAreDroppedAtTheDoor)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Nom", "Prénom", "Contact direct", "Bénéficiaires"},
                          {"Atelier", "Asso A", "Martin", "Zoé", "zoe@example.org", "12"},
                          {"Sport", "Asso B", "Durand", "Luc", "luc@example.org", "13"}});
    const FileReading reading = read(maker);
    EXPECT_EQ(field_of(reading, "Nom"), "!");
    EXPECT_EQ(field_of(reading, "Prénom"), "!");
    EXPECT_EQ(field_of(reading, "Contact direct"), "!");
    EXPECT_THAT(findings(reading, "C21"), ElementsAre("C1"));
    for (const Finding& finding : reading.findings)
        EXPECT_EQ(finding.sentence(base::Language::french).find("Zo"), std::string::npos);
}

/// A file whose last column has this header and these cells.
std::string field_over(const std::string& header, const std::vector<std::string>& cells)
{
    std::vector<std::vector<std::string>> rows{{"Intitulé", "Bénéficiaires", header}};
    for (std::size_t at = 0; at < cells.size(); ++at)
        rows.push_back({"Atelier " + std::to_string(at + 1), std::to_string(10 + at), cells[at]});
    BookMaker maker;
    maker.sheet("Bilan", rows);
    return field_of(read(maker, "action"), header);
}

TEST(Headers, ColumnsOfNamesArePersonalWhateverTheirForm)
{
    const std::vector<std::string> in_capitals{"MARTIN JEAN", "DUPONT Marie", "BENALI KARIM", "KOWALSKI ZBIGNIEW"};
    for (const char* header : {"Porteur", "Suivi par", "Observations", "Inscrits", "Responsable de l'action"})
        EXPECT_EQ(field_over(header, in_capitals), "!") << header;
    const std::vector<std::string> first_names{"Marie", "KARIM", "Sophie B.", "Ilyes"};
    for (const char* header : {"Suivi par", "Animatrice", "Observations", "Qui ?"})
        EXPECT_EQ(field_over(header, first_names), "!") << header;
    EXPECT_EQ(field_over("Suivi par", {"Marie", "Marie", "", "Marie"}), "!");
}

TEST(Headers, WordsThatAreFirstNamesTooAreNotPersonal)
{
    EXPECT_NE(field_over("Mode de saisie", {"Manuel", "Manuel", "Manuel", "Manuel"}), "!");
    EXPECT_EQ(field_over("Commune", {"Florence", "Victor", "Louise", "Ali"}), "commune");
    EXPECT_EQ(field_over("Quartier", {"Pierre Curie", "Jean Macé", "Claire Martin", "Marie Durand"}), "territoire");
    EXPECT_EQ(field_over("Porteur", {"Marie", "Karim", "Sophie", "Claire"}), "porteur"); // associations are called so
    EXPECT_EQ(field_over("Porteur", {"Espace Claire", "SAINT PAUL", "Jean Jaurès", "Villa Rosa"}), "porteur");
}

TEST(Headers, NumbersAndNamesOfThingsAreNoPersons)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Association", "", "Responsable", "", "Dossier", "", ""},
                          {"Nom", "N° tiers", "Nom", "Prénom", "Intitulé", "N° EJ", "Téléphone du siège"},
                          {"Asso A", "0140506070", "Martin", "Zoé", "Atelier", "0102821732", "0140506070"},
                          {"Asso B", "0140506071", "Durand", "Luc", "Sport", "0102821733", "0140506071"}});
    const FileReading reading = read(maker, "action");
    EXPECT_EQ(field_of(reading, "Association / Nom"), "porteur");
    EXPECT_NE(field_of(reading, "Dossier / N° EJ"), "!");
    EXPECT_NE(field_of(reading, "Association / N° tiers"), "!");
    EXPECT_EQ(field_of(reading, "Responsable / Nom"), "!");
    EXPECT_EQ(field_of(reading, "Responsable / Prénom"), "!");
    EXPECT_EQ(field_of(reading, "Dossier / Téléphone du siège"), "!");
}

TEST(Headers, AnAnswerGivenBeforeDecides)
{
    BookMaker maker;
    maker.sheet(
        "Bilan",
        {{"Intitulé", "Porteur", "Truc", "Femmes"}, {"Atelier", "Asso A", "12", "1"}, {"Sport", "Asso B", "30", "2"}});
    Mappings answers;
    answers.add("action", "TRUC", "benef_total");
    answers.add("action", "femmes", "");
    const FileReading reading = read(maker, "action", &answers);
    EXPECT_EQ(field_of(reading, "Truc"), "benef_total");
    EXPECT_EQ(field_of(reading, "Femmes"), "");
    EXPECT_THAT(findings(reading, "BIL-266"), IsEmpty());
}

TEST(Headers, YearsAsColumnsBecomeRows)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires 2022", "Bénéficiaires 2023"},
                          {"Atelier", "Asso A", "12", "7"},
                          {"Sport", "Asso B", "30", ""}});
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("12", "7", "30"));
    EXPECT_THAT(values_of(reading, "exercice"), ElementsAre("2022", "2023", "2022"));
    EXPECT_THAT(values_of(reading, "intitule"), ElementsAre("Atelier", "Atelier", "Sport"));
    EXPECT_EQ(reading.tables[0].rows_read, 2U);
}

TEST(Headers, QuartersAsColumnsBecomeRows)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Nb de bénéficiaires par quartier", "", ""},
                          {"", "", "Bellevue", "Dervallières", "Total"},
                          {"Atelier", "Asso A", "12", "7", "19"},
                          {"Sport", "Asso B", "30", "3", "33"}});
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("12", "7", "30", "3"));
    EXPECT_THAT(values_of(reading, "territoire"), ElementsAre("Bellevue", "Dervallières", "Bellevue", "Dervallières"));
    EXPECT_THAT(findings(reading, "BIL-288"), ElementsAre("E2"));
}

TEST(Headers, LevelsOldAndNew)
{
    BookMaker maker;
    maker.sheet("Emploi", {{"Action", "Opérateur", "Nb entrées", "Niveau 3 (ex V)", "Niv. 4", "Infra V", "Bac+2"},
                           {"Atelier", "PLIE", "12", "7", "1", "2", "3"},
                           {"Coaching", "ML", "30", "10", "2", "3", "4"}});
    const FileReading reading = read(maker);
    EXPECT_EQ(field_of(reading, "Niveau 3 (ex V)"), "niv_3");
    EXPECT_EQ(field_of(reading, "Niv. 4"), "niv_4");
    EXPECT_EQ(field_of(reading, "Infra V"), "niv_infra3");
    EXPECT_EQ(field_of(reading, "Bac+2"), "niv_5");
}

TEST(Headers, QuarterCodesWithoutATitle)
{
    BookMaker adds_up;
    adds_up.sheet("Bilan", {{"Intitulé", "Porteur", "Nb bénéficiaires", "QP044012", "QN02A19M"},
                            {"Atelier", "Asso A", "12", "5", "7"},
                            {"Sport", "Asso B", "30", "10", "20"}});
    const FileReading reading = read(adds_up, "action");
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("5", "7", "10", "20"));
    EXPECT_THAT(values_of(reading, "territoire"), ElementsAre("QP044012", "QN02A19M", "QP044012", "QN02A19M"));
    EXPECT_THAT(findings(reading, "BIL-288"), ElementsAre("C1"));
    BookMaker does_not;
    does_not.sheet("Bilan", {{"Intitulé", "Porteur", "Nb bénéficiaires", "QP044012", "QN02A19M"},
                             {"Atelier", "Asso A", "12", "5", "3"},
                             {"Sport", "Asso B", "30", "10", "20"}});
    EXPECT_THAT(values_of(read(does_not, "action"), "benef_total"), ElementsAre("12", "30"));
}

TEST(Headers, NamesUnderAMeasureAreAskedForAndRemembered)
{
    const Rows rows{{"Intitulé", "Porteur", "Nombre de bénéficiaires", ""},
                    {"", "", "Grande Ourse", "Bellerive"},
                    {"Atelier", "Asso A", "12", "5"},
                    {"Sport", "Asso B", "30", "10"}};
    const Rows people{{"Intitulé", "Porteur", "Nombre de bénéficiaires", ""},
                      {"", "", "Conviés", "Venus"},
                      {"Atelier", "Asso A", "12", "5"},
                      {"Sport", "Asso B", "30", "10"}};
    BookMaker maker;
    maker.sheet("Bilan", people);
    EXPECT_THAT(findings(read(maker, "action"), "BIL-825"), ElementsAre("C2", "D2"));
    EXPECT_EQ(sentence(read(maker, "action"), "BIL-825"),
              "La colonne «\u00A0Conviés\u00A0» sous «\u00A0Nombre de bénéficiaires\u00A0» est peut-être un "
              "quartier\u00A0: elle n'est pas reprise. Si c'en est un, répondez territoire dans mappings.toml.");
    BookMaker named; // nor does the name of the sheet give the quarter then
    named.sheet("QPV Bellevue", people);
    EXPECT_THAT(values_of(read(named, "action"), "territoire"), ElementsAre("(no column)"));
    BookMaker places;
    places.sheet("Bilan", rows);
    Mappings answers;
    answers.add("action", "Nombre de bénéficiaires / Grande Ourse", "territoire");
    answers.add("action", "Bellerive", "territoire");
    const FileReading reading = read(places, "action", &answers);
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("12", "5", "30", "10"));
    EXPECT_THAT(values_of(reading, "territoire"),
                ElementsAre("Grande Ourse", "Bellerive", "Grande Ourse", "Bellerive"));
    EXPECT_THAT(findings(reading, "BIL-828"), IsEmpty());
}

TEST(Headers, AnAnswerThatAHeaderIsAQuarterNeedsWhatItCounts)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Nombre de bénéficiaires / Grande Ourse", "Bellerive"},
                          {"Atelier", "Asso A", "12", "5"},
                          {"Sport", "Asso B", "30", "10"}});
    Mappings answers;
    answers.add("action", "Nombre de bénéficiaires / Grande Ourse", "territoire");
    answers.add("action", "Bellerive", "territoire");
    const FileReading reading = read(maker, "action", &answers);
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("12", "30"));
    EXPECT_THAT(values_of(reading, "territoire"), ElementsAre("Grande Ourse", "Grande Ourse"));
    EXPECT_THAT(findings(reading, "BIL-589"), ElementsAre("D1"));
    EXPECT_EQ(
        sentence(reading, "BIL-589"),
        "La réponse «\u00A0territoire\u00A0» pour «\u00A0Bellerive\u00A0» n'est pas suivie\u00A0: les cellules sont "
        "des nombres, et rien ne dit ce qu'ils comptent dans ce quartier. Écrivez l'en-tête sur deux lignes (la "
        "mesure, puis le quartier) ou «\u00A0Nombre de bénéficiaires / Bellevue\u00A0».");
    EXPECT_EQ(
        base::render({"BIL-589", {"Bellerive", "territoire"}}, base::Language::english),
        "The answer \"territoire\" for \"Bellerive\" is not followed: the cells are numbers, and nothing says what "
        "they count in this quarter. Write the header in two rows (the measure, then the quarter) or as "
        "\"Nombre de bénéficiaires / Bellevue\".");
}

TEST(Headers, APartOfAnotherMeasureIsNoAnswerToOffer)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Nb entrées", "", "", "Nb de sorties", ""},
                          {"", "", "F", "H", "Total", "F", "Total"},
                          {"Atelier", "Asso A", "7", "5", "12", "4", "9"},
                          {"Sport", "Asso B", "10", "20", "30", "6", "11"}});
    const FileReading reading = read(maker, "emploi");
    EXPECT_EQ(field_of(reading, "Nb entrées / Total"), "nb_entrees");
    EXPECT_EQ(field_of(reading, "Nb entrées / F"), "");
    EXPECT_EQ(field_of(reading, "Nb de sorties / F"), "");
    EXPECT_THAT(findings(reading, "BIL-842"), ElementsAre("C2"));
}

TEST(Headers, ANameOfAPlaceMayHoldAWordOfTheSchema)
{
    BookMaker maker; // « Champ » alone is a header of the theme
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Nombre de bénéficiaires", "", ""},
                          {"", "", "La Prairie", "Champ-Doré", "Les Tilleuls"},
                          {"Atelier", "Asso A", "12", "5", "3"},
                          {"Sport", "Asso B", "30", "10", "0"}});
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("12", "5", "3", "30", "10", "0"));
    EXPECT_THAT(findings(reading, "BIL-825"), IsEmpty());
}

TEST(Headers, TheCodesOfQuartersAreSurerThanTheirNames)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Quartier", "Code QPV", "Nb bénéf."},
                          {"Atelier", "Asso A", "Bellevue", "QN06901M", "12"},
                          {"Sport", "Asso B", "Le Fort", "QN06902I", "30"}});
    EXPECT_THAT(values_of(read(maker, "action"), "territoire"), ElementsAre("QN06901M", "QN06902I"));
}

TEST(Headers, NamesOfPlacesUnderAMeasureAreQuartersAndSaid)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Nombre de bénéficiaires", "", ""},
                          {"", "", "La Grande Ourse", "Haute-Rive", "Bellerive"},
                          {"Atelier", "Asso A", "12", "5", "3"},
                          {"Sport", "Asso B", "30", "10", "0"}});
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("12", "5", "3", "30", "10", "0"));
    EXPECT_THAT(values_of(reading, "territoire"), ElementsAre("La Grande Ourse", "Haute-Rive", "Bellerive",
                                                              "La Grande Ourse", "Haute-Rive", "Bellerive"));
    EXPECT_THAT(findings(reading, "BIL-828"), ElementsAre("C2", "D2", "E2"));
    EXPECT_EQ(
        sentence(reading, "BIL-828"),
        "La colonne «\u00A0La Grande Ourse\u00A0» sous «\u00A0Nombre de bénéficiaires\u00A0» est lue comme un "
        "quartier, d'après la forme des noms\u00A0: chaque quartier devient une ligne. Vérifiez\u00A0; si ce n'en "
        "est pas un, dites ce que c'est dans mappings.toml.");
}

TEST(Headers, TheTotalOfNamedQuartersIsNoMeasureOfItsOwn)
{
    const auto with_last = [](const std::string& first, const std::string& second) {
        BookMaker maker;
        maker.sheet("Bilan", {{"Intitulé", "Porteur", "Nombre de bénéficiaires", "", ""},
                              {"", "", "Les Tilleuls", "Haute-Rive", "Total"},
                              {"Atelier", "Asso A", "12", "5", first},
                              {"Sport", "Asso B", "30", "10", second}});
        return read(maker, "action");
    };
    EXPECT_THAT(values_of(with_last("17", "40"), "benef_total"), ElementsAre("12", "5", "30", "10"));
    EXPECT_THAT(findings(with_last("17", "40"), "BIL-288"), ElementsAre("E2"));
    const FileReading other = with_last("19", "40"); // not their sum: what the columns count is a question
    EXPECT_THAT(values_of(other, "benef_total"), ElementsAre("19", "40"));
    EXPECT_THAT(findings(other, "BIL-825"), ElementsAre("C2", "D2"));
}

TEST(Headers, TitlesAboveAndBelowAHeaderOfTwoRows)
{
    BookMaker maker;
    Grid& grid = maker.sheet("Suivi", {{"PROGRAMMATION 2022", "", "", "", ""},
                                       {"Exercice", "Intitulé", "Porteur", "Montants", ""},
                                       {"", "", "", "Demandé", "Accordé"},
                                       {"Cohésion sociale", "", "", "", ""},
                                       {"2022", "Atelier", "Asso A", "1200", "1000"},
                                       {"2022", "Sport", "Asso B", "300", "100"}});
    merge(grid, "A1:C1");
    merge(grid, "D2:E2");
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(values_of(reading, "exercice"), ElementsAre("2022", "2022"));
    EXPECT_THAT(values_of(reading, "accorde_p147"), ElementsAre("1000", "100"));
    EXPECT_THAT(values_of(reading, "pilier"), ElementsAre("cohesion_sociale", "cohesion_sociale"));
}

TEST(Headers, PartsOfAFieldAreAddedAndSaid)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Mt engagé", "Ville (Valmont)", "Ville (Saint-Orse)"},
                          {"Atelier", "Asso A", "120", "1000", "200"},
                          {"Sport", "Asso B", "300", "500", "sans objet"},
                          {"Chant", "Asso C", "300", "NC", "100"}});
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(values_of(reading, "fin_commune"), ElementsAre("1200", "500", "<nc>"));
    EXPECT_THAT(findings(reading, "BIL-829"), ElementsAre("D1", "E1"));
    EXPECT_EQ(sentence(reading, "BIL-829"),
              "La colonne «\u00A0Ville (Valmont)\u00A0» est une part de Financement (fin_commune)\u00A0: elle est "
              "ajoutée aux autres "
              "parts. Vérifiez\u00A0; si l'une contient l'autre, dites dans mappings.toml laquelle est la bonne.");
    BookMaker whole; // a whole beside its part is no sum: nobody can say which one counts
    whole.sheet("Bilan", {{"Intitulé", "Porteur", "Mt engagé", "Ville (total)", "Ville (Saint-Orse)"},
                          {"Atelier", "Asso A", "120", "1000", "200"},
                          {"Sport", "Asso B", "300", "500", "100"}});
    EXPECT_THAT(findings(read(whole, "action"), "BIL-829"), IsEmpty());
}

TEST(Headers, AGroupOverTheLastColumnAlone)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Bilan des actions", "", "", ""},
                          {"", "", "", "Bénéficiaires"},
                          {"Intitulé", "Porteur", "Mt engagé", "Total"},
                          {"Atelier", "Asso A", "120", "5"},
                          {"Sport", "Asso B", "300", "10"}});
    EXPECT_EQ(field_of(read(maker), "Bénéficiaires / Total"), "benef_total");
}

TEST(Headers, AnAnswerForOneOfTwoColumnsOfOneName)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Nb bénéficiaires", "Nb bénéficiaires"},
                          {"Atelier", "Asso A", "12", "7"},
                          {"Sport", "Asso B", "30", "10"}});
    Mappings answers;
    answers.add("action", "Nb bénéficiaires [D]", "benef_total");
    EXPECT_THAT(values_of(read(maker, "action", &answers), "benef_total"), ElementsAre("7", "10"));
    Mappings both;
    both.add("action", "Nb bénéficiaires", "benef_total");
    EXPECT_THAT(values_of(read(maker, "action", &both), "benef_total"), ElementsAre("12", "30"));
    EXPECT_THAT(findings(read(maker, "action", &both), "BIL-268"), ElementsAre("D1"));
}

TEST(Headers, TwoSpellingsSideBySideAreParts)
{
    BookMaker maker;
    maker.sheet("Emploi", {{"Action", "Opérateur", "Nb entrées", "CDI", "CDD + 6 mois"},
                           {"Atelier", "PLIE", "12", "7", "1"},
                           {"Coaching", "ML", "30", "10", "2"}});
    const FileReading reading = read(maker, "emploi");
    EXPECT_THAT(values_of(reading, "nb_emploi_durable"), ElementsAre("<err>", "<err>"));
    EXPECT_THAT(findings(reading, "BIL-821"), ElementsAre("D1", "E1"));
}

TEST(Headers, ATotalBesideItsParts)
{
    BookMaker before;
    before.sheet("Bilan", {{"Intitulé", "Porteur", "Total", "F", "H"},
                           {"Atelier", "Asso A", "12", "7", "5"},
                           {"Sport", "Asso B", "30", "10", "20"}});
    EXPECT_EQ(field_of(read(before), "Total"), "benef_total");
    BookMaker after;
    after.sheet("Bilan", {{"Intitulé", "Porteur", "F", "H", "Total"},
                          {"Atelier", "Asso A", "7", "5", "12"},
                          {"Sport", "Asso B", "10", "20", "30"}});
    EXPECT_EQ(field_of(read(after), "Total"), "benef_total");
}

TEST(Headers, ATotalOfPeopleUnderAchievedIsNoCost)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Prévu", "", "", "Réalisé", "", ""},
                          {"", "", "F", "H", "Total", "F", "H", "Total"},
                          {"Atelier", "Asso A", "5", "5", "10", "3", "4", "7"},
                          {"Sport", "Asso B", "6", "6", "12", "2", "1", "3"}});
    const FileReading reading = read(maker, "action");
    EXPECT_EQ(field_of(reading, "Réalisé / Total"), "benef_total");
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("7", "3"));
    EXPECT_THAT(values_of(reading, "benef_prevu"), ElementsAre("10", "12"));
    EXPECT_THAT(values_of(reading, "realise"), ElementsAre("(no column)"));

    BookMaker taken; // the beneficiaries have a column of their own: a question, and no cost
    taken.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires", "Réalisé", "", ""},
                          {"", "", "", "Total", "F", "H"},
                          {"Atelier", "Asso A", "9", "7", "3", "4"},
                          {"Sport", "Asso B", "4", "3", "2", "1"}});
    const FileReading other = read(taken, "action");
    EXPECT_THAT(values_of(other, "benef_total"), ElementsAre("9", "4"));
    EXPECT_THAT(values_of(other, "realise"), ElementsAre("(no column)"));
    EXPECT_THAT(findings(other, "BIL-267"), ElementsAre("D2"));
}

TEST(Headers, NotKnownAfterWomenAndMenIsTheirSex)
{
    const auto reading_of = [](const std::string& header, const std::string& total) {
        BookMaker maker;
        maker.sheet("Bilan", {{"Intitulé", "Porteur", "F", "H", header, "Total"},
                              {"Atelier", "Asso A", "7", "5", "0", "12"},
                              {"Sport", "Asso B", "10", "20", "3", total}});
        return read(maker, "emploi");
    };
    for (const std::string header : {"NC", "N.C.", "Non communiqué", "Autre"}) {
        const FileReading reading = reading_of(header, "33");
        EXPECT_THAT(values_of(reading, "benef_sexe_nc"), ElementsAre("0", "3")) << header;
        EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("12", "33")) << header;
    }
    const FileReading unproved = reading_of("Autre", "35"); // may as well be other exits: a question
    EXPECT_THAT(values_of(unproved, "benef_sexe_nc"), ElementsAre("(no column)"));
    EXPECT_THAT(values_of(unproved, "nb_autres_sorties"), ElementsAre("(no column)"));
    EXPECT_THAT(findings(unproved, "BIL-267"), testing::Contains("E1"));
}

TEST(Headers, BoundsAndDozensAreCounts)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires", "Femmes", "Hommes"},
                          {"Atelier", "Asso A", "100", "une dizaine", "+ de 100"},
                          {"Sport", "Asso B", "200", "une vingtaine", "au plus 50"},
                          {"Danse", "Asso B", "200", "plus d'une centaine", "≥ 12"}});
    const FileReading reading = read(maker, "action");
    EXPECT_THAT(values_of(reading, "benef_f"), ElementsAre("10", "20", "100"));
    EXPECT_THAT(values_of(reading, "benef_h"), ElementsAre("100", "50", "12"));
    EXPECT_THAT(findings(reading, "BIL-205").size(), 4U);
    EXPECT_THAT(findings(reading, "BIL-271"), IsEmpty());
    BookMaker spans;
    spans.sheet("Bilan", {{"Intitulé", "Porteur", "Bénéficiaires", "Femmes"},
                          {"Atelier", "Asso A", "100", "de 30 à 40"},
                          {"Sport", "Asso B", "200", "entre 10 et 12"}});
    EXPECT_THAT(values_of(read(spans, "action"), "benef_f"), ElementsAre("<err>", "<err>"));
}

TEST(Headers, ATotalFarFromThePartsThatAddUpToIt)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Total général", "Intitulé", "Porteur", "F", "Mt engagé", "H"},
                          {"12", "Atelier", "Asso A", "7", "100", "5"},
                          {"30", "Sport", "Asso B", "10", "200", "20"}});
    const FileReading reading = read(maker);
    EXPECT_THAT(values_of(reading, "benef_total"), ElementsAre("12", "30"));
    ASSERT_EQ(reading.tables.size(), 1U);
    const base::Message& reason = reading.tables[0].columns[0].reason;
    EXPECT_EQ(base::render(reason, base::Language::french),
              "«\u00A0Total général\u00A0» est, sur l'ensemble des lignes, la somme de «\u00A0F\u00A0» et de "
              "«\u00A0H\u00A0»\u00A0: la colonne est lue comme leur total. Vérifiez-le.");
    EXPECT_EQ(base::render(reason, base::Language::english),
              "The column \"Total général\" is, over all rows, the sum of \"F\" and \"H\": it is read as their total. "
              "Check it.");
}

TEST(Headers, ATotalThatNothingProvesIsAQuestion)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Total", "Intitulé", "Porteur", "F", "H"},
                          {"12", "Atelier", "Asso A", "7", "4"},
                          {"30", "Sport", "Asso B", "10", "20"}});
    const FileReading reading = read(maker);
    EXPECT_EQ(field_of(reading, "Total"), "?benef_total");
    EXPECT_THAT(findings(reading, "BIL-267"), ElementsAre("A1"));
    BookMaker amounts;
    amounts.sheet("Bilan", {{"Total", "Mt engagé", "Intitulé", "Porteur", "F"},
                            {"1200", "500", "Atelier", "Asso A", "7"},
                            {"3000", "900", "Sport", "Asso B", "10"}});
    EXPECT_EQ(field_of(read(amounts), "Total"), "");
}

TEST(Headers, IdentifiersAreNoAmounts)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Intitulé", "Porteur", "EPCI", "Coût total", "Code"},
                          {"Atelier", "Asso A", "200054781", "1000", "12345678"},
                          {"Sport", "Asso B", "244400404", "2500", "12345679"}});
    EXPECT_EQ(field_of(read(maker), "EPCI"), "?fin_epci");
    EXPECT_NE(field_of(read(maker), "Code"), "num_dossier");
}

TEST(Headers, NamesAsProgramsWriteThem)
{
    BookMaker maker;
    maker.sheet("Export", {{"RaisonSociale", "intituleProjet", "montantDemande", "codeSiret"},
                           {"Asso A", "Atelier", "1000", "'12345678901234"},
                           {"Asso B", "Sport", "2000", "'12345678901234"}});
    const FileReading reading = read(maker, "action");
    std::vector<std::string> fields;
    for (const ColumnReading& column : reading.tables[0].columns) fields.push_back(column.field);
    EXPECT_THAT(fields, ElementsAre("porteur", "intitule", "demande_p147", "siret"));
}

TEST(Headers, AGroupOfSomethingElseIsNoHeading)
{
    BookMaker maker;
    maker.sheet("Emploi", {{"Action", "Opérateur", "Niveau de formation", "", ""},
                           {"", "", "Infra 3", "Niv. 4", "Sorties"},
                           {"Atelier", "PLIE", "7", "1", "2"},
                           {"Coaching", "ML", "10", "2", "3"}});
    EXPECT_EQ(field_of(read(maker, "emploi"), "Niveau de formation / Sorties"), "nb_sorties");
}

TEST(Headers, NameNobody)
{
    BookMaker maker;
    maker.sheet("Bilan", {{"Action", "Porteur", "Bénéficiaires (contact : jeanne@exemple.fr)",
                           "Séances de Mme\u00A0Valmont", "Jean Jaurès"},
                          {"Atelier", "PLIE", "12", "3", "4"},
                          {"Coaching", "ML", "30", "5", "6"}});
    const FileReading reading = read(maker, "action");
    std::vector<std::string> headers;
    for (const ColumnReading& column : reading.tables[0].columns) headers.push_back(column.header);
    EXPECT_THAT(headers,
                ElementsAre("Action", "Porteur", "Bénéficiaires (contact : […])", "Séances de […]", "Jean Jaurès"));
    EXPECT_EQ(field_of(reading, "Bénéficiaires (contact : […])"), "benef_total");
    for (const Finding& finding : reading.findings) {
        EXPECT_EQ(finding.header.find("Valmont"), std::string::npos);
        for (const std::string& argument : finding.message.arguments)
            EXPECT_EQ(argument.find("Valmont"), std::string::npos) << argument;
    }
}

TEST(Headers, TheCellsSettleWhichVocabularyIsMeant)
{
    BookMaker pillars;
    pillars.sheet("Emploi", {{"Action", "Opérateur", "Axe", "Nb entrées", "Nb sorties"},
                             {"Atelier", "PLIE", "Cohésion sociale", "12", "7"},
                             {"Coaching", "ML", "Emploi", "30", "10"}});
    EXPECT_EQ(field_of(read(pillars, "emploi"), "Axe"), "pilier");
}

} // namespace
} // namespace bilan::intake::test
