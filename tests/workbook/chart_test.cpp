// SPDX-License-Identifier: MPL-2.0
//
// Charts that are more than their columns, and shaded cells: what stands in the table for them, what the chart draws,
// what is said when the values cannot be drawn, and what the lint finds in them.
#include "support/sample_pages.hpp"
#include "support/sheet_reading.hpp"
#include "workbook/lint.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <ostream>

namespace bilan::workbook {
namespace {

using test::formula_at;
using test::number_at;
using test::one_page;
using test::text_at;

Table table_of(std::vector<Column> columns, std::vector<std::vector<Value>> rows)
{
    Table table;
    table.id = "essai";
    table.title = "Essai";
    table.columns = std::move(columns);
    table.rows = std::move(rows);
    return table;
}

Chart chart_of(ChartKind kind, std::vector<std::size_t> series)
{
    Chart chart;
    chart.kind = kind;
    chart.title = "Essai, Valmont, 2025";
    chart.alternative_text = "Ce que montre le graphique.";
    chart.series_columns = std::move(series);
    return chart;
}

Table with(Table table, Chart chart)
{
    table.charts.push_back(std::move(chart));
    return table;
}

Table steps()
{
    return table_of({test::column("Étape", ColumnKind::text), test::column("Personnes", ColumnKind::integer)},
                    {{std::string("Entrées"), 120.0},
                     {std::string("En cours"), -32.0},
                     {std::string("Sorties"), 88.0},
                     {std::string("Perdues de vue"), -2.0},
                     {std::string("Connues"), 86.0}});
}

Table waterfall()
{
    Chart chart = chart_of(ChartKind::waterfall, {1});
    chart.total_rows = {0, 2, 4};
    return with(steps(), chart);
}

Table opinions()
{
    return table_of({test::column("Affirmation", ColumnKind::text), test::column("Non", ColumnKind::rate),
                     test::column("Neutre", ColumnKind::rate), test::column("Oui", ColumnKind::rate)},
                    {{std::string("Pilotage"), 0.3, 0.1, 0.6}, {std::string("Moyens"), 0.55, 0.15, 0.3}});
}

Table costs()
{
    return table_of({test::column("Action", ColumnKind::text), test::column("Personnes", ColumnKind::integer),
                     test::column("Coût (€)", ColumnKind::euro)},
                    {{std::string("A"), 10.0, 4000.0},
                     {std::string("B"), 30.0, data::State::not_given},
                     {std::string("C"), 20.0, 9000.0},
                     {std::string("D"), 25.0, 7000.0}});
}

const ChartPart& drawn(const Workbook& book)
{
    return book.sheets.front().charts.at(0);
}

CellPosition first_cell(const Workbook& book)
{
    return {book.sheets.front().tables.front().range.first_row + 1, 0};
}

/// The first column that only the chart needs: it is not printed.
std::uint32_t aside(const Workbook& book)
{
    const SheetPart& sheet = book.sheets.front();
    const std::uint32_t header = sheet.tables.front().range.first_row;
    std::uint32_t first = 0;
    for (const SheetCell& cell : sheet.cells)
        if (cell.at.row == header && !sheet.print.area->contains(cell.at)) first = first == 0 ? cell.at.column : first;
    return first;
}

std::string note_of(const Workbook& book)
{
    for (const SheetCell& cell : book.sheets.front().cells)
        if (const auto* text = std::get_if<std::string>(&cell.value);
            text != nullptr && (text->starts_with("Graph") || text->starts_with("Chart")))
            return *text;
    return "";
}

TEST(Waterfall, StandsOnLevelsThatFollowTheTable)
{
    const Workbook book = one_page(waterfall());
    const SheetPart& sheet = book.sheets.front();
    const auto [row, column] = first_cell(book);
    EXPECT_EQ(sheet.tables.front().columns.size(), 2U) << "what only the chart needs is no part of the table";
    const std::uint32_t base = aside(book);
    EXPECT_GT(base, sheet.charts.front().at.column) << "right of the chart";
    EXPECT_EQ(text_at(sheet, {row - 1, base}), "Socle (invisible)");
    EXPECT_EQ(text_at(sheet, {row + 5, base}), "Pour le graphique seulement\u00A0; non imprimé.");
    EXPECT_EQ(number_at(sheet, {row + 1, base}), 88) << "the change hangs from 120 to 88";
    EXPECT_EQ(formula_at(sheet, {row + 1, base}), "MIN(SUM(B" + std::to_string(row + 1) + ":B" +
                                                      std::to_string(row + 1) + "),SUM(B" + std::to_string(row + 1) +
                                                      ":B" + std::to_string(row + 2) + "))");
    EXPECT_EQ(number_at(sheet, {row, base + 1}), 120);
    EXPECT_EQ(number_at(sheet, {row + 1, base + 2}), 32) << "a fall has a height and no sign";
    EXPECT_EQ(number_at(sheet, {row + 3, base + 2}), 2);
    const ChartPart& chart = drawn(book);
    EXPECT_EQ(chart.type, ChartType::column);
    EXPECT_EQ(chart.stacking, Stacking::stacked);
    ASSERT_EQ(chart.series.size(), 3U) << "nothing rises, and the legend does not say so";
    EXPECT_TRUE(chart.series[0].invisible);
    EXPECT_EQ(chart.series[1].values.first_column, base + 1);
    EXPECT_EQ(chart.series[2].name, "Baisse");
    EXPECT_EQ(chart.series[2].label_format, "\u2212#,##0;;");
    EXPECT_EQ(chart.value_minimum, 0);
    EXPECT_TRUE(lint(book).empty());
}

TEST(Waterfall, ShowsRisesWhereThereAreAny)
{
    Table table = waterfall();
    table.rows[3][1] = 4.0;
    table.rows[4][1] = 92.0;
    const Workbook book = one_page(table);
    ASSERT_EQ(drawn(book).series.size(), 4U);
    EXPECT_EQ(drawn(book).series[2].name, "Hausse");
    EXPECT_EQ(number_at(book.sheets.front(), {first_cell(book).row + 3, aside(book) + 2}), 4);
}

/// Actions that have not begun: nobody came, nobody left. What lifts the steps is no series that a legend must name.
TEST(Waterfall, OfZerosStopsNoWorkbook)
{
    Table table = waterfall();
    for (auto& row : table.rows) row[1] = 0.0;
    const Workbook book = one_page(table);
    ASSERT_EQ(drawn(book).series.size(), 2U) << "the base, and the levels";
    EXPECT_FALSE(drawn(book).legend);
    EXPECT_TRUE(lint(book).empty());
}

TEST(Waterfall, AStepThatIsNotKnownLeavesTheRestWithoutALevel)
{
    Table table = waterfall();
    table.rows[1][1] = data::State::not_given;
    const Workbook book = one_page(table);
    const auto [row, column] = first_cell(book);
    EXPECT_EQ(text_at(book.sheets.front(), {row + 1, aside(book)}), "nc");
    EXPECT_EQ(number_at(book.sheets.front(), {row + 2, aside(book) + 1}), 88) << "a level is known by itself";
    EXPECT_EQ(note_of(book), "");
}

TEST(Waterfall, StepsThatDoNotMakeTheWholeAreNotDrawn)
{
    Table table = waterfall();
    table.columns[1].kind = ColumnKind::decimal;
    table.rows[0][1] = 1200.123456789;
    const Workbook book = one_page(table);
    EXPECT_TRUE(book.sheets.front().charts.empty());
    EXPECT_EQ(note_of(book),
              "Graphique «\u00A0Essai, Valmont, 2025\u00A0» non dessiné\u00A0: pour «\u00A0Sorties\u00A0», "
              "le total est 88,0 et ses parties font 1\u202F168,1. Montrez l'écart comme une part ou une "
              "étape de plus.");
    EXPECT_EQ(note_of(one_page(table, base::Language::english)).find("the whole is 88.0 and its parts come to 1,168.1"),
              std::string("Chart \"Essai, Valmont, 2025\" not drawn: for \"Sorties\" ").size());
    table.rows[0][1] = 30.0;
    table.charts.front().total_rows = {0};
    EXPECT_EQ(note_of(one_page(table)),
              "Graphique «\u00A0Essai, Valmont, 2025\u00A0» non dessiné\u00A0: «\u00A0En "
              "cours\u00A0» a une valeur négative (-2,0). Vérifiez cette valeur à sa source.");
}

TEST(Likert, StandsAroundItsMiddle)
{
    Chart chart = chart_of(ChartKind::likert, {1, 2, 3});
    chart.neutral_column = 2;
    const Workbook book = one_page(with(opinions(), chart));
    const auto [row, column] = first_cell(book);
    EXPECT_NEAR(number_at(book.sheets.front(), {row, aside(book)}).value(), 1 - 0.3 - 0.05, 1e-12);
    EXPECT_EQ(formula_at(book.sheets.front(), {row, aside(book)}),
              "1-B" + std::to_string(row + 1) + "-C" + std::to_string(row + 1) + "/2");
    const ChartPart& part = drawn(book);
    ASSERT_EQ(part.series.size(), 4U);
    EXPECT_TRUE(part.series[0].invisible);
    EXPECT_EQ(part.series[1].name, "Non");
    EXPECT_EQ(part.series[2].name, "Neutre");
    EXPECT_NEAR(part.value_minimum.value(), 0.3, 1e-9) << "the longest side is 0.65, rounded up to 0.7";
    EXPECT_NEAR(part.value_maximum.value(), 1.7, 1e-9);
    EXPECT_TRUE(lint(book).empty());
    Table above_one = with(opinions(), chart);
    above_one.rows[1][3] = 0.6123456789;
    EXPECT_NE(note_of(one_page(above_one)).find("le total est 100,0\u00A0% et ses parties font 131,2\u00A0%"),
              std::string::npos)
        << note_of(one_page(above_one));
}

TEST(Pyramid, TurnsTheFirstColumnToTheLeft)
{
    Table table =
        table_of({test::column("Âge", ColumnKind::text), test::column("Femmes", ColumnKind::integer),
                  test::column("Hommes", ColumnKind::integer)},
                 {{std::string("Moins de 26 ans"), 312.0, 288.0}, {std::string("26 ans et plus"), 81.0, 97.0}});
    const Workbook book = one_page(with(table, chart_of(ChartKind::pyramid, {1, 2})));
    const auto [row, column] = first_cell(book);
    EXPECT_EQ(number_at(book.sheets.front(), {row, aside(book)}), -312);
    EXPECT_EQ(formula_at(book.sheets.front(), {row, aside(book)}), "-B" + std::to_string(row + 1));
    EXPECT_TRUE(drawn(book).facing);
    EXPECT_EQ(drawn(book).series[0].name, "Femmes");
    EXPECT_EQ(drawn(book).series[0].label_format, "#,##0;#,##0") << "people are not negative";
    EXPECT_TRUE(lint(book).empty());
    table.rows[0][1] = -3.0;
    EXPECT_EQ(
        note_of(one_page(with(table, chart_of(ChartKind::pyramid, {1, 2})))),
        "Graphique «\u00A0Essai, Valmont, 2025\u00A0» non dessiné\u00A0: «\u00A0Femmes\u00A0» a une valeur négative "
        "(-3). Vérifiez cette valeur à sa source.");
}

TEST(Chart, WithoutAValueIsNoEmptyFrame)
{
    const Table table =
        table_of({test::column("Porteur", ColumnKind::text), test::column("Femmes", ColumnKind::integer)},
                 {{std::string("Avenir"), data::State::no_column}, {std::string("Cap"), data::State::no_column}});
    const Workbook book = one_page(with(table, chart_of(ChartKind::bars, {1})));
    EXPECT_TRUE(book.sheets.front().charts.empty());
    EXPECT_EQ(
        note_of(book),
        "Graphique «\u00A0Essai, Valmont, 2025\u00A0» non dessiné\u00A0: aucune valeur n'est connue, ou "
        "elles sont masquées. Voyez la cause dans le tableau\u00A0; demandez aux partenaires celles qui manquent.");
    EXPECT_TRUE(lint(book).empty());
}

TEST(Chart, ABarOfAHundredPercentHasAnAxisOfSharesAndNoAmounts)
{
    const Table table = table_of({test::column("Porteur", ColumnKind::text), test::column("G0", ColumnKind::euro),
                                  test::column("G1", ColumnKind::euro)},
                                 {{std::string("Avenir"), 3000.0, 5000.0}, {std::string("Cap"), 1000.0, 2000.0}});
    const Workbook book = one_page(with(table, chart_of(ChartKind::share_bars, {1, 2})));
    const ChartPart& part = drawn(book);
    EXPECT_EQ(part.value_format, "0%");
    ASSERT_EQ(part.series.size(), 2U);
    for (const ChartSeries& series : part.series) EXPECT_FALSE(series.labels);
}

TEST(Dots, HaveAHeightForEachRowThatIsKnown)
{
    const Workbook book = one_page(with(costs(), chart_of(ChartKind::dots, {2})));
    const ChartPart& part = drawn(book);
    EXPECT_EQ(part.type, ChartType::scatter);
    EXPECT_TRUE(part.rows_as_heights);
    ASSERT_EQ(part.series.size(), 1U);
    EXPECT_EQ(part.series[0].heights, (std::vector<double>{4, 2, 1})) << "the first row is on top";
    const std::uint32_t row = first_cell(book).row;
    EXPECT_EQ(part.series[0].rows, (std::vector<Span>{{row, row}, {row + 2, row + 3}}));
    EXPECT_EQ(part.row_names.first_column, 0U);
    EXPECT_TRUE(lint(book).empty());
}

TEST(Line, HasAGapWhereAValueIsMissingAndLeavesOutWhatHasNoPlace)
{
    Table table;
    table.id = "annees";
    table.title = "Essai, Valmont, 2025";
    table.columns = {{"Exercice", ColumnKind::year},
                     {"Femmes", ColumnKind::integer},
                     {"Hommes", ColumnKind::integer},
                     {"Autres", ColumnKind::integer}};
    const data::State missing = data::State::not_given;
    table.rows = {{2023.0, 5.0, 4.0, missing},
                  {2024.0, missing, 6.0, missing},
                  {2025.0, 7.0, 8.0, missing},
                  {data::State::no_column, 9.0, 10.0, 1.0}};
    const Workbook book = one_page(with(std::move(table), chart_of(ChartKind::line, {1, 2, 3})));
    const SheetPart& sheet = book.sheets.front();
    const auto [row, column] = first_cell(book);
    const ChartPart& part = drawn(book);
    ASSERT_EQ(part.series.size(), 2U) << "the third has no point in any year";
    EXPECT_EQ(part.series[0].name, "Femmes");
    const std::uint32_t made = part.series[0].values.first_column;
    EXPECT_EQ(made, aside(book)) << "a text would be drawn as 0";
    EXPECT_EQ(formula_at(sheet, {row, made}), "B" + std::to_string(row + 1));
    EXPECT_EQ(number_at(sheet, {row, made}), 5);
    const SheetCell* const gap = test::at(sheet, {row + 1, made});
    EXPECT_TRUE(gap == nullptr || std::holds_alternative<std::monostate>(gap->value));
    EXPECT_EQ(part.series[1].values.first_column, 2U) << "nothing is missing there";
    for (const ChartSeries& series : part.series) EXPECT_EQ(series.values.last_row, row + 2) << "no year, no place";
    EXPECT_TRUE(lint(book).empty());
}

TEST(Scatter, DrawsTheRowsThatHaveBothNumbers)
{
    const Workbook book = one_page(with(costs(), chart_of(ChartKind::scatter, {1, 2})));
    const ChartPart& part = drawn(book);
    ASSERT_EQ(part.series.size(), 1U);
    const std::uint32_t row = first_cell(book).row;
    EXPECT_EQ(part.series[0].rows, (std::vector<Span>{{row, row}, {row + 2, row + 3}}));
    EXPECT_EQ(part.series[0].categories.first_column, 1U);
    EXPECT_EQ(part.series[0].values.first_column, 2U);
    ASSERT_TRUE(part.series[0].point_labels);
    EXPECT_EQ(part.series[0].point_labels->first_column, 0U);
    EXPECT_EQ(part.category_title, "Personnes");
    EXPECT_EQ(part.value_title, "Coût (€)");
    EXPECT_EQ(part.category_minimum, 0);
    EXPECT_TRUE(lint(book).empty());
}

TEST(Heat, ShadesTheRowsOfItsColumnsOnOneScale)
{
    Table table = costs();
    table.columns[0].total = Total::label;
    table.columns[1].total = Total::sum;
    table.heat_columns = {1, 2};
    const Workbook book = one_page(table);
    ASSERT_EQ(book.sheets.front().shadings.size(), 1U);
    const ShadedCells& shading = book.sheets.front().shadings.front();
    const std::uint32_t row = first_cell(book).row;
    ASSERT_EQ(shading.ranges.size(), 2U);
    EXPECT_EQ(shading.ranges[0].first_row, row);
    EXPECT_EQ(shading.ranges[0].last_row, row + 3) << "the total is not among them";
    EXPECT_EQ(shading.ranges[1].first_column, 2U);
    EXPECT_EQ(shading.highest, Theme{}.heat);
    EXPECT_TRUE(lint(book).empty());
}

TEST(Heat, AColumnThatNobodyFilledInHasNothingToShade)
{
    Table table = costs();
    for (auto& row : table.rows) row[2] = data::State::not_available;
    table.columns[0].total = Total::label;
    table.columns[1].total = Total::sum;
    table.heat_columns = {2};
    EXPECT_TRUE(one_page(table).sheets.front().shadings.empty());
    EXPECT_TRUE(lint(one_page(table)).empty());
    table.heat_columns = {1, 2};
    EXPECT_EQ(one_page(table).sheets.front().shadings.size(), 1U);
    EXPECT_TRUE(lint(one_page(table)).empty());
}

struct Spoiled {
    const char* name;
    const char* code;
    std::function<void(Workbook&)> spoil;
};
void PrintTo(const Spoiled& spoiled, std::ostream* out)
{
    *out << spoiled.name;
}

ShadedCells& shading(Workbook& book)
{
    return book.sheets.front().shadings.front();
}
ChartPart& points(Workbook& book)
{
    return book.sheets.front().charts.front();
}
ChartPart& dots(Workbook& book)
{
    return book.sheets.front().charts.back();
}

const Spoiled spoiled[] = {
    {"ShadedHeader", "BIL-797", [](Workbook& book) { --shading(book).ranges[0].first_row; }},
    {"ShadedTotal", "BIL-797", [](Workbook& book) { ++shading(book).ranges[0].last_row; }},
    {"ShadedBeside", "BIL-797", [](Workbook& book) { shading(book).ranges[0].last_column = 9; }},
    {"ShadedTwice", "BIL-797", [](Workbook& book) { shading(book).ranges[1] = shading(book).ranges[0]; }},
    {"ShadedBackwards", "BIL-797", [](Workbook& book) { shading(book).ranges[0].last_row = 0; }},
    {"ShadedNothing", "BIL-797", [](Workbook& book) { shading(book).ranges.clear(); }},
    {"ShadedWords", "BIL-797",
     [](Workbook& book) {
         shading(book).ranges.resize(1);
         shading(book).ranges[0].first_column = shading(book).ranges[0].last_column = 0;
     }},
    {"ShadedTooDark", "BIL-726",
     [](Workbook& book) {
         shading(book).highest = {0x30, 0x40, 0x50};
     }},
    {"PointWithoutANumber", "BIL-798", [](Workbook& book) { ++points(book).series[0].rows[0].last; }},
    {"PointOutside", "BIL-798",
     [](Workbook& book) {
         points(book).series[0].rows[0] = {0, 0};
     }},
    {"PointsBackwards", "BIL-798",
     [](Workbook& book) { std::swap(points(book).series[0].rows[1].first, points(book).series[0].rows[1].last); }},
    {"PointsOfAColumnOfWords", "BIL-798",
     [](Workbook& book) {
         points(book).series[0].categories.first_column = points(book).series[0].categories.last_column = 0;
     }},
    {"PointsWithoutNames", "BIL-798", [](Workbook& book) { --points(book).series[0].point_labels->last_row; }},
    {"HeightMissing", "BIL-798", [](Workbook& book) { dots(book).series[0].heights.pop_back(); }},
    {"RowsWithoutNames", "BIL-798",
     [](Workbook& book) {
         dots(book).row_names = {500, 0, 503, 0};
     }},
    {"NoTitleAcross", "BIL-799", [](Workbook& book) { points(book).category_title = " "; }},
    {"NoTitleUp", "BIL-799", [](Workbook& book) { points(book).value_title.clear(); }},
};

class ChartLint : public testing::TestWithParam<Spoiled> {};

TEST_P(ChartLint, FindsTheFault)
{
    Table table = with(with(costs(), chart_of(ChartKind::scatter, {1, 2})), chart_of(ChartKind::dots, {2}));
    table.columns[0].total = Total::label;
    table.columns[1].total = Total::sum;
    table.heat_columns = {1, 2};
    Workbook book = one_page(table);
    ASSERT_TRUE(lint(book).empty());
    GetParam().spoil(book);
    std::vector<std::string> codes;
    for (const LintProblem& problem : lint(book)) codes.push_back(problem.message.code);
    EXPECT_NE(std::ranges::find(codes, GetParam().code), codes.end()) << testing::PrintToString(codes);
}

INSTANTIATE_TEST_SUITE_P(Faults, ChartLint, testing::ValuesIn(spoiled),
                         [](const testing::TestParamInfo<Spoiled>& one) { return std::string(one.param.name); });

TEST(ChartLint, SaysWhereAndWhatToDo)
{
    Table table = with(costs(), chart_of(ChartKind::scatter, {1, 2}));
    table.heat_columns = {1};
    Workbook book = one_page(table);
    book.sheets.front().charts.front().value_title.clear();
    --shading(book).ranges[0].first_row;
    const std::vector<LintProblem> problems = lint(book);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(base::render(problems[0].message, base::Language::french),
              "Un axe du nuage de points ne dit pas ce qu'il mesure. Donnez un en-tête à ses deux colonnes.");
    EXPECT_EQ(problems[1].place, "Page › B" + std::to_string(first_cell(book).row));
    EXPECT_EQ(base::render(problems[1].message, base::Language::french),
              "Des cellules sont ombrées hors des lignes d'un tableau, deux fois, ou sans aucun nombre. Vérifiez les "
              "colonnes de «\u00A0heat\u00A0».");
    points(book).series[0].rows[0] = {0, 0};
    EXPECT_EQ(
        base::render(lint(book)[0].message, base::Language::french),
        "La série «\u00A0Coût (€)\u00A0» a un point sans ses deux nombres, ou sans son nom. Vérifiez ses colonnes.");
}

} // namespace
} // namespace bilan::workbook
