// SPDX-License-Identifier: MPL-2.0
//
// One group as a Lua table: `{ porteur = "…", benef = figure }`. A value on its way out; one thread.
#pragma once

#include "script/api/values.hpp"

namespace bilan::script {

struct GroupedRow {
    std::shared_ptr<GroupsObject> groups;
    std::size_t row = 0;
};

template <>
struct Value<GroupedRow> {
    static std::string name() { return "table<string, any>"; }
    static void push(lua_State* lua, const GroupedRow& row)
    {
        push_cells(lua, row);
        push_face(lua, row.groups);
        lua_setmetatable(lua, -2);
    }
    static void push_cells(lua_State* lua, const GroupedRow& row)
    {
        const data::Groups& groups = row.groups->groups;
        luaL_checkstack(lua, 4, "row");
        lua_createtable(lua, 0, static_cast<int>(groups.keys.size() + groups.columns.size()));
        for (const data::KeyColumn& key : groups.keys) {
            Value<data::Key>::push(lua, key.values[row.row]);
            lua_setfield(lua, -2, key.field.c_str());
        }
        for (const data::FigureColumn& column : groups.columns) {
            Value<data::Figure>::push(lua, column.figures[row.row]);
            lua_setfield(lua, -2, column.name.c_str());
        }
    }
    /// What makes a name that is no key and no column a mistake.
    static void push_face(lua_State* lua, const std::shared_ptr<GroupsObject>& groups);
};

/// All groups, with one face.
struct GroupedRows {
    std::shared_ptr<GroupsObject> groups;
};

template <>
struct Value<GroupedRows> {
    static std::string name() { return Value<std::vector<GroupedRow>>::name(); }
    static void push(lua_State* lua, const GroupedRows& rows);
};

/// The key of a crossing that a script names.
[[nodiscard]] data::Key key_of(const data::Constant& constant);

} // namespace bilan::script
