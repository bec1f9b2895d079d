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

} // namespace
} // namespace bilan::schemas
