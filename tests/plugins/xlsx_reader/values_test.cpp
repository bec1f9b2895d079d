// SPDX-License-Identifier: MPL-2.0
#include "workbook_builder.hpp"

#include "support/plugin_under_test.hpp"

#include <thread>

namespace bilan::xlsx {
namespace {

TEST(Values, OfEveryCellType)
{
    EXPECT_EQ(rows_text("<row r='1'><c r='A1'><v>12.5</v></c><c r='B1' t='n'><v>-3</v></c><c r='C1' t='s'><v>1</v></c>"
                        "<c r='D1' t='b'><v>1</v></c><c r='E1' t='e'><v>#DIV/0!</v></c><c r='F1' t='str'><v>x</v></c>"
                        "<c r='G1' t='inlineStr'><is><t>y</t></is></c><c r='H1' t='d'><v>2024-12-31</v></c></row>"),
              "A1 number 12.5\nB1 number -3\nC1 text \"deux\"\nD1 bool true\nE1 error #DIV/0!\nF1 text \"x\"\n"
              "G1 text \"y\"\nH1 date 45657 date\n");
}

TEST(Values, NumbersKeepEveryBit)
{
    EXPECT_EQ(rows_text("<row r='1'><c r='A1'><v>0.10000000000000001</v></c><c r='B1'><v>1E-300</v></c>"
                        "<c r='C1'><v>123456789012345680</v></c><c r='D1'><v> 7 </v></c><c r='E1'><v>4.9E-324</v></c>"
                        "<c r='F1'><v>89087.990000000005</v></c></row>"),
              "A1 number 0.1\nB1 number 1e-300\nC1 number 123456789012345680\nD1 number 7\nE1 number 5e-324\n"
              "F1 number 89087.99\n");
}

TEST(Values, FormatClassesAndStruckFonts)
{
    EXPECT_EQ(rows_text("<row r='1'><c r='A1' s='1'><v>45657</v></c><c r='B1' s='2'><v>45657.5</v></c>"
                        "<c r='C1' s='3'><v>0.5</v></c><c r='D1' s='4'><v>1.5</v></c><c r='E1' s='5'><v>0.12</v></c>"
                        "<c r='F1' s='6'><v>10</v></c><c r='G1' s='7'><v>10</v></c><c r='H1' s='8'><v>10</v></c>"
                        "<c r='I1' s='8' t='s'><v>0</v></c><c r='J1' s='9'><v>1</v></c></row>"),
              "A1 date 45657 date\nB1 date 45657.5 datetime\nC1 date 0.5 time\nD1 number 1.5 duration\n"
              "E1 number 0.12 percent\nF1 number 10 currency\nG1 number 10 number\nH1 number 10 struck\n"
              "I1 text \"un\" struck\nJ1 date 2 date struck\n");
}

TEST(Values, FormulasWithAndWithoutStoredValue)
{
    EXPECT_EQ(
        rows_text("<row r='1'><c r='A1'><f>1+1</f><v>2</v></c><c r='B1'><f>1+1</f></c><c r='C1'><f/><v/></c>"
                  "<c r='D1' t='str'><f>\"a\"&amp;\"b\"</f><v>ab</v></c><c r='E1' t='str'><f>T(\"\")</f><v></v></c>"
                  "<c r='F1'><f t='shared' ref='F1:F9' si='0'>A1</f><v>2</v></c>"
                  "<c r='G1' t='e'><f t='array' ref='G1'>A1/0</f><v>#DIV/0!</v></c>"
                  "<c r='H1' t='n'><f aca='false'>A2</f><v>3</v></c></row>"),
        "A1 number 2 formula\nB1 empty formula\nC1 empty formula\nD1 text \"ab\" formula\nE1 text \"\" formula\n"
        "F1 number 2 formula\nG1 error #DIV/0! formula\nH1 number 3 formula\n");
}

TEST(Values, SharedStringsOfEveryShape)
{
    WorkbookBuilder book(
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='s'><v>1</v></c><c r='C1' t='s'><v>2</v></c>"
        "<c r='D1' t='s'><v>3</v></c><c r='E1' t='s'><v>4</v></c><c r='F1' t='s'><v>5</v></c>"
        "<c r='G1' t='s'><v>6</v></c><c r='H1' t='s'><v>7</v></c></row>");
    book.parts["xl/sharedStrings.xml"] = WorkbookBuilder::strings(
        "<si><r><rPr><b/></rPr><t>gras</t></r><r><t xml:space='preserve'> puis</t></r><r><t> </t></r><r><t>fin</t></r>"
        "<rPh sb='0' eb='1'><t>ゲン</t></rPh><phoneticPr fontId='1'/></si><si><t>  gardé aussi\n</t></si>"
        "<si><t xml:space=\"preserve\"> gardé </t></si><si><t>a_x000D_&#10;b &lt;&amp;&gt; &#xE9;</t></si>"
        "<si><t><![CDATA[<section>]]></t></si><si/><si><t></t></si><!-- rien --><si><t>fin</t></si>");
    EXPECT_EQ(read_text(book.bytes()),
              "sheet Feuil1\nA1 text \"gras puis fin\"\nB1 text \"  gardé aussi\n\"\nC1 text \" gardé \"\n"
              "D1 text \"a\r\nb <&> é\"\nE1 text \"<section>\"\nF1 text \"\"\nG1 text \"\"\nH1 text \"fin\"\n");
}

TEST(Values, DateSystem1904IsMadeOne)
{
    WorkbookBuilder book("<row r='1'><c r='A1' s='1'><v>0</v></c><c r='B1' s='1'><v>44195</v></c>"
                         "<c r='C1' s='3'><v>0.25</v></c><c r='D1'><v>44195</v></c></row>");
    for (const char* written : {"1", " true "}) { // white space around a boolean means nothing
        book.parts["xl/workbook.xml"] = WorkbookBuilder::workbook(
            "<workbookPr date1904='" + std::string(written) + "'/>", "<sheet name='Feuil1' sheetId='1' r:id='rId1'/>");
        EXPECT_EQ(read_text(book.bytes()),
                  "sheet Feuil1\nA1 date 1462 date\nB1 date 45657 date\nC1 date 0.25 time\nD1 number 44195\n");
    }
}

TEST(Values, DatesOutsideTheCalendarAreSaid)
{
    EXPECT_EQ(
        rows_text("<row r='1'><c r='A1' s='1'><v>60</v></c><c r='B1' s='1'><v>0</v></c><c r='C1' s='1'><v>-1</v></c>"
                  "<c r='D1' s='2'><v>2958466</v></c><c r='E1' s='1'><v>59.5</v></c></row>"),
        "A1 date 60 date\nB1 number 0 date\nC1 number -1 date\nD1 number 2958466 datetime\nE1 date 60.5 date\n"
        "BIL-330 Feuil1 A1\nBIL-329 Feuil1 B1 [0]\nBIL-329 Feuil1 C1 [-1]\nBIL-329 Feuil1 D1 [2958466]\n");
}

TEST(Values, DamagedCellsAreSaidAndNeverBlank)
{
    EXPECT_EQ(
        rows_text("<row r='1'><c r='A1' t='s'><v>3</v></c><c r='B1' t='s'><v>-1</v></c><c r='C1' s='99'><v>5</v></c>"
                  "<c r='D1'><v>douze</v></c><c r='E1' t='b'><v>oui</v></c><c r='F1' t='d'><v>31/12/2024</v></c>"
                  "<c r='G1' t='e'><v>#BUG!</v></c><c r='H1' t='zz'><v>q</v></c><c r='I1' s='-1'><v>1</v></c></row>"),
        "A1 error #ERROR!\nB1 error #ERROR!\nC1 number 5\nD1 text \"douze\"\nE1 text \"oui\"\n"
        "F1 text \"31/12/2024\"\nG1 error #ERROR!\nH1 text \"q\"\nI1 number 1\n"
        "BIL-326 Feuil1 A1 [3]\nBIL-326 Feuil1 B1 [-1]\nBIL-327 Feuil1 C1 [99]\nBIL-328 Feuil1 D1 [douze]\n"
        "BIL-335 Feuil1 E1 [oui]\nBIL-336 Feuil1 F1 [31/12/2024]\nBIL-337 Feuil1 G1 [#BUG!]\n"
        "BIL-334 Feuil1 H1 [zz]\nBIL-327 Feuil1 I1 [4294967295]\n");
}

TEST(Values, ErrorsOfExcel365KeepTheirNames)
{
    EXPECT_EQ(rows_text("<row r='1'><c r='A1' t='e'><v>#SPILL!</v></c><c r='B1' t='e'><v>#CALC!</v></c>"
                        "<c r='C1' t='e'><v>#FIELD!</v></c><c r='D1' t='e' vm='1'><v>#VALUE!</v></c></row>"),
              "A1 error #SPILL!\nB1 error #CALC!\nC1 error #FIELD!\nD1 error #VALUE!\n");
}

TEST(Values, PlacesWithoutReferenceOutOfOrderTwiceAndOutside)
{
    EXPECT_EQ(rows_text("<row><c><v>1</v></c><c><v>2</v></c></row><row><c r='C2'><v>3</v></c><c><v>4</v></c></row>"),
              "A1 number 1\nB1 number 2\nC2 number 3\nD2 number 4\n");
    EXPECT_EQ(
        rows_text(
            "<row r='5'><c r='A5'><v>5</v></c></row><row r='2'><c r='B2'><v>2</v></c><c r='A2'><v>1</v></c></row>"),
        "A2 number 1\nB2 number 2\nA5 number 5\n");
    EXPECT_EQ(rows_text("<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='A1'><v>3</v></c></row>"),
              "A1 number 3\nB1 number 2\nBIL-331 Feuil1 A1\n");
    EXPECT_EQ(rows_text("<row r='1'><c r='A1'><v>1</v></c><c r='A1'/></row>"), "A1 number 1\n");
    EXPECT_EQ(rows_text("<row r='1'><c r='XFE1'><v>1</v></c><c r='A0'><v>2</v></c><c r='B1'><v>3</v></c></row>"
                        "<row r='1048577'><c r='A1048577'><v>4</v></c></row>"),
              "B1 number 3\nBIL-325 Feuil1 [XFE1]\nBIL-325 Feuil1 [A0]\nBIL-325 Feuil1 [1048577]\n"
              "BIL-325 Feuil1 [A1048577]\n");
}

TEST(Values, MergesHiddenRowsAndColumns)
{
    WorkbookBuilder book;
    book.parts["xl/worksheets/sheet1.xml"] = WorkbookBuilder::sheet(
        "<row r='2' hidden='1'/><row r='3' hidden='true'><c r='A3'><v>1</v></c></row><row r='5' hidden='1'/>",
        "<dimension ref='A1:XFD1048576'/><cols><col min='2' max='3' hidden='1'/><col min='4' max='4'/>"
        "<col min='16384' max='99999' hidden='1'/></cols>",
        "<mergeCells count='4'><mergeCell ref='A1:C3'/><mergeCell ref='C3:D4'/><mergeCell ref='Z9'/>"
        "<mergeCell ref='A0:B2'/></mergeCells>");
    EXPECT_EQ(read_text(book.bytes()),
              "sheet Feuil1\nmerge A1:C3\nmerge C3:D4\nmerge Z9\nhidden rows 2-3\nhidden rows 5-5\nhidden columns B-C\n"
              "hidden columns XFD-XFD\nA3 number 1\nBIL-332 Feuil1 [A0:B2]\nBIL-333 Feuil1 C3 [C3:D4] [A1:C3]\nBIL-372 "
              "Feuil1 A3\n");
}

TEST(Values, RowsAndColumnsOfNoSizeAreHidden)
{
    WorkbookBuilder book;
    book.parts["xl/worksheets/sheet1.xml"] = WorkbookBuilder::sheet(
        "<row r='1' ht='0' customHeight='1'><c r='A1'><v>1</v></c></row><row r='2' ht='0.75'><c "
        "r='A2'><v>2</v></c></row>"
        "<x:row xmlns:x='" +
            std::string(main_space) + "' r='3' ht='0.0'><c r='A3'><v>3</v></c></x:row>",
        "<cols><col min='2' max='3' width='0' customWidth='1'/><col min='4' max='4' width='0.5'/></cols>");
    EXPECT_EQ(read_text(book.bytes()), "sheet Feuil1\nhidden rows 1-1\nhidden rows 3-3\nhidden columns B-C\n"
                                       "A1 number 1\nA2 number 2\nA3 number 3\n");
}

TEST(Values, SheetsOfOneNameAreToldApartAndOneWithoutAPlaceIsNamed)
{
    WorkbookBuilder book("<row r='1'><c r='A1'><v>1</v></c></row>");
    book.parts["xl/workbook.xml"] = WorkbookBuilder::workbook(
        "", "<sheet name='A' sheetId='1' r:id='rId1'/><sheet name='A' sheetId='2' r:id='rId1'/>");
    EXPECT_EQ(read_text(book.bytes()), "sheet A\nA1 number 1\nsheet A (2)\nA1 number 1\nBIL-137 A (2) [A] [A (2)]\n");
    book.parts["xl/workbook.xml"] = WorkbookBuilder::workbook("", "<sheet name='A' sheetId='1' r:id='rId9'/>");
    EXPECT_EQ(read_text(book.bytes()), "refused BIL-142 A\n");
}

TEST(Values, SheetsInOrderHiddenOnesAndThoseWithoutCells)
{
    WorkbookBuilder book("<row r='1'><c r='A1'><v>1</v></c></row>");
    book.parts["xl/workbook.xml"] = WorkbookBuilder::workbook(
        "",
        "<sheet name='Caché' sheetId='4' state='hidden' r:id='rId4'/><sheet name='Graphique' sheetId='5' r:id='rId5'/>"
        "<sheet name='L&apos;été &amp; fin' sheetId='1' state='veryHidden' r:id='rId1'/>"
        "<sheet name='Boîte' sheetId='6' r:id='rId6'/>");
    book.parts["xl/worksheets/feuille 2.xml"] = WorkbookBuilder::sheet("<row r='1'><c r='B1'><v>2</v></c></row>");
    book.parts["xl/_rels/workbook.xml.rels"] =
        WorkbookBuilder::relationships({{"rId4", "worksheet", "/xl/worksheets/feuille%202.xml"},
                                        {"rId1", "worksheet", "Worksheets/SHEET1.xml"},
                                        {"rId5", "chartsheet", "chartsheets/sheet1.xml"},
                                        {"rId6", "dialogsheet", "dialogsheets/sheet1.xml"}});
    EXPECT_EQ(read_text(book.bytes()), "sheet Caché hidden\nB1 number 2\nsheet L'été & fin very hidden\nA1 number 1\n"
                                       "BIL-322 Graphique [Graphique]\nBIL-323 Boîte [Boîte]\n");
}

TEST(Values, StrictNamespacesPrefixesAndUtf16)
{
    const std::string strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    WorkbookBuilder book;
    book.parts["xl/worksheets/sheet1.xml"] =
        "<worksheet xmlns='" + strict + "'><sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData></worksheet>";
    EXPECT_EQ(read_text(book.bytes()), "sheet Feuil1\nA1 number 1\n");
    const std::string prefixed = "<x:worksheet xmlns:x='" + std::string(main_space) +
                                 "'><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t>é</x:t></x:is></x:c>"
                                 "</x:row></x:sheetData></x:worksheet>";
    book.parts["xl/worksheets/sheet1.xml"] = prefixed;
    EXPECT_EQ(read_text(book.bytes()), "sheet Feuil1\nA1 text \"é\"\n");
    std::string wide = "\xFF\xFE";
    for (const char letter : std::string("<?xml version='1.0' encoding='UTF-16'?>") +
                                 WorkbookBuilder::sheet("<row r='1'><c r='A1'><v>7</v></c></row>").substr(38))
        wide += std::string(1, letter) + '\0';
    book.parts["xl/worksheets/sheet1.xml"] = wide;
    EXPECT_EQ(read_text(book.bytes()), "sheet Feuil1\nA1 number 7\n");
}

TEST(Values, WithoutStylesOrStrings)
{
    WorkbookBuilder book("<row r='1'><c r='A1' s='4'><v>1</v></c><c r='B1' t='s'><v>0</v></c></row>");
    book.parts.erase("xl/styles.xml");
    book.parts.erase("xl/sharedStrings.xml");
    EXPECT_EQ(read_text(book.bytes()), "sheet Feuil1\nA1 number 1\nB1 error #ERROR!\nBIL-326 Feuil1 B1 [0]\n");
}

TEST(Plugin, OffersOneReaderToManyThreads)
{
    test::PluginUnderTest plugin("xlsx_reader");
    EXPECT_STREQ(plugin.card->name, "xlsx-reader");
    ASSERT_EQ(plugin.readers.size(), 1U);
    const Reader& reader = *plugin.readers.front();
    EXPECT_EQ(reader.card().name, "xlsx");
    const std::string bytes = WorkbookBuilder("<row r='1'><c r='A1' t='s'><v>1</v></c></row>").bytes();
    std::vector<std::string> texts(4);
    std::vector<std::thread> threads;
    threads.reserve(texts.size());
    for (std::string& text : texts)
        threads.emplace_back([&] {
            Book book;
            reader.read(source_of(bytes), ReadLimits{}, book);
            text = book.format + " " + test::book_text(book);
        });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& text : texts) EXPECT_EQ(text, "xlsx sheet Feuil1\nA1 text \"deux\"\n");
}

TEST(Plugin, KnowsItsFilesByTheirBytes)
{
    const XlsxReader reader;
    const auto confidence = [&](std::string_view bytes) { return reader.recognises(source_of(bytes)); };
    const std::string bytes = WorkbookBuilder().bytes();
    EXPECT_EQ(confidence(bytes), 100);
    EXPECT_GT(confidence(std::string_view(bytes).substr(0, bytes.size() - 40)), 0) << "truncated, still its own";
    EXPECT_EQ(confidence(""), 0);
    EXPECT_EQ(confidence("nom;valeur\n"), 0);
    EXPECT_EQ(confidence("PK\x03\x04"), 0);
    EXPECT_EQ(confidence(test::ZipBuilder().add("mimetype", "application/vnd.oasis").add("content.xml", "").bytes()),
              0);
    EXPECT_EQ(
        confidence(test::ZipBuilder().add("[Content_Types].xml", "<Types/>").add("word/document.xml", "").bytes()), 0);
    EXPECT_EQ(confidence(test::ZipBuilder()
                             .add("[Content_Types].xml", "<Types>application/x-spreadsheetml.sheet</Types>")
                             .add("workbook.xml", "")
                             .bytes()),
              100);
}

} // namespace
} // namespace bilan::xlsx
