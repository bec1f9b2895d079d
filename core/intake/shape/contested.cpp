// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/contested.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace bilan::intake {

std::map<std::string, std::vector<std::size_t>> contested_fields(const TableDraft& draft)
{
    std::map<std::string, std::vector<std::size_t>> fields;
    for (std::size_t at = 0; at < draft.headers.size(); ++at)
        if (const FieldRef& field = draft.mapping.columns[at].contested) fields[field->id].push_back(at);
    return fields;
}

PlacedColumn contested_column(const TableDraft& draft, const std::vector<Record>& records,
                              const std::vector<std::size_t>& columns)
{
    PlacedColumn contested;
    contested.column.field = *draft.mapping.columns[columns.front()].contested;
    contested.column.numbers.resize(records.size(), 0);
    contested.column.source_columns.resize(records.size(), data::Column::no_cell);
    for (const Record& record : records) {
        const auto is_filled = [&](std::size_t at) {
            return draft.view->is_filled(record.row, draft.headers[at].column);
        };
        const auto filled = std::ranges::find_if(columns, is_filled);
        const std::size_t at = filled == columns.end() ? columns.front() : *filled;
        contested.column.states.push_back(filled == columns.end() ? data::State::empty : data::State::error);
        contested.cells.push_back(draft.view->on_sheet(record.row, draft.headers[at].column));
    }
    return contested;
}

std::string paths_of(const TableDraft& draft, const std::vector<std::size_t>& columns, std::string_view between)
{
    std::vector<std::string> paths;
    paths.reserve(columns.size());
    for (const std::size_t at : columns) paths.push_back(draft.headers[at].path);
    return base::join(paths, between);
}

} // namespace bilan::intake
