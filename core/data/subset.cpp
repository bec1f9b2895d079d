// SPDX-License-Identifier: MPL-2.0
#include "data/subset.hpp"

namespace bilan::data {

namespace {

template <class T>
std::vector<T> chosen(const std::vector<T>& all, std::span<const std::uint32_t> rows)
{
    std::vector<T> some;
    if (all.empty()) return some;
    some.reserve(rows.size());
    for (const std::uint32_t row : rows) some.push_back(all[row]);
    return some;
}

Column chosen(const Column& column, std::span<const std::uint32_t> rows)
{
    Column some;
    some.field = column.field;
    some.numbers = chosen(column.numbers, rows);
    some.ids = chosen(column.ids, rows);
    some.states = chosen(column.states, rows);
    some.source_columns = chosen(column.source_columns, rows);
    some.further = column.further.chosen(rows);
    some.dictionary = column.dictionary;
    return some;
}

} // namespace

std::shared_ptr<const Dataset> subset(const Dataset& whole, std::span<const std::uint32_t> rows)
{
    RowValues values;
    values.schema = whole.shared_schema();
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (at == 0 || whole.table(rows[at]) != whole.table(rows[at - 1]))
            values.origins.push_back(whole.origins()[whole.table(rows[at])]);
        values.tables.push_back(static_cast<std::uint32_t>(values.origins.size() - 1));
        values.source_rows.push_back(whole.source_row(rows[at]));
    }
    for (std::size_t at = 0; at < whole.columns().size(); ++at) {
        values.columns.push_back(chosen(whole.columns()[at], rows));
        for (std::uint32_t record = 0; whole.has_other_cells() && record < rows.size(); ++record)
            if (const auto cell = whole.other_cell(rows[record], at))
                values.other_cells[{record, static_cast<std::uint32_t>(at)}] = *cell;
    }
    DatasetBuilder builder(whole.shared_schema());
    builder.append(std::move(values));
    return builder.finish();
}

} // namespace bilan::data
