// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/table_builder.hpp"

#include "cells/codes.hpp"
#include "cells/sheet_facts.hpp"

namespace bilan::ods {
namespace {

constexpr std::size_t most_waiting = 500'000; ///< merges of empty rows

} // namespace

void TableBuilder::add_columns(std::uint64_t repeat, std::uint32_t style, bool is_hidden)
{
    if (is_hidden) hide(cells_.grid().facts.hidden_columns, columns_told_, repeat, limits_.columns);
    columns_told_ = std::min(columns_told_ + repeat, beyond);
    const std::uint64_t told = std::min<std::uint64_t>(columns_told_, limits_.columns);
    if (told > column_styles_.size()) column_styles_.resize(told, style);
}

/// Rows or columns `first` and following, as far as they lie on the sheet.
void TableBuilder::hide(std::vector<Span>& spans, std::uint64_t first, std::uint64_t count, std::uint32_t end)
{
    if (first >= end) return;
    const auto from = static_cast<std::uint32_t>(first);
    const auto last = static_cast<std::uint32_t>(std::min<std::uint64_t>(first + count, end) - 1);
    if (!spans.empty() && spans.back().last + 1 == from)
        spans.back().last = last;
    else
        spans.push_back({from, last});
}

void TableBuilder::start_row(const RowFacts& row)
{
    row_facts_ = row;
    next_column_ = 0;
    is_filled_ = false;
    filled_.clear();
    merges_.clear();
}

void TableBuilder::put(CellInput& cell, const Placing& placing)
{
    const bool is_on_sheet = next_column_ < limits_.columns && next_row_ < limits_.rows;
    if (is_on_sheet && (placing.columns_spanned > 1 || placing.rows_spanned > 1))
        merges_.push_back({next_column_, placing.repeat, placing.columns_spanned, placing.rows_spanned});
    if (!cell.is_bare()) {
        check_bounds(placing.repeat);
        fill(cell, placing.repeat);
        if (placing.is_covered && cells_.grid().at(cell.at).type() != CellType::empty)
            cells_.remarks().add(cells::code::covered_value, cell.at);
    }
    skip(placing.repeat);
}

void TableBuilder::check_bounds(std::uint64_t columns) const
{
    const archive::ReadGuard& guard = cells_.guard();
    const std::string& sheet = cells_.grid().facts.name;
    if (next_column_ + columns > limits_.columns) guard.refuse_limit("columns", limits_.columns, sheet);
    if (next_row_ + row_facts_.repeat > limits_.rows) guard.refuse_limit("rows", limits_.rows, sheet);
}

void TableBuilder::fill(CellInput& cell, std::uint64_t repeat)
{
    cell.at = {static_cast<std::uint32_t>(next_row_), static_cast<std::uint32_t>(next_column_)};
    cells_.put(cell);
    if (!cells_.grid().at(cell.at).is_filled()) return;
    note_filled(cell.at.column, static_cast<std::uint32_t>(repeat));
    if (repeat == 1) return;
    cells_.make_room(repeat - 1);
    for (std::uint32_t i = 1; i < repeat; ++i) cells_.copy(cell.at, {cell.at.row, cell.at.column + i});
}

void TableBuilder::end_row()
{
    if (row_facts_.is_hidden) hide(cells_.grid().facts.hidden_rows, next_row_, row_facts_.repeat, limits_.rows);
    if (row_facts_.repeat > 1 && is_filled_) repeat_row();
    if (!merges_.empty()) place_merges();
    next_row_ = std::min(next_row_ + row_facts_.repeat, beyond);
}

/// Every value of the row was put within the sheet, with room for all its repetitions.
void TableBuilder::repeat_row()
{
    std::uint64_t values = 0;
    for (const Filled& filled : filled_) values += filled.count;
    const std::uint64_t more = row_facts_.repeat - 1;
    cells_.make_room(values > limits_.cells ? values : values * more);
    const auto row = static_cast<std::uint32_t>(next_row_);
    for (const Filled& filled : filled_) {
        for (std::uint32_t column = filled.column; column < filled.column + filled.count; ++column) { // as grids lie
            for (std::uint32_t i = 1; i <= more; ++i) cells_.copy({row, column}, {row + i, column});
            cells_.guard().check_time(cells_.grid().facts.name);
        }
    }
}

void TableBuilder::place_merges()
{
    const bool waits = row_facts_.repeat > 1 && !is_filled_;
    if (waiting_.size() > most_waiting) cells_.guard().refuse_limit("spans", most_waiting, cells_.grid().facts.name);
    for (const Merge& merge : merges_) {
        if (waits)
            waiting_.push_back({next_row_, row_facts_.repeat, merge});
        else
            add_merges(next_row_, row_facts_.repeat, merge);
    }
}

void TableBuilder::add_merges(std::uint64_t first_row, std::uint64_t rows, const Merge& merge)
{
    std::vector<CellRange>& merges = cells_.grid().facts.merges;
    for (std::uint64_t row = first_row; row < std::min<std::uint64_t>(first_row + rows, limits_.rows); ++row) {
        for (std::uint64_t i = 0; i < merge.repeat; ++i) {
            const std::uint64_t column = merge.column + i;
            if (column >= limits_.columns) break;
            if (merges.size() >= cells::most_spans)
                cells_.guard().refuse_limit("spans", cells::most_spans, cells_.grid().facts.name);
            const std::uint64_t last_row = std::min<std::uint64_t>(row + merge.rows, limits_.rows) - 1;
            const std::uint64_t last_column = std::min<std::uint64_t>(column + merge.columns, limits_.columns) - 1;
            merges.push_back({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column),
                              static_cast<std::uint32_t>(last_row), static_cast<std::uint32_t>(last_column)});
        }
    }
}

void TableBuilder::finish()
{
    const std::uint64_t used = cells_.grid().rows();
    for (const Waiting& waiting : waiting_) {
        if (waiting.first_row < used)
            add_merges(waiting.first_row, std::min(waiting.rows, used - waiting.first_row), waiting.merge);
    }
    cells::order_hidden(cells_.grid().facts);
    cells::remark_on_overlaps(cells_.grid().facts.merges, cells_.remarks());
}

} // namespace bilan::ods
