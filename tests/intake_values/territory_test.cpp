// SPDX-License-Identifier: MPL-2.0
//
// Lists of quarters: patterns 88 to 90 and domain.md 6.
#include "column_of.hpp"

#include <gtest/gtest.h>

namespace bilan::intake {
namespace {

data::Field quarters()
{
    data::Field field = field_of(data::FieldType::choices, "territoire");
    field.vocabulary = "territoire";
    return field;
}

std::string read(const TestCell& cell, std::optional<int> year = {})
{
    return read_one(quarters(), cell, in_year(year));
}

TEST(Territory, WhatStandsBesideANameIsNoPartOfIt)
{
    EXPECT_EQ(read("06903M", 2024), "QN06903M C11");
    EXPECT_EQ(read("1) Les Vernes\n2) Bellevue"), "Les Vernes|Bellevue");
    EXPECT_EQ(read("Les Vernes (60%), Bellevue (40 %)").substr(0, 19), "Les Vernes|Bellevue");
    EXPECT_EQ(read("Les Vernes ?").substr(0, 11), "Les Vernes ");
    EXPECT_EQ(read("Givors : Les Vernes").substr(0, 11), "Les Vernes ");
    EXPECT_EQ(read("Les Vernes (ZUP)"), "Les Vernes (ZUP)");
}

TEST(Territory, ReadsCodes)
{
    EXPECT_EQ(read("QP069010"), "QP069010");
    EXPECT_EQ(read("QN06910M"), "QN06910M");
    EXPECT_EQ(read("QP 069010"), "QP069010 BIL-245");
    EXPECT_EQ(read("qp069010"), "QP069010 BIL-245");
    EXPECT_EQ(read("QPV069010"), "QP069010 BIL-245");
    EXPECT_EQ(read("QN 069 10 M"), "QN06910M BIL-245");
    EXPECT_EQ(read("QP974001"), "QP974001");
    EXPECT_EQ(read("QP02A001"), "QP02A001");
    EXPECT_EQ(read("Quartier X (QP069010)"), "QP069010");
    EXPECT_EQ(read("QP069010 - Les Ailes"), "QP069010");
    EXPECT_EQ(read("QP069010 ; QN06910M"), "QP069010|QN06910M");
    EXPECT_EQ(read("QP069010/QP069011"), "QP069010|QP069011");
    EXPECT_EQ(read("QP069010, QP069011 et QP069012"), "QP069010|QP069011|QP069012");
    EXPECT_EQ(read("QP069010\nQP069011"), "QP069010|QP069011");
    EXPECT_EQ(read("QP069010 QP069011"), "QP069010|QP069011");
    EXPECT_EQ(read("QP069010QP069011"), "QP069010|QP069011 BIL-244");
    EXPECT_EQ(read("QN06901MQN06902I"), "QN06901M|QN06902I BIL-244");
}

TEST(Territory, CompletesWhatIsLost)
{
    EXPECT_EQ(read("59005"), "QP059005 C11");
    EXPECT_EQ(read(59005), "QP059005 C11");
    EXPECT_EQ(read("059005"), "QP059005 C11");
    EXPECT_EQ(read(1001), "QP001001 C11");
    EXPECT_EQ(read("QP59005"), "QP059005 C11");
    EXPECT_EQ(read("QN6910M"), "QN06910M C11");
}

TEST(Territory, AnnouncesWhatIsNoCode)
{
    EXPECT_EQ(read("QP0690101"), "QP0690101 C11");
    EXPECT_EQ(read("QN06910"), "QN06910 C11");
    EXPECT_EQ(read("QP099001"), "QP099001 C11");
    EXPECT_EQ(read("02571"), "02571");
}

TEST(Territory, KnowsTheVintage)
{
    EXPECT_EQ(read("QP069010", 2023), "QP069010");
    EXPECT_EQ(read("QP069010", 2024), "QP069010 C11");
    EXPECT_EQ(read("QN06910M", 2022), "QN06910M C11");
    EXPECT_EQ(read("QN06910M", 2025), "QN06910M");
}

TEST(Territory, KnowsAllQuarters)
{
    EXPECT_EQ(read("tous QPV"), "tous");
    EXPECT_EQ(read("Tous les quartiers"), "tous");
    EXPECT_EQ(read("l’ensemble des quartiers"), "tous");
    EXPECT_EQ(read("territoire métropolitain"), "tous");
}

TEST(Territory, ReadsNames)
{
    EXPECT_EQ(read("Bellevue"), "Bellevue");
    EXPECT_EQ(read("Bellevue ; Nord"), "Bellevue|Nord");
    EXPECT_EQ(read("La Plaine - La Forge"), "La Plaine - La Forge");
    EXPECT_EQ(read("Nord et Rezé"), "Nord|Rezé BIL-244");
    EXPECT_EQ(read("Bellevue/Nord"), "Bellevue|Nord BIL-244");
    EXPECT_EQ(read("QP069010 et Bellevue"), "QP069010 BIL-244");
    EXPECT_EQ(read("QP069010 à QP069015"), "QP069010|QP069015 BIL-244");
    EXPECT_EQ(read("Tous sauf Nord"), "Tous sauf Nord BIL-588");
    EXPECT_EQ(read("NC"), "nc");
}

TEST(Territory, LeavesOutWhatTheCellExcludes)
{
    EXPECT_EQ(read("QN06910M (hors QN06911M)"), "QN06910M BIL-551");
    EXPECT_EQ(read("QN06910M sauf QN06911M"), "QN06910M BIL-551");
    EXPECT_EQ(read("QN06910M, hors QN06911M"), "QN06910M BIL-551");
    EXPECT_EQ(read("QN06910M (hors QN06911M) ; QN06912M"), "QN06910M|QN06912M BIL-551");
    EXPECT_EQ(read("tous sauf QN06911M"), "tous sauf QN06911M BIL-588");
    EXPECT_EQ(read("Le Parc (hors les murs)"), "Le Parc (hors les murs)");
    EXPECT_EQ(read("hors QPV"), "hors QPV");
    const ColumnOf names(quarters(), {"Nord (hors Sud)", "Sud"});
    EXPECT_EQ(names.line(0), "Nord BIL-551");
}

TEST(Territory, YesAndNoAreNoQuarter)
{
    EXPECT_EQ(read("oui"), "err BIL-552");
    EXPECT_EQ(read("Non"), "err BIL-552");
    EXPECT_EQ(read(1), "err BIL-552");
    EXPECT_EQ(read("aucun"), "so");
    const ColumnOf crosses(quarters(), {"X", "", "x"});
    EXPECT_EQ(crosses.line(0), "err BIL-552");
    EXPECT_EQ(crosses.line(1), "vide");
    const ColumnOf mixed(quarters(), {"Nord", "x", "Sud"});
    EXPECT_EQ(mixed.line(1), "nc");
    const ColumnOf answers(quarters(), {"oui", "x", "Nord"});
    EXPECT_EQ(answers.line(1), "err BIL-552");
    EXPECT_EQ(answers.line(2), "Nord");
}

TEST(Territory, TakesTheVintageOfItsRow)
{
    ColumnOptions options;
    options.years = {2023, 2024};
    const ColumnOf rows(quarters(), {"QP069010", "QP069010"}, options);
    EXPECT_EQ(rows.line(0), "QP069010");
    EXPECT_EQ(rows.line(1), "QP069010 C11");
}

TEST(Territory, SeveralQuartersThatNobodyNames)
{
    EXPECT_EQ(read("Ensemble des QPV (hors Nord et Sud)"), "Ensemble des QPV (hors Nord et Sud) BIL-588");
    EXPECT_EQ(read("Tous les QPV du sud et du nord"), "Tous les QPV du sud et du nord BIL-588");
    EXPECT_EQ(read("Tous les quartiers de la ville"), "tous");
    EXPECT_EQ(read("L'ensemble des quartiers du contrat de ville"), "tous");
    EXPECT_EQ(base::render({"BIL-588", {"Tous sauf Nord"}}, base::Language::french),
              "«\u00A0Tous sauf Nord\u00A0» désigne plusieurs quartiers sans les nommer\u00A0: le texte est gardé tel "
              "quel et n'est compté dans aucun des quartiers connus. Remplacez-le par la liste des quartiers, séparés "
              "par un point-virgule.");
    EXPECT_EQ(
        base::render({"BIL-588", {"Tous sauf Nord"}}, base::Language::english),
        "\"Tous sauf Nord\" means several quarters without naming them: the text is kept as written and counts in "
        "none of the known quarters. Replace it with the list of the quarters, separated by semicolons.");
}

TEST(Territory, SettlesNamesByTheColumn)
{
    const ColumnOf known(quarters(), {"Nord et Rezé", "Nord", "Rezé"});
    EXPECT_EQ(known.line(0), "Nord|Rezé");
    const ColumnOf listed(quarters(), {"Gare et Verrière ; Europe", "Gare et Verrière"});
    EXPECT_EQ(listed.line(0), "Gare et Verrière|Europe");
    EXPECT_EQ(listed.line(1), "Gare et Verrière");
    const ColumnOf dashes(quarters(), {"Bellevue - Nord", "Bellevue", "Nord"});
    EXPECT_EQ(dashes.line(0), "Bellevue|Nord");
}

} // namespace
} // namespace bilan::intake
