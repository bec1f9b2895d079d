// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/merges.hpp"

namespace bilan::intake {

namespace {

std::vector<CellRange> vertical_merges(const TableDraft& draft)
{
    const Block& block = draft.block;
    std::vector<CellRange> found;
    for (const CellRange& merge : draft.view->merges()) {
        const bool is_inside = merge.first_row >= block.first_row && merge.last_row <= block.last_row &&
                               merge.first_column >= block.first_column && merge.first_column <= block.last_column;
        if (is_inside && merge.last_row > merge.first_row) found.push_back(merge);
    }
    return found;
}

} // namespace

VerticalMerges::VerticalMerges(const TableDraft& draft) : merges_(vertical_merges(draft)) {}

std::uint32_t VerticalMerges::top(std::uint32_t row, std::uint32_t column) const
{
    const CellRange* const merge = merges_.over(row, column);
    return merge != nullptr ? merge->first_row : row;
}

bool VerticalMerges::fills_down(const data::Field& field)
{
    switch (field.type) {
    case data::FieldType::count:
    case data::FieldType::number:
    case data::FieldType::euro:
    case data::FieldType::rate: return false;
    default: return true;
    }
}

std::vector<AcrossNumbers> merged_across(const TableDraft& draft)
{
    std::vector<AcrossNumbers> found;
    for (const CellRange& merge : draft.view->merges()) {
        const bool is_inside = merge.first_row >= draft.block.first_row && merge.last_row <= draft.block.last_row;
        if (!is_inside || merge.first_column == merge.last_column) continue;
        if (!draft.view->is_filled(merge.first_row, merge.first_column)) continue;
        AcrossNumbers across{merge, {}, false};
        for (std::size_t at = 0; at < draft.headers.size(); ++at) {
            const MappedColumn& column = draft.mapping.columns[at];
            const bool is_number = column.outcome == Outcome::mapped && !VerticalMerges::fills_down(*column.field);
            if (is_number && draft.headers[at].column >= merge.first_column &&
                draft.headers[at].column <= merge.last_column)
                across.columns.push_back(at);
        }
        if (across.columns.size() < 2) continue;
        const Cell cell = draft.view->at(merge.first_row, merge.first_column);
        across.is_state = cell.type() == CellType::text && looks(draft.view->book().text(cell)) == Looks::nothing;
        found.push_back(std::move(across));
    }
    return found;
}

} // namespace bilan::intake
