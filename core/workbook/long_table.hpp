// SPDX-License-Identifier: MPL-2.0
//
// A table whose rows nobody holds, on its page: measured first, so that the page knows its columns; its rows then go
// into the sheet as rows that are made while they are written. One thread.
#pragma once

#include "workbook/document.hpp"
#include "workbook/placed_table.hpp"
#include "workbook/sheet_builder.hpp"
#include "workbook/style_book.hpp"
#include "workbook/table_widths.hpp"

#include <string>
#include <vector>

namespace bilan::workbook {

class LongTableLayout {
public:
    /// Walks once over the values. REQUIRES: the table has columns.
    LongTableLayout(LongTable table, StyleBook& styles);

    [[nodiscard]] const TableWidths& widths() const { return widths_; }
    /// Writes the header and leaves the rows to the writer; a table without a row says so.
    [[nodiscard]] PlacedTable write(SheetBuilder& sheet, std::uint32_t header_row);

private:
    [[nodiscard]] std::string_view format_of(std::size_t column) const;
    void add_rows(SheetBuilder& sheet, std::uint32_t first_row);
    void add_part(SheetBuilder& sheet, const PlacedTable& placed);

    LongTable table_;
    StyleBook& styles_;
    std::vector<std::string> headers_;
    TableWidths widths_;
};

} // namespace bilan::workbook
