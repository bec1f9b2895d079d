// SPDX-License-Identifier: MPL-2.0
#include "data/figure.hpp"

#include "data/chosen_rows.hpp"
#include "data/lookup.hpp"
#include "data/read_columns.hpp"

#include <algorithm>
#include <optional>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace bilan::data {

namespace {

using Take = std::function<bool(const SourceReference&)>;

/// All cells that made one value; a reference without a cell for one that none gave.
bool take_value(const Dataset& dataset, std::uint32_t row, std::optional<std::size_t> index, std::string_view field,
                const Take& take)
{
    if (!take({&dataset, row, index, field, index ? dataset.cell(row, *index) : std::nullopt})) return false;
    if (!index) return true;
    const std::vector<CellPosition> further = dataset.further_cells(row, *index);
    return std::ranges::all_of(further, [&](const CellPosition& cell) {
        return take({&dataset, row, index, field, cell});
    });
}

/// The cells of another dataset behind a value that was found by key.
bool walk_lookup(const Lookup& lookup, std::uint32_t slot, const Take& take)
{
    if (slot == KeyIndex::none) return true;
    const Dataset& dataset = lookup.dataset();
    const auto index = dataset.column_index(lookup.field().id);
    for (const std::uint32_t row : lookup.rows_of(slot)) {
        if (index && !dataset.columns()[*index].is_known(row)) continue;
        if (!take_value(dataset, row, index, lookup.field().id, take)) return false;
    }
    return true;
}

bool walk_row(const Sources& sources, std::vector<ReadColumn>& columns, std::uint32_t row, const Take& take)
{
    const Dataset& dataset = *sources->dataset;
    if (columns.empty() && sources->lookups.empty()) return take({&dataset, row, std::nullopt});
    for (ReadColumn& column : columns) {
        if (column.enters(row) && !take_value(dataset, row, column.index(), column.field(), take)) return false;
    }
    return true;
}

bool walk(const Sources& sources, ChosenRows& chosen, const Take& take)
{
    std::vector<SlotFinder> finders;
    for (const ExpressionPointer& lookup : sources->lookups) finders.emplace_back(*sources->dataset, *lookup);
    // Many rows may find the same ones, which are named once: a key that both sides have n times would take n × n.
    std::vector<std::unordered_set<std::uint32_t>> walked(finders.size());
    const std::span<const std::uint32_t> rows = chosen.of(sources);
    std::vector<ReadColumn> columns = read_columns(*sources->dataset, sources->fields, rows);
    for (const std::uint32_t row : rows) {
        if (!walk_row(sources, columns, row, take)) return false;
        for (std::size_t each = 0; each < finders.size(); ++each) {
            const std::uint32_t slot = finders[each].slot_of(row);
            if (!walked[each].insert(slot).second) continue;
            if (!walk_lookup(*sources->lookups[each]->lookup, slot, take)) return false;
        }
    }
    return true;
}

/// The rows in runs of one table.
void take_runs(const Dataset& dataset, std::span<const std::uint32_t> rows,
               std::span<const std::optional<std::size_t>> columns, const std::function<void(const SourceRun&)>& take)
{
    for (std::size_t first = 0; first < rows.size();) {
        const std::uint32_t table = dataset.table(rows[first]);
        std::size_t end = first + 1;
        while (end < rows.size() && dataset.table(rows[end]) == table) ++end;
        take({&dataset, table, rows.subspan(first, end - first), columns});
        first = end;
    }
}

} // namespace

bool has_lookups(const Figure& figure)
{
    return std::ranges::any_of(figure.sources, [](const Sources& sources) { return !sources->lookups.empty(); });
}

void walk_runs(const Figure& figure, ChosenRows& chosen, const std::function<void(const SourceRun&)>& take)
{
    for (const Sources& sources : figure.sources) {
        const std::span<const std::uint32_t> rows = chosen.of(sources);
        std::vector<std::optional<std::size_t>> everywhere;
        const std::vector<ReadColumn> columns = read_columns(*sources->dataset, sources->fields, rows);
        for (const ReadColumn& column : columns)
            if (column.is_everywhere()) everywhere.push_back(column.index());
        if (columns.empty() || !everywhere.empty()) take_runs(*sources->dataset, rows, everywhere, take);
        for (const ReadColumn& column : columns)
            if (!column.is_everywhere()) take_runs(*sources->dataset, column.rows(), {&column.index(), 1}, take);
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
        Place place = dataset.place(reference.row);
        if (reference.cell) std::tie(place.row, place.column) = std::tuple(reference.cell->row, reference.cell->column);
        return take({std::move(place), field, is_number ? column->numbers[reference.row] : 0});
    });
}

} // namespace bilan::data
