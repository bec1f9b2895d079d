// SPDX-License-Identifier: MPL-2.0
//
// Cards of one action, and small tables beside which they look alike.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::rows_not_kept;
using intake::test::sentence;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using List = std::vector<std::string>;

TEST(Cards, WhatWasPlannedIsReadBesideWhatWasRealised)
{
    const auto reading =
        read("Action;Code de la route;\n;Prévu;Réalisé;Écart\nNombre de participants;20;26;6\ndont femmes;10;15;5\n"
             "Budget;\nPorteur;MJC\nCoût total;5000;4800;-200\n");
    EXPECT_EQ(values(reading)["intitule"], (List{"Code de la route"}));
    EXPECT_EQ(values(reading)["porteur"], (List{"MJC"}));
    EXPECT_EQ(values(reading)["benef_prevu"], (List{"20"}));
    EXPECT_EQ(values(reading)["benef_total"], (List{"26"}));
    EXPECT_EQ(values(reading)["benef_prevu_f"], (List{"10"}));
    EXPECT_EQ(values(reading)["benef_f"], (List{"15"}));
    EXPECT_EQ(values(reading)["cout_total"], (List{"5000"}));
    EXPECT_EQ(values(reading)["realise"], (List{"4800"}));
    EXPECT_EQ(sentence(reading, "BIL-520"),
              "La feuille est la fiche d'une seule action\u00A0: chaque indicateur est lu sous chacune de ses colonnes "
              "(Prévu, Réalisé). Rien à faire.");
    EXPECT_EQ(in_english(reading, "BIL-520"),
              "The sheet is the card of a single action: each indicator is read under each of its columns (Prévu, "
              "Réalisé). Nothing to do.");
    EXPECT_EQ(sentence(reading, "BIL-521"),
              "La colonne «\u00A0Écart\u00A0» de la fiche se déduit des autres, ou les commente\u00A0: elle n'est pas "
              "reprise. Rien à faire.");
    EXPECT_EQ(in_english(reading, "BIL-521"), "The column \"Écart\" of the card follows from the others, or comments "
                                              "on them: it is not taken. Nothing to do.");
}

TEST(Cards, WhatWasPlannedIsNoOtherAction)
{
    const auto reading =
        read("Action;Code de la route;\n;Prévu;Réalisé;Total\nNombre de participants;20;26;46\ndont femmes;10;15;25\n"
             "Coût total;5000;4800;9800\n");
    EXPECT_EQ(values(reading)["benef_total"], (List{"26"}));
    EXPECT_EQ(values(reading)["benef_f"], (List{"15"}));
    EXPECT_EQ(values(reading)["intitule"], (List{"Code de la route"}));
    EXPECT_EQ(
        sentence(reading, "BIL-190"),
        "La colonne «\u00A0Prévu\u00A0» dit une part de la même action (prévu, femmes, hommes), et non une autre "
        "action\u00A0: elle est mise de côté, et ses nombres ne sont pas repris. Demandez-les dans des colonnes à "
        "part.");
    EXPECT_EQ(
        in_english(reading, "BIL-190"),
        "The column \"Prévu\" tells a part of the same action (planned, women, men), and no other action: it is set "
        "aside, and its numbers are not taken. Ask for them in columns of their own.");
}

TEST(Cards, PlannedRowsBesideRealisedOnesAreNoOtherActions)
{
    const auto reading = read("Porteur;Action;Prévu/Réalisé;Nb bénéficiaires;Femmes;Coût total\n"
                              "Avenir;Forum;Prévu;40;20;9000\nAvenir;Forum;Réalisé;36;19;8500\n"
                              "Cap;Atelier;Prévu;50;25;8000\nCap;Atelier;Réalisé;55;30;8200\n");
    EXPECT_EQ(values(reading)["intitule"], (List{"Forum", "Atelier"}));
    EXPECT_EQ(values(reading)["benef_total"], (List{"36", "55"}));
    EXPECT_EQ(values(reading)["cout_total"], (List{"8500", "8200"}));
    EXPECT_THAT(findings(reading, "C13"), IsEmpty());
    EXPECT_THAT(findings(reading, "BIL-096"), SizeIs(2));
    EXPECT_EQ(
        sentence(reading, "BIL-096"),
        "La ligne «\u00A0Prévu\u00A0» dit une part de la même action (prévu, femmes, hommes), et non une autre "
        "action\u00A0: elle est mise de côté, et ses nombres ne sont pas repris. Demandez-les dans des colonnes à "
        "part.");
    EXPECT_EQ(in_english(reading, "BIL-096"),
              "The row \"Prévu\" tells a part of the same action (planned, women, men), and no other action: it is set "
              "aside, and its numbers are not taken. Ask for them in columns of their own.");

    const auto named_once =
        read("Porteur;Action;;Nb bénéficiaires;Femmes\n"
             "Avenir;Forum;Prévu;40;20\n;;Réalisé;36;19\nCap;Atelier;Prévu;50;25\n;;Réalisé;55;30\n");
    EXPECT_EQ(values(named_once)["intitule"], (List{"Forum", "Atelier"}));
    EXPECT_EQ(values(named_once)["benef_total"], (List{"36", "55"}));

    const auto states = read("Porteur;Action;Statut;Nb bénéficiaires\nAvenir;Forum;Réalisée;36\nCap;Atelier;Prévue;50\n"
                             "Avenir;Fête;Réalisée;12\n");
    EXPECT_EQ(values(states)["intitule"], (List{"Forum", "Atelier", "Fête"})) << "states of three actions";
}

TEST(Cards, GirlsAndBoysOfAnActionAreReadByAge)
{
    const auto reading =
        read("Nom de l'action;Ludobus;;\nStructure;La Toupie;;\nAnnée;2023;;\nQuartier;Les Tilleuls;;\n;\n"
             "Tranche d'âge;Filles;Garçons;Total\n0-5 ans;10;12;22\n6-11 ans;15;11;26\n12-17 ans;4;3;7\n"
             "18 et +;20;5;25\nTotal;49;31;80\n");
    EXPECT_EQ(values(reading)["intitule"], (List{"Ludobus"}));
    EXPECT_EQ(values(reading)["porteur"], (List{"La Toupie"}));
    EXPECT_EQ(values(reading)["exercice"], (List{"2023"}));
    EXPECT_EQ(values(reading)["benef_total"], (List{"80"}));
    EXPECT_EQ(values(reading)["benef_f"], (List{"49"}));
    EXPECT_EQ(values(reading)["age_0_5"], (List{"22"}));
    EXPECT_EQ(values(reading)["f_age_18_p"], (List{"20"}));
    EXPECT_EQ(values(reading)["h_age_0_5"], (List{"12"}));
    const data::TableValues& table = reading.values.front();
    const auto boys =
        std::ranges::find(table.columns, "h_age_12_17", [](const auto& column) { return column.field.id; });
    const auto index = static_cast<std::uint32_t>(boys - table.columns.begin());
    EXPECT_EQ(table.other_cells.at({0, index}).row, 8U);
    EXPECT_EQ(table.other_cells.at({0, index}).column, 2U);
}

TEST(Cards, IndicatorsBySexAreReadByRow)
{
    const auto reading = read("Action : Code de la route;;;\n;Femmes;Hommes;Total\nNombre de participants;15;11;26\n"
                              "dont QPV;10;8;18\ndont - de 26 ans;5;4;9\nSorties en emploi durable;3;2;5\n");
    EXPECT_EQ(values(reading)["intitule"], (List{"Code de la route"}));
    EXPECT_EQ(values(reading)["benef_total"], (List{"26"}));
    EXPECT_EQ(values(reading)["benef_f"], (List{"15"}));
    EXPECT_EQ(values(reading)["benef_qpv"], (List{"18"}));
    EXPECT_EQ(values(reading)["f_age_0_25"], (List{"5"}));
    EXPECT_EQ(values(reading)["nb_emploi_durable"], (List{"5"}));
}

TEST(Cards, RowsOfIndicatorsAreNoPeople)
{
    const auto reading = read("Action : Code de la route;;;\n;Femmes;Hommes;Total\nNombre de participants;15;11;26\n"
                              "dont QPV;10;8;18\nReçus au code;5;4;9\nReçus à la conduite;3;2;5\nAbsents;1;1;2\n");
    EXPECT_EQ(values(reading)["benef_total"], (List{"26"}));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-191", "5 BIL-191", "6 BIL-191", "7 BIL-191"));
    EXPECT_EQ(
        sentence(reading, "BIL-191"),
        "La ligne «\u00A0dont QPV\u00A0» dit un autre indicateur que les personnes des colonnes\u00A0: elle est mise "
        "de côté, et ses nombres ne sont pas repris. Demandez un tableau d'une ligne par action, avec une colonne par "
        "indicateur.");
    EXPECT_EQ(in_english(reading, "BIL-191"),
              "The row \"dont QPV\" tells another indicator than the people of the columns: it is set aside, and its "
              "numbers are not taken. Ask for a table of one row an action, with a column for each indicator.");
    const auto quarters =
        read("Quartier;Femmes;Hommes;Total\nLes Tilleuls;10;12;22\nBellefontaine;15;11;26\n", "action");
    EXPECT_THAT(rows_not_kept(quarters), IsEmpty());
}

TEST(Cards, TheSourceIsNoQuarter)
{
    const auto reading =
        read("Indicateur;Les Tilleuls;Bellefontaine;Source\nPopulation;2310;1870;RP 2018\n"
             "Taux de pauvreté (%);45.2;51.7;Filosofi 2019\nRevenu médian (€);13250;12110;Filosofi 2019\n");
    EXPECT_EQ(values(reading)["population"], (List{"2310", "1870"}));
    EXPECT_THAT(findings(reading, "BIL-212"), IsEmpty());
}

TEST(Cards, NamesOfVariablesBelowTheLabels)
{
    const auto reading =
        read("Code du quartier;Libellé du quartier;Population municipale;Taux de pauvreté (%)\n"
             "codeQPV;libQPV;POP;TP60\nQP024001;Les Tilleuls;2310;45.2\nQP024002;Bellefontaine;1870;51.7\n");
    EXPECT_EQ(values(reading)["code_qp"], (List{"QP024001", "QP024002"}));
    EXPECT_THAT(findings(reading, "BIL-286"), SizeIs(1));
}

TEST(Cards, ARowOfAMatrixThatGoesOn)
{
    const auto reading =
        read("Participants;Démarches territorialisées pour l'emploi;Mes défis;J'ai besoin de ressources sur;"
             "Je peux être ressource sur\nAgglo du Val;• TZCLD en préparation;Convaincre;;\n"
             ";• Cité de l'emploi;;Financement;Clauses\nMDE;Clauses;Mobilité;-;Clauses\n",
             "demarche");
    EXPECT_EQ(values(reading)["besoins"].front(), "Financement");
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("3 BIL-289"));
}

TEST(Cards, FundersInRowsAreNoCard)
{
    const auto reading = read("Financeur;Montant accordé;Part (%)\nEtat P147;260500;55 %\nVille;118000;25 %\n"
                              "Agglo;60000;13 %\nCAF;32000;7 %\n");
    EXPECT_EQ(values(reading)["financeur"], (List{"p147", "commune", "epci", "caf"}));
    EXPECT_EQ(values(reading)["montant_accorde"], (List{"260500", "118000", "60000", "32000"}));
}

TEST(Cards, APillarWrittenOnceIsAskedAbout)
{
    const auto reading = read("Pilier;Porteur;Action;Accordé\nCohésion sociale;MJC;Ciné;2000\n;CIDFF;Droits;7000\n"
                              ";La Toupie;Ludobus;3000\nEmploi;ML;Forum;2500\n;Créaffaires;Couveuse;6000\n",
                              "action");
    EXPECT_EQ(
        sentence(reading, "BIL-129"),
        "La colonne «\u00A0Pilier\u00A0» semble n'être remplie qu'à la première ligne de chaque groupe\u00A0; les "
        "cellules vides au-dessous restent inconnues. Remplissez-la à chaque ligne, ou fusionnez ses cellules.");
    EXPECT_EQ(
        in_english(reading, "BIL-129"),
        "The column \"Pilier\" seems to be filled in only in the first row of each group; the empty cells below stay "
        "unknown. Fill it in on each row, or merge its cells.");
    const auto merged = read("Pilier;Porteur;Action;Accordé\nCohésion sociale;MJC;Ciné;2000\n;CIDFF;Droits;7000\n"
                             "Emploi;ML;Forum;2500\n;Créaffaires;Couveuse;6000\n",
                             "action", {"A2:A3", "A4:A5"});
    EXPECT_THAT(findings(merged, "BIL-129"), IsEmpty());
}

TEST(Cards, NamesOfPlacesAreQuartersBelowATitleToo)
{
    const auto reading =
        read("Plateforme emploi – participants;;;\nIndicateur;Les Tilleuls;Le Fort-Haut;Total\n"
             "Nombre de participants;83;53;136\ndont femmes;45;22;67\nSorties;40;23;63\nAbandons;7;4;11\n");
    EXPECT_EQ(values(reading)["territoire"], (List{"Les Tilleuls", "Le Fort-Haut"}));
    EXPECT_EQ(values(reading)["benef_total"], (List{"83", "53"}));
    const auto years = read("Mission locale – jeunes QPV;;;\nIndicateurs;2021;2022;2023\n"
                            "Nombre de bénéficiaires;412;438;451\ndont femmes;198;215;229\nAbandons;31;28;25\n");
    EXPECT_EQ(values(years)["exercice"], (List{"2021", "2022", "2023"}));
    EXPECT_THAT(findings(years, "BIL-842"), IsEmpty());
}

TEST(Cards, AFormIsARowOfATable)
{
    const auto reading =
        read("FICHE CONSEIL CITOYEN;\n;\nNom du conseil :;CC Tilleuls\nQuartier(s) :;Les Tilleuls\n"
             "Nombre de membres :;18\n   - dont habitants :;11\n   - dont femmes :;10\nÉtat :;actif\n;\n"
             "Fait à Montbrun, le 12/02/2024;\n");
    EXPECT_EQ(values(reading)["nom_cc"], (List{"CC Tilleuls"}));
    EXPECT_EQ(values(reading)["qpv"], (List{"Les Tilleuls"}));
    EXPECT_EQ(values(reading)["nb_hab"], (List{"11"}));
    EXPECT_EQ(values(reading)["nb_f"], (List{"10"}));
    EXPECT_EQ(
        sentence(reading, "BIL-136"),
        "La feuille est un formulaire, un intitulé et sa réponse par ligne\u00A0: elle est lue comme une ligne de "
        "tableau. Vérifiez ce qui en est repris.");
    EXPECT_EQ(in_english(reading, "BIL-136"),
              "The sheet is a form, a label and its answer in each row: it is read as one row of a table. Check what "
              "was taken.");
    const auto nameless =
        read("Fiche;\nNombre de membres :;18\ndont habitants :;11\ndont femmes :;10\ndont hommes :;8\nÉtat :;actif\n");
    EXPECT_THAT(nameless.values, IsEmpty()) << "of which council?";
    EXPECT_THAT(findings(nameless, "BIL-293"), SizeIs(1));
}

} // namespace
} // namespace bilan::schemas
