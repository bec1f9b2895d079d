// SPDX-License-Identifier: MPL-2.0
//
// Which tables become sheets, what they are called, and where their cells stand.
#include "html_under_test.hpp"

namespace bilan::test {
namespace {

const std::string one = "<table><tr><td>un</td></tr></table>";

TEST(HtmlTables, RowsAndCells)
{
    EXPECT_EQ(read_rows("<tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr>"),
              "A1 text \"A\"\nB1 text \"B\"\nA2 text \"1\"\nB2 text \"2\"\n");
    EXPECT_EQ(read_rows("<thead><tr><td>a</thead><tbody><tr><td>b<td>c<tr><td>d</tbody>"),
              "A1 text \"a\"\nA2 text \"b\"\nB2 text \"c\"\nA3 text \"d\"\n")
        << "closing tags may be left out";
    EXPECT_EQ(read_page("<tr><td>seul</td></tr>"), "sheet Tableau 1\nA1 text \"seul\"\n") << "a piece of a page";
    EXPECT_EQ(read_rows("<td>sans</td><td>ligne</td>"), "A1 text \"sans\"\nB1 text \"ligne\"\n");
}

TEST(HtmlTables, EmptyRowsAndCellsKeepTheirPlaces)
{
    EXPECT_EQ(read_rows("<tr><td></td><td>b</td></tr><tr></tr><tr><td>&nbsp;</td><td> \n </td><td>c</td></tr>"),
              "B1 text \"b\"\nC3 text \"c\"\n");
}

TEST(HtmlTables, SpansAreMergesAndMoveTheCellsBeside)
{
    EXPECT_EQ(read_rows("<tr><td colspan=2>a</td><td rowspan='2'>b</td></tr><tr><td>c</td><td>d</td><td>e</td></tr>"
                        "<tr><td>f</td></tr>"),
              "merge A1:B1\nmerge C1:C2\nA1 text \"a\"\nC1 text \"b\"\nA2 text \"c\"\nB2 text \"d\"\nD2 text \"e\"\n"
              "A3 text \"f\"\n");
    EXPECT_EQ(read_rows("<tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr>"),
              "merge A1:B2\nA1 text \"a\"\nC1 text \"b\"\nC2 text \"c\"\n");
}

TEST(HtmlTables, SpansEndWithTheTable)
{
    EXPECT_EQ(read_rows("<tr><td rowspan=99>a</td><td>b</td></tr><tr><td>c</td></tr>"),
              "merge A1:A2\nA1 text \"a\"\nB1 text \"b\"\nB2 text \"c\"\n");
    EXPECT_EQ(read_rows("<tr><td rowspan=0>a</td><td>b</td></tr><tr><td>c</td></tr>"),
              "merge A1:A2\nA1 text \"a\"\nB1 text \"b\"\nB2 text \"c\"\n");
    EXPECT_EQ(read_rows("<tr><td rowspan=9>a</td><td colspan=1>b</td></tr>"), "A1 text \"a\"\nB1 text \"b\"\n");
    EXPECT_EQ(read_rows("<tr><td colspan=99999999999>a</td></tr>"), "merge A1:ALL1\nA1 text \"a\"\n");
    EXPECT_EQ(read_rows("<tr><td colspan=x>a</td><td>b</td></tr>"),
              "A1 text \"a\"\nB1 text \"b\"\nBIL-332 Tableau 1 A1 [x]\n");
}

TEST(HtmlTables, SpansThatCrossAreSaid)
{
    EXPECT_EQ(read_rows("<tr><td>a</td><td rowspan=2>b</td></tr><tr><td colspan=2>c</td></tr>"),
              "merge B1:B2\nmerge A2:B2\nA1 text \"a\"\nB1 text \"b\"\nA2 text \"c\"\n"
              "BIL-333 Tableau 1 A2 [A2:B2] [B1:B2]\n");
}

TEST(HtmlTables, EachTableIsASheet)
{
    EXPECT_EQ(read_page(one + "<p>texte</p><table><tr><td>deux</td></tr></table><table><tr><td></td></tr></table>"),
              "sheet Tableau 1\nA1 text \"un\"\nsheet Tableau 2\nA1 text \"deux\"\n");
}

TEST(HtmlTables, ATableWithinACellIsASheetOfItsOwn)
{
    EXPECT_EQ(read_page("<table><tr><td>avant " + one + " apr&egrave;s</td><td>b</td></tr></table>"),
              "sheet Tableau 1\nA1 text \"avant après\"\nB1 text \"b\"\nsheet Tableau 2\nA1 text \"un\"\n"
              "BIL-359 Tableau 1 A1\n");
    EXPECT_EQ(read_page("<table><tr><td>" + one + "</td></tr></table>"), "sheet Tableau 1\nA1 text \"un\"\n")
        << "a table that only arranges the page";
}

TEST(HtmlTables, NamesFromCaptionsHeadingsAndTitles)
{
    EXPECT_EQ(read_page("<title>Le\n titre</title>" + one), "sheet Le titre\nA1 text \"un\"\n");
    EXPECT_EQ(read_page("<title>T</title><h2>QPV <i>Nord</i></h2>" + one + one),
              "sheet QPV Nord\nA1 text \"un\"\nsheet Tableau 2\nA1 text \"un\"\n");
    EXPECT_EQ(read_page("<h1>H</h1><table><caption>Bilan <b>2025</b></caption><tr><td>un</td></tr></table>"),
              "sheet Bilan 2025\nA1 text \"un\"\n");
    EXPECT_EQ(read_page("<h1>H</h1>" + one + "<h1>H</h1>" + one),
              "sheet H\nA1 text \"un\"\nsheet H (2)\nA1 text \"un\"\n");
    EXPECT_EQ(read_page("<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet>"
                        "<x:Name>Feuil1</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml>"
                        "<![endif]--><title>T</title>" +
                        one),
              "sheet Feuil1\nA1 text \"un\"\n");
}

TEST(HtmlTables, HiddenRowsColumnsAndTables)
{
    EXPECT_EQ(
        read_rows("<tr style='height:0; DISPLAY : None'><td>a</td></tr><tr hidden><td>b</td></tr><tr><td>c</td></tr>"
                  "<tr style='display:none'><td></td></tr>"),
        "hidden rows 1-2\nA1 text \"a\"\nA2 text \"b\"\nA3 text \"c\"\n");
    EXPECT_EQ(read_rows("<col><col span=2 style='display:none'><tr><td>a</td><td>b</td><td>c</td><td>d</td></tr>"),
              "hidden columns B-C\nA1 text \"a\"\nB1 text \"b\"\nC1 text \"c\"\nD1 text \"d\"\n");
    EXPECT_EQ(
        read_rows("<tr><td style='display:none'>id</td><td>a</td></tr><tr><td style='display:none'>1</td><td>b</td>"
                  "</tr>"),
        "hidden columns A-A\nA1 text \"id\"\nB1 text \"a\"\nA2 text \"1\"\nB2 text \"b\"\n");
    EXPECT_EQ(read_page("<div style='display:none'>" + one + "</div>"), "sheet Tableau 1 hidden\nA1 text \"un\"\n");
    EXPECT_EQ(read_page("<style>.x {display:none}</style><table class=x><tr><td>a</td></tr></table>"),
              "sheet Tableau 1 hidden\nA1 text \"a\"\n");
}

TEST(HtmlTables, APageWithoutATableIsRefused)
{
    EXPECT_EQ(read_page("<html><body><p>Bonjour</p></body></html>"), "refused BIL-356\n");
    EXPECT_EQ(read_page("<table><tr><td> </td></tr></table>"), "refused BIL-356\n");
    EXPECT_EQ(read_page(""), "refused BIL-356\n");
}

TEST(HtmlTables, TheFootIsShownBelowAndTheHeadAbove)
{
    EXPECT_EQ(read_page("<table><tfoot><tr><td>Total</td><td colspan=0>3</td></tr></tfoot><tbody>"
                        "<tr><td rowspan=2>a</td><td>1</td></tr><tr hidden><td>2</td></tr></tbody>"
                        "<thead><tr><td>Nom</td><td>Nombre</td></tr></thead></table>"),
              "sheet Tableau 1\nmerge A2:A3\nhidden rows 3-3\nA1 text \"Nom\"\nB1 text \"Nombre\"\nA2 text \"a\"\nB2 "
              "text \"1\"\nB3 text \"2\"\n"
              "A4 text \"Total\"\nB4 text \"3\"\n");
    EXPECT_EQ(read_page("<table><thead><tr><td>1</td></tr></thead><tbody><tr><td>2</td></tr></tbody>"
                        "<tfoot><tr><td>3</td></tr></tfoot><tbody><tr><td>4</td></tr></tbody></table>"),
              "sheet Tableau 1\nA1 text \"1\"\nA2 text \"2\"\nA3 text \"4\"\nA4 text \"3\"\n");
}

TEST(HtmlTables, FieldsOfFormsAreSaid)
{
    EXPECT_EQ(read_page("<table><tr><td>a<input type=hidden value=1></td><td><input value=120></td>"
                        "<td><input value=7></td><td><select><option>x</select></td></tr></table>"),
              "sheet Tableau 1\nA1 text \"a\"\nBIL-135 Tableau 1 B1 [input]\nBIL-135 Tableau 1 D1 [select]\n");
}

} // namespace
} // namespace bilan::test
