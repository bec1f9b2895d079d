// SPDX-License-Identifier: MPL-2.0
//
// Puts records into a state: tables of functions that cannot be written to, and types of objects whose methods,
// properties and operators come from records. A name that does not exist is a message with the nearest one. One
// thread: that of the state.
#pragma once

#include "script/object.hpp"
#include "script/record.hpp"

#include <string>
#include <vector>

namespace bilan::script {

/// Sets `owner` of every record and returns them: how each file of api/ makes its group.
[[nodiscard]] GroupRecord group(std::string name, std::string sentence, std::vector<FunctionRecord> functions);

/// Pushes a closure of the record, which must outlive the state.
void push_function(lua_State* lua, const FunctionRecord& record);
/// Pushes a plain table with the functions of a group.
void push_functions(lua_State* lua, const GroupRecord& group);
/// Pushes what stands for nil in a table that becomes read-only: a name that is there and has no value.
void push_nothing(lua_State* lua);
[[nodiscard]] bool is_nothing(lua_State* lua, int at);
/// Replaces the table at the top by a read-only face of it. `name` is what messages call it.
void make_read_only(lua_State* lua, const char* name);

/// Pushes the table behind such a face, or nothing when this is false.
[[nodiscard]] bool push_behind_face(lua_State* lua, int at);

/// What can stand behind a dot or colon of the value at `at`: fields of a table, members of an object.
[[nodiscard]] std::vector<std::string> names_behind(lua_State* lua, int at);

namespace detail {
void register_class(lua_State* lua, const GroupRecord& group, const void* key, lua_CFunction release);
}

/// Makes the metatable of T. `group` outlives the state.
template <class T>
void register_class(lua_State* lua, const GroupRecord& group)
{
    detail::register_class(lua, group, class_key<T>(), &release_object<T>);
}

} // namespace bilan::script
