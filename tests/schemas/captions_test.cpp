// SPDX-License-Identifier: MPL-2.0
//
// Lines above a table that say what all its rows are of.
#include "schemas/schema_reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using intake::test::findings;
using testing::HasSubstr;
using List = std::vector<std::string>;

constexpr std::string_view rows = "Action;Montant accordé;Nb bénéficiaires\nAtelier;1000;31\nSport;1700;32\n";

intake::FileReading below(const std::string& lines)
{
    return read(lines + std::string(rows));
}

TEST(Captions, AQuarterAndAHolderAboveATable)
{
    for (const std::string lines : {"Quartier : Les Tilleuls\nOpérateur : Mission locale\n",
                                    "Quartier;Les Tilleuls\nNom de la structure :;Mission locale\n"}) {
        const auto reading = below(lines);
        EXPECT_EQ(chosen(reading), "action") << "who holds the actions does not say what they are";
        EXPECT_EQ(findings(reading, "BIL-278"), List{});
        EXPECT_EQ(values(reading)["territoire"], (List{"Les Tilleuls", "Les Tilleuls"})) << lines;
        EXPECT_EQ(values(reading)["porteur"], (List{"Mission locale", "Mission locale"})) << lines;
        EXPECT_EQ(findings(reading, "BIL-298").size(), 2U) << lines;
    }
    EXPECT_EQ(values(below("Pilier : Emploi\n"))["pilier"], (List{"emploi", "emploi"}));
}

TEST(Captions, WhatTheTableSaysItselfStands)
{
    const auto reading = read("QPV : Nord\nAction;QPV;Nb bénéficiaires\nA;Sud;10\nB;Est;11\n", "action");
    EXPECT_EQ(values(reading)["territoire"], (List{"Sud", "Est"}));
    EXPECT_EQ(findings(reading, "BIL-298"), List{});
    EXPECT_EQ(values(below("Contact : Accueil du centre\nBilan : à rendre en mars\n")).count("porteur"), 0U);
}

TEST(Captions, APersonIsNotRepeated)
{
    const auto reading = below("Porteur : Mme Jeanne Durand\n");
    for (const intake::Finding& finding : reading.findings)
        EXPECT_THAT(base::render(finding.message, base::Language::french), testing::Not(HasSubstr("Durand")));
    Values read = values(reading);
    for (const std::string& holder : read["porteur"]) EXPECT_THAT(holder, testing::Not(HasSubstr("Durand")));
}

TEST(Captions, TitlesBetweenTheRowsTakeOver)
{
    const auto reading =
        read("Quartier : Nord\n" + std::string(rows) + ";\nQuartier : Sud\n" + std::string(rows), "action");
    EXPECT_EQ(values(reading)["territoire"], (List{"Nord", "Nord", "Sud", "Sud"}));
}

TEST(Captions, AYearAloneAboveTheHeaderOnceMore)
{
    const auto reading = read("2023\nAction;Porteur;Montant accordé\nAtelier;A;100\nSport;B;200\n;\n2024\n"
                              "Action;Porteur;Montant accordé\nAtelier;A;300\nSport;B;500\n",
                              "action");
    ASSERT_EQ(reading.values.size(), 2U);
    EXPECT_EQ(intake::test::values_of(reading, "exercice", 0), (List{"2023", "2023"}));
    EXPECT_EQ(intake::test::values_of(reading, "exercice", 1), (List{"2024", "2024"}));
    EXPECT_EQ(intake::test::values_of(reading, "intitule", 1), (List{"Atelier", "Sport"}));
}

} // namespace
} // namespace bilan::schemas
