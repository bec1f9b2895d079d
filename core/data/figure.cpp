// SPDX-License-Identifier: MPL-2.0
#include "data/figure.hpp"

#include "data/program.hpp"

#include <algorithm>
#include <optional>

namespace bilan::data {

namespace {

/// The rows of one block that belong to a figure.
std::vector<std::uint32_t> rows_of(const Sources& sources, std::span<const std::uint32_t> block,
                                   const std::uint32_t* groups)
{
    std::vector<std::uint32_t> rows;
    for (std::size_t row = 0; row < block.size(); ++row)
        if (groups == nullptr || groups[row] == sources.group) rows.push_back(block[row]);
    if (sources.restriction == nullptr || rows.empty()) return rows;
    return rows_where(*sources.dataset, *sources.restriction, rows);
}

bool walk_row(const Sources& sources, const std::vector<std::optional<std::size_t>>& columns, std::uint32_t row,
              const std::function<bool(const SourceCell&)>& take)
{
    const Dataset& dataset = *sources.dataset;
    if (columns.empty()) return take({dataset.place(row), "", 1});
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (!columns[at]) continue;
        const Column& column = dataset.columns()[*columns[at]];
        if (!column.is_known(row)) continue;
        const double value = is_numeric(column.field.type) ? column.numbers[row] : 0;
        if (!take({dataset.place(row, sources.fields[at]), sources.fields[at], value})) return false;
    }
    return true;
}

bool walk(const Sources& sources, const std::function<bool(const SourceCell&)>& take)
{
    std::vector<std::optional<std::size_t>> columns;
    for (const std::string& field : sources.fields) columns.push_back(sources.dataset->column_index(field));
    const std::span<const std::uint32_t> all = *sources.rows;
    for (std::size_t at = 0; at < all.size(); at += block_rows) {
        const auto block = all.subspan(at, std::min(block_rows, all.size() - at));
        const std::uint32_t* const groups = sources.groups == nullptr ? nullptr : sources.groups->data() + at;
        for (const std::uint32_t row : rows_of(sources, block, groups))
            if (!walk_row(sources, columns, row, take)) return false;
    }
    return true;
}

} // namespace

void walk_sources(const Figure& figure, const std::function<bool(const SourceCell&)>& take)
{
    for (const Sources& sources : figure.sources)
        if (!walk(sources, take)) return;
}

} // namespace bilan::data
