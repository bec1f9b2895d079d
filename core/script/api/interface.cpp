// SPDX-License-Identifier: MPL-2.0
#include "script/api/interface.hpp"

#include "script/api/expectation.hpp"
#include "script/api/groups.hpp"
#include "script/api/lazy_row.hpp"
#include "script/api/objects.hpp"
#include "script/api/session.hpp"
#include "script/class.hpp"

#include <lua.hpp>

namespace bilan::script {

namespace {

const char plain_key = 0;
const char face_key = 0;

void add_group(lua_State* lua, const GroupRecord& functions, const char* field)
{
    push_functions(lua, functions);
    make_read_only(lua, functions.name.c_str());
    lua_setfield(lua, -2, field);
}

} // namespace

const GroupRecord& bilan_group()
{
    static const GroupRecord record = [] {
        std::vector<FunctionRecord> all;
        for (auto&& part : {report_functions(), expression_functions(), measure_functions(), figure_functions(),
                            state_functions(), journal_functions()})
            all.insert(all.end(), part.begin(), part.end());
        return group("bilan", "What `require \"bilan\"` gives.", std::move(all));
    }();
    return record;
}

const std::vector<const GroupRecord*>& function_groups()
{
    static const std::vector<const GroupRecord*> all = {&bilan_group(), &parameter_group(), &text_group(),
                                                        &number_group(), &spec_group()};
    return all;
}

const std::vector<const GroupRecord*>& object_groups()
{
    static const std::vector<const GroupRecord*> all = {
        &run_class(),       &query_class(),   &row_class(),        &groups_class(),       &crossing_class(),
        &figure_class(),    &measure_class(), &expression_class(), &field_source_class(), &state_class(),
        &parameter_class(), &report_class(),  &expectation_class()};
    return all;
}

void register_interface(lua_State* lua)
{
    register_class<FieldSource>(lua, field_source_class());
    register_class<ExpressionObject>(lua, expression_class());
    register_class<MeasureObject>(lua, measure_class());
    register_class<FigureObject>(lua, figure_class());
    register_class<QueryObject>(lua, query_class());
    register_rows(lua);
    register_class<GroupsObject>(lua, groups_class());
    register_class<CrossingObject>(lua, crossing_class());
    register_class<StateObject>(lua, state_class());
    register_class<ParameterObject>(lua, parameter_class());
    register_class<ReportObject>(lua, report_class());
    register_class<Expectation>(lua, expectation_class());
    register_class<Session>(lua, run_class());

    push_functions(lua, bilan_group());
    push_object(lua, std::make_shared<FieldSource>());
    lua_setfield(lua, -2, "field");
    lua_pushinteger(lua, newest_api);
    lua_setfield(lua, -2, "api");
    add_group(lua, parameter_group(), "param");
    add_group(lua, text_group(), "text");
    add_group(lua, number_group(), "number");
    add_group(lua, spec_group(), "spec");
    lua_pushvalue(lua, -1);
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &plain_key);
    make_read_only(lua, "bilan");
    lua_rawsetp(lua, LUA_REGISTRYINDEX, &face_key);
}

void push_interface(lua_State* lua)
{
    lua_rawgetp(lua, LUA_REGISTRYINDEX, &face_key);
}

void push_plain_interface(lua_State* lua)
{
    lua_rawgetp(lua, LUA_REGISTRYINDEX, &plain_key);
}

} // namespace bilan::script
