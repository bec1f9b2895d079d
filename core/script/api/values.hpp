// SPDX-License-Identifier: MPL-2.0
//
// How the types of data/ and workbook/ cross to Lua. See value.hpp for the rules.
#pragma once

#include "base/language.hpp"
#include "data/figure_arithmetic.hpp"
#include "script/api/objects.hpp"
#include "script/table_reader.hpp"
#include "script/value.hpp"
#include "workbook/document.hpp"

#include <variant>

namespace bilan::script {

/// An expression, or a constant that becomes one.
struct Operand {
    data::ExpressionPointer expression;
};

/// An operand, or `bilan.state "nc"`: no value, and why.
struct OperandOrState {
    data::ExpressionPointer expression;
};

/// An expression, or a table `{ exercice = 2025, pilier = { "emploi", "autre" } }`, all of which must hold.
struct Condition {
    data::ExpressionPointer expression;
};

/// The last argument of a measure: `{ where = …, unit = "euro" }`.
struct MeasureOptions {
    data::ExpressionPointer where;
    std::optional<data::Unit> unit;
};

/// The names of units, in the order of data::Unit.
[[nodiscard]] const std::vector<std::string>& unit_names();

template <>
struct Value<data::Constant> {
    static std::string name() { return "number|string|boolean"; }
    static data::Constant read(lua_State* lua, int at, const Where& where);
};

template <>
struct Value<Operand> {
    static std::string name() { return "bilan.Expression|number|string|boolean"; }
    static Operand read(lua_State* lua, int at, const Where& where);
};

template <>
struct Value<OperandOrState> {
    static std::string name() { return Value<Operand>::name() + "|bilan.State"; }
    static OperandOrState read(lua_State* lua, int at, const Where& where);
};

template <>
struct Value<Condition> {
    static std::string name() { return "bilan.Expression|table<string, any>"; }
    static Condition read(lua_State* lua, int at, const Where& where);
};

template <>
struct Value<MeasureOptions> {
    static std::string name() { return "bilan.MeasureOptions"; }
    static MeasureOptions read(lua_State* lua, int at, const Where& where);
};

/// A text for both languages, or `{ fr = …, en = … }`.
template <>
struct Value<base::Words> {
    static std::string name() { return "string|bilan.Words"; }
    static base::Words read(lua_State* lua, int at, const Where& where);
};

template <>
struct Value<ParameterValue> {
    static std::string name() { return "boolean|number|string"; }
    static ParameterValue read(lua_State* lua, int at, const Where& where);
    static void push(lua_State* lua, const ParameterValue& value);
};

template <>
struct Value<data::Key> {
    static std::string name() { return "number|string|nil"; }
    static void push(lua_State* lua, const data::Key& key);
};

template <>
struct Value<data::Figure> {
    static std::string name() { return "bilan.Figure"; }
    static data::Figure read(lua_State* lua, int at, const Where& where);
    static void push(lua_State* lua, data::Figure figure);
};

using data::FigureOrNumber;
template <>
struct Value<FigureOrNumber> {
    static std::string name() { return "bilan.Figure|number"; }
    static FigureOrNumber read(lua_State* lua, int at, const Where& where);
};

/// A cell of a table that a script fills.
template <>
struct Value<workbook::Value> {
    static std::string name() { return "number|string|boolean|bilan.Figure|bilan.State|nil"; }
    static workbook::Value read(lua_State* lua, int at, const Where& where);
};

/// Digits behind the comma, 0 to 10; throws Mistake for another number.
[[nodiscard]] int decimals_in(std::int64_t decimals);

} // namespace bilan::script
