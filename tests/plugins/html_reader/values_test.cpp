// SPDX-License-Identifier: MPL-2.0
//
// Values that Excel and LibreOffice write beside the text of a cell.
#include "html_under_test.hpp"

namespace bilan::test {
namespace {

TEST(HtmlValues, LibreOfficesDatesFrom1904AreToldByWhatIsShown)
{
    const auto page = [](const std::string& number, const std::string& shown) {
        return "<table><tr><td sdval=\"0.5\" sdnum=\"1036;1036;HH:MM\">12:00</td>"
               "<td sdval=\"44195\" sdnum=\"1036;1036;MMMM AAAA\">x</td><td sdval=\"" +
               number + "\" sdnum=\"1036;0;JJ/MM/AAAA\">" + shown + "</td></tr></table>";
    };
    const std::string since_1904 = "sheet Tableau 1\nA1 date 0.5 time\nB1 date 45657 date\nC1 date 45657 date\n";
    for (const char* shown : {"31/12/2024", "31.12.24", "2024-12-31", "12/31/2024", "31/12/2024 08:00"})
        EXPECT_EQ(read_page(page("44195", shown)), since_1904) << shown;
    const std::string usual = "sheet Tableau 1\nA1 date 0.5 time\nB1 date 44195 date\nC1 date 44195 date\n";
    for (const char* shown : {"30/12/2020", "", "31 décembre 2024", "31/12", "31/12/2025"})
        EXPECT_EQ(read_page(page("44195", shown)), usual) << shown;
}

TEST(HtmlValues, LibreOfficesErrorsAreTheNumberZeroThatShowsThem)
{
    EXPECT_EQ(
        read_rows("<tr><td sdval='0' sdnum='1033;'>#DIV/0!</td><td sdval='0'>Err:502</td><td sdval='0'>0</td></tr>"),
        "A1 error #DIV/0!\nB1 error #VALUE!\nC1 number 0\n");
}

TEST(HtmlValues, StylesOfSeveralSelectorsHoldForEach)
{
    EXPECT_EQ(read_page("<style>td.a,\n.b:first-line , tr .c{MSO-NUMBER-FORMAT:'Short Date'}</style><table><tr>"
                        "<td class=a x:num>45657</td><td class=b x:num>45657</td><td class=c x:num>45657</td>"
                        "<td class=d x:num>45657</td></tr></table>"),
              "sheet Tableau 1\nA1 date 45657 date\nB1 date 45657 date\nC1 date 45657 date\nD1 number 45657\n");
}

TEST(HtmlValues, NumbersWithoutMoreAreTexts)
{
    EXPECT_EQ(read_rows("<tr><td>12</td><td>1 234,50 €</td><td>31/12/2024</td></tr>"),
              "A1 text \"12\"\nB1 text \"1 234,50 €\"\nC1 text \"31/12/2024\"\n");
}

TEST(HtmlValues, ExcelSaysWhichCellsAreNumbers)
{
    EXPECT_EQ(read_rows("<tr><td x:num>12</td><td x:num>12,5</td><td x:num=\"0.123456789012345\">12%</td>"
                        "<td x:num=\"1234.5\">1 234,50</td><td x:num>1,234.5</td><td x:num=abc>abc</td></tr>"),
              "A1 number 12\nB1 number 12.5\nC1 number 0.123456789012345\nD1 number 1234.5\nE1 text \"1,234.5\"\n"
              "F1 text \"abc\"\nBIL-328 Tableau 1 F1 [abc]\n");
}

TEST(HtmlValues, ExcelSaysWhatElseACellHolds)
{
    EXPECT_EQ(read_rows("<tr><td x:str>0012</td><td x:str=\" plein \">vu</td><td x:fmla=\"=A1\" x:num=\"3\">3</td>"
                        "<td x:bool=\"TRUE\">VRAI</td><td x:bool>FAUX</td><td x:err=\"#N/A\">#N/A</td>"
                        "<td x:err>#REF!</td><td x:err=\"#X\">?</td><td x:fmla=\"=B1\"></td></tr>"),
              "A1 text \"0012\"\nB1 text \" plein \"\nC1 number 3 formula\nD1 bool true\nE1 bool false\n"
              "F1 error #N/A\nG1 error #REF!\nH1 error #ERROR!\nI1 empty formula\n");
}

TEST(HtmlValues, FormatsOfExcel)
{
    const std::string styles = "<style><!-- .xl65 {mso-number-format:\"Short Date\";} td.xl66\n{color:red;"
                               "mso-number-format:\"dd\\/mm\\/yyyy\\\\ hh\\:mm\";}\n.xl67{mso-number-format:Percent}"
                               ".xl68{mso-number-format:\"\\#\\,\\#\\#0\\.00\\\\ \\0022EUR\\0022\"} .xl69 "
                               "{mso-number-format:\"\\[h\\]\\:mm\";} --></style>";
    EXPECT_EQ(read_page(styles + "<table><tr><td class=xl65 x:num=\"45657\">31/12/2024</td>"
                                 "<td class='autre xl66' x:num=\"45657.5\">x</td><td class=xl67 x:num=\"0.12\">12%</td>"
                                 "<td class=xl68 x:num=\"5\">5 EUR</td><td class=xl69 x:num=\"1.5\">36:00</td>"
                                 "<td style='mso-number-format:\"0%\"' x:num=\"1\">100%</td><td class=xl65>x</td></tr>"
                                 "</table>"),
              "sheet Tableau 1\nA1 date 45657 date\nB1 date 45657.5 datetime\nC1 number 0.12 percent\n"
              "D1 number 5 currency\nE1 number 1.5 duration\nF1 number 1 percent\nG1 text \"x\" date\n");
}

// What people see is the amount; a format that divides shows what is stored.
TEST(HtmlValues, UnitsThatAFormatWritesBehindANumber)
{
    EXPECT_EQ(
        read_page("<style>.k{mso-number-format:\"0\\.0\\0022 k\\20AC\\0022\";}\n"
                  ".d{mso-number-format:\"0\\.0\\,\\0022 k\\20AC\\0022\";}\n"
                  ".p{mso-number-format:\"0\\0022 %\\0022\";}</style><table><tr><td class=k x:num=\"12.5\">12,5 k€"
                  "</td><td class=d x:num=\"12500\">12,5 k€</td><td class=p x:num=\"12\">12 %</td></tr></table>"),
        "sheet Tableau 1\nA1 text \"12,5 k€\" currency\nB1 number 12500 currency\nC1 text \"12 %\" number\n");
    EXPECT_EQ(read_page("<table><tr><td sdval=\"12\" sdnum=\"1036;1036;0&quot; k€&quot;\">12 k€</td>"
                        "<td sdval=\"0.12\" sdnum=\"1036;1036;0%\">12%</td></tr></table>"),
              "sheet Tableau 1\nA1 text \"12 k€\" currency\nB1 number 0.12 percent\n");
}

TEST(HtmlValues, FormatsThatShowSomethingElseAreSaidOnce)
{
    EXPECT_EQ(
        read_page("<style>.q{mso-number-format:\"\\0022QP\\0022000000\";}\n"
                  ".m{mso-number-format:\"0\\0022000\\0022\";}</style><table><tr><td class=q x:num=\"12\">QP000012"
                  "</td><td class=m x:num=\"12\">12000</td><td class=m x:num=\"7\">7000</td>"
                  "<td sdval=\"12\" sdnum=\"1036;1036;0&quot;000&quot;\">12000</td></tr></table>"),
        "sheet Tableau 1\nA1 text \"QP000012\" number\nB1 number 12 number\nC1 number 7 number\n"
        "D1 number 12 number\nBIL-314 Tableau 1 A1 [\"QP\"000000] [QP000012]\nBIL-313 Tableau 1 B1 [0\"000\"] [12]\n");
}

TEST(HtmlValues, DatesOf1904)
{
    EXPECT_EQ(
        read_page("<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:Date1904/></x:ExcelWorkbook></xml><![endif]-->"
                  "<table><tr><td style='mso-number-format:\"Short Date\"' x:num=\"1\">2/1/1904</td></tr></table>"),
        "sheet Tableau 1\nA1 date 1463 date\n");
}

TEST(HtmlValues, LibreOfficeSaysValueAndFormat)
{
    EXPECT_EQ(
        read_rows("<tr><td sdval=\"12.5\" sdnum=\"1036;\">12,5</td><td sdval=\"0.12\" sdnum=\"1036;1036;0,00%\">12%"
                  "</td><td sdval=\"45657\" sdnum=\"1036;1036;JJ/MM/AAAA\">31/12/2024</td>"
                  "<td sdval=\"1\" sdnum=\"1036;1036;BOOLEAN\">VRAI</td><td sdval=\"x\">x</td>"
                  "<td sdnum=\"1036;1036;@\">0012</td></tr>"),
        "A1 number 12.5\nB1 number 0.12 percent\nC1 date 45657 date\nD1 bool true\nE1 text \"x\"\n"
        "F1 text \"0012\"\nBIL-328 Tableau 1 E1 [x]\n");
}

} // namespace
} // namespace bilan::test
