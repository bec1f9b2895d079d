// SPDX-License-Identifier: MPL-2.0
//
// Rows and tables that are no records: set aside, and said.
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

TEST(SetAside, SharesBelowATotal)
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

TEST(SetAside, TitlesInOrdinaryLetters)
{
    const auto reading = read("Intitulé;Porteur;Subvention accordée;Bénéficiaires\nInsertion des jeunes\n"
                              "Atelier;A;1000;10\nChantier;B;2000;12\nSoutien aux familles\nCirque;C;1500;20\n",
                              "action");
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("2 BIL-599", "5 BIL-599"));
    EXPECT_EQ(
        sentence(reading, "BIL-599"),
        "La ligne «\u00A0Insertion des jeunes\u00A0» ne contient qu'un texte et ouvre un groupe de lignes\u00A0: "
        "elle est lue comme un titre et mise de côté. Si c'est une ligne à compter, remplissez ses autres cellules.");
    EXPECT_EQ(
        in_english(reading, "BIL-599"),
        "The row \"Insertion des jeunes\" holds nothing but a text and opens a group of rows: it is read as a title "
        "and set aside. If it is a row that counts, fill in its other cells.");
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

TEST(SetAside, WhatIsThereForTheRecord)
{
    const auto reading = read("N°;Porteur;Action;Montant accordé;Bénéficiaires\n1;MJC;Ciné;2000;81\n"
                              "PM;Ville;Chef de projet;25000;\n2;CIDFF;Droits;7000;152\n",
                              "action");
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("3 BIL-119"));
    EXPECT_EQ(
        sentence(reading, "BIL-119"),
        "La ligne «\u00A0PM\u00A0» est donnée pour mémoire\u00A0: elle est mise de côté et n'est comptée nulle part. "
        "Si c'est une action à compter, retirez ces mots et donnez-lui son titre.");
    EXPECT_EQ(in_english(reading, "BIL-119"),
              "The row \"PM\" is there for the record: it is set aside and counted "
              "nowhere. If it is an action that counts, take these words out and give it "
              "its title.");
    const auto named = read("Porteur;Action;Montant accordé\nMJC;Ciné;2000\nPour mémoire : Ville;Chef de projet;25000\n"
                            "CIDFF;Pour mémoire : récits du quartier;7000\n",
                            "action");
    EXPECT_THAT(rows_not_kept(named), ElementsAre("3 BIL-119")) << "a title may begin so, and is asked about";
    EXPECT_THAT(findings(named, "BIL-518"), testing::SizeIs(1));
}

TEST(SetAside, TotalsInOtherWords)
{
    for (const std::string label : {"Soit un total de", "Ensemble du contrat de ville", "Ensemble PRE", "Au total",
                                    "Montant total programmé", "3 projets soutenus", "Cumul au 30/06"}) {
        const auto reading =
            read("Porteur;Action;Montant accordé;Bénéficiaires\nMJC;Ciné;2000;80\nCIDFF;Droits;7000;152\n"
                 "La Toupie;Ludobus;3000;61\n" +
                     label + ";;12500;293\n",
                 "action");
        EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U)) << label;
        EXPECT_THAT(findings(reading, "BIL-280"), ElementsAre("C5 12500")) << label;
    }
    const auto action = read("Action;Porteur;Montant accordé\nCiné;MJC;2000\nDroits;CIDFF;7000\n"
                             "Ensemble pour la réussite;Ville;3000\nEnsemble vocal;;500\n",
                             "action");
    EXPECT_THAT(rows_not_kept(action), IsEmpty());
}

TEST(SetAside, ARowOfWhichNothingIsReadIsNoAction)
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

TEST(SetAside, FindingsThatNobodyCanActOnAreNotSaid)
{
    const auto grants =
        read("idAttribuant;N° EJ;fid;Action;Porteur;Zébulon\n'22460001900012;101;1;A;P;12\n'22460001900012;"
             "102;2;B;Q;7\n'22460001900012;103;3;C;R;9\n'22460001900012;104;4;D;S;8\n"
             "'22460001900012;105;5;E;T;6\n",
             "action");
    EXPECT_THAT(sentence(grants, "BIL-842"), testing::HasSubstr("compte\u00A0: Zébulon. Si"));
    EXPECT_THAT(findings(grants, "BIL-267"), IsEmpty()) << "« N° EJ » is near « N° RNA » by its « N° » alone";
}

TEST(SetAside, TablesWhoseRowsNobodyCanNameAreSaid)
{
    const auto reading =
        read("Libellé;Population municipale;Taux de pauvreté\nA;3500;45 %\nB;650000;14 %\n", "territoire");
    EXPECT_EQ(
        sentence(reading, "BIL-113"),
        "Aucune colonne ne donne Territoire (territoire)\u00A0: rien ne dit de quoi parle chaque ligne. Répondez dans "
        "mappings.toml pour la colonne qui le dit.");
    EXPECT_EQ(in_english(reading, "BIL-113"), "No column gives Territory (territoire): nothing tells what each row is "
                                              "about. Answer in mappings.toml for the column that does.");
    EXPECT_THAT(findings(read("Financeur;Montant voté;Montant mandaté\nCAF;3000;2500\nRégion;100;100\n", "financement"),
                         "BIL-113"),
                IsEmpty())
        << "a row of funding is that of its funder";
    EXPECT_THAT(
        findings(read("Quartier;Subvention accordée;Bénéficiaires\nTilleuls;3000;25\nMoulin;100;10\n", "action"),
                 "BIL-113"),
        testing::SizeIs(1));
}

intake::FileReading of_sheets(const std::vector<std::pair<std::string, intake::test::Rows>>& sheets)
{
    intake::test::BookMaker maker;
    for (const auto& [name, rows] : sheets) maker.sheet(name, rows);
    intake::Options options;
    options.domain = &domain();
    return intake::take_in(maker.book(), "fichier.xlsx", options);
}

TEST(SetAside, ASheetThatExplainsTheHeadersHoldsNoActions)
{
    const intake::test::Rows actions{
        {"Action", "Porteur", "Bénéficiaires"}, {"Forum", "A", "10"}, {"Sport", "B", "20"}};
    for (const std::string name : {"Lisez-moi", "Feuil1"}) {
        const auto reading = of_sheets({{name,
                                         {{"Champ", "Définition", "Exemple"},
                                          {"Action", "Le nom", "Forum"},
                                          {"Porteur", "La structure", "Asso X"},
                                          {"Bénéficiaires", "Le nombre", "12"}}},
                                        {"Bilan", actions}});
        ASSERT_EQ(reading.values.size(), 1U) << name;
        EXPECT_EQ(reading.values[0].origin.sheet, "Bilan");
        EXPECT_EQ(findings(reading, "BIL-291").size(), 1U) << name;
    }
}

TEST(SetAside, PartsOfTheYearAreNoQuartersOfATown)
{
    const intake::test::Rows first{{"Action", "Porteur", "Femmes"}, {"Forum", "A", "3"}, {"Sport", "B", "4"}};
    const intake::test::Rows second{{"Action", "Porteur", "Femmes"}, {"Forum", "A", "5"}, {"Sport", "B", "6"}};
    for (const auto& [one, other] : std::vector<std::pair<std::string, std::string>>{
             {"Janvier", "Février"}, {"1er trimestre", "2e trimestre"}, {"Semestre 1", "Semestre 2"}}) {
        const auto reading = of_sheets({{one, first}, {other, second}});
        EXPECT_EQ(values(reading).count("territoire"), 0U) << one;
        EXPECT_THAT(findings(reading, "BIL-298"), IsEmpty()) << one;
    }
}

/// Names of variables, letters of columns, numbering with its formulas, what Excel calls columns without a name.
TEST(SetAside, RowsThatMachinesPutBesideTheHeader)
{
    const std::string header = "Intitulé de l'action;Porteur;Montant accordé;Nb de bénéficiaires\n";
    const std::string rows = "Ateliers;Asso A;1000;31\nSport;Club B;1700;32\n";
    for (const std::string technical :
         {"ACT_LIB;TIERS_RS;MT_ACC;NB_BEN\n", "A;B;C;D\n", "(1);(2);(3);(4)=(3)-(2)\n", "a;b;c;d = a+b\n",
          "Colonne1;Colonne2;Colonne3;Colonne4\n", "Champ 1;Champ 2;Champ 3;Champ 4\n"}) {
        for (const std::string& text : {technical + header + rows, header + technical + rows}) {
            for (const char* schema : {"", "action"}) {
                const auto reading = read(text, schema);
                Values read_values = values(reading);
                EXPECT_EQ(chosen(reading), "action") << text;
                EXPECT_EQ(read_values["intitule"], (List{"Ateliers", "Sport"})) << text;
                EXPECT_EQ(read_values["accorde_p147"], (List{"1000", "1700"})) << text;
                EXPECT_EQ(read_values["benef_total"], (List{"31", "32"})) << text;
                EXPECT_EQ(findings(reading, "BIL-286").size(), 1U) << text;
            }
        }
    }
    const auto both = read("A;B;C;D\n" + header + "(1);(2);(3);(4)\n" + rows, "action");
    EXPECT_EQ(values(both)["intitule"], (List{"Ateliers", "Sport"}));
    EXPECT_EQ(findings(both, "BIL-286").size(), 2U);
    const auto levels = read("Intitulé de l'action;Porteur;Public;\n;;Femmes;Hommes\nACT_LIB;TIERS;NB_F;NB_H\n"
                             "Ateliers;Asso A;10;12\nSport;Club;20;14\nDanse;Club;20;14\n");
    EXPECT_EQ(values(levels)["benef_f"], (List{"10", "20", "20"}));
    const auto named_so = read("Intitulé de l'action;Porteur;Score\nATELIER_A;ASSO_B;G1\nATELIER_C;ASSO_D;G2\n");
    EXPECT_EQ(values(named_so)["intitule"], (List{"ATELIER_A", "ATELIER_C"})) << "records, all called so";
}

TEST(SetAside, PartsOfAnActionBelowItAreWorthALook)
{
    const auto reading = read("Porteur;Action;Nb bénéficiaires\nAvenir;Atelier;40\n;dont femmes;22\n;dont QPV;30\n"
                              "Cap;Forum;50\n;dont femmes;20\n",
                              "action");
    EXPECT_EQ(values(reading)["benef_total"], (std::vector<std::string>{"40", "50"}));
    EXPECT_THAT(findings(reading, "BIL-951"), ElementsAre("B3 dont femmes", "B4 dont QPV", "B6 dont femmes"));
    EXPECT_THAT(findings(reading, "BIL-822"), IsEmpty()) << "which would say that there is nothing to do";
}

TEST(SetAside, TheWholeOfTheQuartersIsNoQuarter)
{
    for (const char* whole : {"Ensemble QPV", "Ensemble quartiers", "ENSEMBLE DES QPV", "Ensemble QPV 2023"}) {
        const auto reading =
            read(std::string("Code QPV;Entrées;Sorties\nQP069010;12;5\nQP069011;8;4\n") + whole + ";20;9\n", "emploi");
        EXPECT_EQ(values(reading)["nb_entrees"], (std::vector<std::string>{"12", "8"})) << whole;
        EXPECT_EQ(intake::test::findings(reading, "C14").size(), 1U) << whole;
    }
    const auto named =
        read("Structure;Action;Entrées\nEnsemble quartiers vivants;Ludobus;12\nAsso B;Jardin;8\n", "emploi");
    EXPECT_EQ(values(named)["nb_entrees"], (std::vector<std::string>{"12", "8"}));
}

} // namespace
} // namespace bilan::schemas
