// SPDX-License-Identifier: MPL-2.0
//
// The sample workbook written and read again by openpyxl; the same bytes everywhere; refusals.
#include "foreign_reader.hpp"
#include "support/plugin_under_test.hpp"
#include "support/sample_pages.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <iterator>
#include <limits>

namespace bilan::test {
namespace {

using support::TemporaryFolder;

const Writer& writer()
{
    static const PluginUnderTest plugin("xlsx_writer");
    return *plugin.writers.front();
}

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class Written : public testing::Test {
protected:
    void SetUp() override
    {
        if (!has_openpyxl()) GTEST_SKIP() << "openpyxl is not there: the file is not read back";
        writer().write(sample_workbook(), path_);
    }
    std::string ask(const std::string& program) { return ask_openpyxl(path_, program).output; }

    TemporaryFolder folder_;
    std::filesystem::path path_ = folder_.path() / "bilan de l été.xlsx";
};

TEST(XlsxWriter, IntroducesItself)
{
    const PluginUnderTest plugin("xlsx_writer");
    EXPECT_STREQ(plugin.card->name, "xlsx-writer");
    EXPECT_STREQ(plugin.card->version, "1.0.0");
    ASSERT_EQ(plugin.writers.size(), 1U);
    EXPECT_EQ(plugin.writers.front()->card().extension, "xlsx");
}

/// Whatever a partner called the file: no part of its name is a folder, a scheme, or the place within.
TEST(XlsxWriter, ALinkLeadsToACellOfAFileBesideIt)
{
    if (!has_openpyxl()) GTEST_SKIP() << "openpyxl is not there: the file is not read back";
    const TemporaryFolder folder;
    Workbook book = sample_workbook();
    book.sheets.back().cells.push_back({{90, 0}, Link{"'Année 1'!B3", "B3", "été 100 %20#1 a\\b http:x.xlsx"}, 0});
    writer().write(book, folder.path() / "x.xlsx");
    const std::string links =
        ask_openpyxl(folder.path() / "x.xlsx", "link = book.worksheets[-1]['A91'].hyperlink\nprint(link.target, "
                                               "link.location, book.worksheets[-1]['A91'].value)")
            .output;
    EXPECT_EQ(links, "été%20100%20%2520%231%20a%5Cb%20http%3Ax.xlsx 'Année 1'!B3 B3\n");
}

TEST_F(Written, SheetsTablesAndNames)
{
    EXPECT_EQ(ask("print(book.sheetnames)"), "['Synthèse', 'Sommaire', 'Âge et sexe', 'Part QPV', 'Actions']\n");
    EXPECT_EQ(ask("for s in book:\n  for t in s.tables.values(): print(t.name, t.ref, t.totalsRowCount, "
                  "t.autoFilter is not None)"),
              "T_sommaire A4:B8 None False\n"
              "T_emp_age_sexe A9:F16 1 False\n"
              "T_emp_part_qpv A8:E16 1 False\n"
              "T_emp_annees A45:D49 None False\n"
              "T_emp_actions A5:G48 1 True\n");
    EXPECT_EQ(ask("print(book.defined_names['ind_EMP01'].value if hasattr(book.defined_names, 'keys') else "
                  "[n.value for n in book.defined_names.definedName if n.name == 'ind_EMP01'][0])"),
              "'Synthèse'!$A$6\n");
}

TEST_F(Written, NumbersAreNumbersAndTextsTexts)
{
    EXPECT_EQ(ask("s = book['Actions']\nprint([type(s.cell(6, c).value).__name__ for c in range(1, 8)])"),
              "['str', 'str', 'str', 'datetime', 'int', 'int', 'int']\n");
    EXPECT_EQ(ask("s = book['Actions']\nprint(s['A6'].value, s['D6'].number_format, s['G6'].number_format)"),
              "00012345 dd/mm/yyyy #,##0\n");
    EXPECT_EQ(ask("c = formulas['Part QPV']['A13']\nprint(c.value, c.data_type)"), "=Coopérative +Emploi s\n");
    EXPECT_EQ(ask("print(book['Part QPV']['D13'].value, book['Part QPV']['B13'].value)"), "nc nc\n");
}

TEST_F(Written, FormulasCarryTheirValues)
{
    EXPECT_EQ(ask("print(formulas['Âge et sexe']['B16'].value, book['Âge et sexe']['B16'].value)"),
              "=SUBTOTAL(109,T_emp_age_sexe[Femmes]) 950\n");
    EXPECT_EQ(ask("print(formulas['Âge et sexe']['E10'].value, book['Âge et sexe']['E10'].value)"), "=B10/D10 0.52\n");
    EXPECT_EQ(ask("print([c.coordinate for s in formulas for r in s.iter_rows() for c in r "
                  "if c.data_type == 'f' and book[s.title][c.coordinate].value is None])"),
              "[]\n");
}

TEST_F(Written, PropertiesSayTheLanguageAndAFixedDate)
{
    EXPECT_EQ(ask("p = book.properties\nprint(p.title, '|', p.creator, '|', p.language, '|', p.created, p.modified)"),
              "Pilier emploi : bilan 2025 R&D | Service politique de la ville | fr-FR | 2025-01-01 00:00:00 "
              "2025-01-01 00:00:00\n");
    EXPECT_NE(ask("print(part('docProps/custom.xml'))").find("name=\"profil\""), std::string::npos);
    EXPECT_EQ(ask("print({i.date_time for i in zipfile.ZipFile(path).infolist()})"), "{(1980, 1, 1, 0, 0, 0)}\n");
}

TEST_F(Written, PrintsAsAsked)
{
    EXPECT_EQ(ask("s = book['Actions']\nprint(s.page_setup.orientation, s.page_setup.paperSize, "
                  "s.page_setup.fitToWidth, s.page_setup.fitToHeight, s.print_title_rows, s.freeze_panes, "
                  "s.sheet_view.showGridLines)"),
              "landscape 9 None 0 $5:$5 A6 False\n");
    EXPECT_EQ(ask("print(book.active.title, [s.sheet_state for s in book])"),
              "Synthèse ['visible', 'visible', 'visible', 'visible', 'visible']\n");
}

TEST_F(Written, ChartsHaveWordsLinesAndGaps)
{
    EXPECT_NE(ask("print(part('xl/drawings/drawing1.xml'))").find("descr=\"Les moins de 26 ans"), std::string::npos);
    const std::string columns = ask("print(part('xl/charts/chart5.xml'))");
    EXPECT_NE(columns.find("<c:lineChart><c:grouping val=\"standard\"/><c:ser>"), std::string::npos);
    EXPECT_NE(columns.find("<a:t>nc</a:t>"), std::string::npos) << "a missing bar says why";
    EXPECT_EQ(columns.find("en-US"), std::string::npos);
    const std::string bars = ask("print(part('xl/charts/chart4.xml'))");
    EXPECT_NE(bars.find("<c:trendlineType val=\"linear\"/>"), std::string::npos);
    EXPECT_NE(bars.find("<c:orientation val=\"maxMin\"/>"), std::string::npos);
    EXPECT_NE(bars.find("<c:min val=\"0\"/>"), std::string::npos);
    EXPECT_NE(bars.find("<c:pt idx=\"0\"><c:v>0.905</c:v></c:pt>"), std::string::npos) << "values of formulas are kept";
    EXPECT_EQ(bars.find("<c:pt idx=\"4\"><c:v>0</c:v>"), std::string::npos) << "what is missing is not zero";
    const std::string line = ask("print(part('xl/charts/chart6.xml'))");
    EXPECT_NE(line.find("<c:dispBlanksAs val=\"gap\"/>"), std::string::npos);
    EXPECT_EQ(line.find("<c:dPt>"), std::string::npos) << "the cell of the missing value is empty";
    const std::size_t values = line.find("<c:val>"); // of women, whose second year is missing
    EXPECT_NE(line.find("<c:pt idx=\"2\">", values), std::string::npos);
    EXPECT_GT(line.find("<c:pt idx=\"1\">", values), line.find("</c:val>", values));
}

TEST_F(Written, APlotAtASetPlaceLeavesTheLinesOfItsTitleFree)
{
    const auto top = [&](const std::string& subtitle) {
        Workbook book = sample_workbook();
        for (SheetPart& sheet : book.sheets)
            for (ChartPart& chart : sheet.charts) {
                chart.label_room = 120;
                chart.title = "Part du droit commun par contrat et périmètre";
                chart.subtitle = subtitle;
            }
        writer().write(book, path_);
        const std::string chart = ask("print(part('xl/charts/chart4.xml'))");
        const std::size_t place = chart.find("<c:y val=\"");
        return place == std::string::npos ? 0.0 : std::stod(chart.substr(place + 10));
    };
    const double one_line = top("N = 33 lignes");
    EXPECT_GT(one_line, 0.1);
    EXPECT_GT(top("N = 33 lignes connues sur 36 dans P1 · Source : 4 fichiers de partenaires · Valeurs manquantes : "
                  "Port-Fictif"),
              one_line + 0.04);
}

TEST_F(Written, ALineOverAWordIsCutThere)
{
    Workbook book = sample_workbook();
    for (SheetPart& sheet : book.sheets)
        for (ChartPart& chart : sheet.charts) {
            if (chart.type != ChartType::line) continue;
            chart.series.at(0).values.first_column = 1; // that of the table, where « nd » stands
            chart.series.at(0).values.last_column = 1;
        }
    writer().write(book, path_);
    EXPECT_NE(ask("print(part('xl/charts/chart6.xml'))").find("<c:dPt><c:idx val=\"1\"/><c:marker>"),
              std::string::npos);
}

TEST_F(Written, TextsThatLookLikeEscapesSurvive)
{
    Workbook book = sample_workbook();
    SheetCell& last = book.sheets[4].cells.emplace_back();
    last.at = {100, 0};
    last.value = std::string("a_x0041_b _x00e9_ _x1_");
    writer().write(book, path_);
    EXPECT_NE(ask("print(part('xl/sharedStrings.xml'))").find("<t>a_x005F_x0041_b _x005F_x00e9_ _x1_</t>"),
              std::string::npos);
}

TEST(XlsxWriter, SameBytesInEveryTimeZoneAndLocale)
{
    const TemporaryFolder folder;
    const std::filesystem::path here = folder.path() / "here.xlsx";
    writer().write(sample_workbook(), here);
    const std::string expected = bytes_of(here);
    ASSERT_GT(expected.size(), 10'000U);
    for (const char* surroundings : {"TZ=UTC LC_ALL=C", "TZ=Pacific/Auckland LC_ALL=fr_FR.UTF-8 TMPDIR=/nonexistent",
                                     "TZ=America/Caracas LC_ALL=C.utf8 HOME=/"}) {
        const std::filesystem::path there = folder.path() / "there.xlsx";
        const Answer answer = ask(std::string(surroundings) + " " BILAN_WRITE_SAMPLE " " + there.string());
        EXPECT_EQ(answer.status, 0) << answer.output;
        EXPECT_EQ(answer.output, "") << "neither lint nor library has anything to say";
        EXPECT_TRUE(bytes_of(there) == expected) << surroundings;
    }
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder.path())) files += entry.exists() ? 1U : 0U;
    EXPECT_EQ(files, 2U) << "no temporary file stays";
}

TEST(XlsxWriter, RefusesWhatItCannotWrite)
{
    const TemporaryFolder folder;
    const auto problem_of = [&](const std::function<void(Workbook&)>& spoil) {
        Workbook book = sample_workbook();
        spoil(book);
        try {
            writer().write(book, folder.path() / "x.xlsx");
        } catch (const Refusal& refusal) {
            return refusal.problem();
        }
        return Problem{};
    };
    const auto code_of = [&](const std::function<void(Workbook&)>& spoil) { return problem_of(spoil).code; };
    EXPECT_EQ(code_of([](Workbook&) {}), "");
    EXPECT_EQ(code_of([](Workbook& book) { book.sheets[0].name.clear(); }), "BIL-403");
    EXPECT_EQ(code_of([](Workbook& book) { book.sheets[0].name = "a/b"; }), "BIL-403");
    EXPECT_EQ(code_of([](Workbook& book) { book.sheets[1].name = "synthèse"; }), "BIL-403");
    EXPECT_EQ(code_of([](Workbook& book) { book.sheets[0].cells[0].value = std::string(40'000, 'x'); }), "BIL-404");
    EXPECT_EQ(code_of([](Workbook& book) { book.names[0].name = std::string(200, 'x'); }), "BIL-407");
    EXPECT_EQ(code_of([](Workbook& book) { book.properties.created = "hier"; }), "BIL-409");
    EXPECT_EQ(code_of([](Workbook& book) { book.properties.created = "1970-01-01T00:00:00Z"; }), "BIL-409");
    const Problem nan =
        problem_of([](Workbook& book) { book.sheets[0].cells[3].value = std::numeric_limits<double>::quiet_NaN(); });
    EXPECT_EQ(nan.code, "BIL-410");
    EXPECT_EQ(nan.place.sheet, "Synthèse");
    EXPECT_TRUE(nan.place.row && nan.place.column);
}

TEST(XlsxWriter, RefusesAFolderThatIsNotThere)
{
    try {
        writer().write(sample_workbook(), "/nonexistent/folder/x.xlsx");
        FAIL() << "written to nowhere";
    } catch (const Refusal& refusal) {
        EXPECT_EQ(refusal.problem().code, "BIL-400");
        EXPECT_EQ(refusal.problem().place.file, "/nonexistent/folder/x.xlsx");
    }
}

TEST(XlsxWriter, AFullDiskIsARefusal)
{
    if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "/dev/full is not there";
    EXPECT_THROW(writer().write(sample_workbook(), "/dev/full"), Refusal);
}

} // namespace
} // namespace bilan::test
