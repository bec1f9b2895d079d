// SPDX-License-Identifier: MPL-2.0
//
// How tables lie: groups and labels in one cell, levels below a merged title, tables side by side without a gap, titles
// between tables.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using intake::test::sentence;
using intake::test::values_of;
using testing::IsEmpty;
using testing::Not;
using List = std::vector<std::string>;

// ---------------------------------------------------------------- group and label in one cell

TEST(Shapes, FieldsInRowsCalledByGroupAndLabel)
{
    const auto firms =
        read("Entreprise signataire;Transports Alpina;Garage Girod\nType;Entreprise;réseau\n"
             "Recruter - Embauches;14;68\nRecruter - Emplois francs (ne pas remplir si non concerné);0;2\n"
             "Recruter - Testing;non;oui\nHeures de clauses d'insertion;1,5;2\n");
    EXPECT_EQ(chosen(firms), "paqte");
    Values of_firms = values(firms);
    EXPECT_EQ(of_firms["entreprise"], (List{"Transports Alpina", "Garage Girod"}));
    EXPECT_EQ(of_firms["embauches"], (List{"14", "68"}));
    EXPECT_EQ(of_firms["emplois_francs"], (List{"0", "2"}));
    Values offers =
        values(read("Offre;Séjours;Théâtre-forum\nMise en œuvre;Abandonné;PREVU\nNb hab. QPV;9;0\n"
                    "Tranche d'âge - < 26 ans;2;5\nTranche d'âge - 26 à 49 ans;73;75\n"
                    "Suites de parcours - CDI/CDD +6 mois;4;3\nSuites de parcours - Entrée en formation;5;7\n",
                    "offre"));
    EXPECT_EQ(offers["offre"], (List{"Séjours", "Théâtre-forum"}));
    EXPECT_EQ(offers["age_26_49"], (List{"73", "75"}));
    EXPECT_EQ(offers["nb_emploi_durable"], (List{"4", "3"}));
}

TEST(Shapes, ADashThatIsASignPartsNothing)
{
    Values ages = values(read("Action;Porteur;Participants;Participants - 26 ans;Participants - de 18 ans\n"
                              "Ludobus;A;60;30;12\nJardin;B;25;10;4\n",
                              "action"));
    EXPECT_EQ(ages["benef_total"], (List{"60", "25"}));
    for (const auto& [field, cells] : ages) EXPECT_FALSE(field.starts_with("age_")) << field; // below 26, and not of 26
    // Two remarks of two persons are none of them the holder.
    Values remarks = values(read("Action;Nb de participants;Commentaire - porteur;Commentaire - instructeur\n"
                                 "Ludobus;60;bien;Asso A\nJardin;25;très bien;Asso B\n",
                                 "action"));
    EXPECT_FALSE(remarks.contains("porteur"));
}

// ---------------------------------------------------------------- levels below a title

TEST(Shapes, DigitsBelowATitleBesideLabelsMergedOverBothRows)
{
    const std::string text = "Libellé de l'action;Structure;Nb de bénéficiaires;Niveau de formation;;;Abandons\n"
                             ";;;3;4;5;\nAteliers;CS;40;12;8;6;3\nForum;MLJ;60;20;15;9;5\n";
    for (const List& merges : {List{"A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:G2"}, List{}}) {
        Values levels = values(read(text, "emploi", merges));
        EXPECT_EQ(levels["intitule"], (List{"Ateliers", "Forum"})) << merges.size();
        EXPECT_EQ(levels["niv_3"], (List{"12", "20"})) << merges.size();
        EXPECT_EQ(levels["niv_5"], (List{"6", "9"})) << merges.size();
        EXPECT_FALSE(levels.contains("niveau_qualif")) << merges.size();
    }
}

TEST(Shapes, ARecordBelowMergedLabelsStaysOne)
{
    const auto reading = read("Action;Bénéficiaires;;Accordé\nLudobus;12;8;400\nJardin;3;4;900\n", "action", {"B1:C1"});
    EXPECT_EQ(values(reading)["intitule"], (List{"Ludobus", "Jardin"}));
}

// ---------------------------------------------------------------- tables side by side

TEST(Shapes, TablesSideBySideWithoutAnEmptyColumn)
{
    const auto years = read("2022;;;2023;;\nAction;Bénéf.;Montant accordé;Action;Bénéf.;Montant accordé\n"
                            "Ateliers;12;500;Forum;30;800\nPerm;7;90;Vélo;3;70\n",
                            "action", {"A1:C1", "D1:F1"});
    ASSERT_EQ(years.values.size(), 2U);
    EXPECT_EQ(values_of(years, "intitule", 1), (List{"Forum", "Vélo"}));
    EXPECT_EQ(values_of(years, "benef_total", 1), (List{"30", "3"}));
    EXPECT_EQ(values_of(years, "exercice", 0), (List{"2022", "2022"}));
    EXPECT_EQ(values_of(years, "exercice", 1), (List{"2023", "2023"}));
    const auto bare = read("Action;Bénéf.;Montant accordé;Action;Bénéf.;Montant accordé\n"
                           "Ateliers;12;500;Forum;30;800\nPerm;7;90;Vélo;3;70\n");
    ASSERT_EQ(bare.values.size(), 2U);
    EXPECT_EQ(values_of(bare, "intitule", 0), (List{"Ateliers", "Perm"}));
    EXPECT_EQ(values_of(bare, "accorde_p147", 1), (List{"800", "70"}));
}

TEST(Shapes, ANameRepeatedForReadingIsNoTable)
{
    const auto reading = read("2022;;;2023;;\nAction;Bénéf.;Montant accordé;Action;Bénéf.;Montant accordé\n"
                              "Ateliers;12;500;Ateliers;30;800\nPerm;7;90;Perm;3;70\n",
                              "action", {"A1:C1", "D1:F1"});
    ASSERT_EQ(reading.values.size(), 1U);
    EXPECT_EQ(values(reading)["exercice"], (List{"2022", "2023", "2022", "2023"}));
    EXPECT_EQ(values(reading)["benef_total"], (List{"12", "30", "7", "3"}));
}

// ---------------------------------------------------------------- titles between tables

TEST(Shapes, TheTitleOfALaterTableGivesTheStatus)
{
    const auto reading = read("Action;Bénéf.;Accordé\nAteliers;12;500\nForum;30;800\n;\nActions refusées;;\n"
                              "Action;Bénéf.;Demandé\nSurf;50;9000\n",
                              "action");
    ASSERT_EQ(reading.values.size(), 2U);
    EXPECT_EQ(values_of(reading, "statut", 1), List{"refusée"});
    EXPECT_EQ(sentence(reading, "BIL-298"),
              "Aucune colonne ne donne Statut de l'action (statut)\u00A0: la valeur refusée vient de «\u00A0Actions "
              "refusées\u00A0». Vérifiez-la.");
}

TEST(Shapes, TheTitleOfALaterTableThatTellsNothingIsSaid)
{
    const std::string first = "Action;Bénéf.;Accordé\nAteliers;12;500\nForum;30;800\n;\n";
    EXPECT_EQ(findings(read(first + "Hors contrat;;\nAction;Bénéf.;Demandé\nSurf;50;9000\n", "action"), "BIL-276"),
              List{"A5 Hors contrat"});
    EXPECT_THAT(
        findings(read(first + "Programmation 2023;;\nAction;Bénéf.;Demandé\nSurf;50;9000\n", "action"), "BIL-276"),
        IsEmpty())
        << "the year is taken";
}

TEST(Shapes, ATitleInThePlaceOfTheFirstLabel)
{
    const auto reading =
        read("Intitulé de l'action;Porteur;Nb de bénéficiaires;Femmes;Hommes\nAteliers;CS;12;5;7\n"
             "Forum;MLJ;30;8;22\nPILIER EMPLOI;Porteur;Nb de bénéficiaires;Hommes;Femmes\nVélo;X;9;4;5\n",
             "action");
    ASSERT_EQ(reading.values.size(), 2U);
    EXPECT_EQ(values_of(reading, "intitule", 1), List{"Vélo"});
    EXPECT_EQ(values_of(reading, "pilier", 1), List{"emploi"});
    EXPECT_EQ(values_of(reading, "benef_h", 1), List{"4"});
}

} // namespace
} // namespace bilan::schemas
