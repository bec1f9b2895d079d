// SPDX-License-Identifier: MPL-2.0
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;

constexpr const char* clean =
    "Exercice;Entreprise;Type;SIRET;Taille;Secteur;Date de signature;Engagement;Animation;Stages de 3e offerts;"
    "Stages de 3e pourvus;Jeunes sensibilisés;Parrains;Alternants;Alternants QPV;Embauches;Embauches QPV;Emplois "
    "francs;"
    "Recruteurs formés;Testing;Achats inclusifs;Total achats;Heures d'insertion\n"
    "2022;Atelier du Pont;entreprise;'20003452800014;PME;'25.11Z;'12/09/2018;PaQte "
    "départemental;FACE;12;9;40;3;4;1;20;6;2;"
    "5;oui;15000;200000;320,5\n"
    "2022;Réseau Fictif;réseau;;ETI;transport;'01/02/2019;charte;CREPI;30;30;120;0;10;10;8;8;0;0;non;0;90000;0\n";

TEST(Paqte, CleanTable)
{
    for (const char* schema : {"paqte", ""}) {
        const auto reading = read(clean, schema);
        ASSERT_EQ(chosen(reading), "paqte");
        Values read = values(reading);
        EXPECT_EQ(read["entreprise"], (List{"Atelier du Pont", "Réseau Fictif"}));
        EXPECT_EQ(read["type_signataire"], (List{"entreprise", "réseau"}));
        EXPECT_EQ(read["siret"], (List{"20003452800014", "<vide>"}));
        EXPECT_EQ(read["taille"], (List{"PME", "ETI"}));
        EXPECT_EQ(read["naf"], (List{"25.11Z", "transport"}));
        EXPECT_EQ(read["date_signature"], (List{"43355", "43497"}));
        EXPECT_EQ(read["engagement"], (List{"PaQte départemental", "charte"}));
        EXPECT_EQ(read["animateur"], (List{"FACE", "CREPI"}));
        EXPECT_EQ(read["stages3_offerts"], (List{"12", "30"}));
        EXPECT_EQ(read["stages3_pourvus"], (List{"9", "30"}));
        EXPECT_EQ(read["jeunes_sensibilises"], (List{"40", "120"}));
        EXPECT_EQ(read["parrains"], (List{"3", "0"}));
        EXPECT_EQ(read["alternants"], (List{"4", "10"}));
        EXPECT_EQ(read["alternants_qpv"], (List{"1", "10"}));
        EXPECT_EQ(read["embauches"], (List{"20", "8"}));
        EXPECT_EQ(read["embauches_qpv"], (List{"6", "8"}));
        EXPECT_EQ(read["emplois_francs"], (List{"2", "0"}));
        EXPECT_EQ(read["recruteurs_formes"], (List{"5", "0"}));
        EXPECT_EQ(read["testing"], (List{"1", "0"}));
        EXPECT_EQ(read["achats_inclusifs"], (List{"15000", "0"}));
        EXPECT_EQ(read["achats_total"], (List{"200000", "90000"}));
        EXPECT_EQ(read["heures_clauses"], (List{"320.5", "0"}));
    }
}

// « dont QPV » four times: each belongs to the column at its left.
constexpr const char* messy =
    "Bilan PaQte 2021\n"
    "Raison sociale;Nb jeunes sensibilisés;dont QPV;Apprentis;dont QPV;Recrutements;dont QPV;dont CDI;Stages de 3ème;"
    "dont REP;dont QPV;Mail du contact\n"
    "Société Une;50;30;6;NC;12;4;9;8;3;2;a@exemple.fr\n"
    "Société Deux;environ 20;12;;;2;3;1;s.o.;s.o.;s.o.;b@exemple.fr\n";

TEST(Paqte, ACarriedGroupEndsWhereALabelOfAnotherKindStands)
{
    const auto reading =
        read("Stages;;Alternants;Embauches;;;\n"
             "Raison sociale;Offerts;Total;dont QPV;Total achats;Montant achats inclusifs;Heures d'insertion\n"
             "Société Une;28;8;19;900000;35900;120\nSociété Deux;9;9;4;40000;12000;60\n",
             "paqte");
    Values read = values(reading);
    EXPECT_EQ(read["embauches_qpv"], (List{"19", "4"})); // not of the alternants at the left: it has its own group
    EXPECT_EQ(read.count("alternants_qpv"), 0U);
    EXPECT_EQ(read["achats_total"], (List{"900000", "40000"}));
    EXPECT_EQ(read["achats_inclusifs"], (List{"35900", "12000"}));
}

TEST(Paqte, MessyTable)
{
    for (const char* schema : {"paqte", ""}) {
        const auto reading = read(messy, schema);
        ASSERT_EQ(chosen(reading), "paqte");
        Values read = values(reading);
        EXPECT_EQ(read["jeunes_sensibilises"], (List{"50", "20"}));
        EXPECT_EQ(read["jeunes_sensibilises_qpv"], (List{"30", "12"}));
        EXPECT_EQ(read["alternants"], (List{"6", "<vide>"}));
        EXPECT_EQ(read["alternants_qpv"], (List{"<nc>", "<vide>"}));
        EXPECT_EQ(read["embauches"], (List{"12", "2"}));
        EXPECT_EQ(read["embauches_qpv"], (List{"4", "3"}));
        EXPECT_EQ(read["embauches_cdi"], (List{"9", "1"}));
        EXPECT_EQ(read["stages3_pourvus"], (List{"8", "<so>"}));
        EXPECT_EQ(read["stages3_rep"], (List{"3", "<so>"}));
        EXPECT_EQ(read["stages3_qpv"], (List{"2", "<so>"}));
        EXPECT_EQ(read["exercice"], (List{"2021", "2021"}));
        EXPECT_EQ(intake::test::findings(reading, "C21").size(), 1U);
    }
}

TEST(Paqte, APartOfNothingIsAQuestion)
{
    const auto reading = read("Entreprise;Effectif;dont QPV;Embauches\nSociété Une;PME;3;8\n", "paqte");
    EXPECT_EQ(intake::test::values_of(reading, "embauches_qpv"), List{"(no column)"});
    EXPECT_EQ(intake::test::values_of(reading, "embauches"), List{"8"});
}

TEST(Paqte, TheLawOfTheSameSoundIsTheSameCode)
{
    const auto reading = read("Entreprise;Engagement;Nb alternants\nA SA;PACTE départemental;5\nB SA;PAQTE national;6\n"
                              "C SA;charte;2\n",
                              "paqte");
    EXPECT_EQ(values(reading)["engagement"], (List{"PaQte départemental", "PaQte national", "charte"}));
}

TEST(Paqte, AFirmIsAsLargeAsItsStaff)
{
    const auto reading = read("Raison sociale;Effectif;Date de signature;Type d'engagement;Embauches\n"
                              "Firme A;10 à 49 salariés;12/03/2019;charte;4\nFirme B;+ de 5000;13/03/2019;charte;2\n"
                              "Firme C;45 ETP;14/03/2019;charte;1\nFirme D;3 salariés;14/03/2019;charte;0\n"
                              "Firme E;moins de 50;14/03/2019;charte;0\nFirme F;200 à 300;14/03/2019;charte;0\n",
                              "paqte");
    EXPECT_EQ(intake::test::values_of(reading, "taille"),
              (std::vector<std::string>{"PME", "GE", "PME", "TPE", "<err>", "<err>"}));
}

} // namespace
} // namespace bilan::schemas
