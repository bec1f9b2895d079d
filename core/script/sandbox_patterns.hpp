// SPDX-License-Identifier: MPL-2.0
//
// string.find, match, gmatch and gsub over Pattern: the subject has a longest length, the steps are counted. They work
// on the Lua stack and throw Mistake; guarded.hpp is their border. One thread.
#pragma once

#include <cstddef>

struct lua_State;

namespace bilan::script {

/// Longest text that one call of the string library makes.
inline constexpr std::size_t longest_text = std::size_t{64} << 20U;

int find(lua_State* lua);
int match(lua_State* lua);
int gmatch(lua_State* lua);
int gsub(lua_State* lua);

} // namespace bilan::script
