// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/continuations.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <string>
#include <string_view>

namespace bilan::intake {

namespace {

bool continues(const TableDraft& draft, std::uint32_t column)
{
    return std::any_of(draft.rows.rows.begin(), draft.rows.rows.end(), [&](const Row& row) {
        return row.kind == RowKind::continuation && draft.view->is_filled(row.row, column);
    });
}

} // namespace

std::optional<ScratchColumn> with_continuations(const TableDraft& draft, const ColumnSource& from, std::uint32_t column,
                                                const data::Field& field)
{
    if (!continues(draft, column)) return std::nullopt;
    ScratchColumn scratch(draft.view->grid().facts);
    for (const CellPosition at : from.cells) scratch.copy(*from.book, *from.grid, at);
    const std::string_view separator = field.type == data::FieldType::text ? " " : "\n";
    for (const Row& row : draft.rows.rows) {
        if (row.kind != RowKind::continuation || !row.previous) continue;
        const std::string more = draft.view->label(row.row, column);
        const std::uint32_t above = draft.rows.rows[*row.previous].row;
        if (!more.empty()) scratch.append(draft.view->on_sheet(above, column), separator, base::trim(more));
    }
    return scratch;
}

} // namespace bilan::intake
