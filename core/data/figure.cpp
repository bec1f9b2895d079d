// SPDX-License-Identifier: MPL-2.0
#include "data/figure.hpp"

#include "data/lookup.hpp"
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

using Take = std::function<bool(const SourceCell&)>;

/// The cells of another dataset behind a value that was found by key.
bool walk_lookup(const Lookup& lookup, std::uint32_t slot, const Take& take)
{
    if (slot == KeyIndex::none) return true;
    const Column* const column = lookup.dataset().column(lookup.field().id);
    for (const std::uint32_t row : lookup.rows_of(slot)) {
        if (column != nullptr && !column->is_known(row)) continue;
        const double value = column != nullptr && !lookup.is_text() ? column->numbers[row] : 0;
        if (!take({lookup.dataset().place(row, lookup.field().id), lookup.field().id, value})) return false;
    }
    return true;
}

bool walk_row(const Sources& sources, const std::vector<std::optional<std::size_t>>& columns, std::uint32_t row,
              const Take& take)
{
    const Dataset& dataset = *sources.dataset;
    if (columns.empty() && sources.lookups.empty()) return take({dataset.place(row), "", 1});
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (!columns[at]) continue;
        const Column& column = dataset.columns()[*columns[at]];
        if (!column.is_known(row)) continue;
        const double value = is_numeric(column.field.type) ? column.numbers[row] : 0;
        if (!take({dataset.place(row, sources.fields[at]), sources.fields[at], value})) return false;
    }
    return true;
}

bool walk(const Sources& sources, const Take& take)
{
    std::vector<std::optional<std::size_t>> columns;
    std::vector<SlotFinder> finders;
    for (const ExpressionPointer& lookup : sources.lookups) finders.emplace_back(*sources.dataset, *lookup);
    for (const std::string& field : sources.fields) columns.push_back(sources.dataset->column_index(field));
    const std::span<const std::uint32_t> all = *sources.rows;
    for (std::size_t at = 0; at < all.size(); at += block_rows) {
        const auto block = all.subspan(at, std::min(block_rows, all.size() - at));
        const std::uint32_t* const groups = sources.groups == nullptr ? nullptr : sources.groups->data() + at;
        for (const std::uint32_t row : rows_of(sources, block, groups)) {
            if (!walk_row(sources, columns, row, take)) return false;
            for (std::size_t each = 0; each < finders.size(); ++each)
                if (!walk_lookup(*sources.lookups[each]->lookup, finders[each].slot_of(row), take)) return false;
        }
    }
    return true;
}

} // namespace

void walk_sources(const Figure& figure, const Take& take)
{
    for (const Sources& sources : figure.sources)
        if (!walk(sources, take)) return;
}

} // namespace bilan::data
