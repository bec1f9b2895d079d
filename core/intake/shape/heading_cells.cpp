// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/heading_cells.hpp"

#include <algorithm>

namespace bilan::intake {

HeadingCells::HeadingCells(const TableDraft& draft, std::uint32_t column)
{
    const std::vector<Row>& rows = draft.rows.rows;
    const auto fills = [&](const Row& row) {
        return row.kind == RowKind::group_title && row.fills_column && row.label == column;
    };
    const auto is_completed = [](const Row& row) { return row.completed_by.has_value(); };
    if (std::ranges::none_of(rows, [&](const Row& row) { return fills(row) || is_completed(row); })) return;
    titles_.reserve(rows.size());
    const Row* title = nullptr;
    for (std::size_t entry = 0; entry < rows.size(); ++entry) {
        const Row& row = rows[entry];
        if (fills(row)) title = &row;
        const bool is_given = title != nullptr && entry < title->until && !draft.view->is_filled(row.row, column);
        if (row.completed_by && !draft.view->is_filled(row.row, column)) {
            titles_.emplace_back(rows[*row.completed_by].row);
            continue;
        }
        titles_.push_back(is_given ? std::optional(title->row) : std::nullopt);
    }
}

} // namespace bilan::intake
