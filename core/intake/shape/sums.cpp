// SPDX-License-Identifier: MPL-2.0
#include "intake/shape/sums.hpp"

#include <utility>

namespace bilan::intake {

std::map<std::string, std::vector<std::size_t>> summands_of(const TableDraft& draft)
{
    std::map<std::string, std::vector<std::size_t>> fields;
    for (std::size_t at = 0; at < draft.mapping.columns.size(); ++at) {
        const MappedColumn& column = draft.mapping.columns[at];
        if (column.outcome == Outcome::summand) fields[column.field->id].push_back(at);
        if ((column.outcome == Outcome::mapped || column.outcome == Outcome::summand) && column.also)
            fields[column.also->id].push_back(at);
    }
    return fields;
}

namespace {

/// Every cell that entered the sum is one of those it came from.
void place(const std::vector<PlacedColumn>& parts, bool is_transposed, PlacedColumn& sum)
{
    for (std::size_t record = 0; record < sum.cells.size(); ++record) {
        if (!sum.column.is_known(record)) continue;
        bool has_first = false;
        data::FurtherColumns::Columns further;
        for (const PlacedColumn& part : parts) {
            if (!part.column.is_known(record)) continue;
            const CellPosition at = part.cells[record];
            if (!has_first)
                sum.cells[record] = at;
            else if (const std::uint16_t column = source_column(at, is_transposed); column != data::Column::no_cell)
                further.push_back(column);
            has_first = true;
        }
        sum.column.further.set(record, further);
    }
}

data::Column added_up(const std::vector<PlacedColumn>& parts)
{
    data::Column sum = parts.front().column;
    for (std::size_t part = 1; part < parts.size(); ++part)
        for (std::size_t record = 0; record < sum.size(); ++record) {
            const data::State state = parts[part].column.states[record];
            const bool is_absent = sum.states[record] == data::State::not_applicable;
            if (state == data::State::not_applicable) continue;
            if (state == data::State::value && (is_absent || sum.is_known(record))) {
                sum.numbers[record] = parts[part].column.numbers[record] + (is_absent ? 0 : sum.numbers[record]);
                sum.states[record] = state;
            } else if (is_absent || sum.is_known(record)) {
                sum.states[record] = state;
                sum.numbers[record] = 0;
            }
        }
    return sum;
}

} // namespace

PlacedColumn sum_of(std::vector<PlacedColumn> parts, bool is_transposed)
{
    PlacedColumn sum{added_up(parts), parts.front().cells};
    place(parts, is_transposed, sum);
    return sum;
}

} // namespace bilan::intake
