// SPDX-License-Identifier: MPL-2.0
//
// One table on its page: measured first, so that the page knows its columns, then written. One thread.
#pragma once

#include "workbook/document.hpp"
#include "workbook/layout.hpp"
#include "workbook/placed_table.hpp"
#include "workbook/sheet_builder.hpp"
#include "workbook/style_book.hpp"
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
    /// Takes the table; makes its headers legal and adds a column for each target line of its charts.
    /// Throws base::Error (exit 6) for a row that is not as long as the columns or a chart of a column that is not
    /// there.
    TableLayout(Table table, StyleBook& styles);

    [[nodiscard]] const Table& table() const { return table_; }
    [[nodiscard]] const TableWidths& widths() const { return widths_; }
    /// « Abréviations : nc = non communiqué »; empty when nothing is missing.
    [[nodiscard]] std::string shorthand_line() const;

    /// Writes header, rows and total; the rows are gone afterwards. The result's last row is that of the data.
    PlacedTable write(SheetBuilder& sheet, std::uint32_t header_row, TableMarks& marks);

private:
    void add_target_columns();
    /// A column that holds the chart's target in every row; charts of one target share it.
    [[nodiscard]] std::size_t target_column(const Chart& chart);
    void make_headers();

    Table table_;
    StyleBook& styles_;
    std::vector<std::string> headers_;
    std::vector<PlacedChart> charts_;
    TableWidths widths_;
};

} // namespace bilan::workbook
