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

using Take = std::function<bool(const SourceReference&)>;

/// The cells of another dataset behind a value that was found by key.
bool walk_lookup(const Lookup& lookup, std::uint32_t slot, const Take& take)
{
    if (slot == KeyIndex::none) return true;
    const Dataset& dataset = lookup.dataset();
    const auto index = dataset.column_index(lookup.field().id);
    for (const std::uint32_t row : lookup.rows_of(slot)) {
        if (index && !dataset.columns()[*index].is_known(row)) continue;
        if (!take({&dataset, row, index, lookup.field().id})) return false;
    }
    return true;
}

bool walk_row(const Sources& sources, const std::vector<std::optional<std::size_t>>& columns, std::uint32_t row,
              const Take& take)
{
    const Dataset& dataset = *sources.dataset;
    if (columns.empty() && sources.lookups.empty()) return take({&dataset, row, std::nullopt, {}});
    for (std::size_t at = 0; at < columns.size(); ++at) {
        if (!columns[at] || !dataset.columns()[*columns[at]].is_known(row)) continue;
        if (!take({&dataset, row, columns[at], sources.fields[at]})) return false;
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

void walk_references(const Figure& figure, const Take& take)
{
    for (const Sources& sources : figure.sources)
        if (!walk(sources, take)) return;
}

void walk_sources(const Figure& figure, const std::function<bool(const SourceCell&)>& take)
{
    walk_references(figure, [&](const SourceReference& reference) {
        const Dataset& dataset = *reference.dataset;
        const std::string field(reference.field);
        if (field.empty()) return take({dataset.place(reference.row), field, 1});
        const Column* const column = reference.column ? &dataset.columns()[*reference.column] : nullptr;
        const bool is_number = column != nullptr && is_numeric(column->field.type);
        return take({dataset.place(reference.row, field), field, is_number ? column->numbers[reference.row] : 0});
    });
}

} // namespace bilan::data
