// SPDX-License-Identifier: MPL-2.0
#include "script/api/query_options.hpp"

#include "script/mistake.hpp"

#include <algorithm>

namespace bilan::script {

DerivedFields Value<DerivedFields>::read(lua_State* lua, int at, const Where& where)
{
    if (!lua_istable(lua, at)) refuse(lua, at, where, name());
    luaL_checkstack(lua, 3, "fields");
    DerivedFields derived;
    lua_pushnil(lua);
    while (lua_next(lua, at) != 0) {
        const int value = lua_gettop(lua);
        std::string field = Value<std::string>::read(lua, value - 1, where);
        const Where place(where, field);
        data::ExpressionPointer expression = Value<Operand>::read(lua, value, place).expression;
        derived.fields.emplace_back(std::move(field), std::move(expression));
        lua_pop(lua, 1);
    }
    std::ranges::sort(derived.fields, {}, &std::pair<std::string, data::ExpressionPointer>::first);
    return derived;
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
    return {std::move(label), std::move(measure)};
}

GroupOptions Value<GroupOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where);
    GroupOptions options;
    options.by = table.required<std::vector<std::string>>("by");
    options.measures = table.required<std::vector<NamedMeasure>>("measures");
    options.lists = static_cast<data::ListKeys>(table.word("lists", {"each_item", "as_written"}, 0));
    table.finish();
    if (options.by.empty()) throw Mistake("BIL-654", {where.text() + " › by"}, "by");
    return options;
}

CrossOptions Value<CrossOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where);
    CrossOptions options;
    options.rows = table.required<std::string>("rows");
    options.columns = table.required<std::string>("columns");
    options.measure = table.required<std::shared_ptr<MeasureObject>>("measure");
    table.finish();
    return options;
}

} // namespace bilan::script
