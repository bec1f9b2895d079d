// SPDX-License-Identifier: MPL-2.0
//
// Headers, funders and years that the domain settles, and those it leaves open, as an examiner of the readings found
// them read wrong, doubled or asked about. Associations and places are invented.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using List = std::vector<std::string>;

TEST(Settled, FundersBesideYearsAreAListOfRows)
{
    const auto reading = read("Financeur;2022;;2023;\n;Prévu;Réalisé;Prévu;Réalisé\nRégion;1000;900;2000;1800\n"
                              "CAF;500;500;600;550\n",
                              "financement", {"A1:A2", "B1:C1", "D1:E1"});
    Values read_on = values(reading);
    EXPECT_EQ(read_on["financeur"], (List{"region", "region", "caf", "caf"}));
    EXPECT_EQ(read_on["exercice"], (List{"2022", "2023", "2022", "2023"}));
    EXPECT_EQ(read_on["montant_prevu"], (List{"1000", "2000", "500", "600"}));
    EXPECT_EQ(read_on["montant_realise"], (List{"900", "1800", "500", "550"}));
    EXPECT_EQ(read_on.count("fin_region"), 0U);
    EXPECT_TRUE(findings(reading, "BIL-292").empty());
}

TEST(Settled, FundersBesideTextsAreAListOfRows)
{
    const auto reading =
        read("Financeur;Dispositif;2022;2023\nRégion;PIC;1000;2000\nCAF;CLAS;500;600\n", "financement");
    Values read_on = values(reading);
    EXPECT_EQ(read_on["dispositif_dc"].size(), read_on["financeur"].size());
    EXPECT_EQ(read_on["financeur"].front(), "region");
    EXPECT_EQ(read_on.count("fin_region"), 0U);
    EXPECT_TRUE(findings(reading, "BIL-292").empty());
}

TEST(Settled, ATitleIsNoLabelDownTheSide)
{
    const auto reading = read("Programmation 2023\n\nPorteur;Action;Rappel subvention N-1;Subvention demandée N;"
                              "Subvention accordée N\nAssociation A;Jardin;3000;5000;4000\n"
                              "Association B;Forum;2000;3000;2500\n",
                              "action");
    Values read_on = values(reading);
    EXPECT_EQ(read_on["demande_p147"], (List{"5000", "3000"}));
    EXPECT_EQ(read_on["accorde_p147"], (List{"4000", "2500"}));
    EXPECT_EQ(read_on.count("fin_etat_autre"), 0U);
}

TEST(Settled, ATotalOfFundersIsTheMoneyOfNone)
{
    const std::string header = "Porteur;Action;Demandé;;;Accordé;;\n;;Etat;Ville;Total;Etat;Ville;Total\n";
    const List merges{"A1:A2", "B1:B2", "C1:E1", "F1:H1"};
    const auto reading = read(header + "Les Tilleuls;Jardin;5000;2000;7000;4000;1500;5500\n"
                                       "Le Moulin;Forum;3000;1000;4000;2500;900;3400\n",
                              "action", merges);
    Values read_on = values(reading);
    EXPECT_EQ(read_on["demande_p147"], (List{"5000", "3000"}));
    EXPECT_EQ(read_on["accorde_p147"], (List{"4000", "2500"}));
    EXPECT_EQ(read_on["fin_commune"], (List{"1500", "900"}));
    EXPECT_EQ(findings(reading, "BIL-288").size(), 2U);

    const auto more = read(header + "Les Tilleuls;Jardin;5000;2000;8000;4000;1500;6500\n"
                                    "Le Moulin;Forum;3000;1000;4000;2500;900;3400\n",
                           "action", merges);
    EXPECT_EQ(values(more)["accorde_p147"], (List{"4000", "2500"}));
    EXPECT_EQ(findings(more, "BIL-060").size(), 2U) << "a funder may be missing";
    EXPECT_EQ(in_english(more, "BIL-060"),
              "The column \"Demandé / Total\" is a total, and is not the sum of the columns from \"Demandé / Etat\" to "
              "\"Demandé / Ville\": it is left out. Check whether a funder is missing.");
}

TEST(Settled, TheWholeStateIsNotItsProgramme)
{
    const auto reading = read("Porteur;Action;Etat P147;Etat DRAC;Total Etat\nLes Tilleuls;Jardin;4000;300;4300\n"
                              "Le Moulin;Forum;3000;500;3500\n",
                              "action");
    Values read_on = values(reading);
    EXPECT_EQ(read_on["accorde_p147"], (List{"4000", "3000"}));
    EXPECT_EQ(read_on["fin_etat_autre"], (List{"300", "500"}));
    EXPECT_EQ(findings(reading, "BIL-288").size(), 1U);
}

TEST(Settled, HeadersThatMeanOneField)
{
    Values read_on = values(read("Porteur;Action;Axe du contrat de ville;Proposition du service;Crédits accordés P147;"
                                 "Avis du comité;Première demande / renouvellement\n"
                                 "Les Tilleuls;Jardin;Cohésion sociale;1000;900;Favorable;Première demande\n"
                                 "Le Moulin;Forum;Emploi;2000;1900;Défavorable;Renouvellement\n",
                                 "action"));
    EXPECT_EQ(read_on["pilier"], (List{"cohesion_sociale", "emploi"}));
    EXPECT_EQ(read_on["propose_p147"], (List{"1000", "2000"}));
    EXPECT_EQ(read_on["accorde_p147"], (List{"900", "1900"}));
    EXPECT_EQ(read_on["statut"].size(), 2U);
    EXPECT_EQ(read_on["recurrence"], (List{"première demande", "renouvellement"}));

    read_on = values(read("Porteur;Action;Mt dem.;Mt acc.;Dates;Subvention CV perçue\n"
                          "Les Tilleuls;Jardin;5000;4000;du 04/01/2023 au 15/12/2023;3000\n"
                          "Le Moulin;Forum;4000;3000;du 01/02/2023 au 30/06/2023;2500\n",
                          "action"));
    EXPECT_EQ(read_on["demande_p147"], (List{"5000", "4000"}));
    EXPECT_EQ(read_on["accorde_p147"], (List{"4000", "3000"}));
    EXPECT_EQ(read_on["paye_p147"], (List{"3000", "2500"}));
    EXPECT_EQ(read_on["date_fin"], (List{"45275", "45107"}));

    read_on = values(read("Action;Nb entrées;Sorties / Emploi > 6 mois;Sorties / Emploi < 6 mois;"
                          "Encore présents au 31/12\nJardin;40;8;4;5\nForum;30;6;3;2\n",
                          "emploi"));
    EXPECT_EQ(read_on["nb_emploi_transition"], (List{"4", "3"}));
    EXPECT_EQ(read_on["nb_en_cours"], (List{"5", "2"}));

    read_on = values(read("Conseil citoyen;Nombre de réunions dans l'année;Fonds de participation\n"
                          "Conseil des Tilleuls;8;1200\nConseil du Moulin;6;900\n",
                          "conseil"));
    EXPECT_EQ(read_on["nb_reunions"], (List{"8", "6"}));
    EXPECT_EQ(read_on["budget"], (List{"1200", "900"}));

    read_on = values(read("Cité;Cofinancements;;\n;P147 / CV;Autre Etat;Collectivités\nCité A;10000;3000;15000\n"
                          "Cité B;8000;2000;12000\n",
                          "cite", {"A1:A2", "B1:D1"}));
    EXPECT_EQ(read_on["cofin_etat_autre"], (List{"3000", "2000"}));

    read_on = values(read("Financeur;Montant prévu\nÉtat (programme 147);100\nEtat - programme 147;200\n"
                          "Politique de la ville (Etat);300\nDRAC;400\n",
                          "financement"));
    EXPECT_EQ(read_on["financeur"], (List{"p147", "p147", "p147", "etat_autre"}));
}

TEST(Settled, ATotalOfWomenAndMenBelowAGroup)
{
    const auto reading = read("Porteur;Action;Caractéristiques actions;;\n;;Nombre de femmes;Nombre d'hommes;Total\n"
                              "Les Tilleuls;Jardin;20;18;38\nLe Moulin;Forum;10;8;18\n",
                              "action", {"A1:A2", "B1:B2", "C1:E1"});
    EXPECT_EQ(values(reading)["benef_total"], (List{"38", "18"}));
}

TEST(Settled, QuartersOverEntriesAndExits)
{
    const auto reading = read("Opérateur;Action;QPV Bel Air;;QPV Plaine;\n;;Entrées;Sorties;Entrées;Sorties\n"
                              "Mission A;Jardin;50;40;45;33\nPLIE B;Forum;60;50;55;41\n",
                              "emploi", {"A1:A2", "B1:B2", "C1:D1", "E1:F1"});
    Values read_on = values(reading);
    EXPECT_EQ(read_on["nb_entrees"], (List{"50", "45", "60", "55"}));
    EXPECT_EQ(read_on["nb_sorties"], (List{"40", "33", "50", "41"}));
    EXPECT_EQ(read_on["territoire"].size(), 4U);
}

TEST(Settled, AllYoungPeopleAreNotThoseReached)
{
    const auto reading = read("Entreprise;Stages 3e;Alternants;Embauches;Total jeunes\nMenuiserie A;10;5;8;23\n"
                              "Transport B;12;6;9;27\n",
                              "paqte");
    EXPECT_EQ(values(reading).count("jeunes_sensibilises"), 0U);
    EXPECT_TRUE(findings(reading, "BIL-266").size() + findings(reading, "BIL-267").size() > 0);
}

TEST(Settled, AnExerciseWrittenAsASpanOnEveryRow)
{
    const std::string header = "Exercice;Porteur;Action;Montant accordé\n";
    const auto reading =
        read(header + "2023-2024;Les Tilleuls;Jardin;1000\n2023-2024;Le Moulin;Forum;2000\n", "action");
    EXPECT_EQ(values(reading)["exercice"], (List{"2023", "2023"}));
    EXPECT_FALSE(findings(reading, "BIL-239").empty());
    const auto words =
        read(header + "CPO 2022-2024;Les Tilleuls;Jardin;1000\nExercice 2023;Le Moulin;Forum;2000\n", "action");
    EXPECT_EQ(values(words)["exercice"], (List{"2022", "2023"}));
}

TEST(Settled, AYearThatNoTableMeans)
{
    const std::string header = "Exercice;Porteur;Action;Montant accordé\n";
    const auto reading = read(header + "2035;Les Tilleuls;Jardin;1000\n2023;Le Moulin;Forum;2000\n"
                                       "2024;Le Moulin;Repas;500\n",
                              "action");
    EXPECT_EQ(values(reading)["exercice"], (List{"2035", "2023", "2024"})) << "kept as written";
    ASSERT_EQ(findings(reading, "BIL-063").size(), 1U);
    EXPECT_EQ(in_english(reading, "BIL-063"),
              "The budget year 2035 is not likely: it is before the contracts, or long after the year of the report or "
              "the other years of the table. It is kept as it is; check it.");
    const auto early = read(header + "2011;Les Tilleuls;Jardin;1000\n2011;Le Moulin;Forum;2000\n", "action");
    EXPECT_EQ(findings(early, "BIL-063").size(), 1U);
    const auto likely = read(header + "2019;Les Tilleuls;Jardin;1000\n2023;Le Moulin;Forum;2000\n", "action");
    EXPECT_TRUE(findings(likely, "BIL-063").empty());
}

TEST(Settled, RowsOfAnotherYearThanTheTitle)
{
    const std::string rows = "Exercice;Porteur;Action;Montant accordé\n2023;Les Tilleuls;Jardin;1000\n"
                             "2024;Le Moulin;Forum;2000\n";
    const auto reading = read("Programmation 2024\n" + rows, "action");
    ASSERT_EQ(findings(reading, "C22").size(), 1U);
    EXPECT_EQ(in_english(reading, "C22"), "The title of the table is of 2024, and rows are of another budget year "
                                          "(2023). Check the year of these rows, or the title.");
    EXPECT_TRUE(findings(read(rows, "action"), "C22").empty());
    EXPECT_TRUE(findings(read("Contrat de ville 2015-2022\n" + rows, "action"), "C22").empty());
}

TEST(Settled, ACallForProjectsNamesItsYear)
{
    const std::string rows = "\nPorteur;Action;Montant accordé\nLes Tilleuls;Jardin;1000\nLe Moulin;Forum;2000\n";
    Values read_on = values(read("AAP 2024 (dépôt avant le 15/12/2023)\n" + rows, "action"));
    EXPECT_EQ(read_on["exercice"], (List{"2024", "2024"}));
    read_on = values(read("Appel à projets 2024\n" + rows, "action"));
    EXPECT_EQ(read_on["exercice"], (List{"2024", "2024"}));
}

TEST(Settled, HeadersOfOneYearSayTheExercise)
{
    const auto reading = read("Financeur;BP 2023;CA 2023\nCAF;1000;900\nRégion;2000;1800\n", "financement");
    EXPECT_EQ(values(reading)["exercice"], (List{"2023", "2023"}));
    EXPECT_EQ(findings(reading, "BIL-298").size(), 1U);
    const auto one =
        read("Porteur;Action;Montant accordé 2022;Nb de bénéficiaires\nLes Tilleuls;Jardin;1000;20\n", "action");
    EXPECT_EQ(values(one).count("exercice"), 0U) << "one dated column among others is not the year of the table";
}

TEST(Settled, AmountsBelowMarks)
{
    const auto reading = read("Porteur;Action;Montant accordé\nLes Tilleuls;Jardin;**4000**\n"
                              "Le Moulin;Forum;3 000&nbsp¦€\nLe Phare;Repas;<span>2000</span>\n",
                              "action");
    EXPECT_EQ(values(reading)["accorde_p147"], (List{"4000", "3000", "2000"}));
}

TEST(Settled, AnOldAmountIsNoRival)
{
    const auto reading = read("Porteur;Action;Montant accordé;Montant accordé (ancien)\nLes Tilleuls;Jardin;4000;3500\n"
                              "Le Moulin;Forum;3000;2500\n",
                              "action");
    EXPECT_EQ(values(reading)["accorde_p147"], (List{"4000", "3000"}));
    EXPECT_FALSE(findings(reading, "BIL-267").empty());
}

TEST(Settled, TheSizeOfACompanyByItsEmployees)
{
    const auto reading =
        read("Entreprise;Effectif\nMenuiserie A;8\nTransport B;120\nUsine C;6000\nGarage D;5 000\n", "paqte");
    EXPECT_EQ(values(reading)["taille"], (List{"TPE", "PME", "GE", "GE"}));
}

TEST(Settled, ABandOfPopulationBesideThePopulation)
{
    const auto reading = read("code_qp;lib_qp;Tranche de population;Population\nQN06907I;Bel Air;1 000 à 2 000;1500\n"
                              "QN06908I;Plaine;2 000 à 5 000;3500\n",
                              "territoire");
    EXPECT_EQ(values(reading)["tranche_population"], (List{"1 000 à 2 000", "2 000 à 5 000"}));
    EXPECT_EQ(values(reading)["population"], (List{"1500", "3500"}));
}

} // namespace
} // namespace bilan::schemas
