// SPDX-License-Identifier: MPL-2.0
#include "script/api/query_options.hpp"

#include "script/mistake.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

data::ListKeys read_lists(TableReader& table)
{
    return static_cast<data::ListKeys>(table.word("lists", {"each_item", "as_written"}, 0));
}

/// Calls `take(name, index of the value)` for each entry of a table with names as keys.
template <class Take>
void for_each_entry(lua_State* lua, int at, const Where& where, Take take)
{
    luaL_checkstack(lua, 4, "table");
    lua_pushnil(lua);
    while (lua_next(lua, at) != 0) {
        const int value = lua_gettop(lua);
        take(Value<std::string>::read(lua, value - 1, where), value);
        lua_settop(lua, value - 1);
    }
}

} // namespace

RowCondition Value<RowCondition>::read(lua_State* lua, int at, const Where& where)
{
    if (lua_isfunction(lua, at)) return {nullptr, std::make_shared<FunctionReference>(lua, at)};
    return {Value<Condition>::read(lua, at, where).expression, nullptr};
}

DerivedFields Value<DerivedFields>::read(lua_State* lua, int at, const Where& where)
{
    if (!lua_istable(lua, at)) refuse(lua, at, where, name());
    DerivedFields derived;
    for_each_entry(lua, at, where, [&](std::string field, int value) {
        DerivedFields::Field& made = derived.fields.emplace_back();
        if (lua_isfunction(lua, value))
            made.function = std::make_shared<FunctionReference>(lua, value);
        else
            made.expression = Value<Operand>::read(lua, value, Where(where, field)).expression;
        made.name = std::move(field);
    });
    std::ranges::sort(derived.fields, {}, &DerivedFields::Field::name);
    return derived;
}

FieldNames Value<FieldNames>::read(lua_State* lua, int at, const Where& where)
{
    if (lua_type(lua, at) == LUA_TSTRING) return {{Value<std::string>::read(lua, at, where)}};
    if (!lua_istable(lua, at)) refuse(lua, at, where, name());
    FieldNames fields{Value<std::vector<std::string>>::read(lua, at, where)};
    if (fields.names.empty()) throw Mistake("BIL-654", {where.text()}, where.subject());
    return fields;
}

NamedMeasure Value<NamedMeasure>::read(lua_State* lua, int at, const Where& where)
{
    if (!lua_istable(lua, at)) refuse(lua, at, where, name());
    luaL_checkstack(lua, 2, "measure");
    lua_rawgeti(lua, at, 1);
    std::string label = Value<std::string>::read(lua, lua_gettop(lua), Where(where, 1));
    lua_rawgeti(lua, at, 2);
    auto measure = Value<std::shared_ptr<MeasureObject>>::read(lua, lua_gettop(lua), Where(where, 2));
    lua_pop(lua, 2);
    lua_pushnil(lua);
    while (lua_next(lua, at) != 0) { // a third entry would be lost without a word
        lua_pop(lua, 1);
        const bool is_known = lua_isinteger(lua, -1) != 0 && lua_tointeger(lua, -1) >= 1 && lua_tointeger(lua, -1) <= 2;
        if (is_known) continue;
        const std::string key =
            lua_type(lua, -1) == LUA_TSTRING ? std::string(lua_tostring(lua, -1)) : described(lua, -1);
        lua_pop(lua, 1);
        throw Mistake("BIL-128", {label, key}, key);
    }
    return {std::move(label), std::move(measure)};
}

GroupOptions Value<GroupOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, name());
    GroupOptions options;
    options.by = table.required<FieldNames>("by").names;
    options.measures = table.required<std::vector<NamedMeasure>>("measures");
    for (auto measure = options.measures.begin(); measure != options.measures.end(); ++measure) {
        const std::string& name = measure->first;
        const bool is_key = std::ranges::find(options.by, name) != options.by.end();
        if (is_key || std::ranges::find(options.measures.begin(), measure, name, &NamedMeasure::first) != measure)
            throw Mistake("BIL-684", {name}, name);
    }
    options.lists = read_lists(table);
    table.finish();
    return options;
}

CrossOptions Value<CrossOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, name());
    CrossOptions options;
    options.rows = table.required<std::string>("rows");
    options.columns = table.required<std::string>("columns");
    options.measure = table.required<std::shared_ptr<MeasureObject>>("measure");
    table.finish();
    return options;
}

PivotOptions Value<PivotOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, name());
    PivotOptions options;
    options.rows = table.required<FieldNames>("rows").names;
    options.columns = table.required<std::string>("columns");
    options.measure = table.required<std::shared_ptr<MeasureObject>>("measure");
    options.lists = read_lists(table);
    table.finish();
    return options;
}

/// `"benef_f"` or `{ "F", "benef_f" }`.
template <>
struct Value<data::Unpivot::Part> {
    static std::string name() { return "string|{ [1]: string, [2]: string }"; }
    static data::Unpivot::Part read(lua_State* lua, int at, const Where& where)
    {
        if (lua_type(lua, at) == LUA_TSTRING) {
            const std::string field = Value<std::string>::read(lua, at, where);
            return {field, field};
        }
        if (!lua_istable(lua, at)) refuse(lua, at, where, name());
        const auto pair = Value<std::vector<std::string>>::read(lua, at, where);
        if (pair.size() != 2) refuse(lua, at, where, name());
        return {pair[0], pair[1]};
    }
};

UnpivotOptions Value<UnpivotOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, name());
    UnpivotOptions options;
    options.unpivot.parts = table.required<std::vector<data::Unpivot::Part>>("fields");
    options.unpivot.name = table.required<std::string>("name");
    options.unpivot.value = table.required<std::string>("value");
    if (auto keep = table.optional<std::vector<std::string>>("keep")) {
        options.unpivot.keep = std::move(*keep);
        options.has_keep = true;
    }
    table.finish();
    if (options.unpivot.parts.empty()) throw Mistake("BIL-654", {where.text() + " › fields"}, "fields");
    return options;
}

namespace {

/// `"siret"`, `{ "siret", "exercice" }` or `{ num_dossier = "numero" }`.
std::vector<std::pair<std::string, std::string>> read_keys(lua_State* lua, TableReader& table)
{
    const Where where(table.where(), "on");
    table.push("on");
    const int at = lua_gettop(lua);
    if (lua_isnil(lua, at)) table.miss("on", "string|string[]|table<string, string>");
    std::vector<std::pair<std::string, std::string>> keys;
    const bool has_names = lua_istable(lua, at) && lua_rawlen(lua, at) == 0;
    if (has_names)
        for_each_entry(lua, at, where, [&](std::string here, int value) {
            std::string there = Value<std::string>::read(lua, value, Where(where, here));
            keys.emplace_back(std::move(here), std::move(there));
        });
    else
        for (const std::string& name : Value<FieldNames>::read(lua, at, where).names) keys.emplace_back(name, name);
    lua_pop(lua, 1);
    if (keys.empty()) throw Mistake("BIL-654", {where.text()}, "on");
    std::ranges::sort(keys);
    return keys;
}

} // namespace

JoinOptions Value<JoinOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, name());
    JoinOptions options;
    options.on = read_keys(lua, table);
    options.kind = static_cast<JoinKind>(table.word("kind", {"left", "inner", "anti"}, 0));
    if (options.kind == JoinKind::left)
        options.fields = table.required<FieldNames>("fields").names;
    else if (auto fields = table.optional<FieldNames>("fields"))
        options.fields = std::move(fields->names);
    if (options.kind == JoinKind::anti && !options.fields.empty()) throw Mistake("BIL-444", {}, "fields");
    options.prefix = table.otherwise<std::string>("prefix", {});
    options.match = static_cast<data::KeyMatch>(table.word("match", {"exact", "folded"}, 0));
    options.repeated = static_cast<data::Repeated>(table.word("repeated", {"unknown", "first", "sum"}, 0));
    options.quiet = table.otherwise("quiet", false);
    table.finish();
    return options;
}

/// `{ now = "2025", before = "2024" }`.
struct CompareLabels {
    std::map<std::string, base::Words> by_ending;
};

template <>
struct Value<CompareLabels> {
    static std::string name() { return "bilan.CompareLabels"; }
    static CompareLabels read(lua_State* lua, int at, const Where& where)
    {
        TableReader table(lua, at, where, name());
        CompareLabels labels;
        for (const char* side : {"now", "before", "change", "growth"})
            if (auto words = table.optional<base::Words>(side))
                labels.by_ending[side == std::string_view("now") ? "" : '_' + std::string(side)] = std::move(*words);
        table.finish();
        return labels;
    }
};

CompareOptions Value<CompareOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, name());
    CompareOptions options;
    options.group.by = table.required<FieldNames>("by").names;
    options.group.measures = table.required<std::vector<NamedMeasure>>("measures");
    options.group.lists = read_lists(table);
    options.coverage = table.otherwise<double>("coverage", options.coverage);
    if (options.coverage < 0 || options.coverage > 1)
        throw Mistake("BIL-664", {where.text() + " › coverage", "0", "1"}, "coverage");
    if (auto labels = table.optional<CompareLabels>("labels")) options.labels = std::move(labels->by_ending);
    options.labels.emplace("_before", base::Words{"(avant)", "(before)"});
    options.labels.emplace("_change", base::Words{"(écart)", "(change)"});
    options.labels.emplace("_growth", base::Words{"(évolution)", "(growth)"});
    table.finish();
    return options;
}

} // namespace bilan::script
