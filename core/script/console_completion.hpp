// SPDX-License-Identifier: MPL-2.0
//
// Names that could stand where a person writes: those in reach, what is behind a dot or colon, ids inside quotes. One
// thread: that of the state.
#pragma once

#include "script/api/session.hpp"
#include "script/console.hpp"
#include "script/console_entry.hpp"

#include <string>
#include <vector>

struct lua_State;

namespace bilan::script {

/// `names` is where the table stands that entries see as `_ENV`. May read values through metatables of the person.
[[nodiscard]] Completion completion_of(lua_State* lua, int names, const BeforeCursor& before, Session& session);

/// Names of the table at `names` and of the sandbox's own at `sandbox`, ascending.
[[nodiscard]] std::vector<std::string> names_in_reach(lua_State* lua, int names, int sandbox);

/// Field, type, words; with a dataset, in how many rows it is known.
[[nodiscard]] Shown shown_fields(const data::Schema& schema, const data::Dataset* dataset, base::Language language);

} // namespace bilan::script
