// SPDX-License-Identifier: MPL-2.0
//
// Columns whose meaning their neighbours, the title above them or their own cells tell.
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

TEST(Meanings, NameBesideTheCodeOfAQuarterIsItsName)
{
    Values read = values(schemas::read("Code QPV;Nom;Population\nQP069001;Jean Moulin;1200\nQP069002;Paul Éluard;2200\n"
                                       "QP069003;Les Tilleuls;3200\n",
                                       "territoire"));
    EXPECT_EQ(read["lib_qp"], (List{"Jean Moulin", "Paul Éluard", "Les Tilleuls"}));
    Values labels =
        values(schemas::read("Code QPV;Libellé;Population\nQP069001;Jean Moulin;1200\nQP069002;Paul Éluard;2200\n"
                             "QP069003;Les Minguettes;900\n",
                             "territoire"));
    EXPECT_EQ(labels["lib_qp"], (List{"Jean Moulin", "Paul Éluard", "Les Minguettes"}));
    Values indicators = values(schemas::read("Code QPV;Libellé;Valeur\nQP069001;Population;1200\nQP069001;Emplois;30\n"
                                             "QP069002;Population;900\nQP069002;Emplois;20\n",
                                             "territoire"));
    EXPECT_FALSE(indicators.contains("lib_qp")) << "a code on several rows: the label is of something else";
    const auto persons = schemas::read("Code QPV;Nom;Action;Bénéficiaires\nQP069001;Sophie Martin;Atelier;1\n"
                                       "QP069002;Karim Durand;Forum;1\nQP069003;Claire Bernard;Cirque;1\n",
                                       "emploi");
    EXPECT_EQ(intake::test::field_of(persons, "Nom"), "!") << "persons stay out, though no code comes back";
    const auto list = schemas::read("Code QPV;Nom;Action;Bénéficiaires\nQP069001;Jean Moulin;Atelier;1\n"
                                    "QP069001;Jean Martin;Forum;1\nQP069003;Claire Bernard;Cirque;1\n",
                                    "emploi");
    EXPECT_EQ(intake::test::field_of(list, "Nom"), "!") << "a code that comes back is that of a person";
}

TEST(Meanings, ZerosInAWholeColumnMayBeUnknown)
{
    std::string zeros = "Action;Porteur;Bénéficiaires;dont QPV\n";
    for (const char* row : {"A;1", "B;2", "C;3", "D;4", "E;5"}) zeros += std::string(row) + ";0;0\n";
    EXPECT_EQ(broken(zeros, "action"), (List{"C24 2", "C24 2"}));
    EXPECT_EQ(broken(zeros + "F;6;12;0\n", "action"), (List{"C24 2"})) << "only the residents";
    EXPECT_EQ(broken("Action;Porteur;Bénéficiaires\nA;1;0\nB;2;0\n", "action"), List{}) << "too few to tell";
}

TEST(Meanings, AThemeAloneAboveItsPlacesIsThePlaceOfTheTheme)
{
    Values read = values(schemas::read("Contrat de ville;Emploi;Droit commun\nValmont;Traitée;Non évoqué\n"
                                       "Rochefort;analyse approfondie;Traité\n",
                                       "rapport"));
    EXPECT_EQ(read["place_emploi"], (List{"2", "3"}));
    EXPECT_EQ(read["place_dc"], (List{"0", "2"}));
    EXPECT_EQ(read.count("actions_emploi"), 0U);
}

TEST(Meanings, ADayInAHeaderDatesItsColumn)
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

TEST(Meanings, TheStockOfNewYearIsNotThatOfTheEnd)
{
    Values read = values(schemas::read("Action;Opérateur;Présents au 01/01/2023;Entrées 2023;En cours au 31/12/2023\n"
                                       "A;MDE;5;40;15\nB;ML;2;20;10\n",
                                       "emploi"));
    EXPECT_EQ(read["nb_en_cours"], (List{"15", "10"}));
}

TEST(Meanings, ARateIsNeitherANumberNorAName)
{
    const auto offers = read(
        "Offre de services;Opérateur;Cible;Taux de réalisation\nForum;MDE;100;120 %\nAtelier;ML;20;90 %\n", "offre");
    EXPECT_EQ(values(offers).count("realise"), 0U);
    const auto firms = read("Raison sociale;Alternants;% QPV\nBois;4;25 %\nClub;5;40 %\n", "paqte");
    EXPECT_THAT(findings(firms, "BIL-271"), IsEmpty()) << "no answer to copy that would be wrong";
    EXPECT_EQ(values(firms).count("territoire"), 0U);
}

TEST(Meanings, PersonsBesideTheirOrganisation)
{
    const auto reading = read("Participants/ Territoire;Démarches\nPLIE du Val (Sophie BERNARD);GPECT\n"
                              "Mission locale - Karim;TZCLD\nPETR du Pays (Karim);ESS\nCC du Val (Ain);PLIE\n",
                              "demarche");
    EXPECT_EQ(values(reading)["participant"],
              (List{"PLIE du Val", "Mission locale", "PETR du Pays", "CC du Val (Ain)"}));
    EXPECT_THAT(findings(reading, "X04"), testing::SizeIs(1));
}

TEST(Meanings, AnAddressAmongTheNamesOfHoldersIsTakenOutAlone)
{
    const auto reading = read("Intitulé;Porteur;Bénéficiaires\nCouture;Fil et Cie;40\n"
                              "Jardin;contact@jardin.example;30\nCode;Centre social (code@cs.example);20\n"
                              "Forum;Fil et Cie;25\nDroits;Centre social;9\n",
                              "action");
    EXPECT_EQ(values(reading)["porteur"],
              (List{"Fil et Cie", "<nc>", "Centre social ([…])", "Fil et Cie", "Centre social"}));
    EXPECT_THAT(findings(reading, "X04"), testing::SizeIs(2));
    const auto mails = read("Intitulé;Porteur;Bénéficiaires\nCouture;a@fil.example;40\n"
                            "Jardin;contact@jardin.example;30\nCode;Centre social;20\n",
                            "action");
    EXPECT_FALSE(values(mails).contains("porteur")) << "a column of addresses";
}

TEST(Meanings, AllThatWasSpentIsNotWhatWasSpentOnActions)
{
    Values read = values(
        schemas::read("Cité;Enveloppe;Montant consommé (€)\nCité A;100000;45000\nCité B;100000;40000\n", "cite"));
    EXPECT_EQ(read["depense_total"], (List{"45000", "40000"}));
    EXPECT_EQ(read.count("depense_actions"), 0U);
}

TEST(Meanings, ATitleThatReachesFurtherThanItsMergeSays)
{
    Values read = values(schemas::read("Action;Opérateur;Entrées;;;Sorties;\n;;Total;F;QPV;CDI;Formation\n"
                                       "Atelier;ML;40;22;18;5;4\nForum;MDE;30;15;NC;2;1\n",
                                       "emploi"));
    EXPECT_EQ(read["nb_entrees"], (List{"40", "30"}));
    EXPECT_EQ(read.count("benef_f"), 0U) << "women among those who came in";
    EXPECT_EQ(read.count("territoire"), 0U) << "18 people are no quarter";
    Values firms = values(
        schemas::read(";Alternants;;\nEntreprise;Total;dont QPV;Emplois francs\nBois;4;1;2\nClub;3;0;1\n", "paqte"));
    EXPECT_EQ(firms["emplois_francs"], (List{"2", "1"})) << "what says by itself what it is";
}

TEST(Meanings, ColumnsUnderATitleOfTheSheetAreNoQuarters)
{
    const auto reading = read(
        "Territoire : contrat de ville;;;;;\n\nN°;dateConvention;nomBeneficiaire;objet;montant;pourcentageSubvention\n"
        "1;45300;Asso A;Atelier;3000;1\n2;45310;Asso B;Forum;500;1\n",
        "financement", {"A1:B1"});
    EXPECT_THAT(rows_kept(reading), ElementsAre(3U, 4U));
    EXPECT_EQ(values(reading).count("fin_p147"), 0U);
}

TEST(Meanings, ATitleOfAmountsEndsBeforeThePeople)
{
    Values read = values(
        schemas::read(";;Montants;;;\nPorteur;Financeur;Prévisionnel;Réalisé;Nb de bénéficiaires;Issus des quartiers\n"
                      "A;CAF;3000;2500;30;22\nB;Région;100;100;12;4\n",
                      "financement"));
    EXPECT_EQ(read["benef_qpv"], (List{"22", "4"}));
}

TEST(Meanings, SpellingsAndAnswersOfPartners)
{
    EXPECT_EQ(values(read("Co-financeurs;Montant voté;Montant mandaté\nCAF;3000;2500\nRégion;100;100\n",
                          "financement"))["financeur"],
              (List{"caf", "region"}));
    const auto firms = read("Entreprise;SIREN;Alternants\nBois;'732829320;3\nClub;'732829320;5\n", "paqte");
    EXPECT_THAT(findings(firms, "C12"), IsEmpty()) << "a column SIREN was asked for nine digits";
    EXPECT_EQ(values(read("Conseil citoyen;Nb membres;Difficultés\nCC A;12;Covid\nCC B;10;aucune\n",
                          "conseil"))["difficultes"],
              (List{"Covid", "<so>"}));
}

} // namespace
} // namespace bilan::schemas
