// SPDX-License-Identifier: MPL-2.0
//
// Where cells stand: repeated rows and columns, spans, what is hidden, what is no sheet.
#include "ods_builder.hpp"

namespace bilan::ods {
namespace {

std::string row(const std::string& cells, const std::string& attributes = "")
{
    return "<table:table-row " + attributes + ">" + cells + "</table:table-row>";
}

const std::string empty_to_the_end = "<table:table-cell table:number-columns-repeated='16384'/>";

TEST(Places, RepeatedValuesAreThereAndEmptinessIsNot)
{
    Book book;
    const OdsBuilder document{table(row("<table:table-cell table:number-columns-repeated='2'/>" +
                                        number("1", "table:number-columns-repeated='3'") + empty_to_the_end) +
                                    row(empty_to_the_end, "table:number-rows-repeated='2'") +
                                    row(number("2") + "<table:table-cell/>" + cell("office:value-type='string'", "x"),
                                        "table:number-rows-repeated='2'") +
                                    row(empty_to_the_end, "table:number-rows-repeated='1048571'"))};
    EXPECT_EQ(document_text(document),
              "sheet Feuille1\nC1 number 1\nD1 number 1\nE1 number 1\nA4 number 2\nC4 text \"x\"\n"
              "A5 number 2\nC5 text \"x\"\n");
    OdsReader().read(source_of(document.package()), {}, book);
    EXPECT_EQ(book.sheets.front().rows(), 5U) << "the used range";
    EXPECT_EQ(book.sheets.front().columns(), 5U);
}

TEST(Places, OddCountsAreOne)
{
    EXPECT_EQ(rows_text(row(
                  number("1", "table:number-columns-repeated='0'") + number("2", "table:number-columns-repeated='x'") +
                  number("3", "table:number-columns-repeated=''") + number("4", "table:number-columns-repeated='-5'"))),
              "A1 number 1\nB1 number 2\nC1 number 3\nD1 number 4\n");
}

TEST(Places, RepeatedValuesPastALimitAreRefused)
{
    const std::string wide = number("1", "table:number-columns-repeated='16384'");
    EXPECT_EQ(rows_text(row(wide, "table:number-rows-repeated='1048576'")),
              "refused BIL-310 cells 50000000 Feuille1\n");
    EXPECT_EQ(rows_text(row(number("1", "table:number-columns-repeated='16385'"))),
              "refused BIL-310 columns 16384 Feuille1\n");
    EXPECT_EQ(rows_text(row(number("1", "table:number-columns-repeated='99999999999999999999'"))),
              "refused BIL-310 columns 16384 Feuille1\n");
    EXPECT_EQ(rows_text(row(empty_to_the_end + number("1"))), "refused BIL-310 columns 16384 Feuille1\n");
    EXPECT_EQ(rows_text(row(number("1"), "table:number-rows-repeated='1048577'")),
              "refused BIL-310 rows 1048576 Feuille1\n");
    EXPECT_EQ(rows_text(row("<table:table-cell/>", "table:number-rows-repeated='1048576'") + row(number("1"))),
              "refused BIL-310 rows 1048576 Feuille1\n");
}

TEST(Places, EmptyRowsPastTheEndOfASheetAreNothing)
{
    std::string rows = row(number("1"));
    for (int i = 0; i < 3; ++i) rows += row(empty_to_the_end, "table:number-rows-repeated='4294967295'");
    EXPECT_EQ(rows_text(rows), "A1 number 1\n");
}

TEST(Places, SpansAreMergesAndCoveredCellsKeepTheirPlace)
{
    EXPECT_EQ(rows_text(row(cell("office:value-type='string' table:number-columns-spanned='2' "
                                 "table:number-rows-spanned='2'",
                                 "grand") +
                            "<table:covered-table-cell/>" + number("1")) +
                        row("<table:covered-table-cell table:number-columns-repeated='2'/>" + number("2")) +
                        row("<table:table-cell table:number-columns-spanned='3' table:number-rows-spanned='1'/>"
                            "<table:covered-table-cell office:value-type='float' office:value='9'><text:p>9</text:p>"
                            "</table:covered-table-cell>")),
              "merge A1:B2\nmerge A3:C3\nA1 text \"grand\"\nC1 number 1\nC2 number 2\nB3 number 9\n"
              "BIL-372 Feuille1 B3\n");
}

TEST(Places, MergesOfRepeatedRowsStayWithinWhatIsUsed)
{
    const std::string merged = "<table:table-cell table:number-columns-spanned='2'/><table:covered-table-cell/>";
    EXPECT_EQ(rows_text(row(cell("office:value-type='string' table:number-columns-spanned='2'", "x") +
                                "<table:covered-table-cell/>",
                            "table:number-rows-repeated='2'") +
                        row(merged, "table:number-rows-repeated='2'") + row(number("1")) +
                        row(merged, "table:number-rows-repeated='1000000'")),
              "merge A1:B1\nmerge A2:B2\nmerge A3:B3\nmerge A4:B4\nA1 text \"x\"\nA2 text \"x\"\nA5 number 1\n");
}

TEST(Places, OverlappingSpansAreSaid)
{
    EXPECT_EQ(rows_text(row(number("1", "table:number-rows-spanned='2'") + number("2")) +
                        row(number("3", "table:number-columns-spanned='2'"))),
              "merge A1:A2\nmerge A2:B2\nA1 number 1\nB1 number 2\nA2 number 3\nBIL-333 Feuille1 A2 [A2:B2] [A1:A2]\n");
}

TEST(Places, HiddenAndFilteredRowsAndColumns)
{
    EXPECT_EQ(
        rows_text("<table:table-column table:number-columns-repeated='2'/>"
                  "<table:table-column table:visibility='collapse' table:number-columns-repeated='2'/>"
                  "<table:table-column-group table:display='false'><table:table-column/></table:table-column-group>"
                  "<table:table-header-columns><table:table-column/></table:table-header-columns>"
                  "<table:table-header-rows>" +
                  row(number("1")) + "</table:table-header-rows>" +
                  row(number("2"), "table:visibility='filter' table:number-rows-repeated='2'") +
                  row(number("3"), "table:visibility='collapse'") + row(number("4")) +
                  "<table:table-row-group table:display='false'>" + row(number("5")) + "<table:table-row-group>" +
                  row(number("6")) + "</table:table-row-group>" + "</table:table-row-group><table:table-rows>" +
                  row(number("7"), "table:visibility='visible'") + "</table:table-rows>"),
        "hidden rows 2-4\nhidden rows 6-7\nhidden columns C-E\nA1 number 1\nA2 number 2\nA3 number 2\n"
        "A4 number 3\nA5 number 4\nA6 number 5\nA7 number 6\nA8 number 7\n");
}

TEST(Places, RowsAndColumnsOfNoSizeAreHidden)
{
    const std::string automatic =
        "<style:style style:name='r0' style:family='table-row'><style:table-row-properties style:row-height='0cm'/>"
        "</style:style><style:style style:name='r1' style:family='table-row'><style:table-row-properties "
        "style:row-height='0.45cm'/></style:style><style:style style:name='c0' style:family='table-column'>"
        "<style:table-column-properties style:column-width='0.000in'/></style:style>";
    EXPECT_EQ(
        document_text({table("<table:table-column/><table:table-column table:style-name='c0'/>" +
                             row(number("1"), "table:style-name='r1'") + row(number("2"), "table:style-name='r0'")),
                       automatic}),
        "sheet Feuille1\nhidden rows 2-2\nhidden columns B-B\nA1 number 1\nA2 number 2\n");
}

TEST(Places, TablesOfOneNameAreToldApart)
{
    EXPECT_EQ(document_text({table(row(number("1")), "table:name='A'") + table(row(number("2")), "table:name='A'")}),
              "sheet A\nA1 number 1\nsheet A (2)\nA1 number 2\nBIL-137 A (2) [A] [A (2)]\n");
}

TEST(Places, HiddenRowsPastTheEndAreCut)
{
    EXPECT_EQ(rows_text("<table:table-column table:visibility='collapse' table:number-columns-repeated='99999'/>" +
                        row("<table:table-cell/>", "table:visibility='collapse' table:number-rows-repeated='9999999'")),
              "hidden rows 1-1048576\nhidden columns A-XFD\n");
}

TEST(Places, SeveralTablesHiddenOnesAndCopiesOfOtherFiles)
{
    const std::string automatic = "<style:style style:name='ta2' style:family='table'><style:table-properties "
                                  "table:display='false'/></style:style>";
    const std::string one = row(number("1"));
    EXPECT_EQ(
        document_text(
            {table(one, "table:name='Une &amp; deux'") + table(one, "table:name='Cachée' table:style-name='ta2'") +
                 table(one, "table:name=\"'file:///tmp/autre.ods'#$Feuille1\"") + "<table:dde-links><table:dde-link>" +
                 table(one) + "</table:dde-link></table:dde-links><table:tracked-changes><table:deletion>" + one +
                 "</table:deletion></table:tracked-changes>" + table("", "table:name='Vide'"),
             automatic}),
        "sheet Une & deux\nA1 number 1\nsheet Cachée hidden\nA1 number 1\nsheet Vide\n"
        "BIL-371 'file:///tmp/autre.ods'#$Feuille1 ['file:///tmp/autre.ods'#$Feuille1]\n");
}

TEST(Places, ShapesFormsAndTheLikeBetweenRows)
{
    EXPECT_EQ(rows_text("<table:title>t</table:title><table:shapes><draw:frame><table:table><table:table-row>" +
                        number("9") + "</table:table-row></table:table></draw:frame></table:shapes>" +
                        row(number("1")) + "<text:soft-page-break/><office:forms/>" + row(number("2")) +
                        "<table:named-expressions><table:named-range/></table:named-expressions>"),
              "A1 number 1\nA2 number 2\n");
}

TEST(Places, OtherPrefixesAndADefaultNamespace)
{
    const std::string standard = "urn:oasis:names:tc:opendocument:xmlns:";
    const std::string content =
        "<o:document-content xmlns:o='" + standard + "office:1.0' xmlns='" + standard + "table:1.0' xmlns:p='" +
        standard + "text:1.0'><o:body><o:spreadsheet><table xmlns:t='" + standard +
        "table:1.0' t:name='F'><table-row><table-cell "
        "o:value-type='float' o:value='3'><p:p>3</p:p></table-cell></table-row></table></o:spreadsheet></o:body>"
        "</o:document-content>";
    EXPECT_EQ(read_text(OdsBuilder{"", "", "", {{"content.xml", content}}}.package()), "sheet F\nA1 number 3\n");
    const std::string rebound = table(row(number("1")) + "<table:table-row xmlns:office='urn:autre'>" + number("2") +
                                      "</table:table-row>" + row(number("3")));
    EXPECT_EQ(document_text({rebound}), "sheet Feuille1\nA1 number 1\nA2 text \"2\"\nA3 number 3\n");
}

} // namespace
} // namespace bilan::ods
