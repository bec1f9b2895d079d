// SPDX-License-Identifier: MPL-2.0
//
// What cells hold: types, texts, errors, formulas, number formats.
#include "ods_builder.hpp"

#include "support/plugin_under_test.hpp"

namespace bilan::ods {
namespace {

std::string style(const std::string& name, const std::string& data, const std::string& inside = "")
{
    return "<style:style style:name=\"" + name + "\" style:family=\"table-cell\" style:data-style-name=\"" + data +
           "\">" + inside + "</style:style>";
}

TEST(Values, OfEveryType)
{
    EXPECT_EQ(cells_text(cell("office:value-type='float' office:value='12.5'", "12,5") +
                         cell("office:value-type='percentage' office:value='0.12'", "12 %") +
                         cell("office:value-type='currency' office:currency='EUR' office:value='-3'", "-3,00 €") +
                         cell("office:value-type='date' office:date-value='2024-12-31'", "31/12/24") +
                         cell("office:value-type='time' office:time-value='PT06H00M00S'", "06:00") +
                         cell("office:value-type='boolean' office:boolean-value='true'", "VRAI") +
                         cell("office:value-type='string'", "texte") +
                         cell("office:value-type='string' office:string-value='dit'", "montré")),
              "A1 number 12.5\nB1 number 0.12 percent\nC1 number -3 currency\nD1 date 45657 date\nE1 date 0.25 time\n"
              "F1 bool true\nG1 text \"texte\"\nH1 text \"dit\"\n");
}

TEST(Values, NumbersKeepEveryBit)
{
    EXPECT_EQ(cells_text(number("0.10000000000000001") + number("1E-300") + number("123456789012345680") +
                         number(" 7 ") + number("4.9E-324") + number("89087.990000000005") + number("-0")),
              "A1 number 0.1\nB1 number 1e-300\nC1 number 123456789012345680\nD1 number 7\nE1 number 5e-324\n"
              "F1 number 89087.99\nG1 number -0\n");
}

TEST(Values, OfCellsThatDoNotSayTheirType)
{
    EXPECT_EQ(cells_text(cell("", "texte seul") + cell("office:value='5'", "5") + cell("office:string-value='x'", "") +
                         cell("office:value-type='void'", "") + "<table:table-cell/>" +
                         cell("table:formula='of:=1+1'", "")),
              "A1 text \"texte seul\"\nB1 text \"5\"\nC1 text \"x\"\nF1 empty formula\n");
}

TEST(Values, PromisedAndMissingAreNotGuessed)
{
    EXPECT_EQ(cells_text(cell("office:value-type='float'", "12,5") + cell("office:value-type='float'", "") +
                         cell("office:value-type='date'", "31/12/24") + cell("office:value-type='boolean'", "VRAI") +
                         cell("office:value-type='time'", "06:00") +
                         cell("office:value-type='float' table:formula='of:=A1'", "")),
              "A1 text \"12,5\"\nC1 text \"31/12/24\"\nD1 text \"VRAI\"\nE1 text \"06:00\"\nF1 empty formula\n"
              "BIL-374 Feuille1 A1 [12,5]\nBIL-374 Feuille1 C1 [31/12/24]\nBIL-374 Feuille1 D1 [VRAI]\n"
              "BIL-374 Feuille1 E1 [06:00]\n");
}

TEST(Values, DamagedOnesAreTextsAndSaid)
{
    EXPECT_EQ(cells_text(cell("office:value-type='float' office:value='1,5'", "1,5 k") + number("NaN") + number("") +
                         cell("office:value-type='date' office:date-value='2024-02-30'", "30/02/24") +
                         cell("office:value-type='date' office:date-value='0000-01-01'", "") +
                         cell("office:value-type='time' office:time-value='PT1Y'", "un an") +
                         cell("office:value-type='boolean' office:boolean-value='oui'", "oui") +
                         cell("office:value-type='mystère'", "quoi")),
              "A1 text \"1,5 k\"\nB1 text \"NaN\"\nD1 text \"30/02/24\"\nE1 text \"0000-01-01\"\nF1 text \"un an\"\n"
              "G1 text \"oui\"\nH1 text \"quoi\"\nBIL-328 Feuille1 A1 [1,5]\nBIL-328 Feuille1 B1 [NaN]\n"
              "BIL-328 Feuille1 C1 []\nBIL-336 Feuille1 D1 [2024-02-30]\nBIL-336 Feuille1 E1 [0000-01-01]\n"
              "BIL-375 Feuille1 F1 [PT1Y]\nBIL-335 Feuille1 G1 [oui]\nBIL-334 Feuille1 H1 [mystère]\n");
}

TEST(Values, FormulasWithAndWithoutStoredValue)
{
    EXPECT_EQ(
        cells_text(number("2", "table:formula='of:=1+1'") +
                   cell("table:formula='of:=\"\"' office:value-type='string' office:string-value=''", "") +
                   "<table:table-cell table:formula='of:=[.A1]'/>" +
                   cell("table:formula='of:=T(\"a\")' office:value-type='string'", "a") +
                   cell("table:formula='of:=TRUE()' office:value-type='boolean' office:boolean-value='false'", "FAUX")),
        "A1 number 2 formula\nB1 text \"\" formula\nC1 empty formula\nD1 text \"a\" formula\n"
        "E1 bool false formula\n");
}

TEST(Values, ErrorsAsLibreOfficeAndItsAncestorsStoreThem)
{
    const std::string today = "table:formula='of:=1/0' office:value-type='string' office:string-value='' "
                              "calcext:value-type='error'";
    EXPECT_EQ(cells_text(cell(today, "#DIV/0!") + cell(today, "#N/D") + cell(today, "#VALEUR\u00A0!") +
                         cell(today, "Err:502") + cell(today, "Err :509") +
                         cell("table:formula='of:=1/0' office:value-type='float' office:value='0'", "#DIV/0!") +
                         cell("table:formula='of:=1/0' office:value-type='string'", "#REF!") +
                         cell("office:value-type='string'", "#N/A") + number("0") +
                         cell("office:value-type='float' office:value='0'", "#NOM ?")),
              "A1 error #DIV/0! formula\nB1 error #N/A formula\nC1 error #VALUE! formula\nD1 error #VALUE! formula\n"
              "E1 error #ERROR! formula\nF1 error #DIV/0! formula\nG1 error #REF! formula\nH1 text \"#N/A\"\n"
              "I1 number 0\nJ1 error #NAME?\nBIL-337 Feuille1 E1 [Err :509]\n");
}

TEST(Values, TextsOfSeveralParagraphsAndTheirMarks)
{
    const auto text = [](const std::string& paragraphs) {
        return "<table:table-cell office:value-type='string'>" + paragraphs + "</table:table-cell>";
    };
    EXPECT_EQ(cells_text(text("<text:p>un</text:p><text:p/><text:p>trois</text:p>") +
                         text("<text:p>a<text:s/><text:s text:c='3'/>b<text:tab/>c<text:line-break/>d</text:p>") +
                         text("<text:p>du <text:span>gras <text:span>et</text:span></text:span> un "
                              "<text:a>lien</text:a></text:p>") +
                         text("<text:p> deux  espaces </text:p>") + text("<text:p>\n   mis\n   en page\n  </text:p>") +
                         text("<text:h>titre</text:h><text:list><text:list-item><text:p>point</text:p>"
                              "</text:list-item></text:list>") +
                         text("<text:p>&lt;&amp;&gt; &#233; <![CDATA[<b>]]></text:p>") + text("<text:p></text:p>") +
                         text("<text:p>base<text:ruby><text:ruby-base>mot</text:ruby-base><text:ruby-text>lu"
                              "</text:ruby-text></text:ruby></text:p>")),
              "A1 text \"un\n\ntrois\"\nB1 text \"a    b\tc\nd\"\nC1 text \"du gras et un lien\"\n"
              "D1 text \" deux  espaces \"\nE1 text \"mis en page\"\nF1 text \"titre\npoint\"\n"
              "G1 text \"<&> é <b>\"\nI1 text \"basemot\"\n");
}

TEST(Values, NotesShapesAndNestedTablesAreLeftOut)
{
    EXPECT_EQ(cells_text("<table:table-cell office:value-type='string'><office:annotation><text:p>note</text:p>"
                         "</office:annotation><text:p>va<text:note><text:note-body><text:p>pied</text:p>"
                         "</text:note-body></text:note>leur</text:p><draw:frame><draw:text-box><text:p>forme</text:p>"
                         "</draw:text-box></draw:frame></table:table-cell>"
                         "<table:table-cell><table:table table:name='dedans'><table:table-row>" +
                         number("9") + "</table:table-row></table:table></table:table-cell>" + number("3")),
              "A1 text \"valeur\"\nC1 number 3\nBIL-373 Feuille1 [dedans]\n");
}

TEST(Values, FormatClassesComeFromStylesWhereTheTypeDoesNotSay)
{
    const std::string number_part = "<number:number number:decimal-places=\"2\" number:min-integer-digits=\"1\"/>";
    const std::string automatic =
        "<number:number-style style:name='Ngeneral'><number:number "
        "number:min-integer-digits='1'/></number:number-style>"
        "<number:number-style style:name='Nnumber'>" +
        number_part +
        "</number:number-style>"
        "<number:percentage-style style:name='Npercent'>" +
        number_part +
        "</number:percentage-style>"
        "<number:number-style style:name='Neuro'>" +
        number_part +
        "<number:text> €</number:text></number:number-style>"
        "<number:number-style style:name='N1P0'>" +
        number_part +
        "<number:text> CHF</number:text>"
        "</number:number-style><number:text-style style:name='N1'><number:text-content/>"
        "<style:map style:condition='value()&gt;0' style:apply-style-name='N1P0'/></number:text-style>" +
        style("general", "Ngeneral") + style("number", "Nnumber") + style("percent", "Npercent") +
        style("euro", "Neuro") + style("sections", "N1") + style("unknown", "Nowhere");
    std::string cells;
    for (const char* name : {"general", "number", "percent", "euro", "sections", "unknown", "missing"})
        cells += number("1", std::string("table:style-name='") + name + "'");
    EXPECT_EQ(cells_text(cells, automatic),
              "A1 number 1\nB1 number 1 number\nC1 number 1 percent\nD1 number 1 currency\nE1 number 1 currency\n"
              "F1 number 1\nG1 number 1\n");
}

// What people see is the amount; a style that divides shows what is stored.
TEST(Values, UnitsThatAStyleWritesBehindANumber)
{
    const std::string whole = "<number:number number:decimal-places='0' number:min-integer-digits='1'";
    const std::string automatic =
        "<number:number-style style:name='Nk'>" + whole +
        "/><number:text> k€</number:text></number:number-style>"
        "<number:currency-style style:name='Nc'>" +
        whole +
        "/><number:text> </number:text><number:currency-symbol>k€</number:currency-symbol></number:currency-style>"
        "<number:number-style style:name='Nd'>" +
        whole +
        " number:display-factor='1000'/><number:text> k€</number:text></number:number-style>"
        "<number:number-style style:name='Np'>" +
        whole + "/><number:text> %</number:text></number:number-style>" + style("k", "Nk") + style("c", "Nc") +
        style("d", "Nd") + style("p", "Np");
    EXPECT_EQ(cells_text(number("12", "table:style-name='k'") +
                             cell("office:value-type='currency' office:value='12.5' table:style-name='c'", "12,5 k€") +
                             number("12000", "table:style-name='d'") + number("12", "table:style-name='p'"),
                         automatic),
              "A1 text \"12 k€\" currency\nB1 text \"12,5 k€\" currency\nC1 number 12000 currency\n"
              "D1 text \"12 %\" number\n");
}

TEST(Values, StylesThatShowSomethingElseAreSaidOnce)
{
    const std::string whole = "<number:number number:decimal-places='0' number:min-integer-digits=";
    const std::string automatic =
        "<number:number-style style:name='Nq'><number:text>QP</number:text>" + whole +
        "'6'/></number:number-style><number:number-style style:name='Nm'>" + whole +
        "'1'/><number:text>000</number:text></number:number-style>"
        "<number:number-style style:name='P0'><number:text>oui</number:text></number:number-style>"
        "<number:number-style style:name='Ny'><number:text>non</number:text>"
        "<style:map style:condition='value()&gt;0' style:apply-style-name='P0'/></number:number-style>" +
        style("q", "Nq") + style("m", "Nm") + style("y", "Ny");
    EXPECT_EQ(cells_text(number("12", "table:style-name='q'") + number("12", "table:style-name='m'") +
                             number("7", "table:style-name='m'") + number("1", "table:style-name='y'"),
                         automatic),
              "A1 text \"QP000012\" number\nB1 number 12 number\nC1 number 7 number\nD1 number 1\n"
              "BIL-314 Feuille1 A1 [\"QP\"000000] [QP000012]\nBIL-313 Feuille1 B1 [0\"000\"] [12]\n"
              "BIL-313 Feuille1 D1 [[>0]\"oui\";\"non\"] [1]\n");
}

TEST(Values, DatesTimesAndDurationsByStyle)
{
    const std::string automatic =
        "<number:date-style "
        "style:name='Nd'><number:day/><number:text>/</number:text><number:month/></number:date-style>"
        "<number:date-style style:name='Ndt'><number:year/><number:hours/></number:date-style>"
        "<number:time-style style:name='Nt'><number:hours/></number:time-style>"
        "<number:time-style style:name='Ne' number:truncate-on-overflow='false'><number:hours/></number:time-style>" +
        style("d", "Nd") + style("dt", "Ndt") + style("t", "Nt") + style("e", "Ne");
    const auto date = [](const std::string& value, const std::string& name) {
        return cell("office:value-type='date' office:date-value='" + value + "' table:style-name='" + name + "'", "?");
    };
    const auto time = [](const std::string& value, const std::string& name) {
        return cell("office:value-type='time' office:time-value='" + value + "' table:style-name='" + name + "'", "?");
    };
    EXPECT_EQ(cells_text(date("2024-12-31T12:00:00", "d") + date("2024-12-31", "dt") +
                             date("2024-12-31T12:00:00", "none") + date("1789-07-14", "d") + time("PT36H", "t") +
                             time("PT36H", "e") + time("PT1H", "e") + time("PT36H", "none") + time("-PT1H30M", "t") +
                             time("PT1095780H", "t") + time("P1DT0.5S", "none") +
                             number("45657", "table:style-name='d'") + number("0.5", "table:style-name='t'") +
                             number("1e9", "table:style-name='d'") + number("1.5", "table:style-name='e'"),
                         automatic),
              "A1 date 45657.5 date\nB1 date 45657 datetime\nC1 date 45657.5 datetime\nD1 date -40345 date\n"
              "E1 date 1.5 time\nF1 number 1.5 duration\nG1 number 0.041666666666666664 duration\n"
              "H1 number 1.5 duration\nI1 number -0.0625 duration\nJ1 date 45657.5 time\n"
              "K1 number 1.0000057870370371 duration\nL1 date 45657 date\nM1 date 0.5 time\nN1 number 1e+09 date\n"
              "O1 number 1.5 duration\nBIL-329 Feuille1 N1 [1e+09]\n");
}

TEST(Values, TheNullDateCountsWhereDatesAreNumbers)
{
    const std::string automatic =
        "<number:date-style style:name='Nd'><number:day/></number:date-style>" + style("d", "Nd");
    const std::string settings = "<table:calculation-settings><table:null-date table:date-value='1904-01-01'/>"
                                 "</table:calculation-settings>";
    const std::string rows = "<table:table-row>" + number("0", "table:style-name='d'") + number("5") +
                             cell("office:value-type='date' office:date-value='2024-12-31'", "") + "</table:table-row>";
    const OdsBuilder document{settings + table(rows), automatic};
    EXPECT_EQ(document_text(document), "sheet Feuille1\nA1 date 1462 date\nB1 number 5\nC1 date 45657 date\n");
    Book book;
    OdsReader().read(source_of(document.package()), {}, book);
    EXPECT_TRUE(book.sheets.front().facts.date_1904);
    EXPECT_EQ(book.facts, (std::vector<std::pair<std::string, std::string>>{{"date_system", "1904"}}));
}

TEST(Values, StylesComeFromTheCellItsRowItsColumnAndTheirParents)
{
    const std::string percent = "<number:percentage-style style:name='N10'><number:number/></number:percentage-style>";
    const std::string struck = "<style:text-properties style:text-line-through-style='solid'/>";
    const std::string common =
        percent + style("Rate", "N10", struck) +
        "<style:style style:name='Child' style:family='table-cell' style:parent-style-name='Rate'/>"
        "<style:style style:name='Ring' style:family='table-cell' style:parent-style-name='Ring'/>";
    const std::string automatic =
        "<style:style style:name='plain' style:family='table-cell' style:parent-style-name='Child'>"
        "<style:text-properties style:text-line-through-type='none'/></style:style>"
        "<number:number-style style:name='N10'><number:number number:decimal-places='0'/></number:number-style>" +
        style("own", "N10");
    const std::string columns = "<table:table-column table:default-cell-style-name='Child'/>"
                                "<table:table-column table:number-columns-repeated='2'/>"
                                "<table:table-column table:default-cell-style-name='own'/>";
    EXPECT_EQ(rows_text(columns + "<table:table-row>" + number("1") + number("2", "table:style-name='plain'") +
                            number("3", "table:style-name='Ring'") + number("4") +
                            "</table:table-row><table:table-row table:default-cell-style-name='own'>" + number("5") +
                            number("6") + "</table:table-row>",
                        automatic, common),
              "A1 number 1 percent struck\nB1 number 2 percent\nC1 number 3\nD1 number 4 number\nA2 number 5 number\n"
              "B2 number 6 number\n")
        << "the automatic N10 is not the common one";
}

TEST(Values, AStyleWithoutANameIsNobodys)
{
    const std::string nameless = "<number:percentage-style style:name='N10'><number:number/></number:percentage-style>"
                                 "<style:style style:family='table-cell' style:data-style-name='N10'/>";
    EXPECT_EQ(cells_text(number("1") + number("2", "table:style-name=''"), nameless), "A1 number 1\nB1 number 2\n");
}

TEST(Values, ThroughTheBuiltPlugin)
{
    const test::PluginUnderTest plugin("ods_reader");
    ASSERT_EQ(plugin.readers.size(), 1U);
    const Reader& reader = *plugin.readers.front();
    EXPECT_EQ(reader.card().name, "ods");
    const std::string bytes = OdsBuilder{table("<table:table-row>" + number("7") + "</table:table-row>")}.package();
    const Source source = source_of(bytes);
    EXPECT_EQ(reader.recognises(source), 100);
    Book book;
    reader.read(source, ReadLimits{}, book);
    EXPECT_EQ(book.format, "ods");
    EXPECT_EQ(test::book_text(book), "sheet Feuille1\nA1 number 7\n");
}

} // namespace
} // namespace bilan::ods
