// SPDX-License-Identifier: MPL-2.0
//
// Marks, abbreviations, parts and totals that were once read wrong without a word.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::sentence;
using List = std::vector<std::string>;

TEST(Doubts, ADittoMarkIsTheValueAbove)
{
    const auto reading =
        read("Intitulé de l'action;Porteur;QPV;Nb de bénéficiaires\n"
             "Atelier;Avenir;QN06901M;10\nForum;idem;idem;20\nChant;\";\";5\nDanse;Cap;;4\nJeux;Cap;idem;4\n",
             "action");
    Values read = values(reading);
    EXPECT_EQ(read["porteur"], (List{"Avenir", "Avenir", "Avenir", "Cap", "Cap"}));
    EXPECT_EQ(read["territoire"], (List{"QN06901M", "QN06901M", "QN06901M", "<vide>", "<vide>"}));
    EXPECT_EQ(findings(reading, "BIL-524").size(), 4U);
    EXPECT_EQ(sentence(reading, "BIL-524"), "«\u00A0idem\u00A0» est lu comme la valeur de la ligne 2. Vérifiez-la, ou "
                                            "faites-la écrire en toutes lettres.");
    EXPECT_EQ(in_english(reading, "BIL-524"),
              "\"idem\" is read as the value of row 2. Check it, or have it written out.");
    EXPECT_EQ(findings(reading, "BIL-525").size(), 1U);
    EXPECT_EQ(
        sentence(reading, "BIL-525"),
        "«\u00A0idem\u00A0» répète la valeur du dessus, et rien n'y est connu\u00A0: aucune valeur n'a été retenue. "
        "Demandez-la au partenaire.");
    EXPECT_EQ(
        in_english(reading, "BIL-525"),
        "\"idem\" repeats the value above, and nothing is known there; no value was kept. Ask the partner for it.");
}

TEST(Doubts, AnAbbreviatedPillarIsThePillar)
{
    Values read = values(schemas::read("Intitulé de l'action;Porteur;Pilier\nA;X;Dév. économique et emploi\n"
                                       "B;Y;Coh. sociale\nC;Z;1. Dév. économique\nD;Z;Dév. durable\n",
                                       "action"));
    EXPECT_EQ(read["pilier"], (List{"emploi", "cohesion_sociale", "emploi", "Dév. durable"}));
}

TEST(Doubts, APartIsOfTheFirstWholeBeforeIt)
{
    Values read = values(schemas::read("Intitulé de l'action;Porteur;Total bénéficiaires;dont QPV;Femmes;dont QPV\n"
                                       "A;X;20;15;12;10\nB;Y;30;12;14;7\n",
                                       "action"));
    EXPECT_EQ(read["benef_qpv"], (List{"15", "12"}));
    EXPECT_EQ(read["benef_f"], (List{"12", "14"}));
}

TEST(Doubts, WomenAndMenBehindThoseExpectedAreBothAskedAbout)
{
    Values read =
        values(schemas::read("Intitulé de l'action;Porteur;Bénéficiaires prévus;Fem.;Hom.\nA;X;20;10;8\n", "action"));
    EXPECT_FALSE(read.contains("benef_f"));
    EXPECT_FALSE(read.contains("benef_h"));
}

TEST(Doubts, ANameWithACodeInItsOwnRowIsAQuarter)
{
    Values read = values(schemas::read("Intitulé de l'action;Porteur;Nb de bénéficiaires\nBellegarde (QN06901M);;\n"
                                       "A;X;10\nB;Y;20\nLes Tilleuls (QN06902I);;\nC;Z;5\n",
                                       "action"));
    EXPECT_EQ(read["territoire"], (List{"QN06901M", "QN06901M", "QN06902I"}));
}

TEST(Doubts, ASubtotalIsComparedWithTheRowsOfItsName)
{
    const auto reading = read("Intitulé de l'action;Porteur;Nb de bénéficiaires\nA;X;10\nB;Y;20\nC;Y;5\n"
                              "Sous-total Y;;25\nTOTAL;;35\nTotal 2022;;26\nÉvolution;;+15 %\n",
                              "action");
    EXPECT_EQ(values(reading)["benef_total"], (List{"10", "20", "5"}));
    EXPECT_TRUE(findings(reading, "BIL-280").empty());
    EXPECT_EQ(findings(reading, "BIL-952").size(), 1U) << "another year";
    const auto wrong = read("Intitulé de l'action;Porteur;Nb de bénéficiaires\nA;X;10\nB;Y;20\nC;Y;5\n"
                            "Sous-total Y;;24\nTOTAL;;35\n",
                            "action");
    EXPECT_EQ(sentence(wrong, "BIL-280"),
              "Le total écrit est 24, la somme des lignes 25. Demandez au partenaire lequel est juste.");
}

TEST(Doubts, OtherFundersAndFoundations)
{
    Values wide = values(
        read("Intitulé de l'action;Porteur;Montant accordé;CAF;Autres financeurs\nA;X;1000;500;300\n", "action"));
    EXPECT_EQ(wide["fin_autre"], (List{"300"}));
    Values rows = values(read("Intitulé de l'action;Porteur;Financeur;Montant accordé\n"
                              "A;X;Etat - Politique de la ville (P147);1000\nA;X;Fondation de France;500\n",
                              "financement"));
    EXPECT_EQ(rows["financeur"], (List{"p147", "prive"}));
}

TEST(Doubts, CommunesOfOneQuarter)
{
    const auto reading = read("code_qp;lib_qp;insee_com;Population\nQN00203M;Quartier Neuf;02571¦ 02691;2400\n"
                              "QN00204M;Autre;02691;2500\n",
                              "territoire");
    EXPECT_EQ(sentence(reading, "BIL-526"),
              "«\u00A002571; 02691\u00A0» nomme plusieurs codes\u00A0; ils sont gardés tels "
              "quels, dans une seule valeur. Rien à faire.");
    EXPECT_EQ(in_english(reading, "BIL-526"),
              "\"02571; 02691\" names several codes; they are kept as written, in one value. Nothing to do.");
}

TEST(Doubts, GirlsAndBoysBelowChildrenAreBothAskedAbout)
{
    for (const std::string_view groups : {";;Enfants;", ";;Parents;;Enfants;", ";;Jeunes;"}) {
        const bool has_parents = groups.find("Parents") != std::string_view::npos;
        const std::string leaves = has_parents ? "Mères;Pères;Filles;Garçons" : "Filles;Garçons";
        const std::string figures = has_parents ? "1;2;3;4" : "3;4";
        const Values read = values(schemas::read(std::string(groups) + "\nAction;Porteur;" + leaves + "\nA;P;" +
                                                     figures + "\nB;Q;" + figures + "\n",
                                                 "action"));
        EXPECT_FALSE(read.contains("benef_f")) << groups;
        EXPECT_FALSE(read.contains("benef_h")) << groups;
    }
    const Values all = values(schemas::read("Action;Porteur;Filles;Garçons\nA;P;3;4\nB;Q;5;6\n", "action"));
    EXPECT_TRUE(all.contains("benef_f") && all.contains("benef_h"));
}

TEST(Doubts, FiguresOfSeveralYearsInOneRow)
{
    const auto reading = read("Action;Porteur;Nb de bénéficiaires 2023;Montant accordé 2024\nA;P;30;1000\n", "action");
    ASSERT_EQ(findings(reading, "BIL-533").size(), 1U);
    EXPECT_EQ(sentence(reading, "BIL-533"),
              "Les colonnes d'une même ligne ne sont pas de la même année, et rien ne dit l'exercice\u00A0: Nb de "
              "bénéficiaires 2023\u00A0; Montant accordé 2024. Elles sont lues telles quelles\u00A0; un coût par "
              "personne mêlerait deux années. Demandez au partenaire les chiffres d'une seule année, ou une ligne par "
              "année.");
    EXPECT_EQ(in_english(reading, "BIL-533"),
              "The columns of one row are not of the same year, and nothing tells the exercise: Nb de bénéficiaires "
              "2023\u00A0; Montant accordé 2024. They are read as they are; a cost per person would mix two years. Ask "
              "the partner for the figures of one year, or for a row for each year.");
    for (const std::string_view columns : {"Bénéficiaires 2024;Accordé 2024", "Bénéficiaires (2023-2024);Accordé 2024",
                                           "Accordé 2023;Accordé 2024", "Bénéficiaires QPV 2015;Accordé 2024"})
        EXPECT_TRUE(
            findings(read("Action;Porteur;" + std::string(columns) + "\nA;P;30;1000\n", "action"), "BIL-533").empty())
            << columns;
}

} // namespace
} // namespace bilan::schemas
