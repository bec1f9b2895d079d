// SPDX-License-Identifier: MPL-2.0
#include "intake/row/column_sums.hpp"

#include <algorithm>
#include <cstddef>

namespace bilan::intake {

void add_above(const TakeIn& take_in, const TableDraft& draft, const std::string& field, Sums& sums)
{
    for (const data::TableValues& table : take_in.reading->values) {
        if (table.schema != draft.mapping.schema->schema || table.origin.sheet != draft.sheet()) continue;
        const auto column = std::ranges::find_if(
            table.columns, [&](const data::Column& candidate) { return candidate.field.id == field; });
        if (column == table.columns.end()) continue;
        const bool is_repeated = table.origin.repeats(field);
        for (std::size_t record = 0; record < table.source_rows.size(); ++record) {
            const bool is_said =
                is_repeated && record > 0 && table.source_rows[record] == table.source_rows[record - 1];
            if (is_said || !column->is_known(record)) continue;
            sums.above += column->numbers[record];
            sums.has_above = true;
        }
    }
}

} // namespace bilan::intake
