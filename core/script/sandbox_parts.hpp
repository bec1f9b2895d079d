// SPDX-License-Identifier: MPL-2.0
//
// The sandbox's own versions of Lua's functions, by library. Each is a closure whose upvalue 1 is Lua's original or
// nil. Constant data; any thread.
#pragma once

#include "script/guarded.hpp"

#include <span>

namespace bilan::script {

/// error-proof pcall, ordered pairs and next, tostring without addresses, print to the journal, require.
[[nodiscard]] std::span<const NamedFunction> base_functions();
/// Patterns with a step limit, bounded results, no addresses.
[[nodiscard]] std::span<const NamedFunction> string_functions();
/// Work charged to the script's budget, lengths taken as they are.
[[nodiscard]] std::span<const NamedFunction> table_functions();

/// Pushes what `tostring` gives for the value at `at`: never an address.
void push_shown(lua_State* lua, int at);

} // namespace bilan::script
