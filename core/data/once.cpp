// SPDX-License-Identifier: MPL-2.0
#include "data/once.hpp"

#include "data/expression.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace bilan::data {

namespace {

bool are_repeated(const TableOrigin& origin, const std::vector<std::string>& fields)
{
    return std::all_of(fields.begin(), fields.end(),
                       [&](const std::string& field) { return origin.repeated.contains(field); });
}

std::vector<std::string> fields_of(const ExpressionPointer& expression)
{
    return expression == nullptr ? std::vector<std::string>() : expression->fields();
}

/// By table whether its records repeat; empty when none does.
template <class Repeats>
std::vector<bool> repeating_tables(const Dataset& dataset, const Repeats& repeats)
{
    std::vector<bool> tables;
    for (const auto& origin : dataset.origins()) tables.push_back(!origin->repeated.empty() && repeats(*origin));
    return std::find(tables.begin(), tables.end(), true) == tables.end() ? std::vector<bool>() : tables;
}

} // namespace

std::unique_ptr<Once> Once::of_values(const Dataset& dataset, const ExpressionPointer& expression)
{
    const std::vector<std::string> fields = fields_of(expression);
    if (fields.empty()) return nullptr;
    std::vector<bool> tables =
        repeating_tables(dataset, [&](const TableOrigin& origin) { return are_repeated(origin, fields); });
    return tables.empty() ? nullptr : std::unique_ptr<Once>(new Once(dataset, std::move(tables)));
}

std::unique_ptr<Once> Once::of_measure(const Dataset& dataset, const Measure& measure)
{
    if (measure.aggregate != Aggregate::count) {
        if (measure.aggregate == Aggregate::ratio) return nullptr; // each side for itself
        return of_values(dataset, measure.expression);
    }
    const std::vector<std::string> fields = fields_of(measure.expression);
    std::vector<bool> tables = repeating_tables(
        dataset, [&](const TableOrigin& origin) { return origin.counts_once && are_repeated(origin, fields); });
    return tables.empty() ? nullptr : std::unique_ptr<Once>(new Once(dataset, std::move(tables)));
}

bool Once::is_first(std::uint32_t row, std::uint32_t group)
{
    const std::uint32_t table = dataset_->table(row);
    if (!tables_[table]) return true;
    const std::uint64_t place = (std::uint64_t{table} << 32U) | dataset_->source_row(row);
    const std::uint32_t number = rows_.try_emplace(place, static_cast<std::uint32_t>(rows_.size())).first->second;
    return taken_.insert((std::uint64_t{group} << 32U) | number).second;
}

} // namespace bilan::data
