// SPDX-License-Identifier: MPL-2.0
//
// Records without a number, whose words are headers elsewhere: values of the columns they stand in, and no labels.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::values_of;
using List = std::vector<std::string>;

TEST(RecordsOfWords, TheFirstRecordWithoutAnAmountIsNoSecondHeader)
{
    const auto reading = read("Action;Financeur;Nature;Montant accordé;Pilier\n"
                              "Atelier;CAF;droit commun;;Emploi\n"
                              "Forum;Département;spécifique;;Cadre de vie\n");
    EXPECT_EQ(chosen(reading), "financement");
    EXPECT_EQ(values_of(reading, "intitule"), (List{"Atelier", "Forum"}));
    EXPECT_EQ(values_of(reading, "financeur"), (List{"caf", "departement"}));
    const auto wider = read("Contrat de ville;Action;Financeur;Nature;Montant accordé;Pilier\n"
                            "CV Alpha;Atelier;CAF;droit commun;;Emploi\n"
                            "CV Beta;Forum;Département;spécifique;;Cadre de vie\n"
                            "CV Gamma;Permis;Ville;droit commun;;Cohésion sociale\n");
    EXPECT_EQ(values_of(wider, "intitule"), (List{"Atelier", "Forum", "Permis"}));
}

TEST(RecordsOfWords, ALabelWithAColonOverNoOtherLabelIsNoCaption)
{
    const auto reading = read("Action :;;Publics accueillis;;\n;Porteur;Ensemble;dont femmes;dont hommes\n"
                              "Atelier;Asso A;12;5;7\nForum;Asso B;30;20;10\n",
                              "action", {"A1:A2", "C1:E1"});
    EXPECT_EQ(values_of(reading, "intitule"), (List{"Atelier", "Forum"}));
    EXPECT_EQ(values_of(reading, "benef_total"), (List{"12", "30"}));
}

TEST(RecordsOfWords, AFunderWithoutAnAmountBeginsNoTable)
{
    const auto reading = read("Intitulé du projet;Financeur(s);Droit commun / spécifique;Budget prévu\n"
                              "Médiation;FIPD;DC;10800\n;Banque des territoires;spécifique;11950\n;DRAC;privé;\n"
                              "Rencontres;Ville;privé;6900\n;Métropole;DC;28850\n",
                              "financement");
    ASSERT_EQ(reading.tables.size(), 1U);
    EXPECT_EQ(values_of(reading, "montant_prevu"), (List{"10800", "11950", "<vide>", "6900", "28850"}));
}

TEST(RecordsOfWords, AColonOverSeveralLabelsIsThatOfTheirGroup)
{
    const auto reading =
        read("Action;Porteur;QPV :;;Hors QPV :;\n;;F;H;F;H\nAtelier;Asso A;10;5;3;2\nForum;Asso B;7;8;0;4\n", "action",
             {"A1:A2", "B1:B2", "C1:D1", "E1:F1"});
    EXPECT_EQ(values_of(reading, "benef_qpv"), (List{"15", "15"}));
    EXPECT_EQ(values_of(reading, "benef_hors_qpv"), (List{"5", "4"}));
}

} // namespace
} // namespace bilan::schemas
