// SPDX-License-Identifier: MPL-2.0
//
// The tables of options that query methods take. See value.hpp for the rules.
#pragma once

#include "script/api/values.hpp"

namespace bilan::script {

struct DerivedFields {
    std::vector<std::pair<std::string, data::ExpressionPointer>> fields; ///< ascending by name
};

struct GroupOptions {
    std::vector<std::string> by;
    std::vector<std::pair<std::string, std::shared_ptr<MeasureObject>>> measures;
    data::ListKeys lists = data::ListKeys::each_item;
};

struct CrossOptions {
    std::string rows;
    std::string columns;
    std::shared_ptr<MeasureObject> measure;
};

template <>
struct Value<DerivedFields> {
    static std::string name() { return "table<string, bilan.Expression>"; }
    static DerivedFields read(lua_State* lua, int at, const Where& where);
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

/// One `{ "benef", bilan.sum(f.benef_total) }`.
using NamedMeasure = std::pair<std::string, std::shared_ptr<MeasureObject>>;
template <>
struct Value<NamedMeasure> {
    static std::string name() { return "{ [1]: string, [2]: bilan.Measure }"; }
    static NamedMeasure read(lua_State* lua, int at, const Where& where);
};

} // namespace bilan::script
