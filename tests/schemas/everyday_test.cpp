// SPDX-License-Identifier: MPL-2.0
//
// Everyday tables of prefectures, towns and family funds: funders over pairs of amounts, lists or words of the holder
// below one header, years over the accounts, footnotes. Persons and places are invented.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using List = std::vector<std::string>;

TEST(Everyday, AFunderByItsNameHeadsWhatWasAskedOfItAndWhatItGave)
{
    Values read_values = values(read("Action;Porteur;P147;;Ville de Valmont;;Conseil départemental du Nord;\n"
                                     ";;Demandé;Accordé;Demandé;Accordé;Montant demandé;Montant accordé\n"
                                     "Atelier;Asso A;3000;2500;1000;800;500;0\nForum;Asso B;2000;2000;400;300;0;0\n",
                                     "action", {"C1:D1", "E1:F1", "G1:H1"}));
    EXPECT_EQ(read_values["fin_commune_demande"], (List{"1000", "400"}));
    EXPECT_EQ(read_values["fin_commune"], (List{"800", "300"}));
    EXPECT_EQ(read_values["fin_departement_demande"], (List{"500", "0"}));
    EXPECT_EQ(read_values["accorde_p147"], (List{"2500", "2000"})) << "no rival of the town's";
}

TEST(Everyday, TheTotalBehindTheLastFunderIsThatOfAll)
{
    Values read_values = values(read(";;P147;;CAF;;\nAction;Porteur;Demandé;Accordé;Demandé;Accordé;Total produits\n"
                                     "Atelier;Asso A;3000;2500;1000;800;3300\nForum;Asso B;2000;2000;400;300;2300\n",
                                     "action"));
    EXPECT_EQ(read_values["total_produits"], (List{"3300", "2300"}));
    EXPECT_EQ(read_values["fin_caf"], (List{"800", "300"}));
}

TEST(Everyday, UsersBetweenFundersPay)
{
    Values between = values(read("Action;Porteur;P147;CAF;Usagers;Autres\nAtelier;A;3000;500;320;100\n"
                                 "Forum;B;2000;400;150;0\n",
                                 "financement"));
    EXPECT_EQ(between["fin_usagers"], (List{"320", "150"}));
    EXPECT_FALSE(between.contains("benef_total"));
    const auto at_end =
        read("Action;Porteur;P147;CAF;Usagers\nAtelier;A;3000;500;32\nForum;B;2000;400;15\n", "financement");
    EXPECT_FALSE(values(at_end).contains("fin_usagers"));
    EXPECT_FALSE(values(at_end).contains("benef_total")) << "either: a question";
    EXPECT_EQ(findings(at_end, "BIL-267").size(), 1U);
}

TEST(Everyday, NamesOfPursesThatTownsWrite)
{
    Values read_values = values(read("Action;Porteur;P147;Hors P147;Autres financements;Financements privés\n"
                                     "Atelier;A;3000;500;320;100\nForum;B;2000;400;150;0\n",
                                     "action"));
    EXPECT_EQ(read_values["fin_etat_autre"], (List{"500", "400"}));
    EXPECT_EQ(read_values["fin_autre"], (List{"320", "150"}));
    EXPECT_EQ(read_values["fin_prive"], (List{"100", "0"}));
    EXPECT_EQ(values(read("Action;Porteur;Autres crédits État;P147\nAtelier;A;500;2000\n", "action"))["fin_etat_autre"],
              (List{"500"}));
}

TEST(Everyday, YearsOverTheAccountsOfFundersAreNoCards)
{
    const auto reading = read(";2021;;2022;\nFinanceurs;BP;CA;BP;CA\nMétropole;;;43300;87850\n"
                              "DRAC;26500;;42850;4650\nVille;26450;28012;87600;72150\nCAF;35000;;1200;1100\n",
                              "financement", {"B1:C1", "D1:E1"});
    Values read_values = values(reading);
    EXPECT_EQ(read_values["financeur"], (List{"epci", "etat_autre", "etat_autre", "commune", "commune", "caf", "caf"}));
    EXPECT_EQ(read_values["exercice"], (List{"2022", "2021", "2022", "2021", "2022", "2021", "2022"}));
    EXPECT_EQ(read_values["montant_realise"], (List{"87850", "<vide>", "4650", "28012", "72150", "<vide>", "1100"}));
}

TEST(Everyday, AFunderWithoutAnAmountYetBesideAMergedActionIsARow)
{
    Values read_values = values(read("Action;Financeur;Prévisionnel\nAtelier;CAF;12300\n;Métropole;\n;Ville;7700\n"
                                     "Forum;ARS;900\n;Région;400\n",
                                     "financement", {"A2:A4", "A5:A6"}));
    EXPECT_EQ(read_values["financeur"], (List{"caf", "epci", "commune", "etat_autre", "region"}));
    EXPECT_EQ(read_values["intitule"], (List{"Atelier", "Atelier", "Atelier", "Forum", "Forum"}));
    EXPECT_EQ(read_values["montant_prevu"], (List{"12300", "<vide>", "7700", "900", "400"}));
}

TEST(Everyday, ADomainIsTheTopicWhereTheListOfDiscriminationsDoesNotKnowIt)
{
    Values topic = values(read("Action;Porteur;Domaine;Accordé\nAtelier;A;Parentalité;500\nForum;B;Mobilité;300\n"
                               "Vélo;C;Santé;200\nRepas;D;Accès aux droits;100\n",
                               "action"));
    EXPECT_EQ(topic["thematique"], (List{"Parentalité", "Mobilité", "Santé", "Accès aux droits"}));
    EXPECT_FALSE(topic.contains("domaine"));
    Values listed = values(read("Action;Porteur;Critère;Domaine d'intervention;Accordé\n"
                                "Atelier;A;origine;Emploi, logement;500\n"
                                "Forum;B;handicap;Accès aux biens et services;300\nVélo;C;sexe;Santé;200\n",
                                "action"));
    EXPECT_EQ(listed["domaine"], (List{"emploi|logement", "biens_services", "sante"}));
}

TEST(Everyday, HeadersThatGiveTwoNames)
{
    Values read_values = values(read("Action / projet;Porteur;Dispositif / AAP;1ère demande ou renouvellement;"
                                     "Sous-thématique;Coût final;Femmes / filles;Hommes / garçons\n"
                                     "Atelier;A;VVV;Renouvellement;Sport;4000;12;8\n"
                                     "Forum;B;PRE;Première demande;Santé;3000;4;6\n",
                                     "action"));
    EXPECT_EQ(read_values["intitule"], (List{"Atelier", "Forum"}));
    EXPECT_EQ(read_values["dispositif"], (List{"VVV", "PRE"}));
    EXPECT_EQ(read_values["recurrence"], (List{"renouvellement", "première demande"}));
    EXPECT_EQ(read_values["thematique"], (List{"Sport", "Santé"}));
    EXPECT_EQ(read_values["realise"], (List{"4000", "3000"}));
    EXPECT_EQ(read_values["benef_f"], (List{"12", "4"}));
    EXPECT_EQ(read_values["benef_h"], (List{"8", "6"}));
    Values schemes = values(read("Dispositif de droit commun mobilisé;Financeur;Budget prévu\nCLAS;CAF;3000\n"
                                 "PLIE;Région;2000\n",
                                 "financement"));
    EXPECT_EQ(schemes["dispositif_dc"], (List{"CLAS", "PLIE"}));
    EXPECT_EQ(schemes["montant_prevu"], (List{"3000", "2000"}));
    Values zones = values(read("Territoire;Échelon;Population\nSud;QPV;1200\nValmont;Commune;23000\n", "territoire"));
    EXPECT_EQ(zones["niveau"], (List{"QPV", "commune"}));
}

TEST(Everyday, AxesOverWhatIsCountedAreRows)
{
    const auto reading = read("Cité;Axe 1 - Recenser et fédérer;;Axe 2 - Aller-vers et raccrocher;;Axe 3 : Innover;\n"
                              ";Nb actions;Nb bénéficiaires;Nb actions;Nb bénéficiaires;Nb actions;Nb bénéficiaires\n"
                              "Lormel;3;20;12;140;4;35\nValmont;2;10;8;90;6;60\n",
                              "cite", {"B1:C1", "D1:E1", "F1:G1"});
    Values read_values = values(reading);
    EXPECT_EQ(read_values["axe"], (List{"1", "2", "3", "1", "2", "3"}));
    EXPECT_EQ(read_values["nb_actions"], (List{"3", "12", "4", "2", "8", "6"})) << "how many, and not which axis";
    EXPECT_EQ(read_values["nb_benef"], (List{"20", "140", "35", "10", "90", "60"}));
    const auto one = read("Cité;Axe 1;\n;Nb actions;ETP\nLormel;3;0,8\nValmont;2;1\n", "cite", {"B1:C1"});
    EXPECT_FALSE(values(one).contains("axe"));
}

TEST(Everyday, NamesBesideUnitsInTheThirdRowAreHeaders)
{
    Values read_values = values(
        read("Identification;;;Crédits sollicités;;Arbitrage;;Publics;\n;;;État;Ville;État;Ville;Total;dont QPV\n"
             "N°;Porteur;Action;(€);(€);(€);(€);nb;nb\n1;Asso A;Atelier;3000;1000;2500;800;40;30\n"
             "2;Asso B;Forum;2000;0;2000;0;25;20\n",
             "action", {"A1:C1", "D1:E1", "F1:G1", "H1:I1"}));
    EXPECT_EQ(read_values["porteur"], (List{"Asso A", "Asso B"}));
    EXPECT_EQ(read_values["intitule"], (List{"Atelier", "Forum"}));
    EXPECT_EQ(read_values["demande_p147"], (List{"3000", "2000"}));
    EXPECT_EQ(read_values["fin_commune"], (List{"800", "0"}));
    EXPECT_EQ(read_values["benef_qpv"], (List{"30", "20"}));
}

TEST(Everyday, ALetterPerColumnAndWhatOneIsMadeOf)
{
    const auto reading = read("Action;Porteur;Demandé;Accordé;% accordé\na;b;c;d;d/c\nAtelier;A;3000;2500;0,83\n"
                              "Forum;B;2000;2000;1\n",
                              "action");
    EXPECT_EQ(values(reading)["intitule"], (List{"Atelier", "Forum"}));
}

TEST(Everyday, NaturesOfCreditsBesideFundersAreRows)
{
    const auto reading = read("Financeur;Crédits spécifiques;Droit commun\nVille;12000;34000\nDépartement;5000;18000\n"
                              "CAF;0;22000\n",
                              "financement");
    Values read_values = values(reading);
    EXPECT_EQ(read_values["financeur"], (List{"commune", "commune", "departement", "departement", "caf", "caf"}));
    EXPECT_EQ(read_values["montant_accorde"], (List{"12000", "34000", "5000", "18000", "0", "22000"}));
    EXPECT_EQ(findings(reading, "BIL-543").size(), 2U) << "nothing says at which stage the money is";
    EXPECT_EQ(broken("Financeur;Crédits spécifiques;Droit commun\nVille;12000;34000\nCAF;500;500\n", "financement"),
              (List{"D02 3"}))
        << "of the same amount, as likely one funding";
}

TEST(Everyday, WhatAChiefOfProjectSaidIsNoName)
{
    const auto reading = read("Contrat;Place égalité;Verbatim chef de projet\nCA Valmont;traité;Peu de moyens\n"
                              "CC Lormel;non évoqué;Un sujet neuf\n",
                              "rapport");
    EXPECT_EQ(values(reading)["verbatim_chef_projet"], (List{"Peu de moyens", "Un sujet neuf"}));
    EXPECT_TRUE(findings(reading, "C21").empty());
    const auto named = read("Contrat;Place égalité;Chef de projet\nCA Valmont;traité;Jeanne Valmont\n", "rapport");
    EXPECT_EQ(findings(named, "C21").size(), 1U);
}

TEST(Everyday, SeekersOfCategoryAAloneAreNoRivalsOfAll)
{
    Values read_values = values(read("Code QPV;DEFM A;;;DEFM ABC;;\n;Total;Femmes;- 26 ans;Total;Femmes;- 26 ans\n"
                                     "QN05901M;120;60;20;200;100;35\nQN05902M;80;35;10;130;60;22\n",
                                     "territoire", {"B1:D1", "E1:G1"}));
    EXPECT_EQ(read_values["defm_0_25"], (List{"35", "22"}));
    EXPECT_EQ(read_values["defm_f"], (List{"100", "60"}));
}

TEST(Everyday, WhatWasRealisedOfACostIsNoRivalOfTheGrant)
{
    Values read_values = values(read("Action;Porteur;Prévu;;Réalisé;\n;;Coût;Subvention;Coût;Subvention\n"
                                     "Atelier;A;5000;3000;4500;2800\nForum;B;4000;2500;4200;2500\n",
                                     "action", {"C1:D1", "E1:F1"}));
    EXPECT_EQ(read_values["cout_total"], (List{"5000", "4000"}));
    EXPECT_EQ(read_values["realise"], (List{"4500", "4200"}));
}

TEST(Everyday, StatusesWithAReserve)
{
    const auto reading = read("Action;Porteur;État de réalisation;Accordé\nAtelier;A;réalisée à 80 %;500\n"
                              "Forum;B;Retenue sous réserve;300\nVélo;C;Réalisée à 100 %;200\nRepas;D;OK;100\n",
                              "action");
    EXPECT_EQ(values(reading)["statut"], (List{"partiellement réalisée", "retenue", "réalisée", "<err>"}));
    EXPECT_EQ(findings(reading, "BIL-559").size(), 2U) << "to confirm";
    EXPECT_EQ(findings(reading, "C15").size(), 1U) << "nobody can say what is in order";
}

TEST(Everyday, SeveralQuartersOfWhichNoneIsNamedAreSaid)
{
    const auto reading = read("Action;Porteur;QPV;Accordé\nAtelier;A;Multi-quartiers;500\nForum;B;Les 3 quartiers;300\n"
                              "Vélo;C;Clairval;200\n",
                              "action");
    EXPECT_EQ(findings(reading, "BIL-588").size(), 2U);
}

TEST(Everyday, AContractIsNoQuarterInATitleEither)
{
    const auto reading = read("Suivi\nTerritoire : contrat de ville\n\nAction;Porteur;Accordé\nAtelier;A;500\n"
                              "Forum;B;300\n",
                              "action");
    EXPECT_FALSE(values(reading).contains("territoire")) << "the name of the sheet may say one";
    const auto named = read("Suivi\nTerritoire : Bellevue\n\nAction;Porteur;Accordé\nAtelier;A;500\n", "action");
    EXPECT_EQ(values(named)["territoire"], (List{"Bellevue"}));
}

TEST(Everyday, ActionsBesideCoordinationAreWhatWasSpentOnThem)
{
    Values down =
        values(read("Poste;2021;2022\nCoordination;60000;62000\nActions;30000;28000\nIngénierie;10000;9000\n", "cite"));
    EXPECT_EQ(down["depense_actions"], (List{"30000", "28000"}));
    EXPECT_FALSE(down.contains("nb_actions"));
    Values small =
        values(read("Cité;Coordination;Actions;Ingénierie\nLormel;60000;30;10000\nValmont;50000;20;9000\n", "cite"));
    EXPECT_FALSE(small.contains("nb_actions"));
    EXPECT_FALSE(small.contains("depense_actions")) << "either: a question";
    EXPECT_EQ(values(read("Cité;Actions;Bénéficiaires\nLormel;30;400\n", "cite"))["nb_actions"], (List{"30"}));
}

TEST(Everyday, RecordsWithoutTheAmountYetAreNoSecondHeader)
{
    Values read_values = values(read("Exercice;Contrat de ville;Action;Financeur;Nature;Montant accordé;Pilier\n"
                                     "2024;CV Valmont;Atelier;CAF;droit commun;;Emploi\n"
                                     "2024;CV Valmont;Atelier;Département;droit commun;;Emploi\n"
                                     "2024;CV Valmont;Forum;CAF;droit commun;;Emploi\n",
                                     "financement"));
    EXPECT_EQ(read_values["exercice"], (List{"2024", "2024", "2024"}));
    EXPECT_EQ(read_values["intitule"], (List{"Atelier", "Atelier", "Forum"}));
}

TEST(Everyday, AYearBelowItsOwnLabelIsThatOfARecord)
{
    const std::string header = "Exercice;Contrat de ville;Action;Financeur;Nature;Montant accordé;Pilier\n";
    const std::string first = "2024;CV Valmont;Atelier;CAF;droit commun;;Emploi\n";
    Values lone = values(read(header + first, "financement"));
    EXPECT_EQ(lone["exercice"], (List{"2024"}));
    Values read_values =
        values(read(header + first + "2023;CV Combes;Forum;Département;spécifique;;Cadre de vie\n", "financement"));
    EXPECT_EQ(read_values["exercice"], (List{"2024", "2023"}));
    EXPECT_EQ(read_values["intitule"], (List{"Atelier", "Forum"}));
}

} // namespace
} // namespace bilan::schemas
