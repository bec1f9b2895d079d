// SPDX-License-Identifier: MPL-2.0
//
// domain.md 9.8, patterns 121, 124, 125, 126 and 127: rows that are not like the others are said, never shifted in
// silence.
#include "csv_under_test.hpp"

#include <gmock/gmock.h>

namespace bilan::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(CsvDamage, ShortRowsArePaddedAndListed)
{
    const CsvOutcome read = read_csv("a;b;c\n1;2;3\n4;5\n6\n7;8;9\n");
    EXPECT_THAT(read.rows, ElementsAre("a|b|c|", "1|2|3|", "4|5||", "6|||", "7|8|9|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-353 row 2 [2] [3, 4] [3]"));
}

TEST(CsvDamage, AHeaderTooShortForAllRowsIsSaid)
{
    const CsvOutcome read = read_csv("nom;montant\nDupont; Jean;10\nMartin; Anne;20\n");
    EXPECT_THAT(read.remarks, ElementsAre("BIL-353 row 0 [1] [1] [3]"));
    EXPECT_THAT(read_csv("Contrat;Valmorin\nun;deux;trois;quatre;cinq\n1;2;3;4;5\n").remarks, IsEmpty()) << "a title";
}

TEST(CsvDamage, ALongRowIsSewnWhereTheOthersSayHow)
{
    const CsvOutcome read = read_csv("Nom;A;B\nX;1;2\nSport; culture;3;4\nY;5;6\n");
    EXPECT_THAT(read.rows, ElementsAre("Nom|A|B||", "X|1|2||", "Sport; culture|3|4||", "Y|5|6||"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-352 row 2 [1] [3] [3]"));
}

TEST(CsvDamage, WhatALongRowLeavesOpenIsAnErrorAndNothingIsShifted)
{
    const CsvOutcome read = read_csv("Action;Porteur;Montant;Nombre\nSport; culture;Club;1000;12\nJardin;Régie\n"
                                     "Aide;Asso;2000;31;;;\nCafé;Asso B;3000;30\n;;;\n");
    EXPECT_EQ(read.rows.at(1), "#|#|1000|12||") << "the first text or the second may hold the separator";
    EXPECT_EQ(read.rows.at(3), "Aide|Asso|2000|31||") << "nothing stands behind its last cell";
    const CsvOutcome two =
        read_csv("Action;Porteur;Montant\nA;Asso;1\nBals;Chants; Fête;Club;Asso;2\nF;Asso;3\nG;Asso;4\n");
    EXPECT_EQ(two.rows.at(2), "#|#|2||||");
    const CsvOutcome texts = read_csv("Action;Porteur\nA;Asso\nB;C;Asso\nF;Asso\nG;Asso\n");
    EXPECT_EQ(texts.rows.at(2), "#|#||") << "a remark at the right, or a separator too many";
}

/// The last cell of the row is empty, so that nothing stands beyond the table; the row is cut all the same.
TEST(CsvDamage, ALongRowThatEndsWithAnEmptyCell)
{
    const CsvOutcome read = read_csv("Action;Porteur;Quartier;Montant;Remarque\nSport;Asso;QN06901M;1000;oui\n"
                                     "Danse;Club;QN06902I;2000;non\nThéâtre;Asso C; Club D;QN06902I;900;\n"
                                     "Chant;Club;QN06902I;300;\nJeux;Club;QN06902I;400;;;\n");
    EXPECT_EQ(read.rows.at(3), "#|#|#|900||");
    EXPECT_EQ(read.rows.at(5), "Jeux|Club|QN06902I|400||") << "nothing but separators too many";
}

TEST(CsvDamage, ATextThatIsCutBeforeADecimalCommaKeepsNothing)
{
    const CsvOutcome read =
        read_csv("Action,Porteur,Montant,Nombre\nAtelier,Asso,1000,12\nSport, culture,Club,2000,14\n"
                 "Jardin,Asso,1200,33\nDanse,Asso,12,5,3\n");
    EXPECT_EQ(read.rows.at(2), "#|#|#|#|");
    EXPECT_EQ(read.rows.at(4), "Danse|Asso|#|#|");
}

TEST(CsvDamage, ARemarkRightOfTheTableShiftsNothing)
{
    const CsvOutcome read = read_csv("Nom;A;B\nX;1;2\nY;3;4;à vérifier\nZ;5;6\n");
    EXPECT_EQ(read.rows.at(2), "Y|3|4|à vérifier|");
}

TEST(CsvDamage, ATableThatIsWiderIsNotSewn)
{
    const std::string narrow = "Nom;A;B\nX;1;2\nY;5;6\nZ;7;8\nV;7;8\nW;7;8\n";
    const CsvOutcome below = read_csv(narrow + "\nQuartier;Commune;Type;Oui;Non\nP;Q;R;1;2\nS;T;U;3;4\n");
    EXPECT_EQ(below.rows.at(8), "P|Q|R|1|2|");
    const CsvOutcome years = read_csv(narrow + "\nQuartier;Commune;2022;2023;2024\nP;Q;3;1;2\nS;T;5;3;4\n");
    EXPECT_EQ(years.rows.at(8), "P|Q|3|1|2|") << "its header holds numbers";
    const CsvOutcome three =
        read_csv("Nom;A;B\nX;1;2\nBals; repas;3;4\nChants; fêtes;5;6\nJeux; défis;7;8\nY;5;6\nZ;7;8\nV;1;2\nW;1;2\n");
    EXPECT_EQ(three.rows.at(3), "Chants; fêtes|5|6||") << "no gap stands above";
    const CsvOutcome header = read_csv("Nom;A;B;Remarque\nX;1;2\nY;5;6\nZ;7;8;tardif\nV;7;8\n");
    EXPECT_EQ(header.rows.at(3), "Z|7|8|tardif|") << "its header is as wide";
}

TEST(CsvDamage, AWiderTableBelowAGapIsNoDamage)
{
    const std::string narrow = "Nom,A,B\nX,1,2\nY,5,6\nZ,7,8\n";
    const CsvOutcome read = read_csv(narrow + "\nNom,A,B,C,D\nX,1,2,3,4\nY,5,6,7,8\n");
    EXPECT_THAT(read.rows, ElementsAre("Nom|A|B|||", "X|1|2|||", "Y|5|6|||", "Z|7|8|||", "|||||", "Nom|A|B|C|D|",
                                       "X|1|2|3|4|", "Y|5|6|7|8|"));
    // Numbers below a gap, and words below the header, announce no table.
    const CsvOutcome numbers = read_csv(narrow + "\nU,12,5,3\nV,13,5,3\nW,1,2\n");
    EXPECT_EQ(numbers.rows.at(5), "U|#|#|");
    const CsvOutcome words = read_csv("Nom,A,B\nSport, culture,x,y\nU,12,5,3\nV,13,5,3\nW,1,2\nX,1,2\nY,1,2\nZ,1,2\n");
    EXPECT_EQ(words.rows.at(2), "U|#|#||");
}

TEST(CsvDamage, ARowIsHeldAgainstItsOwnTableNotOneFurtherDownThatIsAsWide)
{
    const CsvOutcome read = read_csv("Nom,A,B\nX,12,5,2\nY,5,6\nZ,7,8\nV,7,8\n"
                                     "\nNom,A,B,C\nX,1,2,3\nY,12,5,6,7\nZ,5,6,7\n");
    EXPECT_THAT(read.rows, ElementsAre("Nom|A|B||", "X|#|#||", "Y|5|6||", "Z|7|8||", "V|7|8||", "||||", "Nom|A|B|C|",
                                       "X|1|2|3|", "Y|#|#|#|", "Z|5|6|7|"));
    EXPECT_THAT(read.remarks, Contains("BIL-351 row 1 [2] [2, 9] [3]"));
}

TEST(CsvDamage, AWiderTableBelowMayHaveARowOfGroupsAboveItsHeader)
{
    std::string text = "Nom;Type;A;B;C;D;E;F;G;H\n";
    for (int row = 0; row < 18; ++row) text += "X;texte;0;1;2;3;4;5;6;7\n";
    text += "TOTAL;9;9;9;9;9;9;9;9;9\n\"\"\n;;;;Stages;;Total;Embauches\nNom;Code;Taille;Avis;J;K;L;M;N;O;Suivi\n";
    for (int row = 0; row < 10; ++row) text += "Y;6527;TPE;texte;7;7;7;7;7;7;vu\n";
    const CsvOutcome read = read_csv(text);
    EXPECT_THAT(read.rows, Contains("Nom|Code|Taille|Avis|J|K|L|M|N|O|Suivi|"));
    EXPECT_THAT(read.rows, Contains("Y|6527|TPE|texte|7|7|7|7|7|7|vu|").Times(10));
}

/// Every row was looked at over all columns of the grid, which one giant row makes: minutes for a million rows.
TEST(CsvDamage, AGiantRowBelowATableIsRefusedAndTheRowsAboveStay)
{
    std::string giant = "z";
    for (int field = 0; field < 400; ++field) giant += ";z";
    const CsvOutcome read = read_csv("nom;nombre\nx;1\ny;2\n" + giant + "\n");
    ASSERT_EQ(read.rows.size(), 4U);
    EXPECT_TRUE(read.rows[1].starts_with("x|1|"));
    EXPECT_TRUE(read.rows[3].starts_with("#|#||")) << "nothing says which two of them are the table's";
    EXPECT_THAT(read.remarks, Contains(testing::StartsWith("BIL-352")));
}

TEST(CsvDamage, ANarrowerTableBelowAGapHasItsOwnWidth)
{
    const CsvOutcome read = read_csv("Nom,A,B,C,D\nX,1,2,3,4\nY,5,6,7,8\nZ,5,6,7,8\n"
                                     "\nNom,A,B\nX,1,2\nY,12,5,6\nZ,5,6\n");
    EXPECT_THAT(read.rows, ElementsAre("Nom|A|B|C|D|", "X|1|2|3|4|", "Y|5|6|7|8|", "Z|5|6|7|8|", "|||||", "Nom|A|B|||",
                                       "X|1|2|||", "Y|#|#|||", "Z|5|6|||"));
    EXPECT_THAT(read.remarks, Contains("BIL-351 row 7 [1] [8] [3]"));
}

TEST(CsvDamage, RowsOfASecondTableThatAreShorterAreListed)
{
    const CsvOutcome read = read_csv("Nom,A,B\nX,1,2\nY,5,6\nZ,7,8\nV,7,8\n"
                                     "\nNom,A,B,C,D\nX,1,2,3,4\nY,5,6,7\nZ,5,6\nV,5,6,7,8\nW,5,6,7,8\n");
    EXPECT_THAT(read.remarks, Contains("BIL-353 row 8 [2] [9, 10] [5]"));
}

TEST(CsvDamage, EmptyColumnsAndRowsAtTheEndAreNothing)
{
    const CsvOutcome read = read_csv("a;b;c;;\n1;2;3;;\n4;5;6;;;;\n;;;;\n;;;;\n\n\n");
    EXPECT_THAT(read.rows, ElementsAre("a|b|c|", "1|2|3|", "4|5|6|"));
    EXPECT_THAT(read.remarks, IsEmpty());
}

TEST(CsvDamage, EmptyLinesAreRows)
{
    const CsvOutcome read = read_csv("\n\na;b\n\n1;2\n");
    EXPECT_THAT(read.rows, ElementsAre("||", "||", "a|b|", "||", "1|2|"));
    EXPECT_THAT(read.remarks, IsEmpty());
}

TEST(CsvDamage, UnquotedDecimalCommaGivesErrorsNotShiftedValues)
{
    const CsvOutcome read = read_csv("Action,Coût,Public\nA,12,10\nB,12,5,20\nC,\"12,5\",30\n");
    EXPECT_THAT(read.rows, ElementsAre("Action|Coût|Public|", "A|12|10|", "B|#|#|", "C|12,5|30|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-351 row 2 [1] [3] [3]"));
}

TEST(CsvDamage, UnquotedDecimalCommaBeforeEmptyCellsToo)
{
    const CsvOutcome read = read_csv("Action,Coût,Public,Note\nA,12,10,x\nB,12,5,,\nC,3,4,y\n");
    EXPECT_THAT(read.rows, ElementsAre("Action|Coût|Public|Note|", "A|12|10|x|", "B|#|#|#|", "C|3|4|y|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-351 row 2 [1] [3] [4]"));
}

TEST(CsvDamage, HeaderIsRightWhenMostRowsHoldDecimalCommas)
{
    const CsvOutcome read = read_csv("Action,Coût,Public\nA,12,5,10\nB,13,5,20\nC,14,30\n");
    EXPECT_THAT(read.rows, ElementsAre("Action|Coût|Public|", "A|#|#|", "B|#|#|", "C|14|30|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-355 [,]", "BIL-351 row 1 [2] [2, 3] [3]"));
}

TEST(CsvDamage, CommaAfterEachRowIsNoDamage)
{
    const CsvOutcome read = read_csv("Nom,A,B\nx,1,2,\ny,3,4,\nz,5,6,\n");
    EXPECT_THAT(read.rows, ElementsAre("Nom|A|B|", "x|1|2|", "y|3|4|", "z|5|6|"));
    EXPECT_THAT(read.remarks, IsEmpty());
}

TEST(CsvDamage, TitleWithACommaDoesNotSetTheWidth)
{
    const CsvOutcome read = read_csv("Bilan, exercice 2024\nNom,A,B,C\nx,1,2,3\ny,4,5,6\n");
    EXPECT_THAT(read.rows, ElementsAre("Bilan| exercice 2024|||", "Nom|A|B|C|", "x|1|2|3|", "y|4|5|6|"));
    EXPECT_THAT(read.remarks, IsEmpty());
}

TEST(CsvDamage, LineEndsOfAnyKindAndMixed)
{
    EXPECT_THAT(read_csv("a;b\r1;2\r3;4\r").rows, ElementsAre("a|b|", "1|2|", "3|4|"));
    EXPECT_THAT(read_csv("a;b\r\n1;2\n3;4\r5;6").rows, ElementsAre("a|b|", "1|2|", "3|4|", "5|6|"));
    EXPECT_THAT(read_csv("a;b\r\r\n1;2\r\r\n").rows, ElementsAre("a|b|", "1|2|"));
    EXPECT_THAT(read_csv("a;b\r\r1;2\r").rows, ElementsAre("a|b|", "||", "1|2|"));
}

TEST(CsvDamage, CarriageReturnInsideARowStaysInItsCell)
{
    const CsvOutcome read = read_csv("a;b;c\n1;deux\rlignes;3\n4;5;6\n");
    EXPECT_THAT(read.rows, ElementsAre("a|b|c|", "1|deux\nlignes|3|", "4|5|6|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-350 row 1 [1] [2] [3]"));
}

} // namespace
} // namespace bilan::test
