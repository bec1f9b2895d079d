// SPDX-License-Identifier: MPL-2.0
#include "data/dataset.hpp"

#include <algorithm>

namespace bilan::data {

namespace {

CellPosition position(bool transposed, std::uint32_t source_row, std::uint32_t source_column)
{
    return transposed ? CellPosition{source_column, source_row} : CellPosition{source_row, source_column};
}

} // namespace

const Column* Dataset::column(std::string_view field) const
{
    const auto index = column_index(field);
    return index ? &columns_[*index] : nullptr;
}

std::optional<std::size_t> Dataset::column_index(std::string_view field) const
{
    const auto found =
        std::ranges::find_if(columns_, [field](const Column& column) { return column.field.id == field; });
    if (found == columns_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns_.begin());
}

std::optional<CellPosition> Dataset::other_cell(std::size_t row, std::size_t column) const
{
    const auto other = other_cells_.find({static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column)});
    return other == other_cells_.end() ? std::nullopt : std::optional(other->second);
}

std::optional<CellPosition> Dataset::cell(std::size_t row, std::size_t column) const
{
    if (!other_cells_.empty())
        if (const auto other = other_cell(row, column)) return other;
    const Column& values = columns_[column];
    if (values.source_columns[row] == Column::no_cell || values.states[row] == State::no_column) return std::nullopt;
    return position(origin(row).transposed, source_rows_[row], values.source_columns[row]);
}

std::vector<CellPosition> Dataset::further_cells(std::size_t row, std::size_t column) const
{
    std::vector<CellPosition> cells;
    for (const std::uint16_t further : columns_[column].further.of(row))
        cells.push_back(position(origin(row).transposed, source_rows_[row], further));
    return cells;
}

Place Dataset::place(std::size_t row, std::string_view field) const
{
    const auto column = column_index(field);
    const auto at = column ? cell(row, *column) : std::nullopt;
    return at ? Place{origin(row).file, origin(row).sheet, at->row, at->column} : place(row);
}

Place Dataset::place(std::size_t row) const
{
    const TableOrigin& from = origin(row);
    Place place{from.file, from.sheet, std::nullopt, std::nullopt};
    (from.transposed ? place.column : place.row) = source_rows_[row];
    return place;
}

std::size_t Dataset::bytes() const
{
    constexpr std::size_t other_cell_bytes = 64; // a node of the map, its allocation and its cell
    std::size_t total = sizeof(Dataset) + (tables_.capacity() + source_rows_.capacity()) * sizeof(std::uint32_t) +
                        other_cells_.size() * other_cell_bytes;
    for (const Column& column : columns_) {
        total += sizeof(Column) + column.numbers.capacity() * sizeof(double) +
                 column.ids.capacity() * sizeof(std::uint32_t) + column.states.capacity() * sizeof(State) +
                 column.source_columns.capacity() * sizeof(std::uint16_t) + column.further.bytes();
        if (column.dictionary) total += column.dictionary->bytes();
    }
    return total;
}

} // namespace bilan::data
