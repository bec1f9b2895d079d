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

TEST(Trials, SharesBelowATotal)
{
    const auto reading = read("Intitulé;Porteur;Bénéficiaires;Femmes;Hommes\nAtelier;A;10;6;4\nForum;B;12;6;6\n"
                              "Total;;22;12;10\n%;;100 %;55 %;45 %\n",
                              "action");
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("4 BIL-279", "5 BIL-822"));
    const auto bare = read("Intitulé;Porteur;Bénéficiaires;Femmes;Hommes\nAtelier;A;10;6;4\nForum;B;12;6;6\n"
                           "Total;;22;12;10\n;;100 %;55 %;45 %\n",
                           "action");
    EXPECT_THAT(rows_not_kept(bare), ElementsAre("4 BIL-279", "5 BIL-822"));
}

TEST(Trials, TitlesInOrdinaryLetters)
{
    const auto reading = read("Intitulé;Porteur;Subvention accordée;Bénéficiaires\nInsertion des jeunes\n"
                              "Atelier;A;1000;10\nChantier;B;2000;12\nSoutien aux familles\nCirque;C;1500;20\n",
                              "action");
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("2 BIL-599", "5 BIL-599"));
    EXPECT_EQ(sentence(reading, "BIL-599"),
              "La ligne «\u00A0Insertion des jeunes\u00A0» ne contient qu'un texte et ouvre un groupe de lignes\u00A0: "
              "elle est lue comme un titre et mise de côté. Si c'est une action, remplissez ses autres cellules.");
    EXPECT_EQ(
        in_english(reading, "BIL-599"),
        "The row \"Insertion des jeunes\" holds nothing but a text and opens a group of rows: it is read as a title "
        "and set aside. If it is an action, fill in its other cells.");
    const auto closed = read("Intitulé;Porteur;Subvention accordée;Bénéficiaires\nAtelier;A;1000;10\n"
                             "Soutien aux familles\nCirque;C;1500;20\nDanse;C;500;20\n"
                             "Sous-total Soutien aux familles;;2000;40\n",
                             "action");
    EXPECT_THAT(rows_not_kept(closed), ElementsAre("3 BIL-599", "6 BIL-279"));
    const auto doubtful = read("Intitulé;Porteur;Subvention accordée;Bénéficiaires\nAtelier;A;1000;10\n"
                               "Soutien aux familles\nCirque;C;1500;20\n",
                               "action");
    EXPECT_THAT(rows_kept(doubtful), ElementsAre(2U, 3U, 4U)) << "it may be an action that was not filled in";
    EXPECT_THAT(findings(doubtful, "BIL-823"), testing::SizeIs(1));
}

TEST(Trials, ARowOfWhichNothingIsReadIsNoAction)
{
    const auto reading = read("Intitulé;Porteur;Bénéficiaires;Zébulon;Turlute\nAtelier;A;10;a;1\nForum;B;12;b;2\n"
                              ";;;c;3\nCirque;C;5;d;4\n",
                              "action");
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 5U));
    EXPECT_EQ(sentence(reading, "BIL-112"),
              "La ligne n'est remplie que dans des colonnes qui ne sont pas comprises\u00A0: elle est mise de côté. "
              "Répondez pour ces colonnes dans mappings.toml si elle compte.");
    EXPECT_EQ(in_english(reading, "BIL-112"), "The row is filled in only in columns that are not understood: it is set "
                                              "aside. Answer for these columns in mappings.toml if it counts.");
}

TEST(Trials, NameBesideTheCodeOfAQuarterIsItsName)
{
    Values read = values(schemas::read("Code QPV;Nom;Population\nQP069001;Jean Moulin;1200\nQP069002;Paul Éluard;2200\n"
                                       "QP069003;Les Tilleuls;3200\n",
                                       "territoire"));
    EXPECT_EQ(read["lib_qp"], (List{"Jean Moulin", "Paul Éluard", "Les Tilleuls"}));
    const auto persons = schemas::read("Code QPV;Nom;Action;Bénéficiaires\nQP069001;Sophie Martin;Atelier;1\n"
                                       "QP069002;Karim Durand;Forum;1\nQP069003;Claire Bernard;Cirque;1\n",
                                       "emploi");
    EXPECT_EQ(intake::test::field_of(persons, "Nom"), "!") << "persons stay out, though no code comes back";
    const auto list = schemas::read("Code QPV;Nom;Action;Bénéficiaires\nQP069001;Jean Moulin;Atelier;1\n"
                                    "QP069001;Jean Martin;Forum;1\nQP069003;Claire Bernard;Cirque;1\n",
                                    "emploi");
    EXPECT_EQ(intake::test::field_of(list, "Nom"), "!") << "a code that comes back is that of a person";
}

TEST(Trials, ZerosInAWholeColumnMayBeUnknown)
{
    std::string zeros = "Action;Porteur;Bénéficiaires;dont QPV\n";
    for (const char* row : {"A;1", "B;2", "C;3", "D;4", "E;5"}) zeros += std::string(row) + ";0;0\n";
    EXPECT_EQ(broken(zeros, "action"), (List{"C24 2", "C24 2"}));
    EXPECT_EQ(broken(zeros + "F;6;12;0\n", "action"), (List{"C24 2"})) << "only the residents";
    EXPECT_EQ(broken("Action;Porteur;Bénéficiaires\nA;1;0\nB;2;0\n", "action"), List{}) << "too few to tell";
}

TEST(Trials, AThemeAloneAboveItsPlacesIsThePlaceOfTheTheme)
{
    Values read = values(schemas::read("Contrat de ville;Emploi;Droit commun\nValmont;Traitée;Non évoqué\n"
                                       "Rochefort;analyse approfondie;Traité\n",
                                       "rapport"));
    EXPECT_EQ(read["place_emploi"], (List{"2", "3"}));
    EXPECT_EQ(read["place_dc"], (List{"0", "2"}));
    EXPECT_EQ(read.count("actions_emploi"), 0U);
}

TEST(Trials, ADayInAHeaderDatesItsColumn)
{
    for (const char* header : {"DEFM ABC au 31/12/2022;DEFM ABC au 31/12/2023",
                               "DEFM ABC au 31 décembre 2022;DEFM ABC au 31 décembre 2023"}) {
        Values read = values(
            schemas::read("Code QPV;" + std::string(header) + "\nQN06901M;300;320\nQN06902M;110;120\n", "territoire"));
        EXPECT_EQ(read["exercice"], (List{"2022", "2023", "2022", "2023"})) << header;
        EXPECT_EQ(read["defm_abc"], (List{"300", "320", "110", "120"})) << header;
    }
    Values read = values(schemas::read("Action;Porteur;Entrées;En cours au 31/12/2024\nA;P;12;4\nB;Q;8;2\n", "emploi"));
    EXPECT_EQ(read["nb_en_cours"], (List{"4", "2"}));
}

TEST(Trials, ARateIsNeitherANumberNorAName)
{
    const auto offers = read(
        "Offre de services;Opérateur;Cible;Taux de réalisation\nForum;MDE;100;120 %\nAtelier;ML;20;90 %\n", "offre");
    EXPECT_EQ(values(offers).count("realise"), 0U);
    const auto firms = read("Raison sociale;Alternants;% QPV\nBois;4;25 %\nClub;5;40 %\n", "paqte");
    EXPECT_THAT(findings(firms, "BIL-271"), IsEmpty()) << "no answer to copy that would be wrong";
    EXPECT_EQ(values(firms).count("territoire"), 0U);
}

TEST(Trials, PersonsBesideTheirOrganisation)
{
    const auto reading = read("Participants/ Territoire;Démarches\nPLIE du Val (Sophie BERNARD);GPECT\n"
                              "Mission locale - Karim;TZCLD\nPETR du Pays (Karim);ESS\nCC du Val (Ain);PLIE\n",
                              "demarche");
    EXPECT_EQ(values(reading)["participant"],
              (List{"PLIE du Val", "Mission locale", "PETR du Pays", "CC du Val (Ain)"}));
    EXPECT_THAT(findings(reading, "X04"), testing::SizeIs(1));
}

TEST(Trials, FindingsThatNobodyCanActOnAreNotSaid)
{
    const auto grants =
        read("idAttribuant;N° EJ;fid;Action;Porteur;Zébulon\n'22460001900012;101;1;A;P;12\n'22460001900012;"
             "102;2;B;Q;7\n'22460001900012;103;3;C;R;9\n'22460001900012;104;4;D;S;8\n"
             "'22460001900012;105;5;E;T;6\n",
             "action");
    EXPECT_THAT(sentence(grants, "BIL-842"), testing::HasSubstr("compte\u00A0: Zébulon. Si"));
    EXPECT_THAT(findings(grants, "BIL-267"), IsEmpty()) << "« N° EJ » is near « N° RNA » by its « N° » alone";
}

} // namespace
} // namespace bilan::schemas
