// SPDX-License-Identifier: MPL-2.0
//
// The tables of options that query methods take. The same thing has the same name everywhere: `by` fields of groups,
// `rows` and `columns` fields of a table, `measure` and `measures` what is computed, `fields` what is taken, `as` the
// name of what is made, `lists` how lists are grouped. See value.hpp for the rules.
#pragma once

#include "data/group_steps.hpp"
#include "data/lookup.hpp"
#include "data/reshape.hpp"
#include "script/api/values.hpp"
#include "script/function_reference.hpp"

namespace bilan::script {

/// A condition on rows, as an expression or a function of the row.
struct RowCondition {
    data::ExpressionPointer expression;
    std::shared_ptr<FunctionReference> function;
};

struct DerivedFields {
    struct Field {
        std::string name;
        data::ExpressionPointer expression; ///< or a function
        std::shared_ptr<FunctionReference> function;
    };
    std::vector<Field> fields; ///< ascending by name
};

using NamedMeasures = std::vector<std::pair<std::string, std::shared_ptr<MeasureObject>>>;

struct GroupOptions {
    std::vector<std::string> by;
    NamedMeasures measures;
    data::ListKeys lists = data::ListKeys::each_item;
};

struct CrossOptions {
    std::string rows;
    std::string columns;
    std::shared_ptr<MeasureObject> measure;
};

struct PivotOptions {
    std::vector<std::string> rows;
    std::string columns;
    std::shared_ptr<MeasureObject> measure;
    data::ListKeys lists = data::ListKeys::each_item;
};

struct UnpivotOptions {
    data::Unpivot unpivot;
    bool has_keep = false; ///< else the fields that describe
};

/// Which rows a join keeps: all, those that find a row of the other dataset, those that find none.
enum class JoinKind : std::uint8_t { left, inner, anti };

struct JoinOptions {
    std::vector<std::pair<std::string, std::string>> on; ///< field here, field of the other
    std::vector<std::string> fields;
    std::string prefix;
    data::KeyMatch match = data::KeyMatch::exact;
    data::Repeated repeated = data::Repeated::unknown;
    JoinKind kind = JoinKind::left;
    bool quiet = false; ///< the script itself says what finds nothing, and what stands several times
};

struct CompareOptions {
    GroupOptions group;
    double coverage = 0.8;
    std::map<std::string, base::Words> labels{}; ///< by the end of the column's name; "" is now
};

/// One `{ "benef", bilan.sum(f.benef_total) }`.
using NamedMeasure = std::pair<std::string, std::shared_ptr<MeasureObject>>;

/// One field or a list of them.
struct FieldNames {
    std::vector<std::string> names;
};

template <>
struct Value<RowCondition> {
    static std::string name()
    {
        return "bilan.Expression|table<string, any>|fun(row: bilan.Row, state: bilan.Row): boolean?";
    }
    static RowCondition read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<DerivedFields> {
    static std::string name() { return "table<string, bilan.Expression|fun(row: bilan.Row, state: bilan.Row): any>"; }
    static DerivedFields read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<FieldNames> {
    static std::string name() { return "string|string[]"; }
    static FieldNames read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<NamedMeasure> {
    static std::string name() { return "{ [1]: string, [2]: bilan.Measure }"; }
    static NamedMeasure read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<GroupOptions> {
    static std::string name() { return "bilan.GroupOptions"; }
    static GroupOptions read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<CrossOptions> {
    static std::string name() { return "bilan.CrossOptions"; }
    static CrossOptions read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<PivotOptions> {
    static std::string name() { return "bilan.PivotOptions"; }
    static PivotOptions read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<UnpivotOptions> {
    static std::string name() { return "bilan.UnpivotOptions"; }
    static UnpivotOptions read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<JoinOptions> {
    static std::string name() { return "bilan.JoinOptions"; }
    static JoinOptions read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<CompareOptions> {
    static std::string name() { return "bilan.CompareOptions"; }
    static CompareOptions read(lua_State* lua, int at, const Where& where);
};

} // namespace bilan::script
