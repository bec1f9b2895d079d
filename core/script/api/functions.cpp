// SPDX-License-Identifier: MPL-2.0
//
// `bilan.fn`: the words that plugins add.
#include "script/api/interface.hpp"
#include "script/class.hpp"
#include "script/raise.hpp"
#include "script/state.hpp"
#include "script/value.hpp"
#include "script/value_type_name.hpp"

#include <bilan/function.hpp>

namespace bilan::script {

namespace {

FunctionValue read_argument(lua_State* lua, int at, const FunctionParameter& parameter, const Where& function)
{
    const Where where(function, parameter.name);
    if (lua_isnoneornil(lua, at)) {
        if (!parameter.optional) refuse(lua, at, where, value_type_name(parameter.type));
        return std::monostate{};
    }
    switch (parameter.type) {
    case ValueType::boolean: return Value<bool>::read(lua, at, where);
    case ValueType::number: return Value<double>::read(lua, at, where);
    case ValueType::text: return Value<std::string>::read(lua, at, where);
    case ValueType::numbers: return Value<std::vector<double>>::read(lua, at, where);
    }
    return std::monostate{};
}

void push_answer(lua_State* lua, const FunctionValue& answer)
{
    if (const auto* yes = std::get_if<bool>(&answer))
        Value<bool>::push(lua, *yes);
    else if (const auto* number = std::get_if<double>(&answer))
        Value<double>::push(lua, *number);
    else if (const auto* text = std::get_if<std::string>(&answer))
        Value<std::string>::push(lua, *text);
    else if (const auto* numbers = std::get_if<std::vector<double>>(&answer))
        Value<std::vector<double>>::push(lua, *numbers);
    else
        lua_pushnil(lua);
}

/// Upvalues: the provider and the number of its function.
int call_plugin(lua_State* lua)
{
    auto& provider = *static_cast<FunctionProvider*>(lua_touserdata(lua, lua_upvalueindex(1)));
    const auto index = static_cast<std::size_t>(lua_tointeger(lua, lua_upvalueindex(2)));
    const FunctionCard& card = provider.functions()[index];
    const std::string spoken = "bilan.fn." + card.name;
    return border(lua, spoken, [&] {
        const Where where{std::string_view(spoken)};
        const auto given = static_cast<std::size_t>(lua_gettop(lua));
        if (given > card.parameters.size())
            throw Mistake("BIL-606", {spoken, std::to_string(card.parameters.size()), std::to_string(given)},
                          card.name);
        std::vector<FunctionValue> arguments;
        for (std::size_t at = 0; at < card.parameters.size(); ++at)
            arguments.push_back(read_argument(lua, static_cast<int>(at) + 1, card.parameters[at], where));
        State::of(lua).note_position(); // a plugin may stay away for ever: the watchdog then knows the line
        push_answer(lua, provider.call(index, arguments));
        return 1;
    });
}

} // namespace

void add_functions(lua_State* lua, std::span<FunctionProvider* const> providers)
{
    push_plain_interface(lua);
    lua_newtable(lua);
    for (FunctionProvider* provider : providers) {
        for (std::size_t index = 0; index < provider->functions().size(); ++index) {
            lua_pushlightuserdata(lua, provider);
            lua_pushinteger(lua, static_cast<lua_Integer>(index));
            lua_pushcclosure(lua, &call_plugin, 2);
            lua_setfield(lua, -2, provider->functions()[index].name.c_str());
        }
    }
    make_read_only(lua, "bilan.fn");
    lua_setfield(lua, -2, "fn");
    lua_pop(lua, 1);
}

} // namespace bilan::script
