// SPDX-License-Identifier: MPL-2.0
//
// Tables of all schemas as partners were seen to write them, each of which was once read wrong without a word, or lost.
#include "schemas/schema_reading.hpp"

#include "base/message.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::rows_kept;
using intake::test::rows_not_kept;
using intake::test::sentence;
using testing::ElementsAre;
using testing::IsEmpty;
using List = std::vector<std::string>;

TEST(Trials, TheAdministrativeAccountOfAYearIsNoFunder)
{
    const auto reading =
        read("Financeur;Nature du crédit;BP 2022;CA 2022\nRégion;DC;120000;118500\nCAF;DC;3000;2800\n", "financement");
    Values read = values(reading);
    EXPECT_EQ(read["montant_realise"], (List{"118500", "2800"}));
    EXPECT_EQ(read.count("fin_epci"), 0U);
}

TEST(Trials, TheCornerOfATableWrittenAcrossNamesItsLines)
{
    const auto reading = read("Indicateur;Les Tilleuls;Le Moulin;EPCI\nPopulation municipale;3500;1200;150000\n"
                              "Revenu médian;12500;11800;22000\nDEFM ABC;300;120;9000\n",
                              "territoire");
    Values read = values(reading);
    EXPECT_EQ(read["territoire"], (List{"Les Tilleuls", "Le Moulin", "EPCI"}));
    EXPECT_EQ(read.count("indicateur"), 0U);
    EXPECT_EQ(read["population"], (List{"3500", "1200", "150000"}));
    EXPECT_EQ(
        sentence(reading, "BIL-597"),
        "Le tableau est écrit en travers, et «\u00A0Indicateur\u00A0» y nomme les lignes\u00A0: les titres des "
        "colonnes (Les Tilleuls, Le Moulin, EPCI) sont lus comme Territoire (territoire). Vérifiez que c'est bien "
        "ce qu'ils disent.");
    EXPECT_EQ(
        in_english(reading, "BIL-597"),
        "The table is written across, and \"Indicateur\" names its rows: the titles of the columns (Les Tilleuls, "
        "Le Moulin, EPCI) are read as Territory (territoire). Check that this is what they say.");
}

TEST(Trials, FundersDownTheSideOfYears)
{
    Values read = values(schemas::read("Financeur;2021;2022;2023\nÉtat P147;10000;12000;12500\nRégion;5000;5000;NC\n"
                                       "CAF;3000;3000;3500\n",
                                       "financement"));
    EXPECT_EQ(read["exercice"], (List{"2021", "2022", "2023"}));
    EXPECT_EQ(read["fin_region"], (List{"5000", "5000", "<nc>"}));
}

TEST(Trials, ACornerThatIsTheNameOfItsLineStays)
{
    Values read = values(schemas::read("Offre de services;Forum;Atelier\nOpérateur;MDE;ML\n"
                                       "Nb de bénéficiaires total;120;18\nFemmes;60;9\nHommes;60;9\n",
                                       "offre"));
    EXPECT_EQ(read["offre"], (List{"Forum", "Atelier"}));
}

TEST(Trials, WhatIsNoCodeAmongCodesOfQuartersIsSaid)
{
    const auto reading = read("codeQPV;Population\nQP069010;3500\nQN06910M;1200\nEPCI;150000\n", "territoire");
    EXPECT_THAT(findings(reading, "C11"), ElementsAre("A4 EPCI"));
    EXPECT_EQ(
        base::render({"BIL-598", {"EPCI"}}, base::Language::french),
        "«\u00A0EPCI\u00A0» n'est pas un code de quartier\u00A0; le texte est gardé tel quel, et la ligne compte "
        "comme celle d'un quartier. Si c'est une commune, un EPCI ou un total, retirez la ligne ou donnez-lui une "
        "colonne «\u00A0Niveau\u00A0».");
    EXPECT_EQ(
        base::render({"BIL-598", {"EPCI"}}, base::Language::english),
        "\"EPCI\" is no code of a quarter; the text is kept as written, and the row counts as that of a quarter. If "
        "it is a municipality, an inter-municipal body or a total, take the row out or give it a column "
        "\"Niveau\".");
}

TEST(Trials, ColumnsOfYearsBesideTheIndicatorOfEachRow)
{
    Values read = values(schemas::read("Territoire;Indicateur;2020;2021\nLes Tilleuls;Population;3600;3650\n"
                                       "Le Moulin;Population;NC;1250\n",
                                       "territoire"));
    EXPECT_EQ(read["exercice"], (List{"2020", "2021", "2020", "2021"}));
    EXPECT_EQ(read["valeur"], (List{"3600", "3650", "<nc>", "1250"}));
}

TEST(Trials, WhatBecameOfPeopleAreNoJobs)
{
    const auto reading =
        read("Offre de services;Opérateur;Nb de bénéficiaires total;F/H;;Suite de parcours;;\n"
             ";;;F;H;emploi;formation;orientation\nForum;MDE;120;70;50;12;8;20\nAtelier;ML;48;24;24;6;3;2\n",
             "offre", {"D1:E1", "F1:H1"});
    Values read = values(reading);
    EXPECT_EQ(read.count("emplois"), 0U);
    EXPECT_THAT(findings(reading, "BIL-842"), testing::SizeIs(1));
    EXPECT_EQ(read["nb_formation"], (List{"8", "3"}));
    EXPECT_EQ(read["nb_orientation"], (List{"20", "2"}));
    EXPECT_EQ(read["benef_f"], (List{"70", "24"})) << "a heading of both sexes leaves nobody out";
    EXPECT_EQ(read["benef_h"], (List{"50", "24"}));
}

TEST(Trials, LevelsBelowATitle)
{
    Values roman = values(schemas::read("Intitulé;Porteur;Bénéficiaires;Niveau de qualification;;;\n"
                                        ";;;Infra V;V;IV;II et I\nAtelier;A;30;5;10;5;10\nForum;B;20;2;8;5;5\n",
                                        "emploi", {"D1:G1"}));
    EXPECT_EQ(roman["niv_infra3"], (List{"5", "2"}));
    EXPECT_EQ(roman["niv_3"], (List{"10", "8"}));
    EXPECT_EQ(roman["niv_4"], (List{"5", "5"}));
    EXPECT_EQ(roman["niv_6_8"], (List{"10", "5"})) << "two levels in one column";
    for (const std::vector<std::string>& merges : {List{"D1:G1"}, List{}}) {
        const auto reading = read("Intitulé;Porteur;Bénéficiaires;Niveau;;;\n;;;infra 3;'3;'4;5 et +\n"
                                  "Atelier;A;30;5;10;5;10\nForum;B;20;2;8;5;5\n",
                                  "emploi", merges);
        EXPECT_THAT(rows_kept(reading), ElementsAre(3U, 4U));
        Values digits = values(reading);
        EXPECT_EQ(digits["niv_3"], (List{"10", "8"}));
        EXPECT_EQ(digits["niv_5_8"], (List{"10", "5"}));
        EXPECT_EQ(digits.count("age_5_p"), 0U) << "« 5 et + » is no age";
    }
    Values other = values(schemas::read("Intitulé;Porteur;Bénéficiaires;Niveau de satisfaction;;\n;;;'3;moyen;'5\n"
                                        "Atelier;A;30;5;10;5\nForum;B;20;2;8;5\n",
                                        "emploi", {"D1:F1"}));
    EXPECT_EQ(other.count("niv_3"), 0U) << "a mark is no level";
    Values gap =
        values(schemas::read("Intitulé;Porteur;Niveaux 3 et 6;Niveaux 7/8\nAtelier;A;5;3\nForum;B;2;1\n", "emploi"));
    EXPECT_EQ(gap.count("niv_3_6"), 0U) << "4 and 5 are not among them";
    EXPECT_EQ(gap["niv_7_8"], (List{"3", "1"}));
}

TEST(Trials, TheTotalOfWhatWasReachedCountsPeople)
{
    Values read = values(
        schemas::read("Offre de services;Opérateur;Cible;;Réalisé;;\n;;Total;dont QPV;Total;dont QPV;dont femmes\n"
                      "Forum;MDE;100;40;120;45;60\nAtelier;ML;20;10;18;12;9\n",
                      "offre", {"C1:D1", "E1:G1"}));
    EXPECT_EQ(read["benef_total"], (List{"120", "18"}));
    EXPECT_EQ(read["benef_qpv"], (List{"45", "12"}));
    EXPECT_EQ(read["cible"], (List{"100", "20"}));
    EXPECT_EQ(read.count("realise"), 0U);
}

TEST(Trials, NumbersOfLinesAreNoNumbersOfFiles)
{
    const auto reading = read("N° action;Intitulé;Porteur;Bénéficiaires\n1;Atelier;A;12\n2;Forum;B;30\n"
                              "2bis;Forum d'hiver;B;8\n4;Cirque;C;9\n",
                              "action");
    EXPECT_EQ(values(reading).count("num_action"), 0U);
    EXPECT_THAT(findings(reading, "BIL-271"), IsEmpty());
    EXPECT_EQ(
        sentence(reading, "BIL-582"),
        "La colonne «\u00A0N° action\u00A0» numérote les lignes du tableau (1, 2, 3…)\u00A0: elle n'est pas reprise "
        "comme N° de l'action (num_action). Rien à faire.");
    EXPECT_EQ(in_english(reading, "BIL-582"),
              "The column \"N° action\" numbers the rows of the table (1, 2, 3…): it is "
              "not taken as Action number (num_action). Nothing to do.");
    EXPECT_THAT(
        findings(read("N°;Intitulé;Porteur;Bénéficiaires\n1;Atelier;A;12\n2;Forum;B;30\n", "action"), "BIL-842"),
        IsEmpty())
        << "a figure is missing for want of no such column";
}

TEST(Trials, AWholeBehindAgesOfWomenAndOfMenIsTheOneItsNumbersAddUpTo)
{
    const std::string header =
        "Intitulé;Porteur;Femmes;;Hommes;;Ensemble\n;;< 26 ans;26 ans et plus;< 26 ans;26 ans et "
        "plus;\n";
    Values people = values(read(header + "A;P;5;6;1;2;14\nB;P;10;0;4;4;18\n", "emploi"));
    EXPECT_EQ(people["benef_total"], (List{"14", "18"}));
    EXPECT_EQ(people.count("benef_h"), 0U);
    Values men = values(read(header + "A;P;5;6;1;2;3\nB;P;10;0;4;4;8\n", "emploi"));
    EXPECT_EQ(men["benef_h"], (List{"3", "8"}));
    Values neither = values(read(header + "A;P;5;6;1;2;70\nB;P;10;0;4;4;80\n", "emploi"));
    EXPECT_EQ(neither.count("benef_total"), 0U);
    EXPECT_EQ(neither.count("benef_h"), 0U);
}

TEST(Trials, PeopleReachedAreNoCost)
{
    Values read_values =
        values(read("Intitulé;Porteur;Public réalisé;Coût total\nA;P;35;1000\nB;P;55;900\n", "action"));
    EXPECT_EQ(read_values["benef_total"], (List{"35", "55"}));
    EXPECT_EQ(read_values.count("realise"), 0U);
    Values jeunes = values(read("Intitulé;Porteur;Réalisé jeunes;Coût total\nA;P;35;1000\nB;P;55;900\n", "action"));
    EXPECT_EQ(jeunes.count("realise"), 0U);
}

TEST(Trials, ContractsOfSixMonthsAndMoreAreLasting)
{
    Values exits = values(read("Intitulé;Porteur;Sorties;CDI;CDD 6 mois et +\nA;P;20;4;3\nB;P;9;1;2\n", "emploi"));
    EXPECT_EQ(exits["nb_emploi_durable"], (List{"7", "3"}));
}

/// It was an action called « % » of which every cell was asked about.
TEST(Trials, ARowOfSharesBelowTheRecordsIsNoRecord)
{
    const std::string head = "Action;Porteur;Montant accordé;Femmes;Hommes\nA1;P1;1000;4;6\nA2;P2;2000;9;11\n";
    EXPECT_EQ(rows_kept(read(head + "%;;100%;48%;52%\n", "action")).size(), 2U);
    EXPECT_EQ(rows_kept(read(head + "Pourcentage;;;48 %;52 %\n", "action")).size(), 2U);
    EXPECT_EQ(rows_kept(read(head + "100 % femmes;P3;500;5;0\n", "action")).size(), 3U);
}

/// Four findings about a total that was none, and a whole action was lost.
TEST(Trials, AHolderCalledEnsembleAndATitleThatBeginsWithExempleAreRecords)
{
    const std::string head = "Action;Porteur;Exercice;Montant accordé;Nb bénéficiaires\nA1;P1;2025;1000;10\n"
                             "A2;P2;2025;2000;20\nA3;P3;2025;1500;12\n";
    const auto names = read(head + "Atelier;Ensemble;2025;900;11\nEnsemble !;Ensemble pour Bellevue;2025;800;7\n"
                                   "Exemple : la réussite;Asso S;2025;500;5\nZ;P9;2025;800;7\n",
                            "action");
    EXPECT_EQ(rows_kept(names).size(), 7U);
    EXPECT_THAT(findings(names, "BIL-280"), IsEmpty());
    const auto total = read(head + "Ensemble;;;4500;42\n", "action");
    EXPECT_EQ(rows_kept(total).size(), 3U) << "without a holder it is the total";
}

} // namespace
} // namespace bilan::schemas
