// SPDX-License-Identifier: MPL-2.0
//
// Where rows and cells stand, what is merged and what is hidden.
#include "spreadsheetml_under_test.hpp"

namespace bilan::test {
namespace {

TEST(SpreadsheetmlPlaces, IndicesMoveRowsAndCells)
{
    EXPECT_EQ(read_table(row(cell("Number", "1")) + "<Row ss:Index=\"4\">" + cell("Number", "2", "ss:Index=\"3\"") +
                         cell("Number", "3") + "</Row>" + row("<Cell/>" + cell("Number", "4"))),
              "A1 number 1\nC4 number 2\nD4 number 3\nB5 number 4\n");
}

TEST(SpreadsheetmlPlaces, AttributesWithoutPrefixCountToo)
{
    EXPECT_EQ(read_file(workbook("<Worksheet Name=\"A\"><Table><Row Index=\"2\"><Cell Index=\"2\">"
                                 "<Data Type=\"Number\">1</Data></Cell></Row></Table></Worksheet>")),
              "sheet A\nB2 number 1\n");
}

TEST(SpreadsheetmlPlaces, MergesPushTheNextCellOn)
{
    EXPECT_EQ(read_table(row(cell("String", "a", "ss:MergeAcross=\"2\" ss:MergeDown=\"1\"") + cell("String", "b")) +
                         "<Row>" + cell("String", "c", "ss:Index=\"4\"") + cell("String", "d", "ss:Index=\"2\"") +
                         "</Row>"),
              "merge A1:C2\nA1 text \"a\"\nD1 text \"b\"\nB2 text \"d\"\nD2 text \"c\"\nBIL-372 Feuil1 B2\n");
}

TEST(SpreadsheetmlPlaces, RowsAndColumnsOfNoSizeAreHiddenAndSheetsOfOneNameToldApart)
{
    EXPECT_EQ(read_file(workbook(sheet("<Column ss:Width=\"0\"/><Column ss:Width=\"20\"/><Row ss:Height=\"0\">" +
                                       cell("Number", "1") + "</Row>") +
                                 sheet(row(cell("Number", "2"))))),
              "sheet Feuil1\nhidden rows 1-1\nhidden columns A-A\nA1 number 1\nsheet Feuil1 (2)\nA1 number 2\n"
              "BIL-137 Feuil1 (2) [Feuil1] [Feuil1 (2)]\n");
}

TEST(SpreadsheetmlPlaces, HiddenRowsColumnsAndSheets)
{
    EXPECT_EQ(read_file(workbook(
                  sheet("<Column/><Column ss:Hidden=\"1\" ss:Span=\"1\"/><Column ss:Index=\"6\" ss:Hidden=\"1\"/>"
                        "<Row ss:Hidden=\"1\" ss:Span=\"2\"/>" +
                            row(cell("Number", "1")) + "<Row ss:Hidden=\"1\">" + cell("Number", "2") + "</Row>",
                        "<WorksheetOptions xmlns=\"urn:schemas-microsoft-com:office:excel\"><Visible>SheetHidden"
                        "</Visible></WorksheetOptions>") +
                  "<Worksheet ss:Name=\"Autre\"><x:WorksheetOptions><x:Visible>SheetVeryHidden</x:Visible>"
                  "</x:WorksheetOptions></Worksheet>")),
              "sheet Feuil1 hidden\nhidden rows 1-3\nhidden rows 5-5\nhidden columns B-C\nhidden columns F-F\n"
              "A4 number 1\nA5 number 2\nsheet Autre very hidden\n");
}

TEST(SpreadsheetmlPlaces, TwoValuesAtOnePlaceAreSaid)
{
    EXPECT_EQ(read_table(row(cell("Number", "1") + cell("Number", "2", "ss:Index=\"1\""))),
              "A1 number 2\nBIL-331 Feuil1 A1\n");
}

TEST(SpreadsheetmlPlaces, PlacesThatNoSheetHas)
{
    EXPECT_EQ(read_table(row(cell("Number", "1", "ss:Index=\"16385\"") + cell("Number", "2", "ss:Index=\"0\"") +
                             cell("Number", "3")) +
                         "<Row ss:Index=\"x\">" + cell("Number", "4") + "</Row>" + row(cell("Number", "5"))),
              "A1 number 3\nA2 number 5\nBIL-325 Feuil1 [16385]\nBIL-325 Feuil1 [0]\nBIL-325 Feuil1 [x]\n");
}

} // namespace
} // namespace bilan::test
