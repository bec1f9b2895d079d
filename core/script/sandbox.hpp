// SPDX-License-Identifier: MPL-2.0
//
// What a script can reach: an allow list, built name by name. No file, clock, address or order of memory comes in;
// globals and libraries cannot be written to. One thread: that of the state.
#pragma once

#include "script/mistake.hpp"

#include <optional>
#include <string>
#include <vector>

struct lua_State;

namespace bilan::script {

/// Fills a new state. Runs inside State::protect.
void open_sandbox(lua_State* lua);

/// Pushes the table that chunks see as `_ENV`.
void push_environment(lua_State* lua);

/// What is to be said of a name that Lua or another language has and scripts do not; nothing for any other.
[[nodiscard]] std::optional<Mistake> left_out_name(const std::string& name);

/// Every name that a script can reach without `require`, ascending: `math.abs`, `pairs`.
[[nodiscard]] const std::vector<std::string>& allowed_names();

} // namespace bilan::script
