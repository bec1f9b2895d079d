// SPDX-License-Identifier: MPL-2.0
//
// The scanner against expat: shapes of real programs, odd ones in the middle of usual ones, and thousands of mutations.
// `read_text` fails when the two ways differ.
#include "ods_builder.hpp"

#include <random>

namespace bilan::ods {
namespace {

std::string row(const std::string& cells)
{
    return "<table:table-row table:style-name=\"ro1\">" + cells + "</table:table-row>";
}

const std::string usual = row("<table:table-cell office:value-type=\"float\" office:value=\"1\" "
                              "calcext:value-type=\"float\"><text:p>1</text:p></table:table-cell>");

const std::string automatic =
    "<number:date-style style:name=\"N30\"><number:day/></number:date-style><style:style style:name=\"ce1\" "
    "style:family=\"table-cell\" style:data-style-name=\"N30\"/><style:style style:name=\"un nom très long\" "
    "style:family=\"table-cell\" style:data-style-name=\"N30\"/>";

TEST(OdsScanner, ReadsTheShapesOfLibreOfficeAndExcel)
{
    EXPECT_EQ(rows_text(row("<table:table-cell table:style-name=\"ce1\" office:value-type=\"date\" "
                            "office:date-value=\"2024-12-31\" calcext:value-type=\"date\"><text:p>31/12/24</text:p>"
                            "</table:table-cell><table:table-cell/><table:table-cell office:value-type=\"string\" "
                            "calcext:value-type=\"string\"><text:p>été &amp; « hiver »</text:p></table:table-cell>"
                            "<table:table-cell office:value-type=\"currency\" office:currency=\"EUR\" "
                            "office:value=\"-12.5\" calcext:value-type=\"currency\"><text:p>-12,50 €</text:p>"
                            "</table:table-cell><table:table-cell table:number-columns-repeated=\"16380\"/>") +
                            row("<table:table-cell office:value-type=\"percentage\" office:value=\"0.125\" "
                                "table:style-name=\"ce9\"><text:p>12,5 %</text:p></table:table-cell>"
                                "<table:table-cell office:value-type=\"float\" office:value=\"45657\" "
                                "table:style-name=\"ce1\"><text:p>31/12/24</text:p></table:table-cell>"
                                "<table:table-cell office:value-type=\"string\" table:style-name=\"ce9\"><text:p>"
                                "</text:p></table:table-cell><table:table-cell office:value-type=\"float\" "
                                "office:value=\"0.12345678901234\" table:style-name=\"ce9\"/>"),
                        automatic),
              "A1 date 45657 date\nC1 text \"été & « hiver »\"\nD1 number -12.5 currency\n"
              "A2 number 0.125 percent\nB2 date 45657 date\nD2 number 0.12345678901234\n");
}

TEST(OdsScanner, ReadsUnusualCellsOfKnownParts)
{
    EXPECT_EQ(
        rows_text(row("<table:table-cell table:formula=\"of:=[.A1]&lt;&quot;é&quot;\" office:value-type=\"string\" "
                      "office:string-value=\"un&#x0a;deux\" calcext:value-type=\"string\"><text:p>un</text:p>"
                      "<text:p>deux</text:p></table:table-cell>" +
                      cell("table:style-name=\"un nom très long\" office:value-type='float' office:value='2'", "2") +
                      "<table:covered-table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>" +
                      cell("office:value-type=\"string\"", "a<text:s/>b<text:s text:c=\"2\"/><text:tab/>c&#10;d")) +
                      "\n  " + usual + "\n",
                  automatic),
        "A1 text \"un\ndeux\" formula\nB1 date 2 date\nC1 bool true\nD1 text \"a b  \tc d\"\nA2 number 1\n"
        "BIL-372 Feuille1 C1\n");
}

// Found by the fuzzer: `<` in a value is not well-formed, and the scanner read the row that seemed to begin there.
TEST(OdsScanner, TakesNoRowInsideAValue)
{
    EXPECT_NE(rows_text(usual + "<table:shapes draw:name=\"" + usual + "\"/>" + usual).find("BIL-316"),
              std::string::npos);
    EXPECT_EQ(rows_text(usual + "<table:shapes draw:name=\"a>b\" draw:text='\"'/>" + usual),
              "A1 number 1\nA2 number 1\n");
    const std::string long_value(std::size_t{300} << 10U, 'x'); // longer than a window
    EXPECT_EQ(rows_text(usual + "<table:shapes draw:name=\"" + long_value + "\"/>" + usual),
              "A1 number 1\nA2 number 1\n");
}

TEST(OdsScanner, LeavesOddRowsToExpatInTheirPlace)
{
    const auto odd = [](const std::string& inside) { return rows_text(usual + inside + usual); };
    EXPECT_EQ(odd(row(cell("office:value-type=\"string\"", "<![CDATA[x]]>"))),
              "A1 number 1\nA2 text \"x\"\nA3 number 1\n");
    EXPECT_EQ(odd("<!-- " + usual + " -->"), "A1 number 1\nA2 number 1\n");
    EXPECT_EQ(odd("<!-- <table:table-row> --><?pi <table:table-row?>"), "A1 number 1\nA2 number 1\n");
    EXPECT_EQ(odd(row(cell("office:value-type=\"string\"", "a<text:span>b</text:span>"))),
              "A1 number 1\nA2 text \"ab\"\nA3 number 1\n");
    EXPECT_EQ(odd(row(number("7", "xml:id='c'") + number("NaN"))),
              "A1 number 1\nA2 number 7\nB2 text \"NaN\"\nA3 number 1\nBIL-328 Feuille1 B2 [NaN]\n")
        << "a remark made twice would show";
    EXPECT_EQ(odd("<table:table-row-group>" + usual + "</table:table-row-group>"),
              "A1 number 1\nA2 number 1\nA3 number 1\n");
    EXPECT_EQ(odd("</table:table><table:table table:name=\"B\">"), "A1 number 1\nsheet B\nA1 number 1\n");
}

TEST(OdsScanner, RefusesWhatIsNotWellFormed)
{
    for (const char* broken :
         {"<table:table-row><table:table-cell/>", "<table:table-row><table:table-cell></table:table-row>",
          "<table:table-row table:style-name=\"a\" table:style-name=\"b\"/>", "<table:table-rowx/>",
          "<table:table-row><table:table-cell office:value-type=\"float\" "
          "office:value-type=\"float\"/></table:table-row>",
          "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>&nbsp;</text:p></table:table-cell>"
          "</table:table-row>",
          "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>\xC0\x80</text:p></table:table-cell>"
          "</table:table-row>",
          "<table:table-row><table:table-cell table:style-name=\"a\x01\"/></table:table-row>",
          "<table:table-row><table:table-cell table:formula=\"<\"/></table:table-row>",
          "<table:table-row><table:table-celloffice:value-type=\"float\"/></table:table-row>"}) {
        const std::string text = rows_text(usual + broken + usual);
        const bool is_other_element = std::string_view(broken).starts_with("<table:table-rowx");
        EXPECT_EQ(text.starts_with("refused BIL-316"), !is_other_element) << broken << text;
    }
}

TEST(OdsScanner, ReadsOverTheBordersOfItsWindow)
{
    std::string rows;
    std::string expected;
    for (int i = 1; i <= 12'000; ++i) {
        const std::string n = std::to_string(i);
        const std::string filler(static_cast<std::size_t>(i % 97) + 1, 'x');
        rows += row("<table:table-cell office:value-type=\"float\" office:value=\"" + n + "\"><text:p>" + n +
                    "</text:p></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>" + filler +
                    "</text:p></table:table-cell>");
        expected += "A" + n + " number " + n + "\nB" + n + " text \"" + filler + "\"\n";
    }
    EXPECT_EQ(rows_text(rows), expected);
}

TEST(OdsScanner, ReadsTextsMetBeforeAndNewOnes)
{
    std::string cells;
    std::string expected;
    for (int i = 0; i < 12'000; ++i) {
        const std::string text = i % 3 == 0 ? "toujours" : "n" + std::to_string(i % 9'000);
        cells += cell("office:value-type=\"string\"", text);
        expected += cell_name({0, static_cast<std::uint32_t>(i)}) + " text \"" + text + "\"\n";
    }
    EXPECT_EQ(cells_text(cells), expected);
}

TEST(OdsScanner, AgreesWithExpatOnMutations)
{
    const std::string whole =
        OdsBuilder{
            table(usual +
                  row("<table:table-cell table:style-name=\"ce1\" office:value-type=\"date\" "
                      "office:date-value=\"2024-12-31\"><text:p>31/12/24</text:p></table:table-cell>"
                      "<table:table-cell table:number-columns-repeated=\"2\"/>" +
                      cell("office:value-type=\"string\" table:number-columns-spanned=\"2\"", "a<text:s/>&lt;b") +
                      "<table:covered-table-cell/>") +
                  usual),
            automatic}
            .flat();
    const std::string alphabet = "<>/=\"' :;&#x10aceiotv]-?!\n\t\xC3\xA9";
    const std::size_t start = whole.find("<office:body");
    std::mt19937 random(7);
    const auto roll = [&](std::size_t sides) { return static_cast<std::size_t>(random()) % sides; };
    for (int i = 0; i < 3'000; ++i) {
        std::string bytes = whole;
        for (std::size_t n = roll(3) + 1; n > 0; --n) {
            const std::size_t at = start + roll(bytes.size() - start);
            switch (roll(3)) {
            case 0: bytes[at] = alphabet[roll(alphabet.size())]; break;
            case 1: bytes.erase(at, roll(9) + 1); break;
            default: bytes.insert(at, bytes.substr(start + roll(bytes.size() - start), roll(40))); break;
            }
        }
        if (read_one_way(bytes, Way::fast) != read_one_way(bytes, Way::tolerant)) read_text(bytes);
    }
}

} // namespace
} // namespace bilan::ods
