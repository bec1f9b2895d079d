// SPDX-License-Identifier: MPL-2.0
//
// Answers of groupings and crossings.
#include "script/api/grouped_row.hpp"
#include "script/api/groups.hpp"
#include "script/api/session.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"

#include <algorithm>
#include <numeric>

namespace bilan::script {

namespace {

using Groups = std::shared_ptr<GroupsObject>;
using Crossing = std::shared_ptr<CrossingObject>;

std::vector<GroupedRow> rows(const Groups& self)
{
    std::vector<GroupedRow> all;
    for (std::size_t row = 0; row < self->groups.size(); ++row) all.push_back({self, row});
    return all;
}

std::optional<GroupedRow> row_at(const Groups& self, std::int64_t index)
{
    if (index < 1 || static_cast<std::size_t>(index) > self->groups.size()) return std::nullopt;
    return GroupedRow{self, static_cast<std::size_t>(index) - 1};
}

/// Unknown figures last in both directions; equal ones as they were.
Groups sorted(const Groups& self, const std::string& name, const std::optional<std::string>& direction)
{
    const Where where{std::string_view("Groups:sorted")};
    std::vector<std::string> names;
    for (const data::FigureColumn& column : self->groups.columns) names.push_back(column.name);
    const auto& figures = self->groups.columns[choice_of(name, names, where)].figures;
    const bool descending =
        choice_of(direction.value_or("ascending"), {"ascending", "descending"}, Where(where, "direction")) == 1;
    std::vector<std::size_t> order(self->groups.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t left, std::size_t right) {
        const auto& one = figures[left].value;
        const auto& other = figures[right].value;
        if (!one || !other) return one.has_value() && !other;
        return descending ? *one > *other : *one < *other;
    });
    auto result = std::make_shared<GroupsObject>(GroupsObject{self->query, self->groups});
    for (std::size_t row = 0; row < order.size(); ++row) {
        for (std::size_t key = 0; key < result->groups.keys.size(); ++key) {
            result->groups.keys[key].values[row] = self->groups.keys[key].values[order[row]];
            result->groups.keys[key].states[row] = self->groups.keys[key].states[order[row]];
        }
        for (std::size_t column = 0; column < result->groups.columns.size(); ++column)
            result->groups.columns[column].figures[row] = self->groups.columns[column].figures[order[row]];
    }
    return result;
}

std::int64_t length(const Groups& self, const std::optional<Groups>& /*Lua gives it twice*/)
{
    return static_cast<std::int64_t>(self->groups.size());
}

std::vector<data::Key> keys_of(const data::KeyColumn& column)
{
    return column.values;
}
std::vector<data::Key> row_keys(const Crossing& self)
{
    return keys_of(self->crossing.rows);
}
std::vector<data::Key> column_keys(const Crossing& self)
{
    return keys_of(self->crossing.columns);
}

std::size_t index_of(const data::KeyColumn& column, const data::Key& key)
{
    const auto found = std::ranges::find(column.values, key);
    if (found == column.values.end()) throw Mistake("BIL-663", {column.field}, column.field);
    return static_cast<std::size_t>(found - column.values.begin());
}

data::Figure cell(const Crossing& self, const data::Constant& row, const data::Constant& column)
{
    const std::size_t line = index_of(self->crossing.rows, key_of(row));
    return self->crossing.cells[line][index_of(self->crossing.columns, key_of(column))];
}

data::Figure row_total(const Crossing& self, const data::Constant& row)
{
    return self->crossing.row_totals[index_of(self->crossing.rows, key_of(row))];
}

data::Figure column_total(const Crossing& self, const data::Constant& column)
{
    return self->crossing.column_totals[index_of(self->crossing.columns, key_of(column))];
}

data::Figure total(const Crossing& self)
{
    return self->crossing.total;
}

} // namespace

data::Key key_of(const data::Constant& constant)
{
    if (const auto* text = std::get_if<std::string>(&constant)) return *text;
    if (const auto* number = std::get_if<double>(&constant)) return *number;
    return std::get<bool>(constant) ? 1.0 : 0.0;
}

const GroupRecord& groups_class()
{
    static const GroupRecord record = group(
        "bilan.Groups", "Groups in display order, unknown keys last. `#groups` counts them, `groups[1]` is the first.",
        {method<&rows>("rows", "List of tables: the key fields (nil when unknown) and the figures by name."),
         method<&sorted>("sorted", "The same groups ordered by a figure, unknown ones last.",
                         {{"name", "name of a measure"}, {"direction", "`ascending` or `descending`"}}),
         item<&row_at>("The table of one group."), metamethod<&length>("__len")});
    return record;
}

const GroupRecord& crossing_class()
{
    constexpr const char* row_sentence = "value of the rows' field";
    constexpr const char* column_sentence = "value of the columns' field";
    static const GroupRecord record =
        group("bilan.Crossing", "One measure by two fields. Totals are computed over the rows, never by adding cells.",
              {property<&row_keys>("rows", "Values of the rows' field, in display order."),
               property<&column_keys>("columns", "Values of the columns' field, in display order."),
               property<&total>("total", "The measure over everything."),
               method<&cell>("cell", "The figure of one row and one column.",
                             {{"row", row_sentence}, {"column", column_sentence}}),
               method<&row_total>("row_total", "The measure over one row.", {{"row", row_sentence}}),
               method<&column_total>("column_total", "The measure over one column.", {{"column", column_sentence}})});
    return record;
}

} // namespace bilan::script
