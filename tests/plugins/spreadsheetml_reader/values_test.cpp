// SPDX-License-Identifier: MPL-2.0
//
// Values of each type, under the styles that say what they are.
#include "spreadsheetml_under_test.hpp"

namespace bilan::test {
namespace {

const std::string styles = "<Styles><Style ss:ID=\"Default\" ss:Name=\"Normal\"><Font/><NumberFormat/></Style>"
                           "<Style ss:ID=\"jour\"><NumberFormat ss:Format=\"Short Date\"/></Style>"
                           "<Style ss:ID=\"heure\"><NumberFormat ss:Format=\"Short Time\"/></Style>"
                           "<Style ss:ID=\"duree\"><NumberFormat ss:Format=\"[h]:mm\"/></Style>"
                           "<Style ss:ID=\"taux\"><NumberFormat ss:Format=\"Percent\"/></Style>"
                           "<Style ss:ID=\"euro\"><NumberFormat ss:Format=\"#,##0.00\\ &quot;€&quot;\"/></Style>"
                           "<Style ss:ID=\"barre\" ss:Parent=\"taux\"><Font ss:StrikeThrough=\"1\"/></Style></Styles>";

TEST(SpreadsheetmlValues, NumbersAtFullPrecision)
{
    EXPECT_EQ(read_table(row(cell("Number", "12") + cell("Number", "0.1234567890123457") + cell("Number", "-1.5E-3") +
                             cell("Number", " 7 "))),
              "A1 number 12\nB1 number 0.1234567890123457\nC1 number -0.0015\nD1 number 7\n");
}

TEST(SpreadsheetmlValues, TextsAsTheyStand)
{
    EXPECT_EQ(read_table(row(cell("String", "0012") + cell("String", " a &amp; b ") + cell("String", "un&#10;deux") +
                             cell("String", "") + cell("String", " "))),
              "A1 text \"0012\"\nB1 text \" a & b \"\nC1 text \"un\ndeux\"\nE1 text \" \"\n");
}

TEST(SpreadsheetmlValues, EncodingsOfOneByteACharacter)
{
    const auto read = [](const std::string& encoding, const std::string& letters) {
        return read_file("<?xml version='1.0' encoding='" + encoding + "'?>" +
                         "<Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'"
                         " xmlns:ss='urn:schemas-microsoft-com:office:spreadsheet'><Worksheet ss:Name='S'><Table><Row>"
                         "<Cell><Data ss:Type='String'>" +
                         letters + "</Data></Cell></Row></Table></Worksheet></Workbook>");
    };
    EXPECT_EQ(read("windows-1252", "\xE9\x80"), "sheet S\nA1 text \"é€\"\n");
    EXPECT_EQ(read("ISO-8859-15", "\xE9\xA4"), "sheet S\nA1 text \"é€\"\n");
    EXPECT_EQ(read("macintosh", "\x8E\xDB"), "sheet S\nA1 text \"é€\"\n");
    EXPECT_EQ(read("IBM850", "\x82"), "sheet S\nA1 text \"é\"\n");
    EXPECT_EQ(read("ascii", "\xE9"), "sheet S\nA1 text \"é\"\n") << "what writers call so";
    EXPECT_EQ(read("windows-1252", "\x81"), "refused BIL-316 essai.xls\n") << "no character";
    EXPECT_EQ(read("x-inconnu", "a"), "refused BIL-321 essai.xls x-inconnu\n");
}

TEST(SpreadsheetmlValues, PiecesInBoldAreJoinedAndNotesLeftOut)
{
    EXPECT_EQ(
        read_table(row("<Cell><ss:Data ss:Type=\"String\" xmlns=\"http://www.w3.org/TR/REC-html40\"><B>Total</B>"
                       "<Font html:Color=\"#FF0000\"> 2024<I>*</I></Font></ss:Data>"
                       "<Comment ss:Author=\"A\"><ss:Data xmlns=\"http://www.w3.org/TR/REC-html40\">note</ss:Data>"
                       "</Comment></Cell>")),
        "A1 text \"Total 2024*\"\n");
}

TEST(SpreadsheetmlValues, BooleansAndErrors)
{
    EXPECT_EQ(read_table(row(cell("Boolean", "1") + cell("Boolean", "0") + cell("Error", "#N/A") +
                             cell("Error", "#DIV/0!") + cell("Error", "#BUG!") + cell("Boolean", "peut-être"))),
              "A1 bool true\nB1 bool false\nC1 error #N/A\nD1 error #DIV/0!\nE1 error #ERROR!\n"
              "F1 text \"peut-être\"\nBIL-337 Feuil1 E1 [#BUG!]\nBIL-335 Feuil1 F1 [peut-être]\n");
}

TEST(SpreadsheetmlValues, MomentsAreDatesTimesOrDurationsByTheirStyle)
{
    EXPECT_EQ(read_table(row(cell("DateTime", "2024-12-31T00:00:00.000", "ss:StyleID=\"jour\"") +
                             cell("DateTime", "1899-12-31T12:00:00.000", "ss:StyleID=\"heure\"") +
                             cell("DateTime", "1900-01-01T06:00:00.000", "ss:StyleID=\"duree\"") +
                             cell("DateTime", "2024-12-31T18:00:00.000") + cell("DateTime", "2024-12-31T00:00:00.000") +
                             cell("Number", "45657", "ss:StyleID=\"jour\"")),
                         styles),
              "A1 date 45657 date\nB1 date 0.5 time\nC1 number 1.25 duration\nD1 date 45657.75 datetime\n"
              "E1 date 45657 date\nF1 date 45657 date\n");
}

TEST(SpreadsheetmlValues, TheFirstDatesOfExcel)
{
    EXPECT_EQ(read_table(row(cell("DateTime", "1900-01-01T00:00:00.000", "ss:StyleID=\"jour\"") +
                             cell("DateTime", "1900-02-28T00:00:00.000", "ss:StyleID=\"jour\"") +
                             cell("DateTime", "1900-03-01T00:00:00.000", "ss:StyleID=\"jour\"")),
                         styles),
              "A1 date 2 date\nB1 date 60 date\nC1 date 61 date\n");
}

TEST(SpreadsheetmlValues, DatesOf1904)
{
    const std::string since_1904 = "<ExcelWorkbook xmlns=\"urn:schemas-microsoft-com:office:excel\"><Date1904/>"
                                   "</ExcelWorkbook>" +
                                   styles;
    EXPECT_EQ(read_table(row(cell("DateTime", "2024-12-31T00:00:00.000", "ss:StyleID=\"jour\"") +
                             cell("DateTime", "1904-01-01T12:00:00.000", "ss:StyleID=\"heure\"") +
                             cell("Number", "1", "ss:StyleID=\"jour\"")),
                         since_1904),
              "A1 date 45657 date\nB1 date 0.5 time\nC1 date 1463 date\n");
}

TEST(SpreadsheetmlValues, StylesOfCellRowColumnAndParent)
{
    EXPECT_EQ(
        read_table("<Column ss:Index=\"2\" ss:StyleID=\"euro\" ss:Span=\"1\"/>" +
                       row(cell("Number", "1") + cell("Number", "2") + cell("Number", "3") + cell("Number", "4")) +
                       "<Row ss:StyleID=\"taux\">" + cell("Number", "5") + cell("Number", "6") +
                       cell("Number", "7", "ss:StyleID=\"barre\"") + "</Row>",
                   styles),
        "A1 number 1\nB1 number 2 currency\nC1 number 3 currency\nD1 number 4\n"
        "A2 number 5 percent\nB2 number 6 percent\nC2 number 7 percent struck\n");
}

TEST(SpreadsheetmlValues, EveryNamedFormat)
{
    const auto format_of = [](const std::string& name) {
        return read_table(row(cell("Number", "1", "ss:StyleID=\"s\"")),
                          "<Styles><Style ss:ID=\"s\"><NumberFormat ss:Format=\"" + name + "\"/></Style></Styles>");
    };
    for (const char* name : {"General Date"}) EXPECT_EQ(format_of(name), "A1 date 2 datetime\n") << name;
    for (const char* name : {"Long Date", "Medium Date", "Short Date"})
        EXPECT_EQ(format_of(name), "A1 date 2 date\n") << name;
    for (const char* name : {"Long Time", "Medium Time", "Short Time"})
        EXPECT_EQ(format_of(name), "A1 date 1 time\n") << name;
    for (const char* name : {"Currency", "Euro Currency"}) EXPECT_EQ(format_of(name), "A1 number 1 currency\n") << name;
    for (const char* name : {"Fixed", "Standard", "Scientific"})
        EXPECT_EQ(format_of(name), "A1 number 1 number\n") << name;
    for (const char* name : {"General", "General Number", "Yes/No", "True/False", "On/Off", "@"})
        EXPECT_EQ(format_of(name), "A1 number 1\n") << name;
    EXPECT_EQ(format_of("Percent"), "A1 number 1 percent\n");
    EXPECT_EQ(format_of("0%"), "A1 number 1 percent\n");
    EXPECT_EQ(format_of("0&quot; k€&quot;"), "A1 text \"1 k€\" currency\n") << "what people see";
    EXPECT_EQ(format_of("0,&quot; k€&quot;"), "A1 number 1 currency\n") << "the format divides";
    EXPECT_EQ(format_of("0&quot; %&quot;"), "A1 text \"1 %\" number\n");
}

TEST(SpreadsheetmlValues, FormatsThatShowSomethingElseAreSaidOnce)
{
    EXPECT_EQ(read_table(row(cell("Number", "12", "ss:StyleID=\"q\"") + cell("Number", "12", "ss:StyleID=\"m\"") +
                             cell("Number", "7", "ss:StyleID=\"m\"")),
                         "<Styles><Style ss:ID=\"q\"><NumberFormat ss:Format=\"&quot;QP&quot;000000\"/></Style>"
                         "<Style ss:ID=\"m\"><NumberFormat ss:Format=\"0&quot;000&quot;\"/></Style></Styles>"),
              "A1 text \"QP000012\" number\nB1 number 12 number\nC1 number 7 number\n"
              "BIL-314 Feuil1 A1 [\"QP\"000000] [QP000012]\nBIL-313 Feuil1 B1 [0\"000\"] [12]\n");
}

// LibreOffice counts the hours of a duration on from its first day.
TEST(SpreadsheetmlValues, HoursBeyondADay)
{
    const auto at = [](const std::string& style, const std::string& moment) {
        return cell("DateTime", moment, style.empty() ? "" : "ss:StyleID=\"" + style + "\"");
    };
    EXPECT_EQ(read_table(row(at("duree", "1899-12-31T36:00:00.000") + at("heure", "1899-12-31T36:00:00.000") +
                             at("jour", "1899-12-31T36:00:00.000") + at("", "1899-12-31T102:00:00.000") +
                             at("duree", "1899-12-31T36:61:00.000")),
                         styles),
              "A1 number 1.5 duration\nB1 date 1.5 time\nC1 date 2.5 date\nD1 number 4.25 duration\n"
              "E1 text \"1899-12-31T36:61:00.000\" duration\nBIL-336 Feuil1 E1 [1899-12-31T36:61:00.000]\n");
}

TEST(SpreadsheetmlValues, FormulasWithAndWithoutAStoredValue)
{
    EXPECT_EQ(read_table(row(cell("Number", "3", "ss:Formula=\"=R[-1]C\"") + "<Cell ss:Formula=\"=RC[-1]\"/>" +
                             cell("String", "", "ss:Formula=\"=&quot;&quot;\"") + "<Cell/>")),
              "A1 number 3 formula\nB1 empty formula\nC1 text \"\" formula\n");
}

} // namespace
} // namespace bilan::test
