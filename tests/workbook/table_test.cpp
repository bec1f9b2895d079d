// SPDX-License-Identifier: MPL-2.0
//
// One table on a page: totals, ratios, missing values, widths, charts.
#include "base/error.hpp"
#include "support/sample_pages.hpp"
#include "support/sheet_reading.hpp"
#include "workbook/lint.hpp"
#include "workbook/table_widths.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

namespace bilan::workbook {
namespace {

using test::at;
using test::formula_at;
using test::number_at;
using test::one_page;
using test::text_at;

TEST(Table, StandsUnderItsWordsWithItsTotals)
{
    const Workbook book = one_page(test::sample_age_table());
    const SheetPart& sheet = book.sheets.front();
    ASSERT_EQ(sheet.tables.size(), 1U);
    const TablePart& table = sheet.tables.front();
    EXPECT_EQ(table.name, "T_emp_age_sexe");
    EXPECT_EQ(table.range.first_column, 0U);
    EXPECT_EQ(table.range.last_column, 5U);
    EXPECT_EQ(table.range.last_row - table.range.first_row, 7U) << "header, six rows, total";
    EXPECT_TRUE(table.total_row);
    EXPECT_FALSE(table.filter);
    EXPECT_EQ(sheet.freeze, (CellPosition{table.range.first_row + 1, 0}));
    EXPECT_EQ(sheet.print.repeated_rows, (Span{table.range.first_row, table.range.first_row}));

    const std::uint32_t total = table.range.last_row;
    EXPECT_EQ(text_at(sheet, {total, 0}), "Total");
    EXPECT_EQ(formula_at(sheet, {total, 1}), "SUBTOTAL(109,T_emp_age_sexe[Femmes])");
    EXPECT_EQ(number_at(sheet, {total, 1}), 950);
    EXPECT_EQ(formula_at(sheet, {total, 5}), "SUBTOTAL(109,T_emp_age_sexe[Montant accordé (€)])");
    EXPECT_EQ(number_at(sheet, {total, 5}), 426500);
    EXPECT_EQ(table.columns[1].total_function, "sum");
    EXPECT_EQ(table.columns[0].total_label, "Total");
}

data::Figure figure(double value, data::Unit unit, std::uint64_t unknown, bool lower_bound)
{
    data::Figure figure;
    figure.value = value;
    figure.unit = unit;
    figure.base = 4;
    figure.unknown = unknown;
    figure.lower_bound = lower_bound;
    return figure;
}

TEST(Table, ATotalOfDifferencesIsNoMinimum)
{
    const auto format_of_total = [](double second) {
        Table table;
        table.id = "ecarts";
        table.title = "Écarts";
        table.columns = {{"Porteur", ColumnKind::text, Total::label}, {"Écart", ColumnKind::integer, Total::sum}};
        table.rows = {{"A", 10.0}, {"B", second}, {"C", data::State::not_given}};
        const Workbook book = one_page(std::move(table));
        const SheetPart& sheet = book.sheets.front();
        return book.styles[at(sheet, {sheet.tables.front().range.first_row + 4, 1})->style].number_format;
    };
    EXPECT_EQ(format_of_total(4), "\"≥\u00A0\"#,##0");
    EXPECT_EQ(format_of_total(-4), "#,##0\"\u00A0*\"") << "what is unknown may be below zero too";
}

TEST(Table, CentsAreShownWhereAnAmountWouldBeAnotherWithoutThem)
{
    Table table;
    table.id = "montants";
    table.title = "Montants";
    table.columns = {{"Porteur", ColumnKind::text, Total::label}, {"Accordé", ColumnKind::euro, Total::sum}};
    table.rows = {{"A", figure(1.4, data::Unit::euro, 1, true)},
                  {"B", 0.2},
                  {"C", 99.0},
                  {"D", figure(1200.75, data::Unit::euro, 0, false)}};
    const Workbook book = one_page(std::move(table));
    const SheetPart& sheet = book.sheets.front();
    const std::uint32_t first = sheet.tables.front().range.first_row + 1;
    const auto format = [&](std::uint32_t row) { return book.styles[at(sheet, {row, 1})->style].number_format; };
    EXPECT_EQ(number_at(sheet, {first, 1}), 1.4);
    EXPECT_EQ(format(first), "\"≥\u00A0\"#,##0.00");
    EXPECT_EQ(format(first + 1), "#,##0.00");
    EXPECT_EQ(format(first + 2), "#,##0");
    EXPECT_EQ(format(first + 3), "#,##0") << "a large amount is rounded for reading";
    EXPECT_EQ(format(first + 4), "\"≥\u00A0\"#,##0") << "1301.35 is no less than 1301";
    for (const LintProblem& problem : lint(book))
        ADD_FAILURE() << problem.place << ' ' << base::render(problem.message, base::Language::english);
}

TEST(Table, AFigureThatIsADateIsADate)
{
    Table table;
    table.id = "jours";
    table.title = "Jours";
    table.columns = {{"Porteur", ColumnKind::text}, {"Dernier jour", ColumnKind::date}};
    table.rows = {{"A", figure(45721, data::Unit::date, 0, false)}};
    const Workbook book = one_page(std::move(table));
    const SheetPart& sheet = book.sheets.front();
    const SheetCell* const cell = at(sheet, {sheet.tables.front().range.first_row + 1, 1});
    ASSERT_NE(cell, nullptr);
    EXPECT_EQ(std::get<Date>(cell->value).serial, 45721);
    EXPECT_EQ(book.styles[cell->style].number_format, "dd/mm/yyyy");
}

TEST(Table, NumbersThatDoNotRestOnAllTheirRowsAreMarked)
{
    Table table;
    table.id = "marques";
    table.title = "Marques";
    table.columns = {{"Porteur", ColumnKind::text, Total::label},
                     {"Bénéficiaires", ColumnKind::integer, Total::sum},
                     {"Taux", ColumnKind::rate},
                     {"Femmes", ColumnKind::integer, Total::sum}};
    table.rows = {{"A", figure(121, data::Unit::people, 2, true), figure(0.5, data::Unit::rate, 2, false),
                   figure(60, data::Unit::people, 0, false)},
                  {"B", figure(30, data::Unit::people, 0, false), figure(0.25, data::Unit::rate, 0, false),
                   data::State::not_given}};
    const Workbook book = one_page(std::move(table));
    const SheetPart& sheet = book.sheets.front();
    const std::uint32_t first = sheet.tables.front().range.first_row + 1;
    const auto format = [&](std::uint32_t row, std::uint32_t column) {
        return book.styles[at(sheet, {row, column})->style].number_format;
    };
    EXPECT_EQ(number_at(sheet, {first, 1}), 121) << "the cell stays a number";
    EXPECT_EQ(format(first, 1), "\"≥\u00A0\"#,##0");
    EXPECT_EQ(format(first, 2), "0.0%\"\u00A0*\"");
    EXPECT_EQ(format(first, 3), "#,##0");
    EXPECT_EQ(format(first + 1, 1), "#,##0");
    EXPECT_EQ(format(first + 1, 2), "0.0%");
    EXPECT_EQ(format(first + 2, 1), "\"≥\u00A0\"#,##0") << "a sum of a partial sum";
    EXPECT_EQ(format(first + 2, 3), "\"≥\u00A0\"#,##0") << "a sum without a missing value";
    EXPECT_EQ(sheet.tables.front().columns[1].total_style, at(sheet, {first + 2, 1})->style);
    EXPECT_TRUE(test::says(sheet, "Abréviations\u00A0: nc = non communiqué · ≥\u00A0: somme partielle, des lignes ne "
                                  "donnent pas cette valeur · *\u00A0: calculé sans les lignes où une valeur manque "
                                  "(base et inconnues\u00A0: feuille Traçabilité)"));
    for (const LintProblem& problem : lint(book))
        ADD_FAILURE() << problem.place << ' ' << base::render(problem.message, base::Language::english);
}

TEST(Table, AChartSaysWhichOfItsBarsAreMinima)
{
    const auto chart_of = [](std::size_t partial, const std::string& base = "5 lignes", const std::string& note = {}) {
        Table table;
        table.id = "minima";
        table.title = "Minima";
        table.base = base;
        table.columns = {{"Porteur", ColumnKind::text}, {"Bénéficiaires", ColumnKind::integer}};
        for (std::size_t row = 0; row < 5; ++row)
            table.rows.push_back({std::string(1, static_cast<char>('A' + row)),
                                  figure(10, data::Unit::people, row < partial ? 2 : 0, row < partial)});
        Chart chart;
        chart.kind = ChartKind::bars;
        chart.title = "Bénéficiaires";
        chart.alternative_text = "Barres.";
        chart.series_columns = {1};
        chart.note = note;
        table.charts.push_back(std::move(chart));
        return one_page(std::move(table)).sheets.front().charts.front();
    };
    EXPECT_EQ(chart_of(0).subtitle, "Base\u00A0: 5 lignes");
    EXPECT_EQ(chart_of(0, "5 lignes", "N = 5 porteurs sur 8.").subtitle, "N = 5 porteurs sur 8");
    EXPECT_EQ(chart_of(1, "5 lignes", "N = 5 porteurs sur 8.").subtitle,
              "N = 5 porteurs sur 8 · Au moins (≥)\u00A0: A");
    EXPECT_EQ(chart_of(0, "5 lignes", std::string(101, 'N')).subtitle, "Base\u00A0: 5 lignes")
        << "too long for a title";
    EXPECT_EQ(chart_of(2).subtitle, "Base\u00A0: 5 lignes · Au moins (≥)\u00A0: A, B");
    EXPECT_EQ(chart_of(2, "Deux. Cinq lignes.").subtitle, "Base\u00A0: Deux. Cinq lignes · Au moins (≥)\u00A0: A, B");
    EXPECT_EQ(chart_of(2).alternative_text, "Barres. Au moins (≥)\u00A0: A, B");
    EXPECT_EQ(chart_of(4).subtitle, "Base\u00A0: 5 lignes · Au moins (≥)\u00A0: 4 lignes du tableau");
}

// A bar that is not there may be a zero.
TEST(Table, AChartNamesTheRowsWithoutAValue)
{
    const auto chart_of = [](ChartKind kind) {
        Table table;
        table.id = "silent";
        table.title = "Sans valeur";
        table.base = "4 lignes";
        table.columns = {{"Porteur", ColumnKind::text}, {"Bénéficiaires", ColumnKind::integer}};
        table.rows = {{std::string("A"), 3.0},
                      {std::string("B"), data::State::secret},
                      {std::string("C"), data::Figure{}},
                      {std::string("D"), 0.0}};
        Chart chart;
        chart.kind = kind;
        chart.title = "Bénéficiaires";
        chart.alternative_text = "Barres.";
        chart.series_columns = {1};
        table.charts.push_back(std::move(chart));
        return one_page(std::move(table)).sheets.front().charts.front();
    };
    EXPECT_EQ(chart_of(ChartKind::bars).subtitle, "Base\u00A0: 4 lignes · Valeurs manquantes\u00A0: B, C");
    EXPECT_EQ(chart_of(ChartKind::bars).alternative_text, "Barres. Valeurs manquantes\u00A0: B, C");
    EXPECT_EQ(chart_of(ChartKind::line).subtitle, "Base\u00A0: 4 lignes") << "the gap is seen";
}

TEST(Table, EveryStoredValueIsThatOfItsFormula)
{
    const Workbook book = one_page(test::sample_age_table());
    const SheetPart& sheet = book.sheets.front();
    const TablePart& table = sheet.tables.front();
    std::size_t ratios = 0;
    for (const SheetCell& cell : sheet.cells) {
        const Formula* formula = std::get_if<Formula>(&cell.value);
        if (formula == nullptr) continue;
        const double stored = std::get<double>(formula->value);
        if (const std::size_t slash = formula->text.find('/'); slash != std::string::npos) {
            ++ratios;
            const std::string row = std::to_string(cell.at.row + 1);
            EXPECT_EQ(formula->text, "B" + row + "/D" + row);
            EXPECT_EQ(stored, *number_at(sheet, {cell.at.row, 1}) / *number_at(sheet, {cell.at.row, 3}));
        } else {
            double sum = 0;
            for (std::uint32_t row = table.range.first_row + 1; row < table.range.last_row; ++row)
                sum += number_at(sheet, {row, cell.at.column}).value_or(0);
            EXPECT_EQ(stored, sum) << formula->text;
        }
    }
    EXPECT_EQ(ratios, 6U) << "five rows that are known and the total";
}

TEST(Table, ARatioThatIsNotTheValueStaysAValue)
{
    Table table = test::sample_age_table();
    table.rows[0][4] = 0.5; // computed over rows where both were known, say
    const Workbook book = one_page(std::move(table));
    const SheetPart& sheet = book.sheets.front();
    const std::uint32_t row = sheet.tables.front().range.first_row + 1;
    EXPECT_EQ(formula_at(sheet, {row, 4}), "");
    EXPECT_EQ(number_at(sheet, {row, 4}), 0.5);
}

TEST(Table, MissingValuesAreShorthandWithALegendAndNeverZero)
{
    const Workbook book = one_page(test::sample_age_table());
    const SheetPart& sheet = book.sheets.front();
    const std::uint32_t secret = sheet.tables.front().range.last_row - 1;
    EXPECT_EQ(text_at(sheet, {secret, 1}), "secret");
    EXPECT_EQ(text_at(sheet, {secret, 5}), "so");
    EXPECT_EQ(text_at(sheet, {secret - 1, 5}), "nc");
    EXPECT_EQ(book.styles[at(sheet, {secret, 1})->style].name, "integer, missing");
    EXPECT_TRUE(test::says(sheet, "Abréviations\u00A0: nc = non communiqué · so = sans objet · "
                                  "secret = masqué (secret statistique)"));
}

TEST(Table, ASumOverNothingKnownIsMissing)
{
    Table table;
    table.id = "t";
    table.columns = {test::column("Libellé", ColumnKind::text, Total::label),
                     test::column("Nombre", ColumnKind::integer, Total::sum)};
    table.rows = {{std::string("a"), data::State::not_available}, {std::string("b"), data::State::secret}};
    const Workbook book = one_page(std::move(table));
    const SheetPart& sheet = book.sheets.front();
    const TablePart& part = sheet.tables.front();
    EXPECT_EQ(text_at(sheet, {part.range.last_row, 1}), "nd");
    EXPECT_EQ(part.columns[1].total_label, "nd");
    EXPECT_EQ(part.columns[1].total_function, "");
    EXPECT_TRUE(lint(book).empty());
}

TEST(Table, SumsDoNotDrift)
{
    Table table;
    table.id = "t";
    table.columns = {test::column("Nombre", ColumnKind::decimal, Total::sum)};
    for (int row = 0; row < 10'000; ++row) table.rows.push_back({0.1});
    const Workbook book = one_page(std::move(table));
    EXPECT_EQ(number_at(book.sheets.front(), {book.sheets.front().tables.front().range.last_row, 0}), 1000.0);
}

TEST(Table, NumbersThatAreNoneBecomeUnreadable)
{
    Table table;
    table.id = "t";
    table.columns = {test::column("Nombre", ColumnKind::decimal)};
    table.rows = {{std::numeric_limits<double>::quiet_NaN()}, {std::numeric_limits<double>::infinity()}};
    const Workbook book = one_page(std::move(table));
    const SheetPart& sheet = book.sheets.front();
    const std::uint32_t first = sheet.tables.front().range.first_row + 1;
    EXPECT_EQ(text_at(sheet, {first, 0}), "err");
    EXPECT_EQ(text_at(sheet, {first + 1, 0}), "err");
    EXPECT_TRUE(lint(book).empty());
}

TEST(Table, WithoutRowsItSaysSo)
{
    Table table = test::sample_age_table();
    table.rows.clear();
    const Workbook book = one_page(std::move(table));
    const SheetPart& sheet = book.sheets.front();
    const TablePart& part = sheet.tables.front();
    EXPECT_EQ(part.range.last_row, part.range.first_row + 1);
    EXPECT_FALSE(part.total_row);
    EXPECT_EQ(text_at(sheet, {part.range.last_row, 0}), "aucune ligne");
    EXPECT_TRUE(sheet.charts.empty());
    EXPECT_TRUE(lint(book).empty());
}

TEST(Table, HeadersBecomeUniqueAndNeverEmpty)
{
    Table table;
    table.id = "t";
    table.columns = {test::column("Total", ColumnKind::integer), test::column("total", ColumnKind::integer),
                     test::column(" \n", ColumnKind::integer)};
    table.rows = {{1.0, 2.0, 3.0}};
    const Workbook book = one_page(std::move(table));
    const TablePart& part = book.sheets.front().tables.front();
    EXPECT_EQ(part.columns[0].header, "Total");
    EXPECT_EQ(part.columns[1].header, "total (2)");
    EXPECT_EQ(part.columns[2].header, "Colonne");
    EXPECT_TRUE(lint(book).empty());
}

TEST(Table, ColumnsAreAsWideAsWhatTheyHold)
{
    Table table;
    table.id = "t";
    table.columns = {test::column("A", ColumnKind::text), test::column("B", ColumnKind::euro),
                     test::column("C", ColumnKind::text)};
    table.rows = {{std::string("court"), 123456789.0, std::string(400, 'n')}};
    const Workbook book = one_page(std::move(table));
    const SheetPart& sheet = book.sheets.front();
    EXPECT_EQ(test::width(sheet, 0), 130);
    EXPECT_GE(test::width(sheet, 1), text_width("-123\u202F456\u202F789", {.bold = true}) + 5);
    EXPECT_EQ(test::width(sheet, 2), 290) << "wrapped from there on";
    const std::uint32_t row = sheet.tables.front().range.first_row + 1;
    EXPECT_GT(test::height(sheet, row), 100) << "all of the wrapped text is seen";
}

TEST(Table, ColumnsAreAsWideAsWhatTheirFormatsAdd)
{
    Table table;
    table.id = "t";
    table.columns = {test::column("A", ColumnKind::text), test::column("B", ColumnKind::figure),
                     test::column("C", ColumnKind::euro), test::column("D", ColumnKind::euro)};
    table.columns[3].total = Total::sum;
    table.rows = {{"x", test::figure(115000.5, data::Unit::euro, 33, 3), 999.5, 432500.0},
                  {"y", test::figure(0.5, data::Unit::rate, 33, 0), 1000.0, data::State::not_given}};
    std::get<data::Figure>(table.rows[0][1]).lower_bound = true;
    const Workbook book = one_page(std::move(table));
    const SheetPart& sheet = book.sheets.front();
    EXPECT_GE(test::width(sheet, 1), text_width("≥\u00A0115\u202F000,50\u00A0€", {.bold = true}) + cell_margin)
        << "the unit of a figure stands in its format";
    EXPECT_GE(test::width(sheet, 2), text_width("999,50", {.bold = true}) + cell_margin);
    EXPECT_GE(test::width(sheet, 3), text_width("≥\u00A0432\u202F500", {.bold = true}) + cell_margin)
        << "a partial sum has its sign";
}

TEST(Table, ChartsBesideATableOfSeveralPagesAreCutByNoPage)
{
    Table table = test::sample_age_table();
    const std::vector<Value> row = table.rows.front();
    for (int more = 0; more < 90; ++more) {
        table.rows.push_back(row);
        table.rows.back().front() = "Tranche " + std::to_string(more);
    }
    table.charts.push_back(table.charts.front());
    table.charts.back().title = "Le même, une seconde fois";
    const Workbook book = one_page(std::move(table));
    const SheetPart& sheet = book.sheets.front();
    ASSERT_EQ(sheet.charts.size(), 2U);
    EXPECT_EQ(sheet.print.pages_high, 0U) << "several pages";
    const auto top_of = [&](std::uint32_t line) {
        double points = 15.0 * line;
        for (const RowHeight& own : sheet.heights)
            if (own.row < line) points += own.points - 15.0;
        return points * 96 / 72;
    };
    double width = 560;
    for (const ColumnWidth& own : sheet.widths)
        if (own.column < sheet.charts.front().at.column) width += own.characters * 7 + 5;
    const double page = 683 * std::max(1.0, width / 1045);
    for (const ChartPart& chart : sheet.charts) {
        const double top = top_of(chart.at.row);
        EXPECT_EQ(static_cast<int>(top / page), static_cast<int>((top + chart.height) / page)) << chart.title;
        EXPECT_GE(chart.height, 320U);
    }
    EXPECT_GT(sheet.charts.front().at.row, sheet.tables.front().range.first_row)
        << "a header that is repeated would repeat its top";
}

TEST(Table, ChartsStandToTheRightOverTheRowsAlone)
{
    const Workbook book = one_page(test::sample_age_table());
    const SheetPart& sheet = book.sheets.front();
    const TablePart& table = sheet.tables.front();
    ASSERT_EQ(sheet.charts.size(), 1U);
    const ChartPart& chart = sheet.charts.front();
    EXPECT_EQ(chart.at, (CellPosition{table.range.first_row, 7}));
    EXPECT_TRUE(chart.reversed_categories);
    EXPECT_EQ(chart.value_minimum, 0);
    EXPECT_EQ(chart.stacking, Stacking::stacked);
    ASSERT_EQ(chart.series.size(), 2U);
    EXPECT_EQ(chart.series[0].name, "Femmes");
    EXPECT_EQ(chart.series[0].values, (CellRange{table.range.first_row + 1, 1, table.range.last_row - 1, 1}));
    EXPECT_NE(chart.series[0].colour, chart.series[1].colour);
    EXPECT_TRUE(chart.legend);
    EXPECT_TRUE(sheet.print.area->contains(chart.at));
}

TEST(Table, ALastRowWithoutObjectIsNotDrawn)
{
    Table table = test::sample_age_table();
    table.rows.back()[1] = table.rows.back()[2] = data::State::not_applicable;
    const auto drawn = [](Table made) { return one_page(std::move(made)).sheets.front().charts.front().series; };
    const TablePart placed = one_page(table).sheets.front().tables.front();
    const std::uint32_t last = placed.range.last_row - 1; // above the total
    for (const ChartSeries& series : drawn(table)) {
        EXPECT_EQ(series.values.last_row, last - 1);
        EXPECT_EQ(series.categories.last_row, last - 1);
    }
    table.rows.back()[2] = data::State::secret;
    EXPECT_EQ(drawn(table).front().values.last_row, last) << "what is hidden is a gap, and it is seen";
}

TEST(Table, ChartsOfOneTargetShareAColumnThatShowsIt)
{
    const Workbook book = test::sample_workbook();
    const SheetPart& sheet = test::sheet_named(book, "Part QPV");
    const TablePart& table = sheet.tables.front();
    ASSERT_EQ(table.columns.size(), 5U);
    EXPECT_EQ(table.columns[4].header, "Seuil de 20\u00A0%");
    EXPECT_EQ(number_at(sheet, {table.range.first_row + 1, 4}), 0.2);
    for (std::size_t index = 0; index < 2; ++index) {
        const ChartSeries& target = sheet.charts[index].series.back();
        EXPECT_TRUE(target.as_line);
        EXPECT_EQ(target.values.first_column, 4U);
    }
}

TEST(Table, RefusesWhatNoTableCanBe)
{
    const auto code_of = [](const std::function<void(Table&)>& spoil) {
        Table table = test::sample_age_table();
        spoil(table);
        try {
            one_page(std::move(table));
        } catch (const base::Error& error) {
            EXPECT_EQ(error.exit_code(), base::ExitCode::script);
            return error.message().code;
        }
        return std::string();
    };
    EXPECT_EQ(code_of([](Table&) {}), "");
    EXPECT_EQ(code_of([](Table& table) { table.rows[1].pop_back(); }), "BIL-734");
    EXPECT_EQ(code_of([](Table& table) { table.charts[0].series_columns = {9}; }), "BIL-735");
    EXPECT_EQ(code_of([](Table& table) { table.columns[4].ratio_of = {{1, 9}}; }), "BIL-735");
    EXPECT_EQ(code_of([](Table& table) { table.charts[0].target = 3; }), "BIL-736");
    EXPECT_EQ(code_of([](Table& table) { table.columns.clear(), table.rows.clear(); }), "BIL-737");
}

} // namespace
} // namespace bilan::workbook
