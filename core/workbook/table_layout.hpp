// SPDX-License-Identifier: MPL-2.0
//
// One table on its page: measured first, so that the page knows its columns, then written. One thread.
#pragma once

#include "workbook/chart_columns.hpp"
#include "workbook/document.hpp"
#include "workbook/layout.hpp"
#include "workbook/placed_table.hpp"
#include "workbook/sheet_builder.hpp"
#include "workbook/style_book.hpp"
#include "workbook/table_formulas.hpp"
#include "workbook/table_widths.hpp"

#include <string>
#include <utility>
#include <vector>

namespace bilan::workbook {

/// A link whose page is looked up when all pages are there.
struct PendingLink {
    CellPosition at;
    std::string page;
};

/// What a table adds to its page.
struct TableMarks {
    std::vector<PlacedFigure> figures; ///< without page and sheet, which the page knows
    std::vector<PendingLink> links;
};

class TableLayout {
public:
    /// Takes the table; makes its headers legal, computes its formulas and adds the columns that its charts need.
    /// Throws base::Error (exit 6) for what chart_checks.hpp and table_formulas.hpp refuse.
    TableLayout(Table table, StyleBook& styles);

    [[nodiscard]] const Table& table() const { return table_; }
    /// Of its own columns.
    [[nodiscard]] const TableWidths& widths() const { return widths_; }
    /// Pixels of the columns that only its charts need.
    [[nodiscard]] const std::vector<double>& aside_pixels() const { return aside_pixels_; }
    /// Why charts of the table are not drawn.
    [[nodiscard]] std::vector<std::string> problems() const;

    /// Writes header, rows and total, and what its charts need from the column `aside` on; the rows are gone
    /// afterwards. The result's last row is that of the data.
    PlacedTable write(SheetBuilder& sheet, std::uint32_t header_row, std::uint32_t aside, TableMarks& marks);

private:
    Table table_;
    StyleBook& styles_;
    TableFormulas formulas_;
    std::map<std::size_t, MadeFormula> made_; ///< of the columns that charts need
    std::vector<std::string> headers_;
    std::vector<PlacedChart> charts_;
    TableWidths widths_;
    std::vector<double> aside_pixels_;
};

} // namespace bilan::workbook
