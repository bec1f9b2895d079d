// SPDX-License-Identifier: MPL-2.0
#include "script/api/values.hpp"

#include "base/text.hpp"
#include "base/typography.hpp"
#include "script/api/dropped_year.hpp"
#include "script/mistake.hpp"
#include "workbook/names.hpp"

#include <algorithm>

namespace bilan::script {

const std::vector<std::string>& unit_names()
{
    static const std::vector<std::string> names = {"number", "count",  "people", "euro",
                                                   "rate",   "points", "year",   "date"};
    return names;
}

int decimals_in(std::int64_t decimals)
{
    constexpr std::int64_t most = 10;
    if (decimals < 0 || decimals > most) throw Mistake("BIL-664", {"decimals", "0", std::to_string(most)}, "decimals");
    return static_cast<int>(decimals);
}

data::Constant Value<data::Constant>::read(lua_State* lua, int at, const Where& where)
{
    switch (lua_type(lua, at)) {
    case LUA_TNUMBER: return Value<double>::read(lua, at, where);
    case LUA_TSTRING: return Value<std::string>::read(lua, at, where);
    case LUA_TBOOLEAN: return Value<bool>::read(lua, at, where);
    default: refuse(lua, at, where, name());
    }
}

namespace {

bool is_constant(lua_State* lua, int at)
{
    const int type = lua_type(lua, at);
    return type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TBOOLEAN;
}

} // namespace

Operand Value<Operand>::read(lua_State* lua, int at, const Where& where)
{
    if (const auto* expression = to_object<ExpressionObject>(lua, at)) return {*expression};
    if (!is_constant(lua, at)) refuse(lua, at, where, name());
    return {data::constant(Value<data::Constant>::read(lua, at, where))};
}

OperandOrState Value<OperandOrState>::read(lua_State* lua, int at, const Where& where)
{
    if (const auto* state = to_object<StateObject>(lua, at); state != nullptr && *state != nullptr)
        return {data::no_value((*state)->state)};
    if (to_object<ExpressionObject>(lua, at) == nullptr && !is_constant(lua, at)) refuse(lua, at, where, name());
    return {Value<Operand>::read(lua, at, where).expression};
}

namespace {

data::ExpressionPointer field_condition(lua_State* lua, const std::string& name, const Where& where)
{
    const int at = lua_gettop(lua);
    if (!lua_istable(lua, at))
        return data::apply(data::Operation::equal,
                           {data::field(name), data::constant(Value<data::Constant>::read(lua, at, where))});
    auto constants = Value<std::vector<data::Constant>>::read(lua, at, where);
    if (constants.empty()) refuse(lua, at, where, "list");
    return data::apply(data::Operation::one_of, {data::field(name)}, std::move(constants));
}

std::vector<std::string> sorted_keys(lua_State* lua, int at, const Where& where)
{
    std::vector<std::string> names;
    lua_pushnil(lua);
    while (lua_next(lua, at) != 0) {
        lua_pop(lua, 1);
        names.push_back(Value<std::string>::read(lua, lua_gettop(lua), where));
    }
    std::ranges::sort(names);
    return names;
}

} // namespace

Condition Value<Condition>::read(lua_State* lua, int at, const Where& where)
{
    if (const auto* expression = to_object<ExpressionObject>(lua, at)) return {*expression};
    if (lua_type(lua, at) == LUA_TBOOLEAN) throw Mistake("BIL-653", {where.text()}, where.subject());
    if (!lua_istable(lua, at)) refuse(lua, at, where, name());
    luaL_checkstack(lua, 4, "condition");
    std::vector<data::ExpressionPointer> all;
    const std::vector<std::string> fields = sorted_keys(lua, at, where);
    if (!fields.empty()) refuse_dropped_year(lua, fields);
    for (const std::string& field : fields) {
        lua_getfield(lua, at, field.c_str());
        all.push_back(field_condition(lua, field, Where(where, field)));
        lua_pop(lua, 1);
    }
    if (all.empty()) throw Mistake("BIL-837", {where.text()}, where.subject());
    return {all.size() == 1 ? all.front() : data::apply(data::Operation::all_of, std::move(all))};
}

MeasureOptions Value<MeasureOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, name());
    MeasureOptions options;
    if (const auto condition = table.optional<Condition>("where")) options.where = condition->expression;
    if (table.has("unit")) options.unit = static_cast<data::Unit>(table.word("unit", unit_names(), 0));
    table.finish();
    return options;
}

namespace {

/// Words of a workbook, which holds no other control characters than these.
void check_words(const std::string& text, const Where& where)
{
    const auto command = std::ranges::find_if(text, [](char letter) {
        const auto byte = static_cast<unsigned char>(letter);
        return (byte < 0x20 && letter != '\n' && letter != '\t' && letter != '\r') || byte == 0x7F;
    });
    if (command != text.end())
        throw Mistake("BIL-898", {where.text(), std::to_string(static_cast<int>(*command))}, where.subject());
}

std::string words_read(lua_State* lua, int at, const Where& where)
{
    std::string text = Value<std::string>::read(lua, at, where);
    check_words(text, where);
    return text;
}

} // namespace

base::Words Value<base::Words>::read(lua_State* lua, int at, const Where& where)
{
    if (lua_type(lua, at) == LUA_TSTRING) {
        const std::string text = words_read(lua, at, where);
        return {base::french_spaces(text), text};
    }
    if (!lua_istable(lua, at)) refuse(lua, at, where, name());
    TableReader table(lua, at, where, name());
    base::Words words;
    words.french = table.required<std::string>("fr");
    words.english = table.otherwise<std::string>("en", words.french);
    check_words(words.french, where);
    check_words(words.english, where);
    words.french = base::french_spaces(words.french);
    table.finish();
    return words;
}

ParameterValue Value<ParameterValue>::read(lua_State* lua, int at, const Where& where)
{
    switch (lua_type(lua, at)) {
    case LUA_TNUMBER: return Value<double>::read(lua, at, where);
    case LUA_TSTRING: return Value<std::string>::read(lua, at, where);
    case LUA_TBOOLEAN: return Value<bool>::read(lua, at, where);
    default: refuse(lua, at, where, name());
    }
}

void Value<ParameterValue>::push(lua_State* lua, const ParameterValue& value)
{
    if (const auto* yes = std::get_if<bool>(&value))
        Value<bool>::push(lua, *yes);
    else if (const auto* number = std::get_if<double>(&value))
        Value<double>::push(lua, *number);
    else if (const auto* text = std::get_if<std::string>(&value))
        Value<std::string>::push(lua, *text);
    else
        lua_pushnil(lua);
}

void Value<data::Key>::push(lua_State* lua, const data::Key& key)
{
    if (const auto* number = std::get_if<double>(&key))
        Value<double>::push(lua, *number);
    else if (const auto* text = std::get_if<std::string>(&key))
        Value<std::string>::push(lua, *text);
    else
        lua_pushnil(lua);
}

data::Figure Value<data::Figure>::read(lua_State* lua, int at, const Where& where)
{
    return Value<std::shared_ptr<FigureObject>>::read(lua, at, where)->figure;
}

void Value<data::Figure>::push(lua_State* lua, data::Figure figure)
{
    push_object(lua, std::make_shared<FigureObject>(FigureObject{std::move(figure)}));
}

FigureOrNumber Value<FigureOrNumber>::read(lua_State* lua, int at, const Where& where)
{
    if (lua_type(lua, at) == LUA_TNUMBER) {
        data::Figure figure;
        figure.value = Value<double>::read(lua, at, where);
        return {std::move(figure), true};
    }
    if (const auto* object = to_object<FigureObject>(lua, at)) return {(*object)->figure, false};
    refuse(lua, at, where, name());
}

namespace {

/// As much as a cell of Excel holds, and no copy of more: a script may hand one long text to every row.
std::string cell_text(lua_State* lua, int at, const Where& where)
{
    std::size_t bytes = 0;
    const char* const text = lua_tolstring(lua, at, &bytes);
    const std::string_view head = base::head({text, bytes}, workbook::longest_text + 1);
    if (!base::is_utf8(head)) refuse(lua, at, where, "string (UTF-8)");
    return workbook::excel_head(head, workbook::longest_text);
}

} // namespace

workbook::Value Value<workbook::Value>::read(lua_State* lua, int at, const Where& where)
{
    if (const auto* object = to_object<StateObject>(lua, at)) return (*object)->state;
    if (const auto* object = to_object<FigureObject>(lua, at)) return (*object)->figure;
    switch (lua_type(lua, at)) {
    case LUA_TNIL: return std::monostate{};
    case LUA_TNUMBER: return Value<double>::read(lua, at, where);
    case LUA_TSTRING: return cell_text(lua, at, where);
    case LUA_TBOOLEAN: return Value<bool>::read(lua, at, where);
    default: refuse(lua, at, where, name());
    }
}

} // namespace bilan::script
