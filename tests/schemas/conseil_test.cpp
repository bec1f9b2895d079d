// SPDX-License-Identifier: MPL-2.0
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

constexpr const char* clean =
    "Exercice;Conseil citoyen;QPV couverts;Échelle;Date d'installation;Portage;Nombre de membres;Collège habitants;"
    "Collège associations et acteurs locaux;Femmes;Hommes;Mode de désignation;Membres actifs;Nb de réunions;"
    "Accompagnement;Budget;Local dédié;État / activité\n"
    "2024;CC des Tilleuls;QP069010;un QPV;'15/06/2015;association propre;20;12;8;11;9;tirage au sort;14;6;oui en cours;"
    "4500;oui;actif\n"
    "2024;CC du Fort;QP069011, QP069012;plusieurs QPV;'03/11/2016;collectivité;16;8;8;7;9;volontariat;5;1;non;0;non;"
    "en sommeil\n";

TEST(Conseil, AReferentAnsweredByYesOrNoNamesNobody)
{
    for (const char* header : {"Référent institutionnel", "Référent"}) {
        const std::string text = std::string("Conseil citoyen;QPV couverts;Nb membres;") + header +
                                 "\nCC A;QP069010;12;oui\nCC B;QP069011;14;non\nCC C;QP069012;9;oui\n";
        EXPECT_EQ(values(read(text, "conseil"))["referent"], (List{"1", "0", "1"})) << header;
    }
    EXPECT_EQ(values(read("Conseil citoyen;QPV couverts;Nb membres;Référent\nCC A;QP069010;12;Zzalpha Un\n"
                          "CC B;QP069011;14;Zzalpha Deux\n",
                          "conseil"))
                  .count("referent"),
              0U);
}

TEST(Conseil, AReferentThatNobodyNamedIsNobody)
{
    for (const char* cell : {"", "NC"}) {
        const std::string end = std::string(";") + cell + "\n";
        const auto reading =
            read("Conseil citoyen;QPV couverts;Nb membres;Référent\nCC A;QP069010;12" + end + "CC B;QP069011;14" + end,
                 "conseil");
        EXPECT_EQ(intake::test::findings(reading, "C21").size(), 0U) << cell;
        EXPECT_EQ(values(reading).count("referent"), 1U) << cell;
    }
}

TEST(Conseil, AReferentThatASheetToFillInAsksForMayBeLeftOut)
{
    const auto reading =
        read("Conseil citoyen;QPV couverts;Nb membres;Référent institutionnel\nnom_cc;qpv;nb_membres;referent\n"
             "CC A;QP069010;12;\nCC B;QP069011;14;\n",
             "conseil");
    EXPECT_EQ(intake::test::findings(reading, "C21").size(), 0U);
    const auto repeated = read("Conseil citoyen;QPV couverts;Nb membres;Référent\nCC A;QP069010;12;oui\n"
                               "CC B;QP069011;14;non\nConseil citoyen;QPV couverts;Nb membres;Référent\n"
                               "CC C;QP069012;9;oui\nCC D;QP069013;9;oui\n",
                               "conseil");
    EXPECT_EQ(values(repeated)["referent"], (List{"1", "0", "1", "1"}));
    const auto few = read("Conseil citoyen;QPV couverts;Nb membres;Référent\nCC A;QP069010;12;X\nCC B;QP069011;14;X\n"
                          "CC C;QP069012;9;/\nConseil citoyen;QPV couverts;Nb membres;Référent\n",
                          "conseil");
    EXPECT_EQ(values(few)["referent"], (List{"1", "1", "<nc>"})) << "few answers, and the header again";
    EXPECT_EQ(
        values(read("Conseil citoyen;QPV couverts;Nb membres;Référent\nCC A;QP069010;12;oui\nCC B;QP069011;14;oui\n"
                    "CC C;QP069012;9;non\nCC D;QP069013;9;oui\nCC E;QP069014;9;Zzalpha Un\n",
                    "conseil"))
            .count("referent"),
        0U)
        << "a name among answers is a name";
    const auto crossed = read("Conseil citoyen;QPV couverts;Nb membres;Référent institutionnel\nCC A;QP069010;12;X\n"
                              "CC B;QP069011;14;\nCC C;QP069012;9;X\n",
                              "conseil");
    EXPECT_EQ(values(crossed)["referent"], (List{"1", "<vide>", "1"}));
    EXPECT_EQ(values(reading)["referent"], (List{"<vide>", "<vide>"}));
}

TEST(Conseil, CleanTable)
{
    for (const char* schema : {"conseil", ""}) {
        const auto reading = read(clean, schema);
        ASSERT_EQ(chosen(reading), "conseil");
        Values read = values(reading);
        EXPECT_EQ(read["nom_cc"], (List{"CC des Tilleuls", "CC du Fort"}));
        EXPECT_EQ(read["qpv"], (List{"QP069010", "QP069011|QP069012"}));
        EXPECT_EQ(read["echelle"], (List{"un QPV", "plusieurs QPV"}));
        EXPECT_EQ(read["date_installation"], (List{"42170", "42677"}));
        EXPECT_EQ(read["statut_juridique"], (List{"association propre", "collectivité"}));
        EXPECT_EQ(read["nb_membres"], (List{"20", "16"}));
        EXPECT_EQ(read["nb_hab"], (List{"12", "8"}));
        EXPECT_EQ(read["nb_asso"], (List{"8", "8"}));
        EXPECT_EQ(read["nb_f"], (List{"11", "7"}));
        EXPECT_EQ(read["nb_h"], (List{"9", "9"}));
        EXPECT_EQ(read["mode_designation"], (List{"tirage au sort", "volontariat"}));
        EXPECT_EQ(read["nb_actifs"], (List{"14", "5"}));
        EXPECT_EQ(read["nb_reunions"], (List{"6", "1"}));
        EXPECT_EQ(read["accompagnement"], (List{"oui en cours", "non"}));
        EXPECT_EQ(read["budget"], (List{"4500", "0"}));
        EXPECT_EQ(read["local"], (List{"1", "0"}));
        EXPECT_EQ(read["etat"], (List{"actif", "en sommeil"}));
        EXPECT_EQ(read["exercice"], (List{"2024", "2024"}));
        EXPECT_EQ(read.size(), 18U);
    }
}

// Colleges over women and men, a title, spellings, a state out of the vocabulary, a total row.
constexpr const char* messy = "CONSEILS CITOYENS - BILAN 2023\n"
                              ";;;Collège des habitants;;Collège des acteurs;;;\n"
                              "Nom du CC;Quartier(s);Nb membres;F;H;F;H;Vie du CC;Suppléants (O/N)\n"
                              "CC Nord;tous les quartiers;18;6;5;4;3;essoufflé;x\n"
                              "CC Sud;Bellevue / Rochassac;NC;7;;2;2;florissant;\n"
                              "Total;;18;13;5;6;5;;\n";

TEST(Conseil, MessyTable)
{
    for (const char* schema : {"conseil", ""}) {
        const auto reading = read(messy, schema);
        ASSERT_EQ(chosen(reading), "conseil");
        Values read = values(reading);
        EXPECT_EQ(read["nom_cc"], (List{"CC Nord", "CC Sud"}));
        EXPECT_EQ(read["qpv"].front(), "tous");
        EXPECT_EQ(read["nb_membres"], (List{"18", "<nc>"}));
        EXPECT_EQ(read["nb_f_hab"], (List{"6", "7"}));
        EXPECT_EQ(read["nb_h_hab"], (List{"5", "<vide>"}));
        EXPECT_EQ(read["nb_f_asso"], (List{"4", "2"}));
        EXPECT_EQ(read["nb_h_asso"], (List{"3", "2"}));
        EXPECT_EQ(read["etat"], (List{"actif mais essoufflé", "<err>"}));
        EXPECT_EQ(read["suppleants"], (List{"1", "<vide>"}));
        EXPECT_EQ(read["exercice"], (List{"2023", "2023"}));
        EXPECT_EQ(intake::test::findings(reading, "C15"), (List{"H5 florissant"}));
        EXPECT_EQ(intake::test::findings(reading, "C14").size(), 1U);
    }
}

TEST(Conseil, CrossesBecomeLists)
{
    const auto reading = read("Conseil citoyen;Nb membres;Réussites;;;Difficultés;\n"
                              ";;Animation du quartier;Relais de la parole;Jardin partagé;Covid;Illégitimité\n"
                              "CC Nord;12;x;x;;x;\n"
                              "CC Sud;10;;;x;;\n"
                              "CC Est;9;non;X;;oui;1\n",
                              "conseil", {"A1:A2", "B1:B2", "C1:E1", "F1:G1"});
    Values read = values(reading);
    EXPECT_EQ(read["reussites"], (List{"animation du quartier|relais de la parole des habitants", "Jardin partagé",
                                       "relais de la parole des habitants"}));
    EXPECT_EQ(read["difficultes"], (List{"Covid", "<vide>", "Covid|illégitimité"}));
    EXPECT_EQ(intake::test::findings(reading, "BIL-580").size(), 2U) << "said once a list";
    EXPECT_EQ(
        intake::test::sentence(reading, "BIL-580"),
        "Les colonnes de croix Animation du quartier, Relais de la parole, Jardin partagé ont été réunies dans la "
        "liste «\u00A0reussites\u00A0». "
        "Vérifiez qu'il s'agit bien des éléments d'une même liste.");
}

// Right of the colleges, « dont femmes » is of all members where the numbers say so, and a question where they do not.
TEST(Conseil, WomenAndMenThatMakeAllMembersAreOfThem)
{
    const std::string header = "Conseil citoyen;Nombre de membres;Habitants;Acteurs locaux;dont femmes;dont hommes\n";
    Values all = values(read(header + "CC Nord;20;12;8;11;9\nCC Sud;15;10;5;6;9\n", "conseil"));
    EXPECT_EQ(all["nb_f"], (std::vector<std::string>{"11", "6"}));
    EXPECT_EQ(all["nb_h"], (std::vector<std::string>{"9", "9"}));
    Values beside = values(read("Conseil citoyen;Nombre de membres;Habitants;Acteurs locaux;Femmes;dont hommes\n"
                                "CC Nord;20;12;8;nc;9\nCC Sud;15;10;5;6;9\n",
                                "conseil"));
    EXPECT_EQ(beside["nb_h"], (std::vector<std::string>{"9", "9"})) << "as the women beside them are";
    Values college = values(read(header + "CC Nord;20;12;8;5;3\nCC Sud;15;10;5;2;3\n", "conseil"));
    EXPECT_FALSE(college.contains("nb_f"));
    EXPECT_FALSE(college.contains("nb_h"));
}

TEST(Conseil, AGroupOfAllMembersSaysWhoseWomenTheyAre)
{
    for (const std::string_view group : {"Composition", "Membres"}) {
        Values rows = values(read("Conseil citoyen;" + std::string(group) +
                                      ";;;;\n;Total;Habitants;Associations;dont femmes;dont hommes\n"
                                      "CC Nord;20;12;8;nc;9\nCC Sud;15;10;5;6;9\n",
                                  "conseil"));
        EXPECT_EQ(rows["nb_f"], (std::vector<std::string>{"<nc>", "6"})) << group;
        EXPECT_EQ(rows["nb_h"], (std::vector<std::string>{"9", "9"})) << group;
    }
}

} // namespace
} // namespace bilan::schemas
