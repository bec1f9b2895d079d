// SPDX-License-Identifier: MPL-2.0
//
// A finished workbook, every cell in its place: what a writer turns into a file, adding nothing and deciding nothing.
// Built and checked by the host (core/workbook), so a writer may take every name, length and number here as legal.
// Value types; built by one thread, then only read.
#pragma once

#include <bilan/chart.hpp>
#include <bilan/place.hpp>
#include <bilan/style.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace bilan {

/// An invariant formula (`SUM(B2:B9)`, no leading `=`) and the value that it has now, which is always stored with it.
struct Formula {
    std::string text;
    std::variant<double, std::string> value;
};

/// A link to a cell: `target` is `'Sommaire'!A1`, of this workbook or of the file of that name beside it.
struct Link {
    std::string target;
    std::string text;
    std::string file = {}; ///< a bare file name; empty: this workbook
};

/// Days since 30 December 1899, as in a grid.
struct Date {
    double serial = 0;
};

using SheetValue = std::variant<std::monostate, double, std::string, bool, Date, Formula, Link>;

struct SheetCell {
    CellPosition at;
    SheetValue value;
    StyleIndex style = 0;
};

struct TableColumn {
    std::string header;           ///< unique in its table, not empty; equal to the text of the header cell
    std::string total_label;      ///< words in the total row
    std::string total_function;   ///< "sum", "average", "count", or empty
    std::optional<Formula> total; ///< what the total cell holds when a function is named
    StyleIndex style = 0;
    StyleIndex header_style = 0;
    StyleIndex total_style = 0;
};

/// A native Excel table. `range` goes from the header row to the last row, the total row included.
/// The cells inside are ordinary cells of the sheet.
struct TablePart {
    std::string name; ///< `T_emp_age_sexe`, unique in the workbook
    CellRange range;
    std::vector<TableColumn> columns;
    bool total_row = false;
    bool filter = true;
};

/// Cells shaded by their value, from the smallest to the largest of all of them.
struct ShadedCells {
    std::vector<CellRange> ranges;
    Colour lowest;
    Colour highest;
};

/// What a cell that is to be filled in takes: a word beside it when it is selected, a list to choose from, a warning
/// for anything else, which whoever fills it in may keep all the same (`NC` where a number is asked).
enum class Takes : std::uint8_t { anything, list, whole_number, number, date };

struct InputRule {
    CellRange cells;
    Takes takes = Takes::anything;
    std::string list;    ///< of `list`: the cells that hold it, `'Listes'!$A$2:$A$9`
    bool warns = true;   ///< false: the list is only offered
    double least = 0;    ///< of the kinds of numbers
    double most = 0;     ///< dates are days since 30 December 1899
    std::string title;   ///< at most 32 UTF-16 units
    std::string help;    ///< at most 255
    std::string warning; ///< at most 255
};

struct PrintSetup {
    bool landscape = true;
    std::uint16_t pages_wide = 1;
    std::uint16_t pages_high = 0; ///< 0: as many as it takes
    std::optional<Span> repeated_rows;
    std::optional<CellRange> area;
    std::string header; ///< Excel's header codes
    std::string footer;
};

struct ColumnWidth {
    std::uint32_t column = 0;
    double characters = 10;
};

struct RowHeight {
    std::uint32_t row = 0;
    double points = 15;
};

/// One row of cells that nobody holds: good until the next one is asked for.
struct SheetRow {
    double points = 15;
    std::vector<SheetCell> cells; ///< in column order; no links
};

/// Walks over rows, from the first to the last.
class RowCursor {
public:
    virtual ~RowCursor() = default;
    /// False, and `row` as it was, when there is no further row.
    virtual bool next(SheetRow& row) = 0;
};

/// Rows too many to be held as cells: made while they are written, the same ones at every walk. Nothing else stands in
/// the rows of `range()`. What they are made from outlives the workbook.
class SheetRows {
public:
    virtual ~SheetRows() = default;
    [[nodiscard]] virtual CellRange range() const = 0;
    [[nodiscard]] virtual std::unique_ptr<RowCursor> walk() const = 0;
};

struct SheetPart {
    std::string name;
    std::vector<SheetCell> cells;          ///< in row, then column order; each place once
    std::shared_ptr<const SheetRows> rows; ///< further cells, between or below those; may be null
    std::vector<CellRange> merges;         ///< titles only, never inside a table
    std::vector<TablePart> tables;
    std::vector<ChartPart> charts;
    std::vector<ShadedCells> shadings;
    std::vector<InputRule> input_rules;
    std::vector<ColumnWidth> widths;
    std::vector<RowHeight> heights;
    std::optional<CellPosition> freeze; ///< first cell that scrolls
    PrintSetup print;
    std::optional<Colour> tab;
    bool gridlines = false;
    std::uint16_t zoom = 100;
};

struct DefinedName {
    std::string name;    ///< `ind_EMP01`
    std::string formula; ///< `='Synthèse'!$C$7`
};

struct WorkbookProperties {
    std::string title;
    std::string subject;
    std::string author;
    std::string company;
    std::string keywords;
    std::string comments;
    std::string created;  ///< ISO instant fixed by the run: `2025-01-01T00:00:00Z`
    std::string language; ///< `fr-FR`
    std::vector<std::pair<std::string, std::string>> custom;
};

struct Workbook {
    WorkbookProperties properties;
    std::vector<Style> styles;
    std::vector<SheetPart> sheets;
    std::vector<DefinedName> names;
};

} // namespace bilan
