// SPDX-License-Identifier: MPL-2.0
//
// Answers of groupings and crossings.
#include "data/group_steps.hpp"
#include "script/api/group_join.hpp"
#include "script/api/grouped_row.hpp"
#include "script/api/groups.hpp"
#include "script/api/session.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"

#include <algorithm>

namespace bilan::script {

/// `{ as = "rang", direction = "ascending" }`.
struct MadeColumnOptions {
    std::string as;
    std::string direction;
};

template <>
struct Value<MadeColumnOptions> {
    static std::string name() { return "bilan.MadeColumnOptions"; }
    static MadeColumnOptions read(lua_State* lua, int at, const Where& where)
    {
        TableReader table(lua, at, where, name());
        MadeColumnOptions options{table.otherwise<std::string>("as", {}),
                                  table.otherwise<std::string>("direction", {})};
        table.finish();
        return options;
    }
};

namespace {

using Groups = std::shared_ptr<GroupsObject>;
using Crossing = std::shared_ptr<CrossingObject>;

GroupedRows rows(const Groups& self)
{
    return {self};
}

/// `__index` of a group, asked for what it does not hold: an unknown key is nil, a misspelt measure a mistake. What a
/// pivoted field holds is not known beforehand.
int index_row(lua_State* lua)
{
    return border(lua, "Query:group", [lua] {
        const auto groups = Value<Groups>::read(lua, lua_upvalueindex(1), Where("Query:group"));
        std::vector<std::string> names;
        for (const data::KeyColumn& key : groups->groups.keys) names.push_back(key.field);
        for (const data::FigureColumn& column : groups->groups.columns) names.push_back(column.name);
        const std::string name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : '[' + described(lua, 2) + ']';
        if (!groups->is_pivot && std::ranges::find(names, name) == names.end())
            throw unknown_name("BIL-614", "BIL-615", name, "Query:group", names);
        lua_pushnil(lua);
        return 1;
    });
}

std::optional<GroupedRow> row_at(const Groups& self, std::int64_t index)
{
    if (index < 1) throw Mistake("BIL-890", {std::to_string(index)});
    if (static_cast<std::size_t>(index) > self->groups.size()) return std::nullopt;
    return GroupedRow{self, static_cast<std::size_t>(index) - 1};
}

std::size_t column_of(const Groups& self, const std::string& name, const Where& where)
{
    std::vector<std::string> names;
    for (const data::FigureColumn& column : self->groups.columns) names.push_back(column.name);
    return choice_of(name, names, where);
}

/// A name that no column and no key has yet.
std::string new_name(const Groups& self, const std::string& name)
{
    const bool is_key = std::ranges::find(self->groups.keys, name, &data::KeyColumn::field) != self->groups.keys.end();
    const auto& columns = self->groups.columns;
    if (is_key || std::ranges::find(columns, name, &data::FigureColumn::name) != columns.end())
        throw Mistake("BIL-761", {name}, name);
    return name;
}

bool is_descending(const std::string& direction, std::size_t otherwise, const Where& where)
{
    static const std::vector<std::string> directions = {"ascending", "descending"};
    return (direction.empty() ? otherwise : choice_of(direction, directions, Where(where, "direction"))) == 1;
}

Groups with(const Groups& self, data::Groups groups)
{
    return std::make_shared<GroupsObject>(GroupsObject{self->query, std::move(groups), self->labels, self->left_out,
                                                       self->is_pivot, self->lone, self->has_two_maps,
                                                       self->on_both_sides});
}

Groups sorted(const Groups& self, const std::string& name, const std::optional<std::string>& direction)
{
    const Where where{std::string_view("Groups:sorted")};
    const bool is_down = is_descending(direction.value_or(""), 0, where);
    const auto& keys = self->groups.keys;
    if (const auto key = std::ranges::find(keys, name, &data::KeyColumn::field); key != keys.end())
        return with(self, data::sorted_by_key(self->groups, static_cast<std::size_t>(key - keys.begin()),
                                              self->query->query().distinct(name).values, is_down));
    std::vector<std::string> names;
    names.reserve(keys.size() + self->groups.columns.size());
    for (const data::KeyColumn& key : keys) names.push_back(key.field);
    for (const data::FigureColumn& column : self->groups.columns) names.push_back(column.name);
    const std::size_t column = choice_of(name, names, where) - keys.size();
    return with(self, data::sorted(self->groups, column, is_down));
}

Groups rank(const Groups& self, const std::string& name, const std::optional<MadeColumnOptions>& options)
{
    const Where where{std::string_view("Groups:rank")};
    const MadeColumnOptions given = options.value_or(MadeColumnOptions{});
    const std::size_t column = column_of(self, name, where);
    const std::string made = new_name(self, given.as.empty() ? "rank" : given.as);
    return with(self, data::ranked(self->groups, column, made, is_descending(given.direction, 1, where)));
}

/// The parts of a sum or a count make up the whole; those of a mean or a rate do not.
bool has_parts(data::Aggregate aggregate)
{
    using data::Aggregate;
    return aggregate == Aggregate::sum || aggregate == Aggregate::count || aggregate == Aggregate::count_distinct;
}

/// The whole of a column is its measure over all rows, never the sum of what is shown.
Groups share(const Groups& self, const std::string& name, const std::optional<MadeColumnOptions>& options)
{
    const std::size_t at = column_of(self, name, Where("Groups:share"));
    const data::FigureColumn& column = self->groups.columns[at];
    if (!column.is_made && !has_parts(column.measure.aggregate)) throw Mistake("BIL-011", {name}, name);
    const bool is_named = options && !options->as.empty();
    const std::string made = new_name(self, is_named ? options->as : name + "_share");
    const data::Figure whole = column.total ? *column.total : self->query->query().figure(column.measure);
    return with(self, data::with_shares(self->groups, at, made, whole));
}

Groups head(const Groups& self, std::int64_t most)
{
    Groups first = with(self, data::first_of(self->groups, static_cast<std::size_t>(std::max<std::int64_t>(most, 0))));
    first->left_out += self->groups.size() - first->groups.size();
    return first;
}

std::int64_t length(const Groups& self, const std::optional<Groups>& /*Lua gives it twice*/)
{
    return static_cast<std::int64_t>(self->groups.size());
}

std::vector<std::string> columns(const Groups& self)
{
    std::vector<std::string> names;
    names.reserve(self->groups.columns.size());
    for (const data::FigureColumn& column : self->groups.columns) names.push_back(column.name);
    return names;
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

void Value<GroupedRow>::push_face(lua_State* lua, const std::shared_ptr<GroupsObject>& groups)
{
    luaL_checkstack(lua, 3, "row");
    lua_createtable(lua, 0, 1);
    push_object(lua, groups);
    lua_pushcclosure(lua, &index_row, 1);
    lua_setfield(lua, -2, "__index");
}

void Value<GroupedRows>::push(lua_State* lua, const GroupedRows& rows)
{
    luaL_checkstack(lua, 4, "list");
    const std::size_t size = rows.groups->groups.size();
    lua_createtable(lua, static_cast<int>(size), 0);
    Value<GroupedRow>::push_face(lua, rows.groups);
    for (std::size_t row = 0; row < size; ++row) {
        Value<GroupedRow>::push_cells(lua, {rows.groups, row});
        lua_pushvalue(lua, -2);
        lua_setmetatable(lua, -2);
        lua_rawseti(lua, -3, static_cast<lua_Integer>(row + 1));
    }
    lua_pop(lua, 1);
}

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
         method<&sorted>("sorted",
                         "The same groups ordered by a figure or a key, unknown ones last; equal ones as they were.",
                         {{"name", "name of a measure or of a key"}, {"direction", "`ascending` or `descending`"}}),
         method<&rank>("rank", "The same groups with a column of ranks: 1 for the greatest, equal figures alike.",
                       {{"name", "name of a measure"},
                        {"options", "`as`: name of the column, `rank`; `direction`: `descending` or `ascending`"}}),
         method<&share>("share", "The same groups with a column of shares: each figure over that of all rows.",
                        {{"name", "name of a measure"}, {"options", "`as`: name of the column, `NAME_share`"}}),
         method<&joined_groups>(
             "join",
             "The same groups with figures of other groups, found by key: they keep their base, unknowns and sources. "
             "Rows stand for the groups of their key. Keys that are missing or come twice are said in the journal.",
             {{"other", "other groups, or rows"},
              {"options", "as for `Query:join`; `on`: keys of both; `fields`: names of figures, or number fields of "
                          "rows; of rows, `repeated` is `unknown` or `sum`"}}),
         method<&columns>("columns",
                          "Names of the columns of figures, in their order; of a pivot they are the values of "
                          "its field, and the codes of states behind them where it is unknown."),
         method<&head>("head",
                       "The first groups. The totals of their table are those of all groups, and say how many are not "
                       "shown.",
                       {{"most", "how many at most"}}),
         item<&row_at>("The table of one group."), metamethod<&length>("__len")});
    return record;
}

const GroupRecord& crossing_class()
{
    constexpr const char* row_sentence = "value of the rows' field";
    constexpr const char* column_sentence = "value of the columns' field";
    static const GroupRecord record =
        group("bilan.Crossing", "One measure by two fields. Totals are computed over the rows, never by adding cells.",
              {property<&row_keys>("rows", "Values of the rows' field, in display order; unknown keys last, as nil."),
               property<&column_keys>("columns",
                                      "Values of the columns' field, in display order; unknown keys last, as nil."),
               property<&total>("total", "The measure over everything."),
               method<&cell>("cell", "The figure of one row and one column.",
                             {{"row", row_sentence}, {"column", column_sentence}}),
               method<&row_total>("row_total", "The measure over one row.", {{"row", row_sentence}}),
               method<&column_total>("column_total", "The measure over one column.", {{"column", column_sentence}})});
    return record;
}

} // namespace bilan::script
