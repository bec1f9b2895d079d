// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/wide_records.hpp"

#include "intake/header/measures.hpp"
#include "intake/shape/shared_rows.hpp"

#include <algorithm>

namespace bilan::intake {

WideColumns wide_columns(const TableDraft& draft)
{
    WideColumns wide;
    for (std::size_t at = 0; at < draft.headers.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome != Outcome::wide) continue;
        wide.dimension = column.dimension;
        auto value = std::find(wide.values.begin(), wide.values.end(), column.dimension_value);
        if (value == wide.values.end()) {
            wide.values.push_back(column.dimension_value);
            wide.named_by.push_back(draft.headers[at].column);
            value = wide.values.end() - 1;
        }
        wide.measures[column.field->id].emplace(static_cast<std::size_t>(value - wide.values.begin()), at);
    }
    return wide;
}

std::vector<Record> records_of(const TableDraft& draft, const WideColumns& wide)
{
    std::vector<Record> records;
    for (std::size_t entry = 0; entry < draft.rows.rows.size(); ++entry) {
        const Row& row = draft.rows.rows[entry];
        if (row.kind != RowKind::record) continue;
        const std::size_t before = records.size();
        for (std::size_t value = 0; value < wide.values.size(); ++value) {
            const bool has_measure = std::any_of(wide.measures.begin(), wide.measures.end(), [&](const auto& measure) {
                const auto column = measure.second.find(value);
                return column != measure.second.end() &&
                       draft.view->is_filled(row.row, draft.headers[column->second].column);
            });
            if (has_measure) records.push_back({row.row, entry, value});
        }
        if (records.size() > before) continue;
        // A row without any measure is still a row.
        if (wide.values.empty())
            records.push_back({row.row, entry, std::nullopt});
        else
            records.push_back({row.row, entry, 0, true});
    }
    const SharedRows shared(draft);
    for (Record& record : records)
        if (const std::uint32_t head = shared.head_of(record.row); head != record.row) record.head = head;
    return records;
}

std::optional<std::string> only_year_of(const TableDraft& draft, const WideColumns& wide, std::size_t at)
{
    const MappedColumn& column = draft.mapping.columns[at];
    const bool is_single =
        column.outcome == Outcome::mapped && is_measure(*column.field) && !wide.measures.contains(column.field->id);
    if (wide.dimension != "exercice" || wide.values.empty() || !is_single) return std::nullopt;
    const std::vector<int>& years = draft.headers[at].years;
    return years.size() == 1 ? std::to_string(years.front()) : *std::ranges::max_element(wide.values);
}

} // namespace bilan::intake
