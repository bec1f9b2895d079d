// SPDX-License-Identifier: MPL-2.0
//
// Values are handed on as they are written; who reads columns decides what they mean.
#include "csv_under_test.hpp"

#include <gmock/gmock.h>

namespace bilan::test {
namespace {

using testing::ElementsAre;

TEST(CsvValues, EveryValueIsText)
{
    const CsvOutcome read = read_csv("a;b;c;d;e\n01004;1.234;12,5;01/02/2024;VRAI\n");
    EXPECT_THAT(read.rows, ElementsAre("a|b|c|d|e|", "01004|1.234|12,5|01/02/2024|VRAI|"));
}

TEST(CsvValues, EqualTextsAreStoredOnce)
{
    const CsvOutcome read = read_csv("a;b\nx;x\nx;y\n");
    EXPECT_EQ(read.book.texts.size(), 4U);
    const Grid& grid = read.book.sheets[0];
    EXPECT_EQ(grid.at(1, 0).text(), grid.at(2, 0).text());
}

TEST(CsvValues, FormulasAreTexts)
{
    EXPECT_THAT(read_csv("a;b\n=1+1;@x\n-5;+3\n").rows, ElementsAre("a|b|", "=1+1|@x|", "-5|+3|"));
}

TEST(CsvValues, CodesWrittenAsTextFormulasAreCodes)
{
    const CsvOutcome read = read_csv("code;nom\n=\"01004\";x\n\"=\"\"2A004\"\"\";y\n=\"a\"\"b\";z\n");
    EXPECT_THAT(read.rows, ElementsAre("code|nom|", "01004|x|", "2A004|y|", "=\"a\"\"b\"|z|"));
}

TEST(CsvValues, TheMarkOfAFilePutBehindAnotherIsLeftOut)
{
    const CsvOutcome read = read_csv("\xEF\xBB\xBF"
                                     "a;b\nx;1\n\xEF\xBB\xBFy;2\n\"\xEF\xBB\xBFz\";3\nî;ï\n");
    EXPECT_THAT(read.rows, ElementsAre("a|b|", "x|1|", "y|2|", "z|3|", "î|ï|"));
    EXPECT_THAT(read.remarks, testing::Contains(testing::StartsWith("BIL-347")));
}

TEST(CsvValues, BlanksAreKept)
{
    EXPECT_THAT(read_csv("a;b\n x ;\u00A012\n").rows, ElementsAre("a|b|", " x |\u00A012|"));
}

TEST(CsvValues, SheetIsNamedAfterTheFile)
{
    EXPECT_EQ(read_csv("a;b\n1;2\n", "Bilan 2024.v2.csv").book.sheets[0].facts.name, "Bilan 2024.v2");
    EXPECT_EQ(read_csv("a;b\n1;2\n", "bilan").book.sheets[0].facts.name, "bilan");
    EXPECT_EQ(read_csv("a;b\n1;2\n").book.format, "csv");
}

} // namespace
} // namespace bilan::test
