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
    return std::ranges::all_of(fields, [&](const std::string& field) { return origin.repeats(field); });
}

/// Those that functions of a script read are fields of what they gave.
std::vector<std::string> fields_of(const ExpressionPointer& expression)
{
    return expression == nullptr ? std::vector<std::string>() : expression->fields_behind();
}

bool speaks_of_amounts(const Schema& schema, const std::vector<std::string>& fields)
{
    return std::ranges::any_of(fields, [&](const std::string& name) {
        const Field* const field = schema.field(name);
        const FieldFamily* const family = field == nullptr ? schema.family_of(name) : nullptr;
        if (field == nullptr && family == nullptr) return false;
        const FieldType type = field != nullptr ? field->type : family->type;
        return is_numeric(type) && type != FieldType::boolean && type != FieldType::year && type != FieldType::date;
    });
}

/// By table whether its records repeat; empty when none does.
template <class Repeats>
std::vector<bool> repeating_tables(const Dataset& dataset, const Repeats& repeats)
{
    std::vector<bool> tables;
    for (const auto& origin : dataset.origins()) tables.push_back(!origin->varying.empty() && repeats(*origin));
    return std::ranges::find(tables, true) == tables.end() ? std::vector<bool>() : tables;
}

} // namespace

std::unique_ptr<Once> Once::of_values(const Dataset& dataset, const ExpressionPointer& expression)
{
    const std::vector<std::string> fields = fields_of(expression);
    const bool is_amount = speaks_of_amounts(dataset.schema(), fields);
    std::vector<bool> tables = repeating_tables(dataset, [&](const TableOrigin& origin) {
        return (is_amount || origin.counts_once) && are_repeated(origin, fields);
    });
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

bool repeat_alike(const Once* left, const Once* right)
{
    if (left == nullptr || right == nullptr) return left == right;
    return left->repeats_as(*right);
}

} // namespace bilan::data
