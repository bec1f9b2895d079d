// SPDX-License-Identifier: MPL-2.0
//
// What a query knows of its fields: which there are, what they were made of, which of them chose the rows.
#include "data/query.hpp"

#include <algorithm>

namespace bilan::data {

Query Query::known_as_chosen_by(const FieldSet& fields) const
{
    Query known = *this;
    known.chosen_by_.insert(fields.begin(), fields.end());
    return known;
}

Query Query::known_as_made_of(FieldsBehind behind) const
{
    Query known = *this;
    known.behind_ = std::move(behind);
    return known;
}

FieldSet Query::with_behind(const std::vector<std::string>& names) const
{
    FieldSet all(names.begin(), names.end());
    for (const std::string& name : names)
        if (const auto made = behind_.find(name); made != behind_.end())
            all.insert(made->second.begin(), made->second.end());
    return all;
}

FieldSet Query::fields_behind(const std::string& name) const
{
    return fields_in(data::field(name));
}

FieldSet Query::fields_in(const ExpressionPointer& expression) const
{
    return with_behind(expanded(expression)->fields_behind());
}

FieldSet Query::chosen_in(const ExpressionPointer& condition) const
{
    return with_behind(expanded(condition)->fields_that_choose());
}

const Field* Query::field(std::string_view name) const
{
    if (const auto derived = derived_.find(name); derived != derived_.end()) return derived->second->described();
    const Column* const column = dataset_->column(name);
    return column != nullptr ? &column->field : dataset_->schema().field(name);
}

bool Query::is_same_as(const Query& other) const
{
    return dataset_ == other.dataset_ && domain_ == other.domain_ && condition_ == other.condition_ &&
           derived_ == other.derived_ && selected_ == other.selected_;
}

bool Query::is_derived(std::string_view name) const
{
    return derived_.find(name) != derived_.end();
}

bool Query::has_field(std::string_view name) const
{
    if (!selected_.empty()) return std::ranges::find(selected_, name) != selected_.end();
    const Schema& schema = dataset_->schema();
    return derived_.find(name) != derived_.end() || dataset_->column(name) != nullptr ||
           schema.field(name) != nullptr || schema.family_of(name) != nullptr;
}

std::vector<std::string> Query::field_names() const
{
    if (!selected_.empty()) return selected_;
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    for (const Field& known : dataset_->schema().fields) add(known.id);
    for (const Column& column : dataset_->columns()) add(column.field.id);
    for (const std::string& name : derived_names_) add(name);
    return names;
}

} // namespace bilan::data
