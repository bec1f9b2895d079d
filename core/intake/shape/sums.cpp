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
        if (column.outcome == Outcome::mapped && column.also) fields[column.also->id].push_back(at);
    }
    return fields;
}

data::Column sum_of(std::vector<data::Column> parts)
{
    data::Column sum = std::move(parts.front());
    for (std::size_t part = 1; part < parts.size(); ++part)
        for (std::size_t record = 0; record < sum.size(); ++record) {
            const data::State state = parts[part].states[record];
            const bool is_absent = sum.states[record] == data::State::not_applicable;
            if (state == data::State::not_applicable) continue;
            if (state == data::State::value && (is_absent || sum.is_known(record))) {
                sum.numbers[record] = parts[part].numbers[record] + (is_absent ? 0 : sum.numbers[record]);
                sum.states[record] = state;
            } else if (is_absent || sum.is_known(record)) {
                sum.states[record] = state;
                sum.numbers[record] = 0;
            }
        }
    return sum;
}

} // namespace bilan::intake
