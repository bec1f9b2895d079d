// SPDX-License-Identifier: MPL-2.0
#include "workbook/long_table.hpp"

#include "workbook/long_rows.hpp"
#include "workbook/names.hpp"
#include "workbook/table_header.hpp"
#include "workbook/words.hpp"

#include <cassert>
#include <utility>

namespace bilan::workbook {

LongTableLayout::LongTableLayout(LongTable table, StyleBook& styles)
    : table_(std::move(table)), styles_(styles), headers_(legal_headers(table_.columns, styles.language())),
      widths_(table_widths(table_, headers_, styles.language()))
{
    assert(!table_.columns.empty());
}

PlacedTable LongTableLayout::write(SheetBuilder& sheet, std::uint32_t header_row)
{
    PlacedTable placed;
    placed.id = table_.id;
    placed.sheet = sheet.name();
    for (std::size_t at = 0; at < headers_.size(); ++at)
        placed.columns.push_back({headers_[at], table_.columns[at].kind, widths_.has_negative[at]});
    placed.widest_name = widths_.pixels.front();
    const std::size_t rows = table_.source->rows();
    placed.header_row = header_row;
    placed.first_row = header_row + 1;
    placed.has_rows = rows > 0;
    placed.last_row = header_row + static_cast<std::uint32_t>(placed.has_rows ? rows : 1);
    write_headers(sheet, header_row, headers_, table_.columns, has_filter(rows), styles_);
    if (placed.has_rows) {
        add_rows(sheet, placed.first_row);
    } else {
        sheet.put({placed.first_row, 0}, std::string(layout_words(styles_.language()).no_row),
                  styles_.cell(table_.columns.front().kind, CellRole::missing));
    }
    add_part(sheet, placed);
    return placed;
}

/// That of the kind of the column when it is empty.
std::string_view LongTableLayout::format_of(std::size_t column) const
{
    return widths_.has_cents[column] ? "#,##0.00" : "";
}

void LongTableLayout::add_rows(SheetBuilder& sheet, std::uint32_t first_row)
{
    std::vector<LongColumn> columns;
    for (std::size_t at = 0; at < table_.columns.size(); ++at) {
        const ColumnKind kind = table_.columns[at].kind;
        const StyleIndex body = styles_.cell(kind, CellRole::body, format_of(at));
        columns.push_back({kind, body, styles_.cell(kind, CellRole::missing), styles_.face(body),
                           sheet.column_pixels(static_cast<std::uint32_t>(at)) - wrap_margin});
    }
    sheet.put_rows(std::make_shared<LongRows>(table_.source, std::move(columns), first_row, styles_.language()));
}

void LongTableLayout::add_part(SheetBuilder& sheet, const PlacedTable& placed)
{
    TablePart part;
    part.name = identifier("T_", table_.id);
    part.range = {placed.header_row, 0, placed.last_row, static_cast<std::uint32_t>(headers_.size()) - 1};
    part.filter = has_filter(table_.source->rows());
    for (std::size_t at = 0; at < headers_.size(); ++at) {
        TableColumn entry;
        entry.header = headers_[at];
        entry.style = styles_.cell(table_.columns[at].kind, CellRole::body, format_of(at));
        entry.header_style = styles_.header(table_.columns[at].kind);
        part.columns.push_back(std::move(entry));
    }
    sheet.part().tables.push_back(std::move(part));
}

} // namespace bilan::workbook
