// SPDX-License-Identifier: MPL-2.0
//
// The scanner against expat: shapes of real programs, odd ones in the middle of usual ones, and thousands of mutations.
// `read_text` fails when the two ways differ.
#include "workbook_builder.hpp"

#include <random>

namespace bilan::xlsx {
namespace {

TEST(Scanner, ReadsTheShapesOfOtherPrograms)
{
    EXPECT_EQ(rows_text("<row r=\"1\" spans=\"1:3\" x14ac:dyDescent=\"0.25\"><c r=\"A1\" s=\"5\"><v>0.5</v></c>"
                        "<c r=\"B1\" s=\"1\"/><c r=\"C1\" t=\"s\"><v>0</v></c></row>"),
              "A1 number 0.5 percent\nC1 text \"un\"\n")
        << "Excel";
    EXPECT_EQ(rows_text("<row r=\"1\" customFormat=\"false\" ht=\"12.8\" hidden=\"false\" customHeight=\"false\" "
                        "outlineLevel=\"0\" collapsed=\"false\"><c r=\"A1\" s=\"0\" t=\"n\"><v>1</v></c>"
                        "<c r=\"B1\" s=\"0\" t=\"n\"><f aca=\"false\">A1+1</f><v>2</v></c></row>"),
              "A1 number 1\nB1 number 2 formula\n")
        << "LibreOffice";
    EXPECT_EQ(
        rows_text("\n  <row r=\"1\">\n    <c t=\"inlineStr\" r=\"A1\">\n <is> <t xml:space=\"preserve\"> a </t></is>\n"
                  "</c>\n  </row>\n"),
        "A1 text \" a \"\n")
        << "indented";
}

/// What a row says of itself behind its number is read once for all rows that say the same.
TEST(Scanner, RowsThatSayTheSameOfThemselvesAndThoseThatNearlyDo)
{
    const auto row = [](const std::string& number, const std::string& tail) {
        return "<row r=\"" + number + '"' + tail + "><c r=\"A" + number + "\"><v>" + number + "</v></c></row>";
    };
    const std::string spans = " spans=\"1:3\" x14ac:dyDescent=\"0.25\"";
    EXPECT_EQ(rows_text(row("1", spans) + row("2", spans) + row("3", spans + " hidden=\"1\"") +
                        row("4", spans + " hidden=\"1\"") + row("5", spans) + row("6", "") + row("7", "") +
                        row("9", spans + " ") + row("10", spans + " ") + "<row r=\"11\"" + spans + "/>" +
                        row("12", spans)),
              "hidden rows 3-4\nA1 number 1\nA2 number 2\nA3 number 3\nA4 number 4\nA5 number 5\nA6 number 6\n"
              "A7 number 7\nA9 number 9\nA10 number 10\nA12 number 12\n");
    EXPECT_EQ(rows_text(row("1", " hidden=\"1\"") + "<row hidden=\"1\" r=\"2\"><c r=\"A2\"><v>2</v></c></row>" +
                        "<row><c><v>3</v></c></row>" + row("4", " hidden=\"1\"")),
              "hidden rows 1-2\nhidden rows 4-4\nA1 number 1\nA2 number 2\nA3 number 3\nA4 number 4\n");
    const std::string refused = "refused BIL-316 xl/worksheets/sheet1.xml\n";
    EXPECT_EQ(rows_text(row("1", spans) + row("2", spans + spans)), refused) << "twice the same";
    EXPECT_EQ(rows_text(row("1", "") + row("2", "x=\"1\"")), refused) << "no blank before the next one";
    EXPECT_EQ(rows_text(row("1", spans) + row("2", spans) + row("2", spans)),
              "A1 number 1\nA2 number 2\nBIL-331 Feuil1 A2\n");
}

TEST(Scanner, LeavesOddRowsToExpatInTheirPlace)
{
    const std::string usual = "<row r='1'><c r='A1'><v>1</v></c></row>";
    const std::string after = "<row r='9'><c r='A9'><v>9</v></c></row>";
    EXPECT_EQ(
        rows_text(usual + "<row r='2'><c r='A2'><v>2</v></c><c r='B2' t='str'><v><![CDATA[x]]></v></c></row>" + after),
        "A1 number 1\nA2 number 2\nB2 text \"x\"\nA9 number 9\n");
    EXPECT_EQ(rows_text(usual + "<!-- <row r='2'><c r='A2'><v>2</v></c></row> -->" + after),
              "A1 number 1\nA9 number 9\n");
    EXPECT_EQ(rows_text(usual + "<row r='2' zz='1'><c r='A2' zz='2'><v>2</v><extLst/></c></row>" + after),
              "A1 number 1\nA2 number 2\nA9 number 9\n");
    EXPECT_EQ(rows_text(usual + "<row r='2'><c r='A2' s='77'><v>2</v></c><c r='B2'><is><r><t>a</t></r></is></c></row>" +
                        after),
              "A1 number 1\nA2 number 2\nB2 text \"a\"\nA9 number 9\nBIL-327 Feuil1 A2 [77]\n")
        << "a remark made twice would show";
    EXPECT_EQ(rows_text(usual + "<row r='2'><c r='A2'><v>2</v></c><c r='A2'><v>3</v></c></row>" + after),
              "A1 number 1\nA2 number 3\nA9 number 9\nBIL-331 Feuil1 A2\n");
}

TEST(Scanner, RefusesWhatIsNotWellFormed)
{
    for (const char* row :
         {"<row r='1'><c r='A1'><v>1</v></c>", "<row r='1'><c r='A1'><v>1</c></row>", "<row r='1'",
          "<row r='1' r='2'/>", "<row r='1'><c r='A1' r='A1'/></row>", "<row r='1'><c r='A1'><v>&nbsp;</v></c></row>",
          "<row r='1'><c r='A1' t='str'><v>\xFF</v></c></row>", "<row r='1'><c r='A1' t='str'><v>\x01</v></c></row>",
          "<row r='1'><c r='A1' t='str'><v>]]></v></c></row>", "<row r='1'><c r='A1'><f>&#0;</f></c></row>",
          "<row r='1'><c r='A1'><v>1</v></c></row></row>", "<row r='1'b='1'/>", "<row r='1'><c r='<'/></row>",
          "<row r='1' x:y='1'/>"})
        EXPECT_EQ(read_text(WorkbookBuilder(row).bytes()), "refused BIL-316 xl/worksheets/sheet1.xml\n") << row;
    WorkbookBuilder unbound;
    unbound.parts["xl/worksheets/sheet1.xml"] = "<worksheet xmlns='" + std::string(main_space) +
                                                "'><sheetData><row r='1' x14ac:dyDescent='1'/></sheetData></worksheet>";
    EXPECT_EQ(read_text(unbound.bytes()), "refused BIL-316 xl/worksheets/sheet1.xml\n");
}

TEST(Scanner, ReadsOverTheBordersOfItsWindow)
{
    std::string rows;
    std::string expected;
    for (int row = 1; row <= 20'000; ++row) {
        const std::string r = std::to_string(row);
        const std::string filler(static_cast<std::size_t>(row % 97), 'x');
        rows += "<row r=\"" + r + "\"><c r=\"A" + r + "\"><v>" + r + "</v></c><c r=\"B" + r +
                "\" t=\"inlineStr\"><is><t>" + filler + "</t></is></c></row>";
        expected += "A" + r + " number " + r + "\nB" + r + " text \"" + filler + "\"\n";
    }
    EXPECT_EQ(rows_text(rows), expected);
}

TEST(Scanner, ReadsGiantRowsAndTexts)
{
    std::string row = "<row r='1'>";
    for (std::uint32_t column = 0; column < 16'384; ++column)
        row += "<c r='" + column_letters(column) + "1' t='inlineStr'><is><t>" + std::string(40, 'y') + "</t></is></c>";
    row += "</row><row r='2'><c r='A2'><v>2</v></c></row>";
    Book book;
    XlsxReader().read(source_of(WorkbookBuilder(row).bytes()), ReadLimits{}, book);
    EXPECT_EQ(test::cell_text(book, 0, {0, 16'383}), "text \"" + std::string(40, 'y') + "\"");
    EXPECT_EQ(test::cell_text(book, 0, {1, 0}), "number 2");
}

TEST(Scanner, StyledEmptyRowsToTheEndCostNothing)
{
    std::string rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    for (int row = 2; row <= 1'048'576; ++row)
        rows += "<row r=\"" + std::to_string(row) + "\" s=\"1\" customFormat=\"1\"/>";
    Book book;
    XlsxReader().read(source_of(WorkbookBuilder(rows).bytes()), ReadLimits{}, book);
    EXPECT_EQ(book.sheets[0].rows(), 1U);
    EXPECT_LT(book.sheets[0].bytes(), 10'000U);
}

/// The part with a prefix on every name.
std::string prefixed(std::string part, const std::string& prefix)
{
    for (std::size_t at = part.find('<'); at != part.npos; at = part.find('<', at + 1)) {
        if (part[at + 1] == '?' || part[at + 1] == '!') continue;
        part.insert(at + (part[at + 1] == '/' ? 2 : 1), prefix + ":");
    }
    const std::size_t bound = part.find("xmlns=");
    return bound == part.npos ? part : part.replace(bound, 5, "xmlns:" + prefix);
}

const std::string usual_rows =
    "<row r=\"1\" spans=\"1:3\" x14ac:dyDescent=\"0.25\"><c r=\"A1\" s=\"5\"><v>0.5</v></c>"
    "<c r=\"B1\" t=\"n\"><v>2</v></c><c r=\"C1\" t=\"s\"><v>0</v></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\">"
    "<is><t xml:space=\"preserve\"> a</t></is></c><c r=\"B2\"><f>1+1</f><v>2</v></c></row><row r=\"3\"/>";

TEST(Scanner, ReadsPrefixedPartsAlike)
{
    for (const char* prefix : {"x", "main", "feuille", "un_prefixe_plus_long"}) {
        WorkbookBuilder book(usual_rows);
        const std::string plain = read_text(book.bytes());
        for (const char* part : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"}) {
            book.parts[part] = prefixed(book.parts[part], prefix);
            EXPECT_EQ(read_text(book.bytes()), plain) << prefix << " in " << part;
        }
    }
}

TEST(Scanner, PrefixesStandForWhatIsBoundToThem)
{
    const std::string space = "'" + std::string(main_space) + "'";
    const auto sheet = [](const std::string& part) {
        WorkbookBuilder book;
        book.parts["xl/worksheets/sheet1.xml"] = part;
        return read_text(book.bytes());
    };
    const std::string row = "<row r='1'><c r='A1'><v>1</v></c></row>";
    const std::string x_row = prefixed(row, "x");
    EXPECT_EQ(sheet("<x:worksheet xmlns:x=" + space + "><sheetData xmlns=" + space + " xmlns:x='urn:o'>" + x_row +
                    "</sheetData></x:worksheet>"),
              "sheet Feuil1\n")
        << "the prefix means something else in the list";
    EXPECT_EQ(sheet("<worksheet xmlns=" + space + " xmlns:y=" + space + "><y:sheetData xmlns='urn:o'>" + row +
                    "</y:sheetData></worksheet>"),
              "sheet Feuil1\n")
        << "and so may the default";
    EXPECT_EQ(sheet("<x:worksheet xmlns:x=" + space + " xmlns='urn:o'><x:sheetData>" + row + x_row +
                    "</x:sheetData></x:worksheet>"),
              "sheet Feuil1\nA1 number 1\n");
    EXPECT_EQ(sheet("<worksheet xmlns=" + space + " xmlns:x=" + space + "><x:sheetData>" + row +
                    "<x:row r='2'><x:c r='A2'><v>2</v></x:c></x:row></x:sheetData></worksheet>"),
              "sheet Feuil1\nA1 number 1\nA2 number 2\n")
        << "two names for one namespace";
    EXPECT_EQ(
        sheet("<!-- > --><x:worksheet xmlns:x=" + space + "><x:sheetData>" + x_row + "</x:sheetData></x:worksheet>"),
        "sheet Feuil1\nA1 number 1\n");
    EXPECT_EQ(sheet("<worksheet xmlns=" + space + "><sheetData>" + x_row + "</sheetData></worksheet>"),
              "refused BIL-316 xl/worksheets/sheet1.xml\n")
        << "bound to nothing";
}

/// Turns over, drops, doubles and swaps pieces of a sheet: both ways must still agree, in values as in refusals.
TEST(Scanner, AgreesWithExpatOnMutations)
{
    const std::string base =
        "<row r=\"1\" spans=\"1:4\"><c r=\"A1\" s=\"1\"><v>45657</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
        "<c r=\"C1\" t=\"str\"><f>A1&amp;B1</f><v> x_x000D_y &#233;</v></c><c r=\"D1\"/></row>"
        "<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"inlineStr\"><is><t>été</t></is></c><c r=\"B2\" "
        "s=\"7\"><v>-12.50</v></c>"
        "<c r=\"C2\" t=\"b\"><v>1</v></c></row>\n<row r=\"4\"><c r=\"AA4\"><v>1e3</v></c></row>"
        "<row r=\"5\" spans=\"1:4\"><c r=\"A5\"><v>5</v></c></row><row r=\"6\" spans=\"1:4\"><c "
        "r=\"A6\"><v>6</v></c></row>";
    const std::string alphabet = "<>/\"'= &;!-[]?rcsvtf0192.AZ\n\t\xC3\xA9";
    std::mt19937 random(7);
    for (int i = 0; i < 6'000; ++i) {
        std::string rows = base;
        for (std::uint_fast32_t changes = random() % 3 + 1; changes > 0; --changes) {
            const std::size_t at = random() % rows.size();
            const std::size_t size = std::min<std::size_t>(random() % 12 + 1, rows.size() - at);
            switch (random() % 4) {
            case 0: rows[at] = alphabet[random() % alphabet.size()]; break;
            case 1: rows.erase(at, size); break;
            case 2: rows.insert(at, rows.substr(random() % rows.size(), size)); break;
            default: rows.insert(at, 1, alphabet[random() % alphabet.size()]); break;
            }
        }
        WorkbookBuilder book(rows);
        if (i % 3 == 0) book.parts["xl/worksheets/sheet1.xml"] = prefixed(book.parts["xl/worksheets/sheet1.xml"], "x");
        const std::string bytes = book.bytes();
        ASSERT_EQ(read_one_way(bytes, Way::fast), read_one_way(bytes, Way::tolerant)) << i << rows;
    }
}

} // namespace
} // namespace bilan::xlsx
