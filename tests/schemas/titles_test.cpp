// SPDX-License-Identifier: MPL-2.0
//
// Titles above a table: side by side, over a block at the right, of a quarter or a pillar; years that they do not give.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::rows_not_kept;
using intake::test::sentence;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;
using List = std::vector<std::string>;

const std::string rows = "Action;Porteur;Nb de participants;dont femmes;Accordé\nLudobus;A;60;30;2000\n"
                         "Jardin;B;25;10;1500\n";

TEST(Titles, SideBySideAreNoGroups)
{
    for (const std::string line :
         {"Année 2023;;;Ville de Montbrun;\n", "Programmation 2023;;;Mise à jour mars 2024;\n",
          "Bilan 2023;;;Service politique de la ville;\n", "Bilan 2023;Ville de Montbrun;;;\n",
          "Programmation 2023;;;montants en €;\n", "Contrat de ville;CA du Haut Pays;;Exercice;2023\n",
          "Structure : MJC du Fort;;Année : 2023;;\n"}) {
        const auto reading = read(line + rows, "action");
        EXPECT_EQ(values(reading)["exercice"], (List{"2023", "2023"})) << line;
        EXPECT_EQ(values(reading)["benef_total"], (List{"60", "25"})) << line;
        EXPECT_EQ(values(reading)["benef_f"], (List{"30", "10"})) << line;
        EXPECT_EQ(values(reading)["accorde_p147"], (List{"2000", "1500"})) << line;
    }
}

TEST(Titles, LettersThatCountTheColumnsAreNoUnits)
{
    const auto reading = read("Action;Porteur;QPV;Demandé;Accordé;Nb de bénéficiaires;Femmes;Hommes\na;b;c;d;e;f;g;h\n"
                              "Ludobus;A;QN06901M;9000;2000;60;30;30\n",
                              "action");
    EXPECT_EQ(values(reading)["benef_h"], (List{"30"})); // the eighth column, no hours
}

TEST(Titles, PeopleBelowAYearAreNotTheYear)
{
    const auto reading = read("Programmation 2023;;;Autre chose\nAction;Porteur;Participants;Accordé\n"
                              "Ludobus;A;60;2000\nJardin;B;25;1500\n",
                              "action");
    EXPECT_THAT(values(reading)["exercice"], Not(testing::Contains("2025")));
    EXPECT_EQ(values(reading)["benef_total"], (List{"60", "25"}));
}

TEST(Titles, GroupsOfYearsStayGroups)
{
    const auto reading = read("Programmation 2023;;;Rappel 2022\nAction;Porteur;Bénéficiaires;Bénéficiaires\n"
                              "Ludobus;A;60;55\nJardin;B;25;20\n",
                              "action");
    EXPECT_EQ(values(reading)["exercice"], (List{"2023", "2022", "2023", "2022"}));
    EXPECT_EQ(values(reading)["benef_total"], (List{"60", "55", "25", "20"}));
}

TEST(Titles, OverABlockAtTheRight)
{
    const auto reading = read("Programmation 2023;;;;;Rappel enveloppe;;;\n"
                              "Action;Porteur;Accordé;Bénéficiaires;;Ligne;Notifié;Engagé;Reste\n"
                              "Ludobus;A;2000;60;;P147;120000;98000;22000\nJardin;B;1500;25;;VVV;15000;15000;0\n"
                              "Café;C;2500;40;;;;;\nBoxe;D;1200;30;;;;;\n",
                              "action");
    EXPECT_EQ(values(reading)["accorde_p147"], (List{"2000", "1500", "2500", "1200"}));
    EXPECT_EQ(values(reading)["benef_total"], (List{"60", "25", "40", "30"}));
    EXPECT_EQ(values(reading)["exercice"], (List{"2023", "2023", "2023", "2023"}));
    EXPECT_THAT(findings(reading, "BIL-507"), Not(IsEmpty()));
}

TEST(Titles, OfAQuarterOrAPillarAboveTheFirstBlock)
{
    const std::string header = "Action;Porteur;Accordé\n";
    const auto quarters = read(
        "QPV Les Tilleuls\n" + header + "Ludobus;A;2000\n\nQPV Bellefontaine\n" + header + "Café;B;2500\n", "action");
    EXPECT_EQ(values(quarters)["territoire"], (List{"QPV Les Tilleuls", "QPV Bellefontaine"}));
    const auto pillars = read(
        "Axe 1 : Emploi\n" + header + "Ludobus;A;2000\nAxe 2 : Cadre de vie\n" + header + "Café;B;2500\n", "action");
    EXPECT_EQ(values(pillars)["pilier"], (List{"emploi", "cadre_de_vie"}));
    EXPECT_EQ(values(read("PILIER COHESION SOCIALE\n" + header + "Ludobus;A;2000\n", "action"))["pilier"],
              (List{"cohesion_sociale"}));
    EXPECT_EQ(values(read("Programmation 2023 - quartier Les Tilleuls\n" + header + "Ludobus;A;2000\n",
                          "action"))["territoire"],
              (List{"Les Tilleuls"}));
    const auto codes = read(header + "QN02401M - Les Tilleuls\nLudobus;A;2000\nQN02402I - Bellefontaine\nCafé;B;2500\n"
                                     "Actions communes à tous les quartiers\nForum;C;1200\n",
                            "action");
    EXPECT_EQ(values(codes)["territoire"], (List{"QN02401M", "QN02402I", "<vide>"}));
    EXPECT_THAT(rows_not_kept(codes), ElementsAre("2 BIL-287", "4 BIL-287", "6 BIL-599"));
}

TEST(Titles, AHolderBesideAnotherTitle)
{
    const std::string table = "Action;Quartier;Bénéficiaires;Accordé\nLudobus;Nord;60;2000\n";
    for (const std::string line : {"BILAN 2023;Nom de la structure :;Centre social\n;\n",
                                   "Nom de la structure :;Centre social;Année :;2023\n;\n"}) {
        const auto reading = read(line + table, "action");
        EXPECT_EQ(values(reading)["porteur"], (List{"Centre social"})) << line;
        EXPECT_EQ(values(reading)["exercice"], (List{"2023"})) << line;
    }
    EXPECT_EQ(values(read("Nom de l'action;Ludobus\nStructure;La Toupie\n;\nQuartier;Participants;Femmes;Hommes\n"
                          "Nord;22;10;12\nSud;26;15;11\n",
                          "action"))["intitule"],
              (List{"Ludobus", "Ludobus"}));
}

TEST(Titles, TheNameOfTheContractsIsNoYear)
{
    const std::string header = "Porteur;Action;Montant accordé\nMJC;Ciné;2000\n";
    for (const std::string title : {"Contrat de ville Engagements Quartiers 2030\n", "Contrat de ville EQ2030\n",
                                    "Contrat de ville Quartiers 2030 de Montbrun\n"}) {
        EXPECT_EQ(values(read(title + header, "action")).count("exercice"), 0U) << title;
        EXPECT_EQ(values(read("Programmation 2024 du " + title + header, "action"))["exercice"], (List{"2024"}))
            << title;
    }
}

TEST(Titles, ASheetNamedAfterADayOrAListHasNoYear)
{
    for (const std::string name : {"Extraction du 12-01-2024", "MAJ 12.01.2024", "listeqp2024", "EQ2030"}) {
        intake::test::BookMaker maker;
        maker.sheet(name, table("Porteur;Action;Montant accordé\nMJC;Ciné;2000\n"));
        intake::Options options;
        options.domain = &domain();
        const auto reading = intake::take_in(maker.book(), "a.xlsx", options);
        EXPECT_EQ(values(reading).count("exercice"), 0U) << name;
    }
}

TEST(Titles, TheDayOfAMeetingIsNoYearOfTheFigures)
{
    const std::string table = "Porteur;Action;Montant accordé\nMJC;Ciné;2000\nCIDFF;Droits;7000\n";
    const auto next = read("COPIL du 15/12/2023 – programmation de l'année suivante;;\n" + table, "action");
    EXPECT_FALSE(values(next).contains("exercice"));
    EXPECT_THAT(findings(next, "BIL-299"), Not(IsEmpty()));
    const auto named = read("COPIL du 15/12/2023 – Programmation 2024;;\n" + table, "action");
    EXPECT_EQ(values(named)["exercice"], (List{"2024", "2024"}));
}

TEST(Titles, AFunderAboveTheTableIsWorthALook)
{
    const std::string table = "Porteur;Action;Subvention accordée\nAvenir;Atelier;4000\nCap;Forum;3000\n";
    const auto reading = read("CAF du Val fictif - Fonds publics et territoires 2023;;\n" + table, "action");
    EXPECT_EQ(
        sentence(reading, "BIL-097"),
        "Le titre du tableau nomme un autre financeur, et la colonne «\u00A0Subvention accordée\u00A0» n'en nomme "
        "aucun\u00A0: elle est lue comme des crédits P147 (accorde_p147). Si ce sont ceux du titre, écrivez fin_caf "
        "pour cet en-tête dans mappings.toml.");
    EXPECT_EQ(in_english(reading, "BIL-097"),
              "The title of the table names another funder, and the column \"Subvention accordée\" names none: it is "
              "read as P147 credits (accorde_p147). If they are those of the title, write fin_caf for this header into "
              "mappings.toml.");
    EXPECT_THAT(
        findings(read("Ville de Montbrun - Programmation 2023 du contrat de ville;;\n" + table, "action"), "BIL-097"),
        IsEmpty());
    EXPECT_THAT(findings(read("Ville de Montbrun;;\n" + table, "action"), "BIL-097"), IsEmpty()) << "who sent it";
    const auto asked =
        read("CAF du Val fictif - Fonds publics et territoires 2023;;\nPorteur;Action;Subvention demandée\n"
             "Avenir;Atelier;4000\n",
             "action");
    EXPECT_NE(sentence(asked, "BIL-097").find("écrivez fin_caf_demande pour"), std::string::npos);
}

TEST(Titles, AYearOfSomethingElseIsNoYearOfTheFigures)
{
    const std::string table = "Porteur;Action;Montant accordé\nMJC;Ciné;2000\nCIDFF;Droits;7000\n";
    for (const std::string title : {"Loi du 21 février 2014", "Décret 2023-1314", "CR du COPIL du 12 mars 2024"}) {
        const auto reading = read(title + ";;\n" + table, "action");
        EXPECT_FALSE(values(reading).contains("exercice")) << title;
        EXPECT_THAT(findings(reading, "BIL-299"), IsEmpty()) << title;
    }
    for (const std::string title : {"QPV 2024", "Géographie prioritaire 2024", "Population 2018", "Recensement 2020",
                                    "Suivi depuis 2019", "Tableau n° 2019", "Version 2024.1"}) {
        const auto reading = read(title + ";;\n" + table, "action");
        EXPECT_FALSE(values(reading).contains("exercice")) << title;
        EXPECT_FALSE(values(reading).contains("territoire")) << title;
    }
    EXPECT_EQ(sentence(read("Suivi depuis 2019;;\n" + table, "action"), "BIL-299"),
              "Aucune colonne ne donne Exercice (exercice), et «\u00A0Suivi depuis 2019\u00A0» ne permet pas de "
              "trancher\u00A0: le champ reste vide. Ajoutez la colonne, ou précisez l'option de la commande.");
    for (const std::string title :
         {"Programmation QPV 2024", "Actions QPV 2024", "Bilan au 31 décembre 2024", "Bilan 2024 - QPV 2015",
          "Suivi des actions 2024", "Comité des financeurs du 12 mars 2024", "Recensement des actions 2024",
          "Données 2024 - source INSEE"})
        EXPECT_EQ(values(read(title + ";;\n" + table, "action"))["exercice"], (List{"2024", "2024"})) << title;
}

TEST(Titles, WhatNamesNoQuarterGivesNone)
{
    const std::string table = "Porteur;Action;Montant accordé\nMJC;Ciné;2000\nCIDFF;Droits;7000\n";
    for (const std::string title : {"Territoire d'intervention : voir colonne", "QPV : nouvelle géographie",
                                    "Territoire : Rhône", "QPV 2024", "Quartier 2030"})
        EXPECT_FALSE(values(read(title + ";;\n" + table, "action")).contains("territoire")) << title;
    const auto reading = read("Territoire : Rhône;;\n" + table, "action");
    EXPECT_THAT(findings(reading, "BIL-299"), Not(IsEmpty()));
    const auto quarter = read("Quartier Bellevue - actions 2023;;\n" + table, "action");
    EXPECT_EQ(values(quarter)["territoire"], (List{"Quartier Bellevue", "Quartier Bellevue"}));
    EXPECT_EQ(values(quarter)["exercice"], (List{"2023", "2023"}));
    EXPECT_EQ(values(read("Quartier : Manche;;\n" + table, "action"))["territoire"], (List{"Manche", "Manche"}));
}

} // namespace
} // namespace bilan::schemas
