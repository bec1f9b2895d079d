// SPDX-License-Identifier: MPL-2.0
#include "script/api/row_iterator.hpp"

#include "script/api/row_order.hpp"
#include "script/state.hpp"

namespace bilan::script {

namespace {

constexpr std::uint64_t steps_of_a_row = 40; ///< what it takes to make one, in steps of the script

/// Upvalue 1: a row before the first, which holds the reader; 2: the names; 3: the place of the next row. Each turn has
/// a row of its own, so that a row kept in a list stays what it was.
int next_row(lua_State* lua)
{
    const auto& start = *static_cast<RowHandle*>(lua_touserdata(lua, lua_upvalueindex(1)));
    const auto row = static_cast<std::size_t>(lua_tointeger(lua, lua_upvalueindex(3)));
    if (start.reader == nullptr || row >= start.reader->rows().size()) return 0;
    State::of(lua).budget().spend(steps_of_a_row);
    lua_pushinteger(lua, static_cast<lua_Integer>(row + 1));
    lua_replace(lua, lua_upvalueindex(3));
    lua_settop(lua, 0);
    lua_pushvalue(lua, lua_upvalueindex(2));
    push_row(lua, start.reader, start.reader->place_of(row), 1);
    return 1;
}

} // namespace

void Value<RowIterator>::push(lua_State* lua, const RowIterator& rows)
{
    luaL_checkstack(lua, 5, "rows");
    push_row_names(lua);
    const int names = lua_gettop(lua);
    auto reader = std::make_shared<RowReader>(rows.query);
    reader->take_order(places_in_order(*rows.query));
    push_row(lua, reader, row_is_over, names);
    lua_insert(lua, names);
    lua_pushinteger(lua, 0);
    lua_pushcclosure(lua, &next_row, 3);
}

} // namespace bilan::script
