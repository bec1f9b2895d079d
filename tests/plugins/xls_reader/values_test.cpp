// SPDX-License-Identifier: MPL-2.0
//
// Every record that carries a value, through the built plugin.
#include "xls_under_test.hpp"

#include <cmath>
#include <limits>

namespace bilan::test {
namespace {

using namespace biff;

TEST(XlsValues, NumbersOfEveryPacking)
{
    EXPECT_EQ(read_records(number(0, 0, 0.1) + number(0, 1, -1e300) + rk(1, 0, 7U << 2U | 2U) +
                           rk(1, 1, static_cast<std::uint32_t>(-5) << 2U | 2U) + rk(1, 2, 1234U << 2U | 3U) +
                           rk(1, 3, 0x3FF80000) + rk(1, 4, 0x3FF80001)),
              "A1 number 0.1\nB1 number -1e+300\nA2 number 7\nB2 number -5\nC2 number 12.34\nD2 number 1.5\n"
              "E2 number 0.015\n");
}

TEST(XlsValues, SeveralNumbersInOneRecord)
{
    const std::string one = little(15, 2) + little(3U << 2U | 2U, 4);
    const std::string two = little(BiffBuilder::percent, 2) + little(25U << 2U | 3U, 4);
    EXPECT_EQ(read_records(record(0x00BD, little(4, 2) + little(2, 2) + one + two + little(3, 2))),
              "C5 number 3\nD5 number 0.25 percent\n");
}

TEST(XlsValues, SharedTexts)
{
    EXPECT_EQ(read_records(shared(0, 0, 0) + shared(0, 1, 1) + shared(0, 2, 2) + shared(0, 3, 3)),
              "A1 text \"un\"\nB1 text \"deux\"\nC1 text \"\"\nD1 error #ERROR!\nBIL-326 Feuil1 D1 [3]\n");
}

TEST(XlsValues, TextsInTheCell)
{
    EXPECT_EQ(read_records(record(0x0204, at(0, 0) + narrow("a\xE9")) + record(0x0204, at(0, 1) + wide(u"œuf")) +
                           record(0x00D6, at(0, 2) + narrow("gras") + little(0, 2))),
              "A1 text \"aé\"\nB1 text \"œuf\"\nC1 text \"gras\"\n");
}

TEST(XlsValues, BooleansAndErrors)
{
    std::string records;
    for (const int error : {0x00, 0x07, 0x0F, 0x17, 0x1D, 0x24, 0x2A, 0x2B, 0x63})
        records += record(0x0205, at(0, static_cast<std::uint64_t>(error)) + static_cast<char>(error) + '\1');
    EXPECT_EQ(read_records(record(0x0205, at(0, 0) + std::string("\1\0", 2)) +
                           record(0x0205, at(0, 1) + std::string("\0\0", 2))),
              "A1 bool true\nB1 bool false\n");
    EXPECT_EQ(read_records(records),
              "A1 error #NULL!\nH1 error #DIV/0!\nP1 error #VALUE!\nX1 error #REF!\nAD1 error #NAME?\n"
              "AK1 error #NUM!\nAQ1 error #N/A\nAR1 error #GETTING_DATA\nCV1 error #ERROR!\n"
              "BIL-337 Feuil1 CV1 [99]\n");
}

TEST(XlsValues, FormulasWithTheirResults)
{
    const std::string text_result = other_result('\0');
    EXPECT_EQ(read_records(formula(0, 0, real(2.5)) + formula(0, 1, other_result('\1', '\1')) +
                           formula(0, 2, other_result('\2', '\x2A')) + formula(0, 3, other_result('\3')) +
                           formula(0, 4, text_result) + record(0x0207, narrow("oui")) + formula(1, 0, text_result) +
                           record(0x04BC, "partagee") + record(0x0207, wide(u"été")) + formula(1, 1, text_result) +
                           record(0x0221, "matrice") + record(0x0207, narrow("")) + formula(1, 2, text_result) +
                           record(0x0236, "table") + record(0x0207, narrow("t"))),
              "A1 number 2.5 formula\nB1 bool true formula\nC1 error #N/A formula\nD1 text \"\" formula\n"
              "E1 text \"oui\" formula\nA2 text \"été\" formula\nB2 text \"\" formula\nC2 text \"t\" formula\n");
}

TEST(XlsValues, AFormulaWhoseTextIsMissingHasNoValue)
{
    const std::string remark = "BIL-367 Feuil1 A1\n";
    EXPECT_EQ(read_records(formula(0, 0, other_result('\0')) + number(0, 1, 1)),
              "A1 empty formula\nB1 number 1\n" + remark);
    EXPECT_EQ(read_records(formula(0, 0, other_result('\0'))), "A1 empty formula\n" + remark) << "the last record";
    EXPECT_EQ(read_records(formula(0, 0, other_result('\x09'))), "A1 empty formula\n") << "a kind of result to come";
}

TEST(XlsValues, AZeroThatNobodyCalculatedIsNoValue)
{
    const std::uint64_t calculate_on_opening = 2;
    EXPECT_EQ(read_records(formula(0, 0, real(0), 15, calculate_on_opening) + formula(0, 1, real(0)) +
                           formula(0, 2, real(5), 15, calculate_on_opening) + formula(0, 3, real(0), 15, 9)),
              "A1 empty formula\nB1 number 0 formula\nC1 number 5 formula\nD1 number 0 formula\n");
}

TEST(XlsValues, NumberFormatsSayWhatANumberIs)
{
    using B = BiffBuilder;
    EXPECT_EQ(read_records(number(0, 0, 45657, B::date) + number(0, 1, 45657.5, B::date_and_time) +
                           number(0, 2, 0.5, B::time) + number(0, 3, 1.5, B::duration) +
                           number(0, 4, 0.12, B::percent) + number(0, 5, 12.5, B::euros) +
                           number(0, 6, 3, B::decimals) + number(0, 7, 4, B::struck) +
                           formula(0, 8, real(45657), B::date) + shared(0, 9, 0, B::struck)),
              "A1 date 45657 date\nB1 date 45657.5 datetime\nC1 date 0.5 time\nD1 number 1.5 duration\n"
              "E1 number 0.12 percent\nF1 number 12.5 currency\nG1 number 3 number\nH1 number 4 struck\n"
              "I1 date 45657 date formula\nJ1 text \"un\" struck\n");
}

TEST(XlsValues, FormatsOfTheFileStandBeforeThoseKnownByNumber)
{
    BiffBuilder book(number(0, 0, 5, BiffBuilder::percent));
    book.globals = record(0x041E, little(10, 2) + wide(u"#,##0\\ \"€\""));
    EXPECT_EQ(read_text(book.file()), "sheet Feuil1\nA1 number 5 currency\n");
}

TEST(XlsValues, DatesAtTheEdges)
{
    EXPECT_EQ(read_records(number(0, 0, 1, BiffBuilder::date) + number(0, 1, 60, BiffBuilder::date) +
                           number(0, 2, 2958466, BiffBuilder::date)),
              "A1 date 2 date\nB1 date 60 date\nC1 number 2958466 date\nBIL-330 Feuil1 B1\n"
              "BIL-329 Feuil1 C1 [2958466]\n");
}

TEST(XlsValues, DatesOf1904CountFromTheSameDay)
{
    BiffBuilder book(number(0, 0, 0, BiffBuilder::date) + number(0, 1, 44195, BiffBuilder::date) +
                     formula(0, 2, real(1), BiffBuilder::date) + number(0, 3, 1));
    book.globals = record(0x0022, little(1, 2));
    EXPECT_EQ(read_text(book.file()),
              "sheet Feuil1\nA1 date 1462 date\nB1 date 45657 date\nC1 date 1463 date formula\nD1 number 1\n");
}

TEST(XlsValues, StylesThatDoNotExist)
{
    EXPECT_EQ(read_records(number(0, 0, 1, 99)), "A1 number 1\nBIL-327 Feuil1 A1 [99]\n");
    EXPECT_EQ(read_records(shared(0, 0, 0, 99)), "A1 text \"un\"\nBIL-327 Feuil1 A1 [99]\n");
    BiffBuilder bare(number(0, 0, 1, 3));
    bare.has_styles = false;
    EXPECT_EQ(read_text(bare.file()), "sheet Feuil1\nA1 number 1\n") << "a file without styles";
}

TEST(XlsValues, NumbersThatAreNone)
{
    EXPECT_EQ(read_records(number(0, 0, std::nan("")) + number(0, 1, std::numeric_limits<double>::infinity()) +
                           number(0, 2, -std::numeric_limits<double>::infinity())),
              "A1 text \"NaN\"\nB1 text \"inf\"\nC1 text \"-inf\"\nBIL-328 Feuil1 A1 [NaN]\n"
              "BIL-328 Feuil1 B1 [inf]\nBIL-328 Feuil1 C1 [-inf]\n");
}

TEST(XlsValues, MergesAndHiddenRowsAndColumns)
{
    const auto row = [](std::uint64_t index, bool is_hidden) {
        return record(0x0208, little(index, 2) + std::string(10, '\0') + little(is_hidden ? 0x120 : 0x100, 4));
    };
    const auto columns = [](std::uint64_t first, std::uint64_t last, bool is_hidden) {
        return record(0x007D, little(first, 2) + little(last, 2) + little(2048, 2) + little(15, 2) +
                                  little(is_hidden ? 1 : 0, 2) + little(0, 2));
    };
    EXPECT_EQ(read_records(record(0x0208, little(3, 2) + std::string(10, '\0') + little(0x140, 4)) +
                           record(0x007D, little(1, 2) + little(1, 2) + std::string(8, '\0')) + number(0, 0, 1)),
              "hidden rows 4-4\nhidden columns B-B\nA1 number 1\n")
        << "of no height, of no width";
    const auto range = [](std::uint64_t r1, std::uint64_t r2, std::uint64_t c1, std::uint64_t c2) {
        return little(r1, 2) + little(r2, 2) + little(c1, 2) + little(c2, 2);
    };
    EXPECT_EQ(read_records(columns(1, 2, true) + columns(3, 3, false) + columns(250, 256, true) + row(5, true) +
                           row(4, true) + row(7, false) + number(0, 0, 1) +
                           record(0x00E5, little(2, 2) + range(0, 1, 0, 2) + range(3, 3, 1, 2)) +
                           record(0x00E5, little(3, 2) + range(1, 2, 2, 3) + range(2, 1, 0, 0) + range(0, 0, 0, 256))),
              "merge A1:C2\nmerge B4:C4\nmerge C2:D3\nhidden rows 5-6\nhidden columns B-C\nhidden columns IQ-IV\n"
              "A1 number 1\nBIL-332 Feuil1 [A3:A2]\nBIL-332 Feuil1 [A1:IW1]\nBIL-333 Feuil1 C2 [C2:D3] [A1:C2]\n");
}

TEST(XlsValues, SheetsOfEveryKind)
{
    BiffBuilder book;
    book.sheets = {{"Visible", number(0, 0, 1)},
                   {"Cach\xE9"
                    "e",
                    number(0, 0, 2), 1},
                   {"Invisible", number(0, 0, 3), 2},
                   {"Graphique", number(0, 0, 4), 0, 2, 0, 0x0020},
                   {"Macros", number(0, 0, 5), 0, 1, 0, 0x0040},
                   {"Module", "", 0, 6, 0, 0x0006},
                   {"Faux tableau", number(0, 0, 6), 0, 0, 0, 0x0020},
                   {"Fausse feuille", number(0, 0, 6), 0, 0, 0, 0x0040},
                   {"Dialogue", record(0x0081, little(0x10, 2)) + number(0, 0, 7)}};
    EXPECT_EQ(read_text(book.file()), "sheet Visible\nA1 number 1\nsheet Cachée hidden\nA1 number 2\n"
                                      "sheet Invisible very hidden\nA1 number 3\nBIL-322 Graphique [Graphique]\n"
                                      "BIL-324 Macros [Macros]\nBIL-324 Module [Module]\n"
                                      "BIL-322 Faux tableau [Faux tableau]\nBIL-324 Fausse feuille [Fausse feuille]\n"
                                      "BIL-323 Dialogue [Dialogue]\n");
}

TEST(XlsValues, ChartsOnASheetKeepTheirOwnCells)
{
    EXPECT_EQ(read_records(number(0, 0, 1) + begin(0x0020) + number(0, 0, 99) + begin(0x0020) + number(0, 5, 98) +
                           end() + number(0, 1, 97) + end() + number(0, 1, 2)),
              "A1 number 1\nB1 number 2\n");
}

TEST(XlsValues, TheLastOfTwoCellsAtOnePlaceIsKept)
{
    EXPECT_EQ(read_records(number(0, 1, 1) + number(0, 0, 2) + number(0, 1, 3) + number(1, 0, 4) + shared(1, 0, 0)),
              "A1 number 2\nB1 number 3\nA2 text \"un\"\nBIL-331 Feuil1 B1\nBIL-331 Feuil1 A2\n");
}

TEST(XlsValues, TheBordersOfASheet)
{
    EXPECT_EQ(read_records(number(65535, 255, 1) + number(65535, 256, 2)),
              "IV65536 number 1\nBIL-325 Feuil1 [IW65536]\n");
    const std::string two = little(15, 2) + little(3U << 2U | 2U, 4);
    EXPECT_EQ(read_records(record(0x00BD, little(0, 2) + little(255, 2) + two + two + little(256, 2))),
              "IV1 number 3\nBIL-325 Feuil1 [IW1]\n");
}

TEST(XlsValues, BlankCellsAreNone)
{
    EXPECT_EQ(read_records(record(0x0201, at(0, 0)) +
                           record(0x00BE, little(1, 2) + little(0, 2) + little(15, 2) + little(15, 2) + little(1, 2))),
              "");
}

TEST(XlsValues, FactsOfTheBook)
{
    Book book;
    BiffBuilder builder(number(0, 0, 1));
    builder.globals = record(0x0022, little(1, 2));
    const std::string bytes = builder.file();
    xls_reader().read(source_of(bytes), {}, book);
    EXPECT_EQ(book.format, "xls");
    EXPECT_THAT(book.facts, testing::ElementsAre(testing::Pair("date_system", "1904")));
    EXPECT_TRUE(book.sheets.at(0).facts.date_1904);
}

} // namespace
} // namespace bilan::test
