// SPDX-License-Identifier: MPL-2.0
//
// A table whose rows nobody holds: it stands on its page as one whose rows are held, and its cells are as legal.
#include "support/made_rows.hpp"
#include "support/sample_pages.hpp"
#include "support/sheet_reading.hpp"
#include "workbook/lint.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <memory>

namespace bilan::workbook {
namespace {

using test::column;
using test::long_page;
using test::text_at;

Workbook book_of(Page page)
{
    Layout layout(Theme{}, base::Language::french);
    layout.add(std::move(page));
    return layout.finish(test::sample_properties());
}

std::vector<SheetRow> rows_of(const SheetPart& sheet)
{
    std::vector<SheetRow> rows;
    const std::unique_ptr<RowCursor> cursor = sheet.rows->walk();
    for (SheetRow row; cursor->next(row);) rows.push_back(row);
    return rows;
}

Value sample(std::size_t row, std::size_t column)
{
    switch (column) {
    case 0: return "Action " + std::to_string(row);
    case 1: return row % 3 == 0 ? Value(data::State::not_given) : Value(static_cast<double>(row) * -1000);
    case 2: return row == 5 ? std::string(60, 'x') + " " + std::string(60, 'y') : std::string("court");
    default: return Date{45'000.0 + static_cast<double>(row)};
    }
}

const std::vector<Column> sample_columns = {column("Action", ColumnKind::text), column("Montant (€)", ColumnKind::euro),
                                            column("Texte", ColumnKind::text), column("Date", ColumnKind::date)};

/// The same page with its rows in memory.
Page held_page(std::size_t rows)
{
    Page page = long_page(sample_columns, rows, sample);
    Table table;
    table.id = "donnees";
    table.columns = sample_columns;
    for (std::size_t row = 0; row < rows; ++row)
        table.rows.push_back({sample(row, 0), sample(row, 1), sample(row, 2), sample(row, 3)});
    page.blocks = {std::move(table)};
    return page;
}

/// Nobody knows yet how high its rows will be: shrunk to one page they could be too small to read.
TEST(LongTable, IsNeverShrunkToOnePage)
{
    for (const std::size_t rows : {5U, 30U, 60U})
        EXPECT_EQ(book_of(long_page(sample_columns, rows, sample)).sheets.front().print.pages_high, 0) << rows;
}

TEST(LongTable, IsTheTableThatItWouldBeIfItsRowsWereHeld)
{
    const Workbook made = book_of(long_page(sample_columns, 40, sample));
    const Workbook held = book_of(held_page(40));
    const SheetPart& ours = made.sheets.front();
    const SheetPart& theirs = held.sheets.front();
    ASSERT_NE(ours.rows, nullptr);
    EXPECT_EQ(ours.tables.front().range, theirs.tables.front().range);
    EXPECT_EQ(ours.tables.front().filter, theirs.tables.front().filter);
    EXPECT_EQ(ours.print.area, theirs.print.area);
    EXPECT_EQ(ours.print.repeated_rows, theirs.print.repeated_rows);
    EXPECT_EQ(ours.freeze, theirs.freeze);
    ASSERT_EQ(ours.widths.size(), theirs.widths.size());
    for (std::size_t at = 0; at < ours.widths.size(); ++at)
        EXPECT_EQ(ours.widths[at].characters, theirs.widths[at].characters) << at;

    std::vector<SheetCell> cells = ours.cells;
    for (const SheetRow& row : rows_of(ours)) {
        cells.insert(cells.end(), row.cells.begin(), row.cells.end());
        const auto height = std::ranges::find(theirs.heights, row.cells.front().at.row, &RowHeight::row);
        ASSERT_NE(height, theirs.heights.end());
        EXPECT_EQ(row.points, height->points) << row.cells.front().at.row;
    }
    ASSERT_EQ(cells.size(), theirs.cells.size());
    for (std::size_t at = 0; at < cells.size(); ++at) {
        EXPECT_EQ(cells[at].at, theirs.cells[at].at);
        EXPECT_EQ(cells[at].value.index(), theirs.cells[at].value.index()) << at;
        EXPECT_EQ(made.styles[cells[at].style].name, held.styles[theirs.cells[at].style].name) << at;
    }
    EXPECT_EQ(text_at(ours, {3, 0}), text_at(theirs, {3, 0})) << "nd is explained above the table";
}

/// What was read is what is shown: 1 234,56 € is not 1 235 €.
TEST(LongTable, ShowsTheCentsOfAColumnThatHasSome)
{
    const auto amounts = [](double last) {
        return
            [last](std::size_t row, std::size_t column) -> Value { return column == 0 && row == 1 ? last : 1'200.0; };
    };
    const std::vector<Column> columns = {column("Montant (€)", ColumnKind::euro),
                                         column("Budget (€)", ColumnKind::euro)};
    const Workbook book = book_of(long_page(columns, 2, amounts(1'234.56)));
    const Workbook whole = book_of(long_page(columns, 2, amounts(1'234.001)));
    const auto format = [](const Workbook& of, std::size_t row, std::size_t column) {
        return of.styles[rows_of(of.sheets.front())[row].cells[column].style].number_format;
    };
    EXPECT_EQ(format(book, 1, 0), "#,##0.00");
    EXPECT_EQ(format(book, 0, 0), "#,##0.00") << "digits of a column stand below each other";
    EXPECT_EQ(format(book, 0, 1), "#,##0") << "no cents here";
    EXPECT_EQ(format(whole, 1, 0), "#,##0") << "less than a cent is none";
    EXPECT_GT(book.sheets.front().widths.front().characters, whole.sheets.front().widths.front().characters);
}

TEST(LongTable, IsMadeAnewAtEachWalk)
{
    const Workbook book = book_of(long_page(sample_columns, 12, sample));
    const std::vector<SheetRow> first = rows_of(book.sheets.front());
    const std::vector<SheetRow> second = rows_of(book.sheets.front());
    ASSERT_EQ(first.size(), 12U);
    ASSERT_EQ(second.size(), 12U);
    EXPECT_EQ(std::get<std::string>(second[7].cells[0].value), "Action 7");
    EXPECT_GT(first[5].points, first[4].points) << "a wrapped text makes its row higher";
}

TEST(LongTable, LetsNothingThroughThatNoFileMayHold)
{
    const std::vector<Value> values = {std::string("a\x01"
                                                   "b\r\nc"),
                                       std::numeric_limits<double>::infinity(), std::string(40'000, 'x'), Date{-5},
                                       std::string("\xff")};
    const Workbook book = book_of(long_page({column("Valeur", ColumnKind::text)}, values.size(),
                                            [&](std::size_t row, std::size_t) { return values[row]; }));
    const SheetPart& sheet = book.sheets.front();
    Workbook held;
    held.styles = book.styles;
    SheetPart& copy = held.sheets.emplace_back();
    copy.name = sheet.name;
    copy.cells = {sheet.cells.front()};
    for (const SheetRow& row : rows_of(sheet)) copy.cells.insert(copy.cells.end(), row.cells.begin(), row.cells.end());
    std::vector<std::string> codes;
    for (const LintProblem& problem : lint(held)) codes.push_back(problem.message.code);
    EXPECT_EQ(std::ranges::count(codes, "BIL-705") + std::ranges::count(codes, "BIL-706"), 0);
    ASSERT_EQ(copy.cells.size(), 6U);
    EXPECT_EQ(std::get<std::string>(copy.cells[1].value), "a\uFFFD"
                                                          "b\nc");
    EXPECT_EQ(std::get<std::string>(copy.cells[2].value), "err");
}

TEST(LongTable, ATextOfManyLinesMakesNoRowHigherThanExcelTakes)
{
    const Workbook book = book_of(long_page({column("Texte", ColumnKind::text)}, 1,
                                            [](std::size_t, std::size_t) { return std::string(20'000, 'x'); }));
    EXPECT_EQ(rows_of(book.sheets.front()).front().points, 409);
}

TEST(LongTable, WithoutARowSaysSo)
{
    const Workbook book = book_of(long_page(sample_columns, 0, sample));
    const SheetPart& sheet = book.sheets.front();
    EXPECT_EQ(sheet.rows, nullptr);
    const CellRange range = sheet.tables.front().range;
    EXPECT_EQ(range.last_row, range.first_row + 1);
    EXPECT_EQ(text_at(sheet, {range.last_row, 0}), "aucune ligne");
    EXPECT_TRUE(lint(book).empty());
}

TEST(LongTable, HasItsRowsForItself)
{
    Workbook book = book_of(long_page(sample_columns, 3, sample));
    EXPECT_TRUE(lint(book).empty());
    SheetPart& sheet = book.sheets.front();
    SheetCell stray;
    stray.at = {sheet.rows->range().last_row, 20};
    sheet.cells.push_back(stray);
    const std::vector<LintProblem> problems = lint(book);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems.front().message.code, "BIL-704");
}

} // namespace
} // namespace bilan::workbook
