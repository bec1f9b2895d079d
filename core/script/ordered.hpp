// SPDX-License-Identifier: MPL-2.0
//
// `pairs` and `next` in one order for every run: numbers ascending, then false and true, then texts by their bytes.
// Other keys (tables, functions, objects) have no order but that of memory and are refused. One thread.
#pragma once

struct lua_State;

namespace bilan::script {

int ordered_pairs(lua_State* lua);
int ordered_next(lua_State* lua);

} // namespace bilan::script
