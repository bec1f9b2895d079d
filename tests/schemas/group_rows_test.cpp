// SPDX-License-Identifier: MPL-2.0
//
// Titles among the rows of a table and above its parts: what they give to the rows below, and to which.
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
using intake::test::values_of;
using testing::ElementsAre;
using testing::IsEmpty;
using List = std::vector<std::string>;

TEST(GroupRows, AHeaderRepeatedBelowACaptionBeginsTheTableOfAnotherAction)
{
    const auto reading =
        read("Action : Ateliers couture\nFinanceur;Prévu;Réalisé\nEtat P147;5000;5000\nVille;3000;2500\n"
             "Total;8000;7500\n;\nAction : Permis de réussir\nPorteur : Asso B\n"
             "Financeur;Prévu;Réalisé\nEtat P147;4000;4000\nCAF;1000;1000\nTotal;5000;5000\n",
             "financement");
    ASSERT_EQ(reading.tables.size(), 2U);
    EXPECT_EQ(values_of(reading, "intitule", 0), List(2, "Ateliers couture"));
    EXPECT_EQ(values_of(reading, "intitule", 1), List(2, "Permis de réussir"));
    EXPECT_EQ(values_of(reading, "porteur", 1), List(2, "Asso B"));
    EXPECT_THAT(findings(reading, "BIL-276"), IsEmpty());
    EXPECT_THAT(findings(reading, "BIL-280"), IsEmpty()); // each total is that of its own block
}

TEST(GroupRows, ACaptionThatNamesNoFieldIsSaidAboveALaterTable)
{
    const auto reading = read("Financeur;Prévu;Réalisé\nEtat P147;5000;5000\nVille;3000;2500\n;\nZinzin : deux\n"
                              "Financeur;Prévu;Réalisé\nEtat P147;4000;4000\nCAF;1000;1000\n",
                              "financement");
    EXPECT_THAT(findings(reading, "BIL-276"), ElementsAre("A5 Zinzin : deux"));
}

TEST(GroupRows, WhereTitlesSetRowsApartTheFirstIsSaidToo)
{
    const auto reading = read("Ateliers couture - Association A\nFinanceur;Prévu;Réalisé\nEtat P147;5000;5000\n"
                              "Ville;3000;2500\n;\nPermis de réussir - Association B\nFinanceur;Prévu;Réalisé\n"
                              "Etat P147;4000;4000\nCAF;1000;1000\n",
                              "financement");
    EXPECT_THAT(findings(reading, "BIL-276"),
                ElementsAre("A1 Ateliers couture - Association A", "A6 Permis de réussir - Association B"));
}

TEST(GroupRows, APillarMayStandInTheColumnOfNumbers)
{
    const auto reading = read("N°;Porteur;Action;Montant accordé\n1 - Cohésion sociale\n1;A;Un;4000\n2;B;Deux;3000\n"
                              "2 - Cadre de vie\n3;C;Trois;2000\n4;D;Quatre;2000\n",
                              "action");
    EXPECT_THAT(values(reading)["pilier"],
                ElementsAre("cohesion_sociale", "cohesion_sociale", "cadre_de_vie", "cadre_de_vie"));
    const auto empty = read("N°;Porteur;Action;Montant accordé\n1;A;Un;4000\n2\n3 bis\n", "action");
    EXPECT_THAT(rows_not_kept(empty), ElementsAre("3 BIL-284", "4 BIL-284"));
}

TEST(GroupRows, PillarsMayBeNumberedInRoman)
{
    const auto reading = read("Porteur;Action;Montant accordé\nI. Cohésion sociale\nA;Un;4000\nB;Deux;3000\n"
                              "II. Cadre de vie\nC;Trois;2000\nD;Quatre;2500\n",
                              "action");
    EXPECT_THAT(values(reading)["pilier"],
                ElementsAre("cohesion_sociale", "cohesion_sociale", "cadre_de_vie", "cadre_de_vie"));
}

TEST(GroupRows, ASecondLevelOfTitlesEndsNoPillar)
{
    const auto reading =
        read("Porteur;Action;Demandé;Accordé\nCOHÉSION SOCIALE\nÉducation\nAssociation A;Un;5000;4000\n"
             "Santé\nAssociation B;Deux;6000;5000\nEMPLOI\nInsertion\nAssociation C;Trois;4000;3000\n",
             "action");
    EXPECT_THAT(rows_kept(reading), ElementsAre(4U, 6U, 9U));
    EXPECT_THAT(values(reading)["pilier"], ElementsAre("cohesion_sociale", "cohesion_sociale", "emploi"));
    EXPECT_THAT(findings(reading, "BIL-599"), ElementsAre("A3 Éducation", "A5 Santé", "A8 Insertion"));
}

TEST(GroupRows, CommunesAndStatuses)
{
    const auto communes =
        read("Porteur;Action;Montant demandé\nCommune de Bron\nA;Un;4000\nCommune du Mans\nB;Deux;3000\n"
             "Commune d'Écully\nC;Trois;2000\n",
             "action");
    EXPECT_THAT(values(communes)["commune"], ElementsAre("Bron", "Le Mans", "Écully"));
    const auto decided = read("Porteur;Action;Montant demandé\nACTIONS RETENUES\nA;Un;4000\nB;Deux;3000\n"
                              "ACTIONS REFUSÉES\nC;Trois;2000\n",
                              "action");
    EXPECT_THAT(values(decided)["statut"], ElementsAre("retenue", "retenue", "refusée"));
    EXPECT_THAT(findings(decided, "BIL-276"), IsEmpty());
}

TEST(GroupRows, TheThreeAxesAreNoPillars)
{
    const std::string first = "Axe 1 - Agir pour l'accès à l'emploi et favoriser le rapprochement entreprises / "
                              "chercheurs d'emploi\n";
    const std::string third = "Axe 3 - Favoriser le développement économique des quartiers\n";
    const auto reading = read(
        "Porteur;Action;Entrées;Sorties\n" + first + "Mission A;Un;20;10\n" + third + "BGE C;Trois;20;10\n", "emploi");
    EXPECT_THAT(values(reading)["axe_strategique"], ElementsAre("1", "3"));
    EXPECT_FALSE(values(reading).contains("pilier"));
}

TEST(GroupRows, QuartersBesideAMergedActionAreItsQuarters)
{
    const auto reading = read("Porteur;Action;Quartier;Montant accordé\nA;Un;Bel Air;4000\n;;Plaine\n;;Nord\n"
                              "B;Deux;Centre;3000\n",
                              "action", {"A2:A4", "B2:B4", "D2:D4"});
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 5U));
    EXPECT_THAT(values(reading)["territoire"], ElementsAre("Bel Air|Plaine|Nord", "Centre"));
    EXPECT_THAT(rows_not_kept(reading), ElementsAre("3 BIL-289", "4 BIL-289"));
    EXPECT_THAT(findings(reading, "BIL-270"), IsEmpty()); // one action: its amount is all of it
}

TEST(GroupRows, AColumnBeforeAGapIsTheFirstOfItsTable)
{
    const auto reading = read("Ville;;Porteur;Action;Montant accordé;Nb bénéficiaires\nBron;;A;Un;4000;40\n"
                              "Bron;;B;Deux;NC;50\nVaux;;C;Trois;2000;NC\nTotal général;;;;6000;90\n;\n"
                              "Source : DDETS\nFait à Vaux, le 3 mars\n",
                              "action");
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U));
    EXPECT_THAT(values(reading)["commune"], ElementsAre("Bron", "Bron", "Vaux"));
    EXPECT_THAT(findings(reading, "BIL-547"), IsEmpty());
}

TEST(GroupRows, ARowOfWordsWithAnAmountIsNoHeader)
{
    const auto reading =
        read("Financeur;Nature;Champ;Prévu;Réalisé\nFSE;Privé;Emploi;56000;55000\n"
             "Fondations;Droit commun;Santé;18000;17500\nConseil régional;Privé;Emploi;3,5 K€;EUR 3 000,00\n"
             "CAF;Droit commun;Santé;9000;9000\n",
             "financement");
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_THAT(rows_kept(reading), ElementsAre(2U, 3U, 4U, 5U));
}

TEST(GroupRows, TitlesFillAnAxisThatTheRowsLeaveEmpty)
{
    const auto reading = read("Axe;Action;Porteur;Montant accordé\nAXE 1 : Emploi et insertion\n;Chantier;Asso A;800\n"
                              ";Permis;Asso B;1500\nAXE 2 : Cadre de vie\n;Jardin;Asso C;500\n",
                              "action");
    EXPECT_EQ(values_of(reading, "intitule"), (List{"Chantier", "Permis", "Jardin"}));
    EXPECT_EQ(values_of(reading, "pilier").size(), 3U);
    EXPECT_EQ(values_of(reading, "pilier").back(), "cadre_de_vie");
    EXPECT_EQ(values_of(reading, "thematique"), List{"(no column)"});
}

TEST(GroupRows, ATitleAboveTheHeaderIsThatOfTheFirstGroup)
{
    const auto communes = read("Commune de Valmont\nAction;Porteur;Bénéficiaires;Accordé\nChantier;Asso A;10;800\n"
                               "Commune de Cassy\nJardin;Asso C;5;500\nFresque;Asso D;7;0\n",
                               "action");
    EXPECT_EQ(values_of(communes, "commune"), (List{"Valmont", "Cassy", "Cassy"}));
    EXPECT_EQ(findings(communes, "BIL-298").size(), 1U);
    const auto alone =
        read("Commune de Valmont\nAction;Porteur;Bénéficiaires;Accordé\nChantier;Asso A;10;800\n", "action");
    EXPECT_EQ(values_of(alone, "commune"), List{"(no column)"}) << "whose file it is, and not where the actions are";
}

} // namespace
} // namespace bilan::schemas
