// SPDX-License-Identifier: MPL-2.0
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

constexpr const char* clean =
    "Exercice;Action;Financeur;Nature du crédit;Montant prévu;Montant réalisé;Champ de politique publique;"
    "Dispositif de droit commun;ETP mobilisés;Bénéficiaires;dont QPV;Type d'engagement;Périmètre du calcul;Facette;"
    "Situation\n"
    "2023;Parcours fictif;P147;spécifique politique de la ville;5000;5000;emploi;PLIE;0,5;120;80;renforcé;P1;crédits;"
    "identifié, action en cours\n"
    "2023;Parcours fictif;CAF;droit commun;3000;2 800,50;parentalité;REAAP;;60;20;maintenu;P1;publics;"
    "identifié, action achevée, résultats faibles\n";

TEST(Financement, AnAmountIsNoPercentage)
{
    const auto reading = read("Nom de l'attribuant*;Date de convention*;Référence de la décision;Nom du bénéficiaire*;"
                              "Identification du bénéficiaire*;Nom du projet;Montant Total Attribué\n"
                              "Ville fictive;12/03/2022;D1;Association A;'13002526500013;Forum;2780\n"
                              "Ville fictive;12/03/2022;D2;Association B;'13002526500013;Atelier;0\n",
                              "financement");
    EXPECT_FALSE(values(reading).contains("part_beneficiaire"));
}

TEST(Financement, ATableOfWhichItReadsNoFigureIsOfTheSchemaThatDoes)
{
    const auto reading = read("Nom de l'attribuant*;Date de convention*;Référence de la décision;Nom du bénéficiaire*;"
                              "Identification du bénéficiaire*;Nom du projet;Montant Total Attribué\n"
                              "Ville fictive;12/03/2022;D1;Association A;'13002526500013;Forum;2780\n"
                              "Ville fictive;12/03/2022;D2;Association B;'13002526500013;Atelier;0\n");
    EXPECT_EQ(chosen(reading), "action");
    Values read = values(reading);
    EXPECT_EQ(read["accorde_p147"], (List{"2780", "0"}));
}

TEST(Financement, TheSchemaThatReadsAllFiguresBeforeOneThatAsksAboutSome)
{
    const auto reading =
        read("PROGRAMMATION 2023;;;;;;;;;;\n;;;;;État (P147);;Département;;Région;\n"
             "Code projet;Titre;Raison sociale;Code SIRET;Volet;Prévisionnel;Réalisé;Prévisionnel;Réalisé;"
             "Prévisionnel;Réalisé\n"
             "DA05558224-1;Forum;Association A;'13002526500013;Emploi;7790;8970;1780;2690;270;3080\n"
             "DA05558225-1;Atelier;Association B;'13002526500013;Emploi;5470;8060;5770;100;5790;120\n");
    EXPECT_EQ(chosen(reading), "financement");
    EXPECT_EQ(values(reading)["montant_realise"], (List{"8970", "2690", "3080", "8060", "100", "120"}));
}

TEST(Financement, OneRowAFunder)
{
    for (const char* schema : {"financement", ""}) {
        const auto reading = read(clean, schema);
        ASSERT_EQ(chosen(reading), "financement");
        Values read = values(reading);
        EXPECT_EQ(read["intitule"], (List{"Parcours fictif", "Parcours fictif"}));
        EXPECT_EQ(read["financeur"], (List{"p147", "caf"}));
        EXPECT_EQ(read["nature_credit"], (List{"spécifique politique de la ville", "droit commun"}));
        EXPECT_EQ(read["montant_prevu"], (List{"5000", "3000"}));
        EXPECT_EQ(read["montant_realise"], (List{"5000", "2800.5"}));
        EXPECT_EQ(read["champ"], (List{"emploi", "parentalité"}));
        EXPECT_EQ(read["dispositif_dc"], (List{"PLIE", "REAAP"}));
        EXPECT_EQ(read["moyens_humains"], (List{"0.5", "<vide>"}));
        EXPECT_EQ(read["benef_total"], (List{"120", "60"}));
        EXPECT_EQ(read["benef_qpv"], (List{"80", "20"}));
        EXPECT_EQ(read["type_engagement"], (List{"renforcé", "maintenu"}));
        EXPECT_EQ(read["perimetre"], (List{"P1", "P1"}));
        EXPECT_EQ(read["facette"], (List{"crédits", "publics"}));
        EXPECT_EQ(read["statut_dc"],
                  (List{"identifié, action en cours", "identifié, action achevée, résultats faibles"}));
    }
}

/// What the decree of 2017 on public data about grants prescribes, as files have it: case, signs and French dates
/// differ.
TEST(Financement, PublicDataOnGrants)
{
    const std::string rows =
        "Conseil départemental de la Fiction;22990000000011;2025-03-01;D 12;Les Jardins;12345678200002;"
        "Ateliers;50000,00;aide en nature;unique;2025-03-01;;non;1\n"
        "VILLE DE VALMONT;21990000000011;2025-03-02;D 13;Le Port;12345678200010;Sorties;3000;aide en "
        "nature;unique;2025-03-02;;non;0,5\n";
    for (const char* headers :
         {"nomAttribuant;idAttribuant;dateConvention;referenceDecision;nomBeneficiaire;idBeneficiaire;objet;montant;"
          "nature;"
          "conditionsVersement;datesPeriodeVersement;idRAE;notificationUE;pourcentageSubvention\n",
          " Nom attributaire* ; Identification de l'attributaire* ;Date de convention*; Référence de la décision ; Nom "
          "du "
          "bénéficiaire* ; Identification du bénéficiaire* ; Objet de la convention ; Montant total de la subvention* "
          "; "
          "Nature de la subvention* ; Conditions de versement* ; Date de versement ; N° RAE ; Aide notifiée Ã  "
          "l'Europe ; "
          "Pourcentage du montant de la subvention attribué au bénéficiaire* \n"}) {
        const auto reading = read(headers + rows);
        ASSERT_EQ(chosen(reading), "financement") << headers;
        Values read = values(reading);
        EXPECT_EQ(read["financeur"], (List{"departement", "commune"}));
        EXPECT_EQ(read["porteur"], (List{"Les Jardins", "Le Port"}));
        EXPECT_EQ(read["siret"], (List{"12345678200002", "12345678200010"}));
        EXPECT_EQ(read["intitule"], (List{"Ateliers", "Sorties"}));
        EXPECT_EQ(read["montant_accorde"], (List{"50000", "3000"}));
        EXPECT_EQ(read.count("nature_credit"), 0U) << "in cash or in kind is no nature of credits";
        const List rules = broken(headers + rows, "financement");
        EXPECT_EQ(std::ranges::count(rules, "D11 3"), 1) << "the whole amount stands on the row of half a beneficiary";
        EXPECT_EQ(std::ranges::count(rules, "D11 2"), 0);
    }
}

/// « idBeneficiaire » is a SIRET, « ID » alone numbers the rows.
TEST(Financement, AnIdentifierOfNothingIsNoSiret)
{
    const std::string rows = ";Dispositif;Montant accordé;Porteur\n1;FONJEP;1000;Asso A\n2;FONJEP;500;Asso B\n";
    Values read = values(schemas::read("ID" + rows, "financement"));
    EXPECT_EQ(read.count("siret"), 0U);
    EXPECT_EQ(read["porteur"], (List{"Asso A", "Asso B"}));
}

/// « Montant » alone is asked, foreseen, granted or paid: nothing says which.
TEST(Financement, AnAmountWithoutMoreIsAQuestion)
{
    const auto reading = read("Action;Financeur;Nature du crédit;Montant\nAteliers;CAF;DC;500\n", "financement");
    Values read = values(reading);
    EXPECT_EQ(read.count("montant_accorde"), 0U);
    EXPECT_TRUE(std::ranges::any_of(reading.findings, [](const intake::Finding& finding) {
        return finding.header == "Montant" && finding.message.code == "BIL-267";
    }));
}

TEST(Financement, AFunderIsNamedWithItsPlace)
{
    const auto reading =
        read("Action;Financeur;Nature du crédit;Voté\n"
             "A;Ville de Valmont;DC;1\nB;CAF du Loir-Fictif;DC;1\nC;CD 99;DC;1\nD;Région Fiction;DC;1\n"
             "E;Métropole de Valmont;DC;1\nF;Ville et Région;DC;1\nG;Villeneuve;DC;1\n"
             "H;Région académique Fiction;DC;1\n",
             "financement");
    EXPECT_EQ(values(reading)["financeur"],
              (List{"commune", "caf", "departement", "region", "epci", "<err>", "<err>", "etat_autre"}));
}

TEST(Financement, OneColumnAFunder)
{
    for (const char* schema : {"financement", ""}) {
        const auto reading = read("Plan de financement 2024\n"
                                  "Action;Porteur;Coût total;État (P147);DRAC;Région;Fin. Commune;CAF;FSE;Total\n"
                                  "Parcours fictif;Association du Port;20000;5000;2000;600;4000;3000;0;14600\n",
                                  schema);
        ASSERT_EQ(chosen(reading), "financement");
        Values read = values(reading);
        EXPECT_EQ(read["fin_p147"], List{"5000"});
        EXPECT_EQ(read["fin_etat_autre"], List{"2000"});
        EXPECT_EQ(read["fin_region"], List{"600"});
        EXPECT_EQ(read["fin_commune"], List{"4000"});
        EXPECT_EQ(read["fin_caf"], List{"3000"});
        EXPECT_EQ(read["fin_europe"], List{"0"});
        EXPECT_EQ(read["cout_total"], List{"20000"});
        EXPECT_EQ(read["exercice"], List{"2024"});
    }
}

TEST(Financement, APlanOfFundersIsNoActionThoughAnActionHasRoomForIt)
{
    const auto reading =
        read("Exercice;N° de dossier;Action;Porteur;Volet;Coût total;État P147;Ville;Agglo;CAF;Mécénat;"
             "Autofinancement\n"
             "2024;47131261;Ateliers;Association fictive;Emploi;21825;3580;0;1200;2300;500;500\n"
             "2024;47131262;Parcours;Association fictive;Emploi;31187;1420;1500;0;800;1200;2300\n");
    ASSERT_EQ(chosen(reading), "financement");
    EXPECT_EQ(values(reading)["fin_p147"], (List{"3580", "1420"}));
    // What only an action has makes it one.
    EXPECT_EQ(chosen(read("Exercice;Action;Porteur;Coût total;État P147;Ville;CAF;Bénéficiaires;dont QPV;Cotation BIE\n"
                          "2024;Ateliers;Association fictive;21825;3580;0;2300;12;8;G1\n")),
              "action");
}

TEST(Financement, AskedAndGrantedUnderAFunder)
{
    const auto reading = read("Action;Porteur;Région;;Département;\n"
                              ";;Demandé;Accordé;Demandé;Accordé\n"
                              "Parcours fictif;Association du Port;3000;2500;1000;0\n",
                              "financement");
    Values read = values(reading);
    EXPECT_EQ(read["fin_region_demande"], List{"3000"});
    EXPECT_EQ(read["fin_region"], List{"2500"});
    EXPECT_EQ(read["fin_departement_demande"], List{"1000"});
    EXPECT_EQ(read["fin_departement"], List{"0"});
}

TEST(Financement, ForeseenAndRealisedUnderAFunderBecomeRows)
{
    const auto reading = read("Action;Porteur;Région;;CAF;\n"
                              ";;Prévu;Réalisé;Prévu;Réalisé\n"
                              "Parcours fictif;Association du Port;3000;2500;1000;NC\n"
                              "Forum;Ville de Port-Fictif;;;400;400\n",
                              "financement");
    Values read = values(reading);
    EXPECT_EQ(read["financeur"], (List{"region", "caf", "caf"}));
    EXPECT_EQ(read["montant_prevu"], (List{"3000", "1000", "400"}));
    EXPECT_EQ(read["montant_realise"], (List{"2500", "<nc>", "400"}));
    EXPECT_EQ(read["intitule"], (List{"Parcours fictif", "Parcours fictif", "Forum"}));
}

TEST(Financement, AnUnknownFunderIsNoValue)
{
    const auto reading =
        read("Financeur;Nature du crédit;Voté;Mandaté\nRégion;DC;100;90\nMécène inconnu;CS;50;s.o.\n", "financement");
    EXPECT_EQ(intake::test::values_of(reading, "financeur"), (List{"region", "<err>"}));
    EXPECT_EQ(intake::test::values_of(reading, "montant_prevu"), (List{"100", "50"}));
    EXPECT_EQ(intake::test::values_of(reading, "montant_realise"), (List{"90", "<so>"}));
    EXPECT_EQ(intake::test::findings(reading, "C15"), List{"A3 Mécène inconnu"});
}

TEST(Financement, RecordsThatRunAcrossBelowNamesOfFunders)
{
    const auto reading = read("Intitulé projet;Parrainage;Parrainage;Vélo-école\n"
                              "Raison sociale;Asso A;Asso A;Asso B\n"
                              "Financeur;CAF;Ville;Région\n"
                              "Type de crédit;droit commun;droit commun;privé\n"
                              "BP;1200;4550;800\n"
                              "Réalisé;1140;3640;790\n",
                              "");
    ASSERT_EQ(chosen(reading), "financement");
    Values across = values(reading);
    EXPECT_EQ(across["financeur"], (List{"caf", "commune", "region"}));
    EXPECT_EQ(across["montant_realise"], (List{"1140", "3640", "790"}));
}

TEST(Financement, FundersAloneOverAmountsAreAPlan)
{
    // « Contrat de ville » speaks for actions; the columns are those of a plan all the same.
    const auto reading = read("Bilan 2025 - Contrat de ville\n"
                              "N° de dossier;Opérateur;Action;Coût total;P147;FIPD;Autofinancement;EPCI\n"
                              "91127771;Asso A;Lecture;41800;5000;500;0;1500\n"
                              "20506039;Asso B;Vélo;28700;5120;2300;0;0\n");
    EXPECT_EQ(chosen(reading), "financement");
    EXPECT_EQ(values(reading)["fin_p147"], (List{"5000", "5120"}));
}

TEST(Financement, WhatPartnersWriteForASharedFieldIsMeantForTheOwnOne)
{
    Values read_values = values(read("Exercice;Action;Financeur;Montant prévu;Effectif *;Issus des quartiers\n"
                                     "2023;Parcours fictif;CAF;3000;60;20\n"
                                     "2023;Parcours fictif;Région;1000;50;10\n",
                                     "financement"));
    EXPECT_EQ(read_values["benef_total"], (List{"60", "50"}));
    EXPECT_EQ(read_values["benef_qpv"], (List{"20", "10"}));
}

} // namespace
} // namespace bilan::schemas
