// SPDX-License-Identifier: MPL-2.0
//
// Every check of the lint: a sound workbook spoiled in one way, and the one problem that must be found.
#include "support/sample_pages.hpp"
#include "workbook/lint.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <limits>
#include <ostream>

namespace bilan::workbook {
namespace {

struct Spoiled {
    const char* name;
    const char* code;
    std::function<void(Workbook&)> spoil;
};

void PrintTo(const Spoiled& spoiled, std::ostream* out)
{
    *out << spoiled.name;
}

constexpr std::size_t synthesis = 0;
constexpr std::size_t contents = 1;
constexpr std::size_t ages = 2;

SheetCell& cell(Workbook& book, std::size_t sheet, const std::function<bool(const SheetCell&)>& wanted)
{
    for (SheetCell& entry : book.sheets[sheet].cells)
        if (wanted(entry)) return entry;
    throw std::runtime_error("no such cell");
}

template <typename Kind>
SheetCell& cell_of(Workbook& book, std::size_t sheet)
{
    return cell(book, sheet, [](const SheetCell& entry) { return std::holds_alternative<Kind>(entry.value); });
}

TablePart& table(Workbook& book)
{
    return book.sheets[ages].tables.front();
}

ChartPart& chart(Workbook& book)
{
    return book.sheets[ages].charts.front();
}

const Spoiled spoiled[] = {
    {"NoSheet", "BIL-700", [](Workbook& book) { book.sheets.clear(), book.names.clear(); }},
    {"SheetNameTooLong", "BIL-701", [](Workbook& book) { book.sheets[4].name = std::string(32, 'x'); }},
    {"SheetNameWithStar", "BIL-701", [](Workbook& book) { book.sheets[4].name = "a*b"; }},
    {"SheetNameWithApostrophe", "BIL-701", [](Workbook& book) { book.sheets[4].name = "l'un"; }},
    {"SheetNameReserved", "BIL-701", [](Workbook& book) { book.sheets[4].name = "HISTORY"; }},
    {"RuleOutsideTheSheet", "BIL-779",
     [](Workbook& book) {
         InputRule rule;
         rule.cells = {0, 16'384, 0, 16'384};
         book.sheets[ages].input_rules.push_back(rule);
     }},
    {"RuleWithoutItsList", "BIL-779",
     [](Workbook& book) {
         InputRule rule;
         rule.takes = Takes::list;
         rule.list = "'Nulle part'!$A$1:$A$2";
         book.sheets[ages].input_rules.push_back(rule);
     }},
    {"RuleThatSaysTooMuch", "BIL-779",
     [](Workbook& book) {
         InputRule rule;
         rule.title = std::string(33, 'x');
         book.sheets[ages].input_rules.push_back(rule);
     }},
    {"SheetNameTwice", "BIL-702",
     [](Workbook& book) {
         book.sheets.push_back(book.sheets[4]), book.sheets.back().tables.clear(), book.sheets.back().name = "ACTIONS";
     }},
    {"NoTitle", "BIL-703", [](Workbook& book) { book.sheets[ages].cells.front().value = std::string(" "); }},
    {"CellTwice", "BIL-704",
     [](Workbook& book) {
         book.sheets[ages].cells.insert(book.sheets[ages].cells.begin(), book.sheets[ages].cells.front());
     }},
    {"CellOutside", "BIL-704",
     [](Workbook& book) {
         book.sheets[ages].cells.push_back({{1'048'576, 0}, 1.0, 0});
     }},
    {"NotANumber", "BIL-705",
     [](Workbook& book) { cell_of<double>(book, ages).value = std::numeric_limits<double>::quiet_NaN(); }},
    {"DateTooLate", "BIL-705", [](Workbook& book) { cell_of<double>(book, ages).value = Date{2'958'466}; }},
    {"TextTooLong", "BIL-706", [](Workbook& book) { book.sheets[ages].cells[1].value = std::string(32'768, 'x'); }},
    {"TextWithControl", "BIL-706", [](Workbook& book) { book.sheets[ages].cells[1].value = std::string("a\x01"); }},
    {"TextNotUtf8", "BIL-706", [](Workbook& book) { book.sheets[ages].cells[1].value = std::string("\xFF"); }},
    {"StyleUnknown", "BIL-707", [](Workbook& book) { book.sheets[ages].cells[1].style = 9999; }},
    {"FormulaWithEquals", "BIL-708",
     [](Workbook& book) {
         cell_of<double>(book, ages).value = Formula{"=A1", 1.0};
     }},
    {"FormulaWithInfinity", "BIL-708",
     [](Workbook& book) {
         cell_of<double>(book, ages).value = Formula{"A1", std::numeric_limits<double>::infinity()};
     }},
    {"FormulaOutside", "BIL-709",
     [](Workbook& book) {
         cell_of<double>(book, ages).value = Formula{"'[autre.xlsx]F'!A1", 1.0};
     }},
    {"FormulaOfAnIndexedBook", "BIL-709",
     [](Workbook& book) {
         cell_of<double>(book, ages).value = Formula{"[1]F!A1", 1.0};
     }},
    {"LinkToNowhere", "BIL-710",
     [](Workbook& book) { std::get<Link>(cell_of<Link>(book, contents).value).target = "'Ailleurs'!A1"; }},
    {"NameToNowhere", "BIL-710", [](Workbook& book) { book.names.front().formula = "='Ailleurs'!$A$1"; }},
    {"MergeInTable", "BIL-712",
     [](Workbook& book) {
         const CellRange range = table(book).range;
         book.sheets[ages].merges.push_back({range.first_row, 0, range.first_row, 1});
     }},
    {"MergeOfOneCell", "BIL-712",
     [](Workbook& book) {
         book.sheets[ages].merges.push_back({500, 0, 500, 0});
     }},
    {"MergesOverlap", "BIL-712",
     [](Workbook& book) {
         book.sheets[ages].merges.push_back({500, 0, 500, 2}), book.sheets[ages].merges.push_back({500, 2, 500, 3});
     }},
    {"NameLikeACell", "BIL-713", [](Workbook& book) { book.names.front().name = "AB12"; }},
    {"NameLikeR1C1", "BIL-713", [](Workbook& book) { book.names.front().name = "R1C1"; }},
    {"NameWithSpace", "BIL-713", [](Workbook& book) { book.names.front().name = "ind EMP"; }},
    {"NameOfATable", "BIL-713", [](Workbook& book) { book.names.front().name = "t_EMP_AGE_SEXE"; }},
    {"HeaderEmpty", "BIL-714", [](Workbook& book) { table(book).columns[1].header = ""; }},
    {"HeaderUnlikeItsCell", "BIL-714", [](Workbook& book) { table(book).columns[1].header = "Autre"; }},
    {"HeaderTwice", "BIL-714", [](Workbook& book) { table(book).columns[1].header = "hommes"; }},
    {"TableWithoutRows", "BIL-715", [](Workbook& book) { table(book).range.last_row = table(book).range.first_row; }},
    {"TableWithTooFewColumns", "BIL-715", [](Workbook& book) { table(book).columns.pop_back(); }},
    {"TablesTouch", "BIL-716",
     [](Workbook& book) {
         TablePart other = book.sheets[4].tables.front();
         other.name = "T_autre";
         other.range.first_column += 7;
         other.range.last_column += 7;
         book.sheets[4].tables.push_back(other);
     }},
    {"CellUnderTable", "BIL-717",
     [](Workbook& book) {
         std::vector<SheetCell>& cells = book.sheets[contents].cells;
         cells.push_back({{book.sheets[contents].tables[0].range.last_row + 1, 0}, std::string("note"), 0});
     }},
    {"TotalUnlikeItsCell", "BIL-718", [](Workbook& book) { table(book).columns[1].total->value = 1.0; }},
    {"TotalLabelUnlikeItsCell", "BIL-718", [](Workbook& book) { table(book).columns[0].total_label = "Somme"; }},
    {"TotalOfAnUnknownFunction", "BIL-718", [](Workbook& book) { table(book).columns[1].total_function = "median"; }},
    {"ChartWithoutWords", "BIL-719", [](Workbook& book) { chart(book).alternative_text = " "; }},
    {"ChartWithoutTitle", "BIL-720", [](Workbook& book) { chart(book).title.clear(); }},
    {"ChartWithoutSeries", "BIL-721", [](Workbook& book) { chart(book).series.clear(); }},
    {"ChartOfNoSheet", "BIL-721", [](Workbook& book) { chart(book).series[0].sheet = "Ailleurs"; }},
    {"ChartOfUnequalRanges", "BIL-721", [](Workbook& book) { ++chart(book).series[0].values.last_row; }},
    {"BarsNotFromZero", "BIL-722", [](Workbook& book) { chart(book).value_minimum = 10; }},
    {"DoughnutOfSixSlices", "BIL-723", [](Workbook& book) { chart(book).type = ChartType::doughnut; }},
    {"ChartOverTable", "BIL-724", [](Workbook& book) { chart(book).at.column = 3; }},
    {"ChartReachesTable", "BIL-724",
     [](Workbook& book) {
         chart(book).at = {0, 0};
     }},
    {"ColourAlone", "BIL-725", [](Workbook& book) { chart(book).legend = false; }},
    {"TooFaint", "BIL-726",
     [](Workbook& book) {
         book.styles[1].ink = {0xBB, 0xBB, 0xBB};
     }},
    {"Portrait", "BIL-727", [](Workbook& book) { book.sheets[synthesis].print.landscape = false; }},
    {"TwoPagesWide", "BIL-727", [](Workbook& book) { book.sheets[synthesis].print.pages_wide = 2; }},
    {"Gridlines", "BIL-727", [](Workbook& book) { book.sheets[synthesis].gridlines = true; }},
    {"FooterTooLong", "BIL-727", [](Workbook& book) { book.sheets[synthesis].print.footer = std::string(256, 'x'); }},
    {"ColumnTooWide", "BIL-728", [](Workbook& book) { book.sheets[synthesis].widths[0].characters = 256; }},
    {"RowTooHigh", "BIL-728", [](Workbook& book) { book.sheets[synthesis].heights[0].points = 410; }},
    {"ZoomTooSmall", "BIL-728", [](Workbook& book) { book.sheets[synthesis].zoom = 5; }},
    {"FontOfNoSize", "BIL-728", [](Workbook& book) { book.styles[1].size = std::numeric_limits<double>::quiet_NaN(); }},
    {"NoDocumentTitle", "BIL-729", [](Workbook& book) { book.properties.title.clear(); }},
    {"NoCreation", "BIL-729", [](Workbook& book) { book.properties.created.clear(); }},
    {"CreationIsNow", "BIL-729", [](Workbook& book) { book.properties.created = "1970-01-01T00:00:00Z"; }},
    {"CreationOnNoDay", "BIL-729", [](Workbook& book) { book.properties.created = "2025-02-30T00:00:00Z"; }},
    {"NoLanguage", "BIL-729", [](Workbook& book) { book.properties.language = "<fr>"; }},
    {"CustomPropertyTwice", "BIL-729", [](Workbook& book) { book.properties.custom.emplace_back("Profil", "x"); }},
};

class Lint : public testing::TestWithParam<Spoiled> {};

TEST_P(Lint, FindsTheFault)
{
    Workbook book = test::sample_workbook();
    GetParam().spoil(book);
    std::vector<std::string> codes;
    for (const LintProblem& problem : lint(book)) codes.push_back(problem.message.code);
    EXPECT_NE(std::find(codes.begin(), codes.end(), GetParam().code), codes.end()) << testing::PrintToString(codes);
}

INSTANTIATE_TEST_SUITE_P(Faults, Lint, testing::ValuesIn(spoiled),
                         [](const testing::TestParamInfo<Spoiled>& one) { return std::string(one.param.name); });

TEST(LintMessages, NameThePlaceAndWhatToDo)
{
    Workbook book = test::sample_workbook();
    chart(book).alternative_text.clear();
    const std::vector<LintProblem> problems = lint(book);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].place, "Âge et sexe › H9");
    EXPECT_EQ(base::render(problems[0].message, base::Language::french),
              "Le graphique n'a pas de texte de remplacement. Dites son message en une phrase.");
    EXPECT_EQ(base::render(problems[0].message, base::Language::english),
              "The chart has no alternative text. Say its message in one sentence.");
}

TEST(LintMessages, TooManyLinksAreCounted)
{
    Workbook book = test::sample_workbook();
    SheetPart& sheet = book.sheets[contents];
    sheet.tables.clear();
    for (std::uint32_t row = 0; row < 65'531; ++row)
        sheet.cells.push_back({{1000 + row, 0}, Link{"'Synthèse'!A1", "x"}, 0});
    const std::vector<LintProblem> problems = lint(book);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].message.code, "BIL-711");
    EXPECT_EQ(problems[0].message.arguments, std::vector<std::string>{"65535"});
}

} // namespace
} // namespace bilan::workbook
