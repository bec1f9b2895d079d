// SPDX-License-Identifier: MPL-2.0
#include "script/bind.hpp"

#include "script/api/interface.hpp"
#include "script/state.hpp"

namespace bilan::script {

std::string FunctionRecord::spoken() const
{
    if (role == Role::function) return owner.empty() ? name : owner + '.' + name;
    if (role == Role::metamethod || role == Role::item) return owner;
    const std::size_t dot = owner.rfind('.');
    const std::string type = dot == std::string::npos ? owner : owner.substr(dot + 1);
    return type + (role == Role::property ? '.' : ':') + name;
}

namespace trampoline {

Caller caller_of(lua_State* lua)
{
    Position position = position_of(lua);
    return {State::of(lua), std::move(position.file), position.line};
}

const FunctionRecord& record_of(lua_State* lua)
{
    constexpr std::uint64_t steps_of_a_call = 250; // the way into C++ and back, in steps of the script
    State::of(lua).note_position();
    State::of(lua).budget().spend(steps_of_a_call);
    return *static_cast<const FunctionRecord*>(lua_touserdata(lua, lua_upvalueindex(1)));
}

namespace {

/// `bilan:sum(…)`: the colon gives the module itself as the first argument.
bool is_module(lua_State* lua, int at)
{
    if (lua_type(lua, at) != LUA_TTABLE) return false;
    push_interface(lua);
    const bool is_it = lua_rawequal(lua, at, -1) != 0;
    lua_pop(lua, 1);
    return is_it;
}

} // namespace

void check_call(lua_State* lua, const FunctionRecord& record, std::size_t parameters)
{
    if (record.role != Role::function && record.role != Role::method) return;
    State::of(lua).budget().charge(lua, 1); // a call may be long: a loop of them is not left to the steps of Lua
    const auto given = static_cast<std::size_t>(lua_gettop(lua));
    if (record.role == Role::method && (given == 0 || lua_type(lua, 1) != LUA_TUSERDATA))
        throw Mistake("BIL-605", {record.spoken(), record.name}, record.name);
    if (record.role == Role::function && given > 0 && is_module(lua, 1))
        throw Mistake("BIL-022", {record.spoken(), record.name}, record.name);
    if (given > parameters) {
        const std::size_t self = record.role == Role::method ? 1 : 0;
        throw Mistake("BIL-606", {record.spoken(), std::to_string(parameters - self), std::to_string(given - self)},
                      record.name);
    }
}

} // namespace trampoline

} // namespace bilan::script
