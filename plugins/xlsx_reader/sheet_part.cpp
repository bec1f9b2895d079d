// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/sheet_part.hpp"

#include "xlsx_reader/codes.hpp"
#include "xlsx_reader/sheet_scanner.hpp"

#include <algorithm>
#include <map>

namespace bilan::xlsx {
namespace {

/// Spans in ascending order, those that touch or overlap made one.
void normalise(std::vector<Span>& spans)
{
    std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) { return a.first < b.first; });
    std::size_t kept = 0;
    for (const Span& span : spans) {
        if (kept > 0 && span.first <= spans[kept - 1].last + 1)
            spans[kept - 1].last = std::max(spans[kept - 1].last, span.last);
        else
            spans[kept++] = span;
    }
    spans.resize(kept);
}

/// Sweeps down the rows with the merges still open, side by side; two that share a cell meet there.
void remark_on_overlaps(const std::vector<CellRange>& merges, Remarks& remarks)
{
    std::vector<const CellRange*> order;
    for (const CellRange& merge : merges) order.push_back(&merge);
    std::stable_sort(order.begin(), order.end(),
                     [](const CellRange* a, const CellRange* b) { return a->first_row < b->first_row; });
    std::map<std::uint32_t, const CellRange*> open; // by first column
    for (const CellRange* merge : order) {
        auto next = open.upper_bound(merge->last_column);
        while (next != open.begin()) {
            const auto before = std::prev(next);
            if (before->second->last_row < merge->first_row) {
                open.erase(before);
                continue;
            }
            if (before->second->last_column >= merge->first_column)
                remarks.add(code::overlapping_merges, CellPosition{merge->first_row, merge->first_column},
                            {range_name(*merge), range_name(*before->second)});
            break;
        }
        open[merge->first_column] = merge;
    }
}

} // namespace

void read_sheet_part(archive::ByteSource& source, const std::string& part, BookContext& book, Grid& grid,
                     Remarks& remarks, Way way)
{
    CellBuilder cells(book, grid, remarks);
    RowCursor cursor;
    SheetHandler handler(cells, cursor, part);
    xml::Parser parser(handler, part, book.guard);
    SheetScanner scanner(cells, cursor, handler);
    BulkReader reader(source, parser, handler, {"<sheetData", "<row", "</sheetData"}, book.guard, part);
    reader.read(way == Way::fast ? &scanner : nullptr);
    if (handler.root() != "worksheet") book.guard.refuse(code::unexpected_part, {part});
    const ReadLimits& limits = book.guard.limits();
    if (grid.rows() > limits.rows) book.guard.refuse_limit("rows", limits.rows, grid.facts.name);
    if (grid.columns() > limits.columns) book.guard.refuse_limit("columns", limits.columns, grid.facts.name);
    normalise(grid.facts.hidden_rows);
    normalise(grid.facts.hidden_columns);
    remark_on_overlaps(grid.facts.merges, remarks);
    book.finished_bytes += grid.bytes();
}

} // namespace bilan::xlsx
