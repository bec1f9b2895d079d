// SPDX-License-Identifier: MPL-2.0
//
// domain.md 9.8, patterns 120 and 122, and reliability.md row 11: quotes, good and bad.
#include "csv_under_test.hpp"

#include <gmock/gmock.h>

namespace bilan::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(CsvQuotes, DoubledQuotesAreOne)
{
    const CsvOutcome read = read_csv("Nom;Objet\n\"\"\"À la mémoire\"\"\";\"dit \"\"le\"\" nom\"\n\"\";x\n");
    EXPECT_THAT(read.rows, ElementsAre("Nom|Objet|", "\"À la mémoire\"|dit \"le\" nom|", "|x|"));
    EXPECT_THAT(read.remarks, IsEmpty());
}

TEST(CsvQuotes, LineBreaksStayInOneRow)
{
    const CsvOutcome read = read_csv("Nom;Objet\r\nA;\"un\r\ndeux\ntrois\rquatre\"\r\nB;x\r\n");
    EXPECT_THAT(read.rows, ElementsAre("Nom|Objet|", "A|un\ndeux\ntrois\nquatre|", "B|x|"));
    EXPECT_THAT(read.remarks, IsEmpty());
}

TEST(CsvQuotes, QuoteInsideAnUnquotedFieldIsACharacter)
{
    const CsvOutcome read = read_csv("Nom;Taille\nÉcran 15\";2\n5\" et 6\";3\n; \"x\"\n");
    EXPECT_THAT(read.rows, ElementsAre("Nom|Taille|", "Écran 15\"|2|", "5\" et 6\"|3|", "| \"x\"|"));
    EXPECT_THAT(read.remarks, IsEmpty());
}

TEST(CsvQuotes, BlanksAfterAClosingQuoteAreNoText)
{
    EXPECT_THAT(read_csv("a;b\n\"x\"  ;y\n\"z\" \n").rows, ElementsAre("a|b|", "x|y|", "z||"));
}

TEST(CsvQuotes, QuoteNeverClosedSwallowsNothing)
{
    const CsvOutcome read = read_csv("a;b;c\n1;\"deux;3\n4;5;6\n7;8;9\n");
    EXPECT_THAT(read.rows, ElementsAre("a|b|c|", "1|\"deux|3|", "4|5|6|", "7|8|9|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-348 row 1 [1] [2] [3]"));
}

TEST(CsvQuotes, QuoteNotClosedBeforeOthersSwallowsNothing)
{
    const CsvOutcome read = read_csv("a;b;c\n1;\"deux;3\n4;\"cinq\";6\n7;\"huit\";9\n");
    EXPECT_THAT(read.rows, ElementsAre("a|b|c|", "1|\"deux|3|", "4|cinq|6|", "7|huit|9|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-348 row 1 [1] [2] [3]"));
}

TEST(CsvQuotes, QuoteClosedByTheInchesOfALaterRowSwallowsNothing)
{
    const CsvOutcome read = read_csv("a;b;c\n1;\"deux;3\n4;5;6\"\n7;8;9\n");
    EXPECT_THAT(read.rows, ElementsAre("a|b|c|", "1|\"deux|3|", "4|5|6\"|", "7|8|9|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-348 row 1 [1] [2] [3]"));
}

TEST(CsvQuotes, RowsBetweenTwoInchesStayRows)
{
    const CsvOutcome read = read_csv("nom;taille\n\"12\" écran;5\nTable 6\";7\nd;8\n");
    EXPECT_THAT(read.rows, ElementsAre("nom|taille|", "\"12\" écran|5|", "Table 6\"|7|", "d|8|"));
    const CsvOutcome text = read_csv("nom;taille\n\"Projet \"Sport\" et\npour tous\";5\nd;8\n");
    EXPECT_THAT(text.rows, ElementsAre("nom|taille|", "Projet \"Sport\" et\npour tous|5|", "d|8|"))
        << "a text over two lines with quotes of its own";
}

TEST(CsvQuotes, QuoteNotClosedAmongQuotedFieldsOfItsRow)
{
    const CsvOutcome read = read_csv("\"a\";\"b\";\"c\"\n\"d\";\"e;\"f\"\n\"g\";\"h\";\"i\"\n");
    EXPECT_THAT(read.rows, ElementsAre("a|b|c|", "d|\"e|f|", "g|h|i|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-348 row 1 [1] [2] [3]"));
}

TEST(CsvQuotes, LineNumberIsThatOfTheTextFile)
{
    const CsvOutcome read = read_csv("a;b\n\"un\ndeux\";1\n\n\"x;2\ny;3\n");
    EXPECT_THAT(read.rows, ElementsAre("a|b|", "un\ndeux|1|", "||", "\"x|2|", "y|3|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-348 row 3 [1] [5] [2]"));
}

TEST(CsvQuotes, QuotesThatShouldBeDoubledAreKeptAndSaid)
{
    const CsvOutcome read = read_csv("a;b\n\"association \"Les amis\" de X\";1\ny;2\n");
    EXPECT_THAT(read.rows, ElementsAre("a|b|", "association \"Les amis\" de X|1|", "y|2|"));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-349 row 1 [1] [2] [2]"));
}

TEST(CsvQuotes, QuoteAtTheVeryEnd)
{
    const CsvOutcome read = read_csv("a;b\n1;\"");
    EXPECT_THAT(read.rows, ElementsAre("a|b|", "1|\"|"));
    EXPECT_THAT(read.remarks, SizeIs(1));
}

TEST(CsvQuotes, ManyLooseQuotesGiveOneRemarkWithTheFirstLines)
{
    std::string bytes = "a;b\n";
    for (int row = 0; row < 30; ++row) bytes += "\"x;1\n";
    const CsvOutcome read = read_csv(bytes);
    EXPECT_THAT(read.rows, SizeIs(31));
    EXPECT_THAT(read.remarks, ElementsAre("BIL-355 [;]", "BIL-348 row 1 [30] [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, …] [2]"));
}

} // namespace
} // namespace bilan::test
