// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/shared_rows.hpp"

#include "intake/header/quarters.hpp"
#include "intake/shape/merges.hpp"

#include <algorithm>
#include <optional>

namespace bilan::intake {

namespace {

std::optional<std::size_t> column_of(const TableDraft& draft, std::string_view field)
{
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome == Outcome::mapped && column.field->id == field) return at;
    }
    return std::nullopt;
}

/// Something of its own below the first row of a group.
bool is_filled_below(const TableDraft& draft, std::size_t at, const CellRange& group)
{
    for (std::uint32_t row = group.first_row + 1; row <= group.last_row; ++row)
        if (draft.view->is_filled(row, draft.headers[at].column)) return true;
    return false;
}

} // namespace

SharedRows::SharedRows(const TableDraft& draft)
{
    const bool has_wide = std::ranges::any_of(
        draft.mapping.columns, [](const MappedColumn& column) { return column.outcome == Outcome::wide; });
    if (draft.mapping.schema == nullptr || has_wide || draft.view->merges().empty()) return;
    find_groups(draft);
    for (const CellRange& group : groups_) {
        for (std::uint32_t row = group.first_row + 1; row <= group.last_row; ++row)
            heads_.emplace(row, group.first_row);
        for (std::size_t at = 0; at < draft.headers.size(); ++at)
            if (is_filled_below(draft, at, group)) varying_.insert(at);
    }
}

/// Merges of a column that names the action, over records that have quarters of their own and no other name.
void SharedRows::find_groups(const TableDraft& draft)
{
    const data::Field* const territory = territory_field(*draft.mapping.schema->schema);
    const std::optional<std::size_t> quarters = territory == nullptr ? std::nullopt : column_of(draft, territory->id);
    if (!quarters) return;
    std::vector<std::size_t> names;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome == Outcome::mapped && names_record(*column.field)) names.push_back(at);
    }
    const std::optional<std::size_t> exercise = column_of(draft, "exercice");
    const VerticalMerges merges(draft);
    for (const std::size_t name : names)
        for (const CellRange& merge : merges.of_column(draft.headers[name].column)) {
            const auto records = std::ranges::count_if(draft.rows.rows, [&](const Row& row) {
                return row.kind == RowKind::record && merge.first_row <= row.row && row.row <= merge.last_row;
            });
            const bool is_known = std::ranges::any_of(groups_, [&](const CellRange& group) {
                return group.first_row <= merge.last_row && merge.first_row <= group.last_row;
            });
            const bool has_other_name =
                std::ranges::any_of(names, [&](std::size_t other) { return is_filled_below(draft, other, merge); });
            const bool has_years = exercise && is_filled_below(draft, *exercise, merge);
            if (records > 1 && !is_known && !has_other_name && !has_years && is_filled_below(draft, *quarters, merge))
                groups_.push_back(merge);
        }
    std::ranges::sort(groups_, {}, &CellRange::first_row);
}

std::uint32_t SharedRows::head_of(std::uint32_t row) const
{
    const auto head = heads_.find(row);
    return head == heads_.end() ? row : head->second;
}

bool SharedRows::is_of_whole(std::size_t header, const CellRange& merge) const
{
    return !varies(header) && std::ranges::any_of(groups_, [&](const CellRange& group) {
        return group.first_row == merge.first_row && merge.last_row <= group.last_row;
    });
}

} // namespace bilan::intake
