// SPDX-License-Identifier: MPL-2.0
//
// The unit of numbers, said in the header, in a cell, in a column of its own or nowhere. Persons and places are
// invented.
#include "schemas/schema_reading.hpp"

#include <gtest/gtest.h>

namespace bilan::schemas {
namespace {

using List = std::vector<std::string>;
using intake::test::findings;
using intake::test::sentence;

constexpr const char* head = "Intitulé de l'action;Porteur;Nb de bénéficiaires;Coût total;Montant accordé";

TEST(Units, AColumnOfUnitsIsThatOfTheAmounts)
{
    const auto reading = read(std::string(head) + ";Unité\nCode;Cap;40;12,5;5;k€\nForum;MJC;60;20;8;k€\n", "action");
    Values read_values = values(reading);
    EXPECT_EQ(read_values["cout_total"], (List{"12500", "20000"}));
    EXPECT_EQ(read_values["accorde_p147"], (List{"5000", "8000"}));
    EXPECT_EQ(read_values["benef_total"], (List{"40", "60"}));
    EXPECT_EQ(findings(reading, "BIL-266").size(), 0U);
    EXPECT_EQ(sentence(reading, "BIL-050"),
              "La colonne «\u00A0Unité\u00A0» dit l'unité des montants (k€)\u00A0; elle ne "
              "donne pas de valeur elle-même. Rien à faire.");
    EXPECT_EQ(in_english(reading, "BIL-050"),
              "The column \"Unité\" says the unit of the amounts (k€); it gives no value of its own. Nothing to do.");
}

TEST(Units, AColumnOfDifferentUnitsIsAsked)
{
    const auto reading =
        read(std::string(head) + ";Unité\nCode;Cap;40;12,5;5;k€\nForum;MJC;60;20000;8000;€\n", "action");
    EXPECT_FALSE(values(reading).contains("cout_total"));
    EXPECT_EQ(findings(reading, "BIL-831").size(), 2U);
    const auto euros =
        read(std::string(head) + ";Devise\nCode;Cap;40;12500;500;€\nForum;MJC;60;2000;800;€\n", "action");
    EXPECT_EQ(values(euros)["accorde_p147"], (List{"500", "800"}));
}

TEST(Units, ATotalInThousandsThatIsTheSumSaysTheUnitOfItsRows)
{
    const std::string rows = "\nCode;Cap;40;12,5;5\nForum;MJC;60;20;8\nRepas;CS;30;8;4\n";
    const auto reading = read(head + rows + "TOTAL;;130;40,5 k€;17 k€\n", "action");
    EXPECT_EQ(values(reading)["cout_total"], (List{"12500", "20000", "8000"}));
    EXPECT_EQ(values(reading)["accorde_p147"], (List{"5000", "8000", "4000"}));
    EXPECT_EQ(findings(reading, "BIL-280").size(), 0U) << "the total is right then";
    EXPECT_EQ(
        sentence(reading, "BIL-049"),
        "Le total de la colonne «\u00A0Coût total\u00A0» est écrit «\u00A040,5 k€\u00A0» et il est la somme de ses "
        "nombres\u00A0: ils sont lus en k€ et convertis en euros. Vérifiez-le\u00A0; sinon, écrivez «\u00A0(€)\u00A0» "
        "dans l'en-tête de la colonne.");
    EXPECT_EQ(
        in_english(reading, "BIL-049"),
        "The total of the column \"Coût total\" is written \"40,5 k€\" and is the sum of its numbers: they are read "
        "as k€ and converted to euros. Check it; otherwise write \"(€)\" into the header of the column.");
    const auto other = read(head + rows + "TOTAL;;130;50 k€;20 k€\n", "action");
    EXPECT_EQ(values(other)["cout_total"], (List{"12.5", "20", "8"})) << "not their sum";
}

TEST(Units, AnAmountBesideThousandsMayBeOfThemToo)
{
    const auto reading =
        read(std::string(head) + "\nCode;Cap;40;12500;5 k€\nForum;MJC;60;20000;8\nRepas;CS;30;8000;4\n", "action");
    EXPECT_EQ(values(reading)["accorde_p147"], (List{"5000", "8", "4"}));
    EXPECT_EQ(findings(reading, "C23"), (List{"E3 8", "E4 4"}));
    EXPECT_EQ(
        sentence(reading, "C23"),
        "«\u00A08\u00A0» est sans unité, et d'autres cellules de la colonne sont en milliers d'euros\u00A0: il est lu "
        "comme 8 euros, et c'est peut-être 8000. Écrivez l'unité dans chaque cellule, ou dans l'en-tête.");
    EXPECT_EQ(
        in_english(reading, "C23"),
        "\"8\" has no unit, and other cells of the column are in thousands of euros: it is read as 8 euros, and may "
        "be 8000. Write the unit into each cell, or into the header.");
    const auto plain =
        read(std::string(head) + "\nCode;Cap;40;12500;5 k€\nForum;MJC;60;20000;8000\nRepas;CS;30;8000;400\n", "action");
    EXPECT_EQ(findings(plain, "C23").size(), 0U) << "8000 is in euros, and so is 400";
}

TEST(Units, SmallAmountsOfNoUnitAreSaid)
{
    const std::string rows = "\nCode;Cap;40;12,5;5\nForum;MJC;60;20;8\nRepas;CS;30;8;4\n";
    const auto reading = read(head + rows, "action");
    EXPECT_EQ(values(reading)["accorde_p147"], (List{"5", "8", "4"}));
    EXPECT_EQ(findings(reading, "C23"), List{"D1"});
    EXPECT_EQ(
        sentence(reading, "C23"),
        "Rien ne dit l'unité des montants, et ils sont tous petits (valeur médiane 8\u00A0: Coût total\u00A0; Montant "
        "accordé)\u00A0: ils sont lus en euros, et sont peut-être en milliers. Écrivez «\u00A0(€)\u00A0» ou "
        "«\u00A0(k€)\u00A0» dans les en-têtes.");
    EXPECT_EQ(
        in_english(reading, "C23"),
        "Nothing says the unit of the amounts, and all of them are small (median value 8: Coût total\u00A0; Montant "
        "accordé): they are read as euros, and may be in thousands. Write \"(€)\" or \"(k€)\" into the headers.");
    for (const std::string& said :
         {"Montants en euros;;;;\n" + (head + rows), std::string(head) + " (€)" + rows,
          std::string(head) + "\nCode;Cap;40;1250;50\nForum;MJC;60;2000;80\nRepas;CS;30;800;40\n"})
        EXPECT_EQ(findings(read(said, "action"), "C23").size(), 0U) << said;
}

TEST(Units, ThousandsInTheHeaderOfACount)
{
    const auto reading =
        read("Intitulé de l'action;Porteur;Nb de bénéficiaires (en milliers);Montant accordé (x 1000)\n"
             "Code;Cap;3;12\nForum;MJC;1,5;8\n",
             "action");
    EXPECT_EQ(values(reading)["benef_total"], (List{"3000", "1500"}));
    EXPECT_EQ(values(reading)["accorde_p147"], (List{"12000", "8000"}));
    EXPECT_EQ(sentence(reading, "BIL-047"),
              "L'en-tête dit que la colonne est en milliers\u00A0: ses nombres ont été multipliés par 1000 (nombre de "
              "cellules\u00A0: 2). Vérifiez que tous sont bien en milliers.");
    EXPECT_EQ(
        in_english(reading, "BIL-047"),
        "The header says that the column is in thousands: its numbers were multiplied by 1000 (number of cells: 2). "
        "Check that all of them are in thousands.");
    Values plain =
        values(read("Intitulé de l'action;Porteur;Nb de bénéficiaires;Prix 1000 pas\nCode;Cap;3;1\n", "action"));
    EXPECT_EQ(plain["benef_total"], List{"3"});
}

TEST(Units, ThousandsOfNobodyKnowsWhatAreSaidOfCounts)
{
    const auto reading = read("Données (en milliers);;\nIntitulé de l'action;Porteur;Nb de bénéficiaires\nCode;Cap;3\n"
                              "Forum;MJC;4\n",
                              "action");
    EXPECT_EQ(values(reading)["benef_total"], (List{"3", "4"}));
    EXPECT_EQ(sentence(reading, "BIL-056"),
              "Le tableau dit «\u00A0Données (en milliers)\u00A0», sans dire de quoi\u00A0: ces colonnes de nombres "
              "sont lues "
              "telles quelles (Nb de bénéficiaires). Si elles sont en milliers, écrivez-le dans leur en-tête.");
    EXPECT_EQ(
        in_english(reading, "BIL-056"),
        "The table says \"Données (en milliers)\", and does not say of what: these columns of numbers are read as they "
        "stand (Nb de bénéficiaires). If they are in thousands, write it into their header.");
}

TEST(Units, ANumberMuchLargerThanTheThousandsBesideItIsRefused)
{
    const auto reading = read("Intitulé de l'action;Porteur;Nb de bénéficiaires (milliers)\nCode;Cap;3\nForum;MJC;4\n"
                              "Repas;CS;2\nJeux;ASL;3500\n",
                              "action");
    EXPECT_EQ(values(reading)["benef_total"], (List{"3000", "4000", "2000", "<err>"}));
    EXPECT_EQ(
        sentence(reading, "BIL-048"),
        "«\u00A03500\u00A0» est, sous un en-tête «\u00A0en milliers\u00A0», bien plus grand que les autres nombres de "
        "la colonne\u00A0: c'est 3500 ou 3500000. Aucune valeur n'a été retenue\u00A0; demandez au partenaire.");
    EXPECT_EQ(
        in_english(reading, "BIL-048"),
        "\"3500\" is, below a header \"in thousands\", much larger than the other numbers of the column: it is 3500 "
        "or 3500000. No value was kept; ask the partner.");
}

} // namespace
} // namespace bilan::schemas
