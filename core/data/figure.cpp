// SPDX-License-Identifier: MPL-2.0
#include "data/figure.hpp"

#include "data/chosen_rows.hpp"
#include "data/lookup.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace bilan::data {

namespace {

std::vector<std::optional<std::size_t>> columns_of(const Sources& sources)
{
    std::vector<std::optional<std::size_t>> columns;
    for (const std::string& field : sources.fields) columns.push_back(sources.dataset->column_index(field));
    return columns;
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

bool walk(const Sources& sources, ChosenRows& chosen, const Take& take)
{
    std::vector<SlotFinder> finders;
    for (const ExpressionPointer& lookup : sources.lookups) finders.emplace_back(*sources.dataset, *lookup);
    // Many rows may find the same ones, which are named once: a key that both sides have n times would take n × n.
    std::vector<std::unordered_set<std::uint32_t>> walked(finders.size());
    const auto columns = columns_of(sources);
    for (const std::uint32_t row : chosen.of(sources)) {
        if (!walk_row(sources, columns, row, take)) return false;
        for (std::size_t each = 0; each < finders.size(); ++each) {
            const std::uint32_t slot = finders[each].slot_of(row);
            if (!walked[each].insert(slot).second) continue;
            if (!walk_lookup(*sources.lookups[each]->lookup, slot, take)) return false;
        }
    }
    return true;
}

} // namespace

bool has_lookups(const Figure& figure)
{
    return std::ranges::any_of(figure.sources, [](const Sources& sources) { return !sources.lookups.empty(); });
}

void walk_runs(const Figure& figure, ChosenRows& chosen, const std::function<void(const SourceRun&)>& take)
{
    for (const Sources& sources : figure.sources) {
        const Dataset& dataset = *sources.dataset;
        const auto columns = columns_of(sources);
        const std::span<const std::uint32_t> rows = chosen.of(sources);
        for (std::size_t first = 0; first < rows.size();) {
            const std::uint32_t table = dataset.table(rows[first]);
            std::size_t end = first + 1;
            while (end < rows.size() && dataset.table(rows[end]) == table) ++end;
            take({&dataset, table, rows.subspan(first, end - first), columns});
            first = end;
        }
    }
}

void walk_references(const Figure& figure, ChosenRows& chosen, const Take& take)
{
    for (const Sources& sources : figure.sources)
        if (!walk(sources, chosen, take)) return;
}

void walk_sources(const Figure& figure, const std::function<bool(const SourceCell&)>& take)
{
    ChosenRows chosen;
    walk_references(figure, chosen, [&](const SourceReference& reference) {
        const Dataset& dataset = *reference.dataset;
        const std::string field(reference.field);
        if (field.empty()) return take({dataset.place(reference.row), field, 1});
        const Column* const column = reference.column ? &dataset.columns()[*reference.column] : nullptr;
        const bool is_number = column != nullptr && is_numeric(column->field.type);
        return take({dataset.place(reference.row, field), field, is_number ? column->numbers[reference.row] : 0});
    });
}

} // namespace bilan::data
