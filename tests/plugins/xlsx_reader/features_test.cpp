// SPDX-License-Identifier: MPL-2.0
//
// What Office Open XML allows and few files use, whole files made by hand: each reads as if it were ordinary.
#include "workbook_builder.hpp"

namespace bilan::xlsx {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to)
{
    for (std::size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

std::string in_utf16(std::string text, bool is_big)
{
    text = replaced(text, "encoding='UTF-8'", "encoding='UTF-16'");
    std::string wide = is_big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char letter : text) {
        wide += is_big ? '\0' : letter;
        wide += is_big ? letter : '\0';
    }
    return wide;
}

const std::string usual_row = "<row r='1'><c r='A1' s='1'><v>45657</v></c><c r='B1' t='s'><v>1</v></c></row>";
const std::string usual_text = "sheet Feuil1\nA1 date 45657 date\nB1 text \"deux\"\n";

TEST(Features, StrictInEveryPart)
{
    WorkbookBuilder book(usual_row);
    for (auto& [name, part] : book.parts) {
        part = replaced(part, std::string(main_space), "http://purl.oclc.org/ooxml/spreadsheetml/main");
        part = replaced(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships");
    }
    EXPECT_EQ(read_text(book.bytes()), usual_text);
}

TEST(Features, PrefixedWorkbook)
{
    WorkbookBuilder book(usual_row);
    const std::string space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    book.parts["xl/workbook.xml"] = "<x:workbook xmlns:x='" + std::string(main_space) + "' xmlns:lien='" + space +
                                    "'><x:sheets><x:sheet name='Feuil1' sheetId='1' lien:id='rId1'/></x:sheets>"
                                    "</x:workbook>";
    book.parts["xl/_rels/workbook.xml.rels"] =
        replaced(replaced(replaced(book.parts["xl/_rels/workbook.xml.rels"], "<R", "<p:R"), "</R", "</p:R"),
                 "xmlns=", "xmlns:p=");
    EXPECT_EQ(read_text(book.bytes()), usual_text);
}

/// A sheet with the namespaces that the wrappers need.
std::string sheet_with(const std::string& rows)
{
    return "<worksheet xmlns='" + std::string(main_space) +
           "' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
           " xmlns:x14='http://schemas.microsoft.com/office/spreadsheetml/2009/9/main' xmlns:z='urn:z'>" +
           rows + "</worksheet>";
}

TEST(Features, OfAlternativesTheOneThatExcelTakesIsRead)
{
    const auto alternatives = [](const std::string& requires_, const std::string& choice, const std::string& fallback) {
        return "<mc:AlternateContent><mc:Choice Requires='" + requires_ + "'>" + choice + "</mc:Choice><mc:Fallback>" +
               fallback + "</mc:Fallback></mc:AlternateContent>";
    };
    const auto read = [](const std::string& rows) {
        WorkbookBuilder book("");
        book.parts["xl/worksheets/sheet1.xml"] = sheet_with(rows);
        return read_text(book.bytes());
    };
    const std::string one = "<c r='A1'><v>1</v></c>";
    const std::string two = "<c r='A1'><v>2</v></c>";
    const std::string b1 = "<c r='B1'><v>7</v></c></row><row r='2'><c r='A2'><v>3</v></c></row>";
    const std::string rest = "B1 number 7\nA2 number 3\n";
    EXPECT_EQ(read("<sheetData><row r='1'>" + alternatives("z", one, two) + b1 + "</sheetData>"),
              "sheet Feuil1\nA1 number 2\n" + rest);
    EXPECT_EQ(read("<sheetData><row r='1'>" + alternatives("x14", one, two) + b1 + "</sheetData>"),
              "sheet Feuil1\nA1 number 1\n" + rest);
    EXPECT_EQ(read("<sheetData><row r='1'>" + alternatives("x14 z", one, two) + b1 + "</sheetData>"),
              "sheet Feuil1\nA1 number 2\n" + rest)
        << "all of the namespaces must be known";
    const std::string row_1 = "<row r='1'>" + one + "</row>";
    const std::string row_2 = "<row r='1'>" + two + "</row>";
    EXPECT_EQ(
        read("<sheetData>" + alternatives("z", row_1, row_2) + "<row r='2'><c r='A2'><v>3</v></c></row></sheetData>"),
        "sheet Feuil1\nA1 number 2\nA2 number 3\n");
    EXPECT_EQ(read(alternatives("x14", "<sheetData>" + row_1 + "</sheetData>", "<sheetData>" + row_2 + "</sheetData>")),
              "sheet Feuil1\nA1 number 1\n");
    EXPECT_EQ(
        read("<sheetData><row r='1'><c r='A1'>" + alternatives("z", "<v>1</v>", "<v>2</v>") + "</c></row></sheetData>"),
        "sheet Feuil1\nA1 number 2\n");
}

TEST(Features, PartsWhoseNamesAreEncodedInTheArchiveOrNot)
{
    for (const char* name : {"xl/worksheets/ma%20feuille.xml", "xl/worksheets/ma feuille.xml"}) {
        WorkbookBuilder book(usual_row);
        auto sheet = book.parts.extract("xl/worksheets/sheet1.xml");
        sheet.key() = name;
        book.parts.insert(std::move(sheet));
        std::string& links = book.parts["xl/_rels/workbook.xml.rels"];
        links = replaced(links, "sheet1.xml", "ma%20feuille.xml");
        EXPECT_EQ(read_text(book.bytes()), usual_text) << name;
    }
}

TEST(Features, PartsInUtf16OfBothOrders)
{
    for (const bool is_big : {false, true}) {
        WorkbookBuilder book(usual_row);
        for (const char* part : {"xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml",
                                 "xl/_rels/workbook.xml.rels"}) {
            WorkbookBuilder one(usual_row);
            // The one sign beyond ASCII of these parts stands in a format that the row does not use.
            const std::string plain = replaced(book.parts[part], "€", "e");
            one.parts[part] = in_utf16(plain, is_big);
            EXPECT_EQ(read_text(one.bytes()), usual_text) << part;
        }
    }
}

TEST(Features, EveryKindOfArchiveEntry)
{
    const WorkbookBuilder book(usual_row);
    for (const test::ZipOddity& odd : {test::ZipOddity{.stored = true}, test::ZipOddity{.descriptor = true},
                                       test::ZipOddity{.zip64 = true}, test::ZipOddity{.flags = 0x0800}}) {
        test::ZipBuilder builder;
        for (const auto& [name, data] : book.parts) builder.add(name, data, odd);
        EXPECT_EQ(read_text(builder.bytes()), usual_text);
        EXPECT_EQ(read_text(builder.bytes("un commentaire", true)), usual_text) << "with a zip64 directory";
    }
}

TEST(Features, CustomFormatsOfFrenchWorkbooks)
{
    const std::vector<std::pair<std::string, std::string>> formats = {
        {"dd/mm/yyyy;@", "date 45657.5 date"},
        {"jj/mm/aaaa", "date 45657.5 date"},
        {"[$-40C]dddd d mmmm yyyy", "date 45657.5 date"},
        {"&quot;Bilan au &quot;dd/mm/yy", "date 45657.5 date"},
        {"jj/mm/aaaa hh:mm", "date 45657.5 datetime"},
        {"[h]:mm:ss", "number 45657.5 duration"},
        {"[mm]:ss", "number 45657.5 duration"},
        {"0.0\\ %", "number 45657.5 percent"},
        {"0.0\\%", "text \"45657,5 %\" number"}, // people see a percentage
        {"0.0&quot; k€&quot;", "text \"45657,5 k€\" currency"},
        {"0.0,&quot; k€&quot;", "number 45657.5 currency"}, // the format divides
        {"0.0 %", "number 45657.5 percent"},
        {"#,##0.00\\ &quot;€&quot;;[Red]\\-#,##0.00\\ &quot;€&quot;", "number 45657.5 currency"},
        {"_-* #,##0\\ [$€-40C]_-", "number 45657.5 currency"},
        {"0&quot; jours&quot;", "number 45657.5 number"},
        {"Standard", "number 45657.5"},
        {"@", "number 45657.5"},
    };
    for (const auto& [code, expected] : formats) {
        WorkbookBuilder book("<row r='1'><c r='A1' s='1'><v>45657.5</v></c></row>");
        book.parts["xl/styles.xml"] = "<styleSheet xmlns='" + std::string(main_space) +
                                      "'><numFmts count='1'><numFmt numFmtId='170' formatCode=\"" + code +
                                      "\"/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='170'/></cellXfs>"
                                      "</styleSheet>";
        EXPECT_EQ(read_text(book.bytes()), "sheet Feuil1\nA1 " + expected + "\n") << code;
    }
}

/// A sheet of one column under one format.
std::string under_format(const std::string& code, const std::string& numbers)
{
    WorkbookBuilder book(numbers);
    book.parts["xl/styles.xml"] = "<styleSheet xmlns='" + std::string(main_space) +
                                  "'><numFmts count='1'><numFmt numFmtId='170' formatCode='" + code +
                                  "'/></numFmts><cellXfs><xf numFmtId='0'/><xf numFmtId='170'/><xf numFmtId='171'/>"
                                  "</cellXfs></styleSheet>";
    return read_text(book.bytes());
}

TEST(Features, FormatsThatShowSomethingElseAreSaidOnce)
{
    const std::string two =
        "<row r='1'><c r='A1' s='1'><v>12</v></c></row><row r='2'><c r='A2' s='1'><v>7</v></c></row>";
    EXPECT_EQ(under_format("\"QP\"000000", two),
              "sheet Feuil1\nA1 text \"QP000012\" number\nA2 text \"QP000007\" number\n"
              "BIL-314 Feuil1 A1 [\"QP\"000000] [QP000012]\n");
    EXPECT_EQ(under_format("0\"000\"", two), "sheet Feuil1\nA1 number 12 number\nA2 number 7 number\n"
                                             "BIL-313 Feuil1 A1 [0\"000\"] [12]\n");
    EXPECT_EQ(under_format("00000", two), "sheet Feuil1\nA1 number 12 number\nA2 number 7 number\n");
    EXPECT_EQ(under_format("[&lt;10]hh:mm;dd/mm/yyyy", two), "sheet Feuil1\nA1 date 13 date\nA2 date 7 time\n");
    EXPECT_EQ(under_format("0", "<row r='1'><c r='A1' s='2'><v>12</v></c><c r='B1' s='2'><v>7</v></c></row>"),
              "sheet Feuil1\nA1 number 12\nB1 number 7\nBIL-145 Feuil1 A1 [171]\n");
}

TEST(Features, EscapesInEveryTextAndPhoneticRunsInNone)
{
    WorkbookBuilder book(
        "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='str'><v>b_x000A_b</v></c>"
        "<c r='C1' t='inlineStr'><is><t>c_x0009_c</t></is></c>"
        "<c r='D1' t='inlineStr'><is><r><t>東京</t></r><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></is></c>"
        "<c r='E1' t='str'><v>_x005F_x000A_</v></c></row>");
    book.parts["xl/sharedStrings.xml"] =
        WorkbookBuilder::strings("<si><t>a_x000a_a</t><rPh sb='0' eb='1'><t>ア</t></rPh></si>");
    book.parts["xl/workbook.xml"] = WorkbookBuilder::workbook("", "<sheet name='L_x0027_an' sheetId='1' r:id='rId1'/>");
    EXPECT_EQ(read_text(book.bytes()), "sheet L'an\nA1 text \"a\na\"\nB1 text \"b\nb\"\nC1 text \"c\tc\"\n"
                                       "D1 text \"東京\"\nE1 text \"_x000A_\"\n");
}

TEST(Features, BlanksOfTextsAreKeptAndThoseOfNumbersMeanNothing)
{
    EXPECT_EQ(rows_text("<row r='1'><c r='A1' t='inlineStr'><is><t> a </t></is></c><c r='B1' t='str'><v> b </v></c>"
                        "<c r='C1' t='inlineStr'><is><t xml:space='preserve'> </t></is></c>"
                        "<c r='D1' t='str'><v> </v></c><c r='E1'><v> 5 </v></c><c r='F1' t='b'><v> 1 </v></c>"
                        "<c r='G1'><v> </v></c><c r='H1' t='b'><v> </v></c><c r='I1' t='s'><v> 1 </v></c></row>"),
              "A1 text \" a \"\nB1 text \" b \"\nC1 text \" \"\nD1 text \" \"\nE1 number 5\nF1 bool true\n"
              "I1 text \"deux\"\n");
}

TEST(Features, SharedAndArrayFormulasWithoutStoredValues)
{
    EXPECT_EQ(
        rows_text("<row r='1'><c r='A1'><f t='shared' ref='A1:A3' si='0'>B1*2</f></c></row>"
                  "<row r='2'><c r='A2'><f t='shared' si='0'/></c><c r='B2'><f t='array' ref='B2:C2'>D1:E1</f></c>"
                  "<c r='C2'><v>7</v></c></row><row r='3'><c r='A3'><f t='shared' si='0'/><v>6</v></c>"
                  "<c r='B3'><f t='dataTable' ref='B3:B4' dt2D='1' dtr='1' r1='A1' r2='A2'/><v>1</v></c></row>"),
        "A1 empty formula\nA2 empty formula\nB2 empty formula\nC2 number 7\nA3 number 6 formula\n"
        "B3 number 1 formula\n");
}

TEST(Features, DimensionsThatLie)
{
    for (const char* dimension : {"A1", "A1:A1", "ZZ9:A1", "", "A1:XFD1048576", "n'importe"}) {
        WorkbookBuilder book;
        book.parts["xl/worksheets/sheet1.xml"] =
            WorkbookBuilder::sheet("<row r='9' spans='1:1'><c r='C9'><v>1</v></c></row>",
                                   "<dimension ref=\"" + std::string(dimension) + "\"/>");
        EXPECT_EQ(read_text(book.bytes()), "sheet Feuil1\nC9 number 1\n") << dimension;
    }
}

TEST(Features, ValuesUnderMergesAreReadAndSaid)
{
    WorkbookBuilder book;
    book.parts["xl/worksheets/sheet1.xml"] =
        WorkbookBuilder::sheet("<row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>2</v></c><c r='C1'><v>3</v></c></row>"
                               "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='B2' s='1'/></row>",
                               "", "<mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='C1:XFD1048576'/></mergeCells>");
    EXPECT_EQ(read_text(book.bytes()),
              "sheet Feuil1\nmerge A1:B2\nmerge C1:XFD1048576\nA1 number 1\nB1 number 2\nC1 number 3\n"
              "A2 text \"un\"\nBIL-372 Feuil1 A2\nBIL-372 Feuil1 B1\n");
}

TEST(Features, MergesBeyondCountEndByTheClock)
{
    std::string merges = "<mergeCells>";
    for (int i = 0; i < 20'000; ++i) merges += "<mergeCell ref='A1:XFD1048576'/>";
    WorkbookBuilder book;
    book.parts["xl/worksheets/sheet1.xml"] =
        WorkbookBuilder::sheet("<row r='1'><c r='XFD1'><v>1</v></c></row><row r='1048576'><c r='A1048576'><v>1</v></c>"
                               "</row>",
                               "", merges + "</mergeCells>");
    ReadLimits limits;
    limits.time = std::chrono::milliseconds(200);
    EXPECT_TRUE(read_one_way(book.bytes(), Way::fast, limits).starts_with("refused BIL-310 time"));
}

} // namespace
} // namespace bilan::xlsx
