// SPDX-License-Identifier: MPL-2.0
#include "script/class.hpp"

#include "script/raise.hpp"
#include "script/value.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

std::string key_text(lua_State* lua, int at)
{
    return lua_type(lua, at) == LUA_TSTRING ? std::string(lua_tostring(lua, at)) : '[' + described(lua, at) + ']';
}

std::vector<std::string> keys_of(lua_State* lua, int table)
{
    std::vector<std::string> names;
    lua_pushnil(lua);
    while (lua_next(lua, table) != 0) {
        lua_pop(lua, 1);
        if (lua_type(lua, -1) == LUA_TSTRING) names.emplace_back(lua_tostring(lua, -1));
    }
    std::ranges::sort(names);
    return names;
}

const GroupRecord& group_at(lua_State* lua, int upvalue)
{
    return *static_cast<const GroupRecord*>(lua_touserdata(lua, lua_upvalueindex(upvalue)));
}

const FunctionRecord* find_role(const GroupRecord& group, Role role)
{
    const auto found = std::ranges::find(group.functions, role, &FunctionRecord::role);
    return found == group.functions.end() ? nullptr : &*found;
}

std::vector<std::string> member_names(const GroupRecord& group)
{
    std::vector<std::string> names;
    for (const FunctionRecord& record : group.functions)
        if (record.role == Role::method || record.role == Role::property) names.push_back(record.name);
    return names;
}

/// `__index` of an object: upvalue 1 the group, 2 the methods, 3 the properties, 4 the item function or nil.
int index_object(lua_State* lua)
{
    lua_settop(lua, 2);
    lua_pushvalue(lua, 2);
    if (lua_rawget(lua, lua_upvalueindex(2)) != LUA_TNIL) return 1;
    lua_settop(lua, 2);
    lua_pushvalue(lua, 2);
    if (lua_rawget(lua, lua_upvalueindex(3)) != LUA_TNIL) {
        lua_pushvalue(lua, 1);
        lua_call(lua, 1, 1);
        return 1;
    }
    const bool has_items = !lua_isnil(lua, lua_upvalueindex(4));
    const bool is_item =
        has_items && (lua_isinteger(lua, 2) != 0 || find_role(group_at(lua, 1), Role::method) == nullptr);
    if (is_item) {
        lua_settop(lua, 2);
        lua_pushvalue(lua, lua_upvalueindex(4));
        lua_insert(lua, 1);
        lua_call(lua, 2, 1);
        return 1;
    }
    const GroupRecord& group = group_at(lua, 1);
    const bool has_rows = std::ranges::find(group.functions, "each", &FunctionRecord::name) != group.functions.end();
    if (has_rows && lua_type(lua, 2) == LUA_TNUMBER)
        raise(lua, Mistake("BIL-905", {"[" + std::string(lua_tostring(lua, 2)) + "]", "", group.name}));
    raise(lua, unknown_name("BIL-614", "BIL-615", key_text(lua, 2), group.name, member_names(group)));
}

int refuse_writing_object(lua_State* lua)
{
    raise(lua, Mistake("BIL-616", {group_at(lua, 1).name, key_text(lua, 2)}, key_text(lua, 2)));
}

/// `__index` of a read-only face: upvalue 1 the table behind, 2 its name.
int index_face(lua_State* lua)
{
    lua_settop(lua, 2);
    lua_pushvalue(lua, 2);
    if (lua_rawget(lua, lua_upvalueindex(1)) != LUA_TNIL) {
        if (is_nothing(lua, -1)) lua_pushnil(lua);
        return 1;
    }
    lua_pushvalue(lua, lua_upvalueindex(1));
    const std::vector<std::string> names = keys_of(lua, lua_gettop(lua));
    if (names.empty())
        raise(lua, Mistake("BIL-920", {key_text(lua, 2), lua_tostring(lua, lua_upvalueindex(2))}, key_text(lua, 2)));
    raise(lua, unknown_name("BIL-614", "BIL-615", key_text(lua, 2), lua_tostring(lua, lua_upvalueindex(2)), names));
}

int refuse_writing_face(lua_State* lua)
{
    raise(lua, Mistake("BIL-616", {lua_tostring(lua, lua_upvalueindex(2)), key_text(lua, 2)}, key_text(lua, 2)));
}

/// `__pairs` of a read-only face: the pairs of the table behind.
int pairs_of_face(lua_State* lua)
{
    lua_getglobal(lua, "pairs");
    lua_pushvalue(lua, lua_upvalueindex(1));
    lua_call(lua, 1, 3);
    return 3;
}

int length_of_face(lua_State* lua)
{
    lua_pushinteger(lua, static_cast<lua_Integer>(lua_rawlen(lua, lua_upvalueindex(1))));
    return 1;
}

void push_members(lua_State* lua, const GroupRecord& group, Role role)
{
    lua_newtable(lua);
    for (const FunctionRecord& record : group.functions) {
        if (record.role != role) continue;
        push_function(lua, record);
        lua_setfield(lua, -2, record.name.c_str());
    }
}

void set_face_function(lua_State* lua, int table, const char* name, lua_CFunction function, const char* field)
{
    lua_pushvalue(lua, table);
    lua_pushstring(lua, name);
    lua_pushcclosure(lua, function, 2);
    lua_setfield(lua, -2, field);
}

} // namespace

GroupRecord group(std::string name, std::string sentence, std::vector<FunctionRecord> functions)
{
    for (FunctionRecord& record : functions) record.owner = name;
    return {std::move(name), std::move(sentence), std::move(functions)};
}

void push_function(lua_State* lua, const FunctionRecord& record)
{
    luaL_checkstack(lua, 2, "function");
    lua_pushlightuserdata(lua, const_cast<FunctionRecord*>(&record)); // only ever read again as const
    lua_pushcclosure(lua, record.function, 1);
}

void push_functions(lua_State* lua, const GroupRecord& group)
{
    push_members(lua, group, Role::function);
}

void push_nothing(lua_State* lua)
{
    lua_pushlightuserdata(lua, nullptr);
}

bool is_nothing(lua_State* lua, int at)
{
    return lua_islightuserdata(lua, at) && lua_touserdata(lua, at) == nullptr;
}

void make_read_only(lua_State* lua, const char* name)
{
    luaL_checkstack(lua, 6, "table");
    const int table = lua_gettop(lua);
    lua_newtable(lua);
    lua_createtable(lua, 0, 5);
    set_face_function(lua, table, name, &index_face, "__index");
    set_face_function(lua, table, name, &refuse_writing_face, "__newindex");
    set_face_function(lua, table, name, &pairs_of_face, "__pairs");
    set_face_function(lua, table, name, &length_of_face, "__len");
    lua_pushstring(lua, name);
    lua_setfield(lua, -2, "__metatable");
    lua_setmetatable(lua, -2);
    lua_remove(lua, table);
}

bool push_behind_face(lua_State* lua, int at)
{
    luaL_checkstack(lua, 3, "face");
    const int top = lua_gettop(lua);
    const bool is_face = luaL_getmetafield(lua, at, "__index") == LUA_TFUNCTION &&
                         lua_tocfunction(lua, -1) == &index_face && lua_getupvalue(lua, -1, 1) != nullptr;
    if (is_face) lua_replace(lua, top + 1);
    lua_settop(lua, is_face ? top + 1 : top);
    return is_face;
}

std::vector<std::string> names_behind(lua_State* lua, int at)
{
    luaL_checkstack(lua, 6, "names");
    at = lua_absindex(lua, at);
    std::vector<std::string> names;
    const int top = lua_gettop(lua);
    if (lua_istable(lua, at)) names = keys_of(lua, at);
    if (luaL_getmetafield(lua, at, "__index") == LUA_TFUNCTION && lua_getupvalue(lua, -1, 1) != nullptr) {
        const lua_CFunction index = lua_tocfunction(lua, -2);
        if (index == &index_face)
            names = keys_of(lua, lua_gettop(lua));
        else if (index == &index_object)
            names = member_names(*static_cast<const GroupRecord*>(lua_touserdata(lua, -1)));
    }
    lua_settop(lua, top);
    return names;
}

void detail::register_class(lua_State* lua, const GroupRecord& group, const void* key, lua_CFunction release)
{
    luaL_checkstack(lua, 8, "class");
    auto* const record = const_cast<GroupRecord*>(&group); // only ever read again as const
    push_members(lua, group, Role::metamethod);            // becomes the metatable
    lua_pushlightuserdata(lua, record);
    push_members(lua, group, Role::method);
    push_members(lua, group, Role::property);
    if (const FunctionRecord* item = find_role(group, Role::item); item != nullptr)
        push_function(lua, *item);
    else
        lua_pushnil(lua);
    lua_pushcclosure(lua, &index_object, 4);
    lua_setfield(lua, -2, "__index");
    lua_pushlightuserdata(lua, record);
    lua_pushcclosure(lua, &refuse_writing_object, 1);
    lua_setfield(lua, -2, "__newindex");
    lua_pushcfunction(lua, release);
    lua_setfield(lua, -2, "__gc");
    lua_pushstring(lua, group.name.c_str());
    lua_pushvalue(lua, -1);
    lua_setfield(lua, -3, "__name");
    lua_setfield(lua, -2, "__metatable");
    lua_rawsetp(lua, LUA_REGISTRYINDEX, key);
}

} // namespace bilan::script
