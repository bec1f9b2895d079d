// SPDX-License-Identifier: MPL-2.0
#include "data/read_columns.hpp"

#include "data/program.hpp"

#include <algorithm>

namespace bilan::data {

namespace {

/// The columns of the sheet whose cells, in the row itself, made a value.
void add_cells(const Dataset& dataset, std::size_t index, std::uint32_t row, FurtherColumns::Columns& cells)
{
    const Column& column = dataset.columns()[index];
    const std::uint16_t first = column.source_columns[row];
    if (first == Column::no_cell || (dataset.has_other_cells() && dataset.other_cell(row, index))) return;
    const auto add = [&](std::uint16_t cell) {
        if (std::ranges::find(cells, cell) == cells.end()) cells.push_back(cell);
    };
    add(first);
    std::ranges::for_each(column.further.of(row), add);
}

} // namespace

ReadColumn::ReadColumn(const Dataset& dataset, const SourceField& field, std::span<const std::uint32_t> rows)
    : dataset_(&dataset), field_(field.name), index_(dataset.column_index(field.name)),
      is_everywhere_(field.where == nullptr)
{
    if (!is_everywhere_ && !rows.empty()) rows_ = rows_where(dataset, *field.where, rows);
}

std::vector<ReadColumn> read_columns(const Dataset& dataset, std::span<const SourceField> fields,
                                     std::span<const std::uint32_t> rows)
{
    std::vector<ReadColumn> columns;
    columns.reserve(fields.size());
    for (const SourceField& field : fields) columns.emplace_back(dataset, field, rows);
    return columns;
}

void place_values(const Dataset& dataset, const ExpressionPointer& expression, std::span<const std::uint32_t> rows,
                  Column& column)
{
    const std::vector<SourceField> fields = source_fields({expression});
    std::vector<ReadColumn> columns = read_columns(dataset, fields, rows);
    FurtherColumns::Columns cells;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        cells.clear();
        for (ReadColumn& read : columns)
            if (read.enters(rows[at])) add_cells(dataset, *read.index(), rows[at], cells);
        if (cells.empty() || !column.is_known(at)) continue;
        column.source_columns[at] = cells.front();
        cells.erase(cells.begin());
        column.further.set(at, cells);
    }
}

} // namespace bilan::data
