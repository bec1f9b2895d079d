// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/sheet_part.hpp"

#include "cells/sheet_facts.hpp"
#include "xlsx_reader/codes.hpp"
#include "xlsx_reader/sheet_scanner.hpp"

namespace bilan::xlsx {

void read_sheet_part(archive::ByteSource& source, const std::string& part, BookContext& book, Grid& grid,
                     Remarks& remarks, Way way)
{
    CellBuilder builder(book, grid, remarks);
    RowCursor cursor;
    SheetHandler handler(builder, cursor, part);
    xml::Parser parser(handler, part, book.guard);
    SheetScanner scanner(builder, cursor, handler);
    xml::BulkReader reader(source, parser, handler, {"<row", "</sheetData"}, book.guard, part);
    reader.read(way == Way::fast ? &scanner : nullptr);
    if (handler.root() != "worksheet") book.guard.refuse(code::unexpected_part, {part});
    const ReadLimits& limits = book.guard.limits();
    if (grid.rows() > limits.rows) book.guard.refuse_limit("rows", limits.rows, grid.facts.name);
    if (grid.columns() > limits.columns) book.guard.refuse_limit("columns", limits.columns, grid.facts.name);
    cells::order_hidden(grid.facts);
    cells::remark_on_overlaps(grid.facts.merges, remarks);
    cells::remark_on_covered_values(grid, book.guard, remarks);
    book.finished_bytes += grid.bytes();
}

} // namespace bilan::xlsx
