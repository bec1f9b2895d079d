// SPDX-License-Identifier: MPL-2.0
//
// Groups that name a part of the sheet, the same groups above a second table, and tables whose first header nobody
// knows.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using List = std::vector<std::string>;

TEST(SectionGroups, APartOfTheSheetDoesNotPutTheLabelBelowItInDoubt)
{
    const Values council = values(read(";Composition du conseil;;Fonctionnement;;Activité du conseil;Appui\n"
                                       "Conseil citoyen;Nombre de membres;Collège habitants;Nb de réunions;Membres "
                                       "actifs;Avis rendus;Budget de fonctionnement\n"
                                       "CC A;20;12;6;14;3;2500\nCC B;16;8;4;9;0;1000\n",
                                       "conseil"));
    EXPECT_EQ(council.at("nb_membres"), (List{"20", "16"}));
    EXPECT_EQ(council.at("nb_hab"), (List{"12", "8"}));
    EXPECT_EQ(council.at("nb_reunions"), (List{"6", "4"}));
    EXPECT_EQ(council.at("nb_actifs"), (List{"14", "9"}));
    EXPECT_EQ(council.at("avis_projets"), (List{"3", "0"}));
    EXPECT_EQ(council.at("budget"), (List{"2500", "1000"}));

    const Values firms = values(read(";Axe 1 - Sensibiliser;;Axe 3 - Recruter;;Axe 4 - Acheter\n"
                                     "Entreprise;Stages de 3e réalisés;Jeunes touchés;Recrutements;dont QPV;CA confié\n"
                                     "Bois;5;40;12;3;12000\nMétal;2;25;7;2;8000\n",
                                     "paqte"));
    EXPECT_EQ(firms.at("stages3_pourvus"), (List{"5", "2"}));
    EXPECT_EQ(firms.at("jeunes_sensibilises"), (List{"40", "25"}));
    EXPECT_EQ(firms.at("embauches"), (List{"12", "7"}));
    EXPECT_EQ(firms.at("embauches_qpv"), (List{"3", "2"}));
    EXPECT_EQ(firms.at("achats_inclusifs"), (List{"12000", "8000"}));
}

TEST(SectionGroups, AllThePeopleOfTheActionLeaveNobodyOut)
{
    const Values read = values(schemas::read(";Personnes accompagnées;;;Publics prioritaires;Suites de parcours\n"
                                             "Action;Total;Femmes;dont QPV;BRSA;Emploi de transition\n"
                                             "A;20;12;8;5;3\nB;30;10;9;7;4\n",
                                             "emploi"));
    EXPECT_EQ(read.at("benef_total"), (List{"20", "30"}));
    EXPECT_EQ(read.at("benef_f"), (List{"12", "10"}));
    EXPECT_EQ(read.at("benef_qpv"), (List{"8", "9"}));
    EXPECT_EQ(read.at("brsa"), (List{"5", "7"}));
    EXPECT_EQ(read.at("nb_emploi_transition"), (List{"3", "4"}));
}

TEST(SectionGroups, TheWholeOfAGroupIsItsTotal)
{
    for (const char* group : {"Personnes accompagnées", "Public accueilli", "Nombre de bénéficiaires"}) {
        const Values read = values(schemas::read(std::string(";") + group +
                                                     ";\nAction;Ensemble;dont femmes\nA;20;12\n"
                                                     "B;30;10\n",
                                                 "emploi"));
        ASSERT_TRUE(read.contains("benef_total")) << group;
        EXPECT_EQ(read.at("benef_total"), (List{"20", "30"})) << group;
        EXPECT_EQ(read.at("benef_f"), (List{"12", "10"})) << group;
    }
    const Values exits =
        values(schemas::read(";Sorties;\nAction;Ensemble;Emploi durable\nA;20;12\nB;30;10\n", "emploi"));
    EXPECT_FALSE(exits.contains("benef_total"));
}

TEST(SectionGroups, AnotherFigureOrOtherPeopleAreStillAskedAbout)
{
    for (const char* group : {"Objectif", "Rappel N-1", "Évolution", "Jeunes", "Hors QPV"}) {
        const Values read = values(schemas::read(std::string(";Composition;") + group +
                                                     "\nConseil citoyen;Nombre de membres;Membres "
                                                     "actifs\nCC A;20;12\nCC B;16;8\n",
                                                 "conseil"));
        EXPECT_FALSE(read.contains("nb_actifs")) << group;
    }
}

TEST(SectionGroups, TheSameGroupsAboveASecondTableAreThoseOfItsLabels)
{
    const auto reading = read(";Composition;Collège habitants;;Appui;\n"
                              "Conseil citoyen;Total;Total;Femmes;Appui;Budget\n"
                              "CC A;20;12;6;oui en cours;2500\nCC B;16;8;4;non;1000\n;;;;;\n"
                              ";Composition;Collège habitants;;Appui;\n"
                              "Nom du conseil;Total;Total;Femmes;Accompagnement;Budget\n"
                              "CC C;38;33;16;non;1500\nCC D;30;19;9;non;1500\n",
                              "conseil");
    ASSERT_THAT(reading.values, SizeIs(2));
    EXPECT_EQ(intake::test::values_of(reading, "nb_membres", 1), (List{"38", "30"}));
    EXPECT_EQ(intake::test::values_of(reading, "nb_hab", 1), (List{"33", "19"}));
    EXPECT_EQ(intake::test::values_of(reading, "nb_f_hab", 1), (List{"16", "9"}));
}

TEST(SectionGroups, ATableWhoseNamesStandUnderAnUnknownHeaderIsNoRecapitulation)
{
    const auto reading = read("Entreprise;SIRET;Type;Recrutements\nBois;35600000000048;Entreprise;4\n"
                              "Métal;20003452800014;Réseau;5\n;;;\nZoubida;SIRET;Type;Nb recrutés\n"
                              "Verre;35600000000048;Entreprise;6\nPapier;20003452800014;Réseau;7\n",
                              "paqte");
    ASSERT_THAT(reading.values, SizeIs(2));
    EXPECT_EQ(intake::test::values_of(reading, "embauches", 1), (List{"6", "7"}));
    EXPECT_THAT(findings(reading, "BIL-295"), IsEmpty());
    EXPECT_THAT(findings(reading, "BIL-113"), Not(IsEmpty()));
    const auto recap = read("Entreprise;SIRET;Type;Recrutements\nBois;35600000000048;Entreprise;4\n"
                            "Métal;20003452800014;Réseau;5\n;;;\nPar type;Type;Recrutements;Nb\n"
                            "Total des firmes;Entreprise;4;1\nTotal des réseaux;Réseau;5;1\n",
                            "paqte");
    EXPECT_THAT(recap.values, SizeIs(1));
}

} // namespace
} // namespace bilan::schemas
