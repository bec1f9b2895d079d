// SPDX-License-Identifier: MPL-2.0
//
// The unit of amounts, said above or below the table and not in the headers.
#include "schemas/schema_reading.hpp"

#include "base/text.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;
using intake::test::findings;
using intake::test::sentence;

std::string plain_table(const std::string& amounts = "12,5;8\nCode;Cap;Bellevue;15;3;4\n",
                        const std::string& header = "Montant accordé P147")
{
    return "Action;Porteur;Quartier;Bénéficiaires;Coût total;" + header + "\nPermis;Cap;Bellevue;45;" + amounts;
}

TEST(TableUnits, ThousandsSaidAboveHoldForAmountsAlone)
{
    for (const char* title : {"Montants en milliers d'euros", "Bilan financier (en k€)", "Unité : k€"}) {
        const auto reading = read(std::string(title) + ";;;;;\n;;;;;\n" + plain_table(), "emploi");
        Values read_values = values(reading);
        EXPECT_EQ(read_values["cout_total"], (List{"12500", "3000"})) << title;
        EXPECT_EQ(read_values["accorde_p147"], (List{"8000", "4000"})) << title;
        EXPECT_EQ(read_values["benef_total"], (List{"45", "15"})) << title;
    }
    EXPECT_EQ(sentence(read("Montants en k€;;;;;\n" + plain_table(), "emploi"), "BIL-830"),
              "Le tableau dit «\u00A0Montants en k€\u00A0»\u00A0: les montants sans unité propre y sont lus en k€ et "
              "convertis en euros (Coût total\u00A0; Montant accordé P147). Vérifiez-le\u00A0; sinon, écrivez "
              "«\u00A0(€)\u00A0» dans l'en-tête de la colonne.");
}

TEST(TableUnits, ThousandsSaidBelow)
{
    const auto reading = read(plain_table() + ";;;;;\n* montants exprimés en k€;;;;;\n", "emploi");
    EXPECT_EQ(values(reading)["accorde_p147"], (List{"8000", "4000"}));
    EXPECT_EQ(findings(reading, "BIL-830"), List{"E1"});
}

TEST(TableUnits, AHeaderThatSaysItsUnitKeepsIt)
{
    const auto reading = read("Montants en k€;;;;;\n" +
                                  plain_table("12,5;8000\nCode;Cap;Bellevue;15;3;4000\n", "Montant accordé P147 (€)"),
                              "emploi");
    Values read_values = values(reading);
    EXPECT_EQ(read_values["accorde_p147"], (List{"8000", "4000"}));
    EXPECT_EQ(read_values["cout_total"], (List{"12500", "3000"}));
}

TEST(TableUnits, AStarIsOfTheHeadersThatBearIt)
{
    const auto reading =
        read(plain_table("12500;8\nCode;Cap;Bellevue;15;3000;4\n", "Montant accordé P147*") + ";;;;;\n* en k€;;;;;\n",
             "emploi");
    Values read_values = values(reading);
    EXPECT_EQ(read_values["accorde_p147"], (List{"8000", "4000"}));
    EXPECT_EQ(read_values["cout_total"], (List{"12500", "3000"}));
}

TEST(TableUnits, WhatIsNotSureIsAskedAndNotRead)
{
    const std::string in_euros = plain_table("1250000;8000\nCode;Cap;Bellevue;15;3000;4000\n");
    for (const std::string& text :
         {"Bilan financier (en k€);;;;;\n" + in_euros, "Montants en k€ sauf P147;;;;;\n" + plain_table(),
          "Montants en milliers;;;;;\n" + plain_table(), plain_table() + ";;;;;\n* le coût total est en k€;;;;;\n",
          "Montants en k€;;;;;\n" + plain_table() + ";;;;;\nMontants en euros;;;;;\n"}) {
        const auto reading = read(text, "emploi");
        EXPECT_FALSE(values(reading).contains("accorde_p147")) << text;
        EXPECT_FALSE(values(reading).contains("cout_total")) << text;
        EXPECT_EQ(findings(reading, "BIL-831").size(), 2U) << text;
        EXPECT_EQ(std::count_if(reading.findings.begin(), reading.findings.end(), intake::blocks), 2) << text;
    }
    EXPECT_EQ(
        sentence(read("Montants en milliers;;;;;\n" + plain_table(), "emploi"), "BIL-831"),
        "La colonne «\u00A0Coût total\u00A0» n'est pas reprise\u00A0: le tableau dit «\u00A0Montants en "
        "milliers\u00A0», et on ne sait pas si elle est en euros ou en milliers d'euros. Écrivez l'unité dans son "
        "en-tête, «\u00A0(€)\u00A0» ou «\u00A0(k€)\u00A0».");
}

TEST(TableUnits, AnAmountOfThousandsIsNoUnit)
{
    for (const char* title : {"Subvention de 12 k€ votée", "Montants en euros", "Le bénéfice marketing"}) {
        const auto reading = read(
            std::string(title) + ";;;;;\n" + plain_table("12500;8000\nCode;Cap;Bellevue;15;3000;4000\n"), "emploi");
        EXPECT_EQ(values(reading)["accorde_p147"], (List{"8000", "4000"})) << title;
    }
}

TEST(TableUnits, FarBelowBesideTheTitleAndAcross)
{
    const auto amounts = [](const std::string& text) { return values(read(text, "emploi"))["accorde_p147"]; };
    EXPECT_EQ(amounts(plain_table() + ";;;;;\n;;;;;\n;;;;;\n;;;;;Montants en k€\n"), (List{"8000", "4000"}));
    EXPECT_EQ(amounts("Bilan des actions;;;;;en k€\n" + plain_table()), (List{"8000", "4000"}));
    EXPECT_EQ(
        amounts("Montants en milliers d'euros;;\nAction;Permis;Code\nPorteur;Cap;Cap\nQuartier;Bellevue;Bellevue\n"
                "Bénéficiaires;45;15\nFemmes;20;8\nMontant accordé P147;8;4\n"),
        (List{"8000", "4000"}));
}

TEST(TableUnits, WordsInEnglish)
{
    EXPECT_EQ(
        in_english(read("Montants en k€;;;;;\n" + plain_table(), "emploi"), "BIL-830"),
        "The table says \"Montants en k€\": its amounts without a unit of their own are read as k€ and converted to "
        "euros (Coût total\u00A0; Montant accordé P147). Check it; otherwise write \"(€)\" into the header of the "
        "column.");
    EXPECT_EQ(
        in_english(read("Montants en milliers;;;;;\n" + plain_table(), "emploi"), "BIL-831"),
        "The column \"Coût total\" is left out: the table says \"Montants en milliers\", and it is not known whether "
        "it is in euros or in thousands of euros. Write the unit into its header, \"(€)\" or \"(k€)\".");
}

// Nothing says a unit: the amount is as written, and somebody is asked.
TEST(TableUnits, OneAmountFarBelowTheOthersMayBeInThousands)
{
    const std::string head = "Action;Porteur;Coût total;Bénéficiaires\n";
    const auto reading = read(head + "Atelier;A;12;9\nForum;C;25000;8\nCirque;C;30000;7\nDanse;D;8000;6\n", "action");
    EXPECT_EQ(values(reading)["cout_total"], (List{"12", "25000", "30000", "8000"}));
    EXPECT_EQ(values(reading)["porteur"], (List{"A", "C", "C", "D"})) << "one letter names a holder";
    EXPECT_EQ(findings(reading, "C23"), (List{"C2 12"}));
    EXPECT_EQ(sentence(reading, "C23"),
              "«\u00A012\u00A0» est très loin au-dessous des autres montants de la colonne et peut être en milliers "
              "(12000 euros)\u00A0; il est lu comme 12 euros. Vérifiez-le, ou écrivez l'unité dans la cellule.");
    EXPECT_EQ(in_english(reading, "C23"), "\"12\" is far below the other amounts of the column and may be in thousands "
                                          "(12000 euros); it is read as 12 euros. Check it, or write the unit in the "
                                          "cell.");
    for (const char* amounts : {"12 €;25000;30000;8000", "150;900;1200;8000", "0;25000;30000;8000"}) {
        std::string text = head;
        char name = 'A';
        for (const std::string_view amount : base::split(amounts, ';'))
            text += std::string("Atelier ") + name++ + ";Cap;" + std::string(amount) + ";9\n";
        EXPECT_EQ(findings(read(text, "action"), "C23"), List{}) << amounts;
    }
}

} // namespace
} // namespace bilan::schemas
