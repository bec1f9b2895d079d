// SPDX-License-Identifier: MPL-2.0
//
// Pages to a workbook: order, names, key figures, links, charts of other pages.
#include "base/error.hpp"
#include "support/sample_pages.hpp"
#include "support/sheet_reading.hpp"
#include "workbook/lint.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <map>

namespace bilan::workbook {
namespace {

using test::sheet_named;

TEST(Layout, PagesComeInTheirOrder)
{
    const Workbook book = test::sample_workbook();
    std::vector<std::string> names;
    for (const SheetPart& sheet : book.sheets) names.push_back(sheet.name);
    EXPECT_EQ(names, (std::vector<std::string>{"Synthèse", "Sommaire", "Âge et sexe", "Part QPV", "Actions"}));
}

TEST(Layout, TheSampleIsWithoutFault)
{
    for (const base::Language language : {base::Language::french, base::Language::english})
        for (const LintProblem& problem : lint(test::sample_workbook(language)))
            ADD_FAILURE() << problem.place << ' ' << base::render(problem.message, base::Language::english);
}

TEST(Layout, TitleAndSubtitleStandInA1AndA2)
{
    const Workbook book = test::sample_workbook();
    const SheetPart& sheet = sheet_named(book, "Synthèse");
    EXPECT_EQ(test::text_at(sheet, {0, 0}), "Pilier emploi : bilan de l'exercice 2025");
    EXPECT_TRUE(test::text_at(sheet, {1, 0}).starts_with("Contrat de ville"));
}

TEST(Layout, KeyFiguresAreNamedWithBaseAndCoverage)
{
    const Workbook book = test::sample_workbook();
    std::map<std::string, std::string> names;
    for (const DefinedName& name : book.names) names[name.name] = name.formula;
    EXPECT_EQ(names.size(), 8U);
    EXPECT_EQ(names["ind_EMP01"], "='Synthèse'!$A$6");
    EXPECT_EQ(names["ind_EMP02"], "='Synthèse'!$C$6");
    const SheetPart& sheet = sheet_named(book, "Synthèse");
    EXPECT_EQ(test::number_at(sheet, {5, 2}), 3128);
    EXPECT_EQ(book.styles[test::at(sheet, {5, 2})->style].number_format, "\"≥\u00A0\"#,##0");
    EXPECT_EQ(test::text_at(sheet, {6, 2}), "Base\u00A0: 39 sur 42 · couverture\u00A093\u00A0%");
    EXPECT_TRUE(test::says(sheet, "23 sorties dynamiques sur 29 · 4 actions sur 5 · couverture\u00A080\u00A0%"));
    EXPECT_TRUE(test::says(sheet, "Fragile\u00A0: trop de valeurs manquent"));
    EXPECT_TRUE(test::says(sheet, "non communiqué")) << "a card says in words why there is no value";
}

TEST(Layout, ACardSaysThatThereIsNothingToDivideBy)
{
    data::Figure rate = test::figure(0, data::Unit::rate, 2, 0);
    rate.value.reset();
    rate.cause = data::State::error;
    rate.denominator = 0;
    KeyFigures block;
    block.figures.push_back(test::key("I", "Part des QPV", rate));
    Page page;
    page.id = page.title = page.name = "p";
    page.blocks.emplace_back(block);
    Layout layout(Theme{}, base::Language::french);
    layout.add(std::move(page));
    const Workbook book = layout.finish(test::sample_properties());
    EXPECT_TRUE(test::says(sheet_named(book, "p"), "dénominateur nul"));
}

TEST(Layout, ACardOfAColumnThatNobodySentSaysSoAndSpeaksOfNoCoverage)
{
    data::Figure rate = test::figure(0, data::Unit::rate, 0, 29);
    rate.value.reset();
    rate.cause = data::State::no_column;
    KeyFigures block;
    block.figures.push_back(test::key("I", "Effet du comité", rate));
    block.figures.back().fragile = true;
    Page page;
    page.id = page.title = page.name = "p";
    page.blocks.emplace_back(block);
    Layout layout(Theme{}, base::Language::french);
    layout.add(std::move(page));
    const Workbook book = layout.finish(test::sample_properties());
    const SheetPart& sheet = sheet_named(book, "p");
    EXPECT_TRUE(test::says(sheet, "colonne absente ou non reconnue"));
    EXPECT_FALSE(test::says(sheet, "Fragile\u00A0: trop de valeurs manquent"));
    EXPECT_FALSE(test::says(sheet, "Base\u00A0: 0 sur 29 · couverture\u00A00\u00A0%"));
}

TEST(Layout, ReturnsWhereEveryFigureStands)
{
    Layout layout(Theme{}, base::Language::french);
    const std::vector<PlacedFigure> cards = layout.add(test::sample_synthesis());
    ASSERT_EQ(cards.size(), 8U);
    EXPECT_EQ(cards[1].page, "synthese");
    EXPECT_EQ(cards[1].sheet, "Synthèse");
    EXPECT_EQ(cards[1].id, "EMP02");
    EXPECT_EQ(cell_name(cards[1].at), "C6");

    Page page = test::sample_age_page();
    std::get<Table>(page.blocks[0]).rows[1][2] = test::figure(260, data::Unit::people, 30, 2);
    const std::vector<PlacedFigure> cells = layout.add(std::move(page));
    ASSERT_EQ(cells.size(), 1U);
    EXPECT_EQ(cells[0].label, "26 à 34 ans · Hommes");
    EXPECT_EQ(cells[0].figure.base, 30U);
    const Workbook book = [&] {
        Page share = test::sample_share_page();
        layout.add(std::move(share));
        return layout.finish(test::sample_properties());
    }();
    EXPECT_EQ(test::number_at(sheet_named(book, "Âge et sexe"), cells[0].at), 260);
}

TEST(Layout, CardsFillRowsEvenly)
{
    const auto columns_of = [](std::size_t count) {
        Page page;
        page.id = page.title = "p";
        KeyFigures block;
        for (std::size_t index = 0; index < count; ++index)
            block.figures.push_back(
                test::key("I" + std::to_string(index), "x", test::figure(1, data::Unit::count, 1, 0)));
        page.blocks.emplace_back(block);
        Layout layout(Theme{}, base::Language::french);
        std::vector<std::uint32_t> columns;
        for (const PlacedFigure& figure : layout.add(std::move(page))) columns.push_back(figure.at.column);
        return columns;
    };
    EXPECT_EQ(columns_of(4), (std::vector<std::uint32_t>{0, 2, 4, 6}));
    EXPECT_EQ(columns_of(6), (std::vector<std::uint32_t>{0, 2, 4, 0, 2, 4}));
    EXPECT_EQ(columns_of(7), (std::vector<std::uint32_t>{0, 2, 4, 6, 0, 2, 4}));
}

TEST(Layout, LinksLeadToPagesAddedLater)
{
    const Workbook book = test::sample_workbook();
    const SheetPart& contents = sheet_named(book, "Sommaire");
    const std::uint32_t first = contents.tables.front().range.first_row + 1;
    const auto link = [&](std::uint32_t row) { return std::get<Link>(test::at(contents, {row, 0})->value); };
    EXPECT_EQ(link(first).target, "'Synthèse'!A1");
    EXPECT_EQ(link(first + 1).target, "'Âge et sexe'!A1");
    EXPECT_EQ(link(first + 1).text, "Âge et sexe");
    const SheetCell* back = test::at(sheet_named(book, "Actions"), {2, 0});
    ASSERT_NE(back, nullptr);
    EXPECT_EQ(std::get<Link>(back->value).target, "'Sommaire'!A1");
}

TEST(Layout, ALinkToAFileLeavesThoseToPagesAlone)
{
    Table table;
    table.id = "essai";
    table.columns = {{"Feuille", ColumnKind::text}, {"Cellule", ColumnKind::code}};
    table.rows = {{PageLink{"essai", "Essai"}, FileLink{"mission.xlsx", "L'année 1", {11, 2}, "C12"}}};
    Page page;
    page.id = page.name = page.title = "essai";
    page.blocks.emplace_back(table);
    Layout layout(Theme{}, base::Language::french);
    (void)layout.add(page);
    const Workbook book = layout.finish(test::sample_properties());
    for (const LintProblem& problem : lint(book))
        EXPECT_NE(problem.message.code, "BIL-710") << problem.place << " leads nowhere";
    const CellRange range = book.sheets.front().tables.front().range;
    const auto link = [&](std::uint32_t column) {
        return std::get<Link>(test::at(book.sheets.front(), {range.first_row + 1, column})->value);
    };
    EXPECT_EQ(link(0).target, "'essai'!A1");
    EXPECT_EQ(link(1).file, "mission.xlsx");
    EXPECT_EQ(link(1).target, "'L''année 1'!C12");
    EXPECT_EQ(link(1).text, "C12");
}

TEST(Layout, ChartsOfOtherPagesStandSideBySide)
{
    const Workbook book = test::sample_workbook();
    const SheetPart& sheet = sheet_named(book, "Synthèse");
    ASSERT_EQ(sheet.charts.size(), 2U);
    EXPECT_EQ(sheet.charts[0].series[0].sheet, "Âge et sexe");
    EXPECT_EQ(sheet.charts[1].series[0].sheet, "Part QPV");
    EXPECT_EQ(sheet.charts[0].at.row, sheet.charts[1].at.row);
    double left = sheet.charts[1].offset;
    for (std::uint32_t column = 0; column < sheet.charts[1].at.column; ++column) left += test::width(sheet, column);
    EXPECT_EQ(left, sheet.charts[0].width + 20.0);
    double cards = 0;
    for (std::uint32_t column = 0; column < 7; ++column) cards += test::width(sheet, column);
    EXPECT_NEAR(left + sheet.charts[1].width, cards, 6) << "as wide as the cards above them";
}

TEST(Layout, PrintsOnA4LandscapeOnePageWide)
{
    const Workbook book = test::sample_workbook();
    for (const SheetPart& sheet : book.sheets) {
        EXPECT_TRUE(sheet.print.landscape);
        EXPECT_EQ(sheet.print.pages_wide, 1);
        EXPECT_EQ(sheet.print.pages_high, sheet.name == "Synthèse" ? 1 : 0);
        EXPECT_NE(sheet.print.footer.find("R&&D"), std::string::npos) << sheet.print.footer;
        EXPECT_NE(sheet.print.footer.find("Page &P sur &N"), std::string::npos);
        EXPECT_NE(sheet.print.footer.find(" · Contrat de ville de Valmont · &A"), std::string::npos);
    }
    const SheetPart& actions = sheet_named(book, "Actions");
    const std::uint32_t header = actions.tables.front().range.first_row;
    EXPECT_EQ(actions.print.repeated_rows, (Span{header, header}));
    EXPECT_EQ(actions.freeze, (CellPosition{header + 1, 0}));
    EXPECT_TRUE(actions.tables.front().filter);
    EXPECT_FALSE(sheet_named(book, "Part QPV").freeze) << "two tables: no header to freeze";
}

/// One header is printed on every page, and frozen, where it is that of the only table or of tables with the same
/// columns; else that of the last table that a page cuts is printed on the pages after its own.
TEST(Layout, AHeaderIsRepeatedWhereItIsThatOfTheRowsBelowIt)
{
    const auto sheet_of = [](std::size_t first, std::size_t second, const char* other) {
        Page page;
        page.id = page.title = page.name = "p";
        for (const bool is_first : {true, false}) {
            Table table;
            table.id = table.title = is_first ? "un" : "deux";
            table.columns = {{"Nom", ColumnKind::text}, {is_first ? "Nombre" : other, ColumnKind::integer}};
            for (std::size_t row = 0; row < (is_first ? first : second); ++row)
                table.rows.push_back({"n" + std::to_string(row), 1.0});
            page.blocks.emplace_back(std::move(table));
        }
        Layout layout(Theme{}, base::Language::french);
        layout.add(std::move(page));
        return layout.finish(test::sample_properties()).sheets.front();
    };
    const auto header = [](const SheetPart& sheet, std::size_t table) {
        const std::uint32_t row = sheet.tables.at(table).range.first_row;
        return std::optional(Span{row, row});
    };
    const SheetPart same = sheet_of(40, 60, "Nombre");
    EXPECT_EQ(same.print.repeated_rows, header(same, 0));
    EXPECT_TRUE(same.freeze);
    const SheetPart first = sheet_of(100, 3, "Autre");
    EXPECT_EQ(first.print.repeated_rows, header(first, 0));
    EXPECT_FALSE(first.freeze) << "on a screen it would stand above the second table";
    const SheetPart second = sheet_of(3, 100, "Autre");
    EXPECT_EQ(second.print.repeated_rows, header(second, 1));
    EXPECT_FALSE(second.freeze);
    const SheetPart both = sheet_of(100, 100, "Autre");
    EXPECT_EQ(both.print.repeated_rows, header(both, 1)) << "the first one's would stand above the rows of the second";
    EXPECT_FALSE(sheet_of(3, 4, "Autre").print.repeated_rows) << "one page";
}

TEST(Layout, AFewLinesTooManyArePrintedOnTheFirstPage)
{
    const auto pages_high = [](std::size_t rows) {
        Table table;
        table.id = "liste";
        table.title = "Liste";
        table.columns = {{"Nom", ColumnKind::text}, {"Ce que c'est", ColumnKind::long_text}};
        for (std::size_t row = 0; row < rows; ++row) table.rows.push_back({"n" + std::to_string(row), "mots"});
        Page page;
        page.id = page.title = page.name = "p";
        page.blocks.emplace_back(std::move(table));
        Layout layout(Theme{}, base::Language::french);
        layout.add(std::move(page));
        return layout.finish(test::sample_properties()).sheets.front().print.pages_high;
    };
    EXPECT_EQ(pages_high(5), 0) << "one page anyhow";
    EXPECT_EQ(pages_high(30), 1);
    EXPECT_EQ(pages_high(60), 0) << "as one page nobody could read it";
}

TEST(Layout, NoPageBreakCutsTheChartOfASecondTable)
{
    Page page;
    page.id = page.title = page.name = "p";
    for (const char* id : {"un", "deux"}) {
        Table table;
        table.id = table.title = id;
        table.columns = {{"Réponse", ColumnKind::text}, {"Nombre", ColumnKind::integer}};
        for (int row = 0; row < 12; ++row) table.rows.push_back({"r" + std::to_string(row), 3.0});
        Chart chart;
        chart.kind = ChartKind::bars;
        chart.series_columns = {1};
        chart.title = id;
        chart.alternative_text = "Douze barres égales.";
        table.charts.push_back(chart);
        page.blocks.emplace_back(std::move(table));
    }
    Layout layout(Theme{}, base::Language::french);
    layout.add(std::move(page));
    EXPECT_EQ(layout.finish(test::sample_properties()).sheets.front().print.pages_high, 1);
}

TEST(Layout, SheetNamesAreLegalAndUnique)
{
    Layout layout(Theme{}, base::Language::french);
    for (const char* name :
         {"Emploi/insertion", "emploi-INSERTION", "", "Un nom de feuille beaucoup trop long pour Excel"}) {
        Page page;
        page.id = std::string("p") + name;
        page.name = name;
        page.title = name[0] == '\0' ? "" : "t";
        layout.add(std::move(page));
    }
    const Workbook book = layout.finish(test::sample_properties());
    EXPECT_EQ(book.sheets[0].name, "Emploi-insertion");
    EXPECT_EQ(book.sheets[1].name, "emploi-INSERTION (2)");
    EXPECT_EQ(book.sheets[2].name, "Feuille");
    EXPECT_EQ(book.sheets[3].name, "Un nom de feuille beaucoup tro…");
}

TEST(Layout, LongWordsAreMergedAndWrappedShortOnesAreNot)
{
    Page page;
    page.id = page.title = "p";
    page.blocks.emplace_back(Paragraph{std::string(300, 'a') + " " + std::string(300, 'b'), false});
    page.blocks.emplace_back(Paragraph{"x", false});
    page.blocks.emplace_back(Paragraph{"attention, danger", true});
    Layout layout(Theme{}, base::Language::french);
    layout.add(std::move(page));
    const Workbook book = layout.finish(test::sample_properties());
    const SheetPart& sheet = book.sheets.front();
    ASSERT_EQ(sheet.merges.size(), 2U) << "the long paragraph and the warning";
    EXPECT_GT(test::height(sheet, sheet.merges[0].first_row), 60);
    EXPECT_TRUE(test::says(sheet, "attention, danger")) << "a warning that says so itself is not labelled twice";
}

TEST(Layout, TextsOfManyLinesMakeNoRowHigherThanExcelTakes)
{
    std::string words;
    while (words.size() < 9'000) words += "mot à mot ";
    Table table;
    table.id = "t";
    table.columns = {test::column(words, ColumnKind::text), test::column("Valeur", ColumnKind::integer)};
    table.rows = {{words, 1.0}};
    table.parameters.push_back({"seuil", words, ColumnKind::decimal, 1});
    KeyFigures cards;
    cards.figures.push_back(test::key("I", words, test::figure(1, data::Unit::count, 1, 0), words));
    Page page;
    page.id = page.title = page.name = "p";
    page.blocks = {Paragraph{words, false}, Paragraph{words, true}, std::move(cards), std::move(table)};
    Layout layout(Theme{}, base::Language::french);
    layout.add(std::move(page));
    const Workbook book = layout.finish(test::sample_properties());
    for (const LintProblem& problem : lint(book))
        ADD_FAILURE() << problem.place << ' ' << base::render(problem.message, base::Language::english);
    double highest = 0;
    for (const RowHeight& height : book.sheets.front().heights) highest = std::max(highest, height.points);
    EXPECT_EQ(highest, 409);
}

TEST(Layout, TwoRunsGiveOneWorkbook)
{
    const Workbook first = test::sample_workbook();
    const Workbook second = test::sample_workbook();
    ASSERT_EQ(first.sheets.size(), second.sheets.size());
    for (std::size_t sheet = 0; sheet < first.sheets.size(); ++sheet) {
        const std::vector<SheetCell>& left = first.sheets[sheet].cells;
        const std::vector<SheetCell>& right = second.sheets[sheet].cells;
        ASSERT_EQ(left.size(), right.size());
        for (std::size_t cell = 0; cell < left.size(); ++cell) {
            EXPECT_EQ(left[cell].at, right[cell].at);
            EXPECT_EQ(left[cell].style, right[cell].style);
            EXPECT_EQ(left[cell].value.index(), right[cell].value.index());
        }
    }
}

TEST(Layout, RefusesDoubleIdsAndLinksToNowhere)
{
    const auto code_of = [](const std::function<void(Layout&)>& work) {
        Layout layout(Theme{}, base::Language::french);
        try {
            work(layout);
            static_cast<void>(layout.finish(test::sample_properties()));
        } catch (const base::Error& error) {
            EXPECT_EQ(error.exit_code(), base::ExitCode::script);
            return error.message().code;
        }
        return std::string();
    };
    EXPECT_EQ(code_of([](Layout& layout) {
                  layout.add(test::sample_age_page());
                  Page again = test::sample_age_page();
                  again.id = "autre";
                  layout.add(std::move(again));
              }),
              "BIL-730");
    EXPECT_EQ(code_of([](Layout& layout) {
                  layout.add(test::sample_age_page());
                  layout.add(test::sample_age_page());
              }),
              "BIL-731");
    EXPECT_EQ(code_of([](Layout& layout) { layout.add(test::sample_contents()); }), "BIL-732");
    EXPECT_EQ(code_of([](Layout& layout) { layout.add(test::sample_synthesis()); }), "BIL-733");
}

} // namespace
} // namespace bilan::workbook
