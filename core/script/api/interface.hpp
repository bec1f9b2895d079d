// SPDX-License-Identifier: MPL-2.0
//
// The whole script interface: every group of records, put into a state or printed for editors. One file of this folder
// for each thing that scripts see. One thread: that of the state.
#pragma once

#include "script/record.hpp"

#include <span>
#include <string>
#include <vector>

struct lua_State;

namespace bilan {
class FunctionProvider;
}

namespace bilan::script {

/// The versions of the interface that this program runs.
inline constexpr int oldest_api = 1;
inline constexpr int newest_api = 1;

/// Makes the classes and the table `bilan`.
void register_interface(lua_State* lua);
/// Pushes what `require "bilan.host"` gives.
void push_interface(lua_State* lua);
/// The same table without its read-only face, for the host to add to.
void push_plain_interface(lua_State* lua);
/// Adds the words of plugins as `bilan.fn`.
void add_functions(lua_State* lua, std::span<FunctionProvider* const> providers);

/// Tables of functions: `bilan`, `bilan.param`, `bilan.text`, `bilan.number`.
[[nodiscard]] const std::vector<const GroupRecord*>& function_groups();
/// Types of objects: `bilan.Query`, `bilan.Figure`, …
[[nodiscard]] const std::vector<const GroupRecord*>& object_groups();

} // namespace bilan::script
