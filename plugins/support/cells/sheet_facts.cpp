// SPDX-License-Identifier: MPL-2.0
#include "cells/sheet_facts.hpp"

#include "cells/codes.hpp"

#include <algorithm>
#include <map>

namespace bilan::cells {
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

/// The cells of one column under a merge, without its first cell.
void remark_on_column(const Grid& grid, std::uint32_t column, const CellRange& merge, Remarks& remarks)
{
    const std::uint32_t segments = std::min(grid.segments(column), merge.last_row / Grid::segment_rows + 1);
    for (std::uint32_t segment = merge.first_row / Grid::segment_rows; segment < segments; ++segment) {
        const Grid::Run run = grid.run(column, segment);
        const std::uint32_t end = std::min(run.first + run.count, merge.last_row + 1);
        for (std::uint32_t row = std::max(run.first, merge.first_row); row < end; ++row) {
            const bool is_shown = row == merge.first_row && column == merge.first_column;
            if (!is_shown && grid.at(row, column).type() != CellType::empty)
                remarks.add(code::covered_value, CellPosition{row, column});
        }
    }
}

} // namespace

void hide_row(SheetFacts& facts, std::uint32_t row)
{
    std::vector<Span>& hidden = facts.hidden_rows;
    if (!hidden.empty() && hidden.back().last == row) return;
    if (!hidden.empty() && row > 0 && hidden.back().last == row - 1) {
        hidden.back().last = row;
    } else {
        hidden.push_back({row, row});
    }
}

void order_hidden(SheetFacts& facts)
{
    normalise(facts.hidden_rows);
    normalise(facts.hidden_columns);
}

/// Sweeps down the rows with the merges still open, side by side; two that share a cell meet there.
void remark_on_overlaps(const std::vector<CellRange>& merges, Remarks& remarks)
{
    std::vector<const CellRange*> order;
    order.reserve(merges.size());
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

void remark_on_covered_values(const Grid& grid, const archive::ReadGuard& guard, Remarks& remarks)
{
    constexpr std::size_t often = 256; // merges between two looks at the clock: a file may claim millions of wide ones
    std::size_t done = 0;
    for (const CellRange& merge : grid.facts.merges) {
        if (++done % often == 0) guard.check_time(grid.facts.name);
        const std::uint32_t end = std::min(merge.last_column + 1, grid.columns());
        for (std::uint32_t column = merge.first_column; column < end; ++column)
            remark_on_column(grid, column, merge, remarks);
    }
}

} // namespace bilan::cells
