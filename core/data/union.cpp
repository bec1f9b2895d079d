// SPDX-License-Identifier: MPL-2.0
#include "data/union.hpp"

#include "data/reshape.hpp"

#include <algorithm>
#include <span>

namespace bilan::data {

Union::Union(const Query& first) : parts_(std::make_shared<Parts>())
{
    add(*parts_, first);
    count_ = 1;
}

Union Union::with(const Query& next) const
{
    Union longer = *this;
    if (parts_->queries.size() != count_) { // somebody else went on from here
        longer.parts_ = std::make_shared<Parts>();
        for (std::size_t at = 0; at < count_; ++at) add(*longer.parts_, parts_->queries[at]);
    }
    longer.repeated_ = add(*longer.parts_, next);
    ++longer.count_;
    return longer;
}

Query Union::made() const
{
    return unite(std::span(parts_->queries).first(count_));
}

std::size_t Union::add(Parts& parts, const Query& query)
{
    std::map<std::string, bool> numbers = numbers_of(query);
    for (const auto& [name, is_number] : numbers) {
        const auto known = parts.are_numbers.find(name);
        refuse_mixture(name, known != parts.are_numbers.end() && known->second != is_number);
    }
    parts.are_numbers.merge(numbers);
    parts.queries.push_back(query);
    return take_rows(parts, query);
}

namespace {

/// As it was read; a derived one is something else under that name.
std::vector<const Column*> amounts_of(const Query& query)
{
    std::vector<const Column*> amounts;
    for (const std::string& name : query.field_names()) {
        const Column* const column = query.is_derived(name) ? nullptr : query.dataset().column(name);
        if (column == nullptr) continue;
        const FieldType type = column->field.type;
        if (type == FieldType::count || type == FieldType::number || type == FieldType::euro) amounts.push_back(column);
    }
    return amounts;
}

template <class Set>
bool share_any(const Set& one, const Set& other)
{
    return std::ranges::any_of(one, [&](const auto& entry) { return other.contains(entry); });
}

} // namespace

std::vector<Union::Taken> Union::taken_by(const Query& query)
{
    const Dataset& dataset = query.dataset();
    const std::vector<const Column*> amounts = amounts_of(query);
    std::vector<Taken> tables(dataset.origins().size());
    for (const std::uint32_t row : *query.rows()) {
        Taken& table = tables[dataset.table(row)];
        if (table.rows.empty()) // the columns of a table stand where they stand in its first row
            for (const Column* const column : amounts)
                if (column->source_columns[row] != Column::no_cell)
                    table.amounts.emplace(column->field.id, column->source_columns[row]);
        const std::size_t place = dataset.source_row(row);
        if (place >= table.rows.size()) table.rows.resize(place + 1);
        table.rows[place] = true;
    }
    return tables;
}

/// Rows that one part has twice were said when that part was made.
std::size_t Union::take_rows(Parts& parts, const Query& query)
{
    std::vector<Taken> tables = taken_by(query);
    std::size_t repeated = 0;
    for (std::size_t table = 0; table < tables.size(); ++table) {
        Taken& added = tables[table];
        const auto& origin = query.dataset().origins()[table];
        if (added.rows.empty() || !origin->varying.empty()) continue; // there one row is several records
        const auto [known, is_new] = parts.taken.try_emplace(origin, std::move(added));
        if (is_new) continue;
        Taken& taken = known->second;
        const bool adds_up = share_any(added.amounts, taken.amounts);
        if (taken.rows.size() < added.rows.size()) taken.rows.resize(added.rows.size());
        for (std::size_t place = 0; place < added.rows.size(); ++place) {
            if (!added.rows[place]) continue;
            repeated += static_cast<std::size_t>(adds_up && taken.rows[place]);
            taken.rows[place] = true;
        }
        taken.amounts.merge(added.amounts);
    }
    return repeated;
}

} // namespace bilan::data
