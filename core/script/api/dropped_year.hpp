// SPDX-License-Identifier: MPL-2.0
//
// `{ exercice = run.year, porteur = "Cap" }` of a run without a year: Lua has dropped the first key, and the condition
// that is left chooses the rows of all years. Looked for in the text of the script. One thread.
#pragma once

#include <lua.hpp>

#include <string>
#include <vector>

namespace bilan::script {

/// Throws Mistake when a table of the line at work is written with these very keys and one more, whose value is
/// `run.year`, while the run has none. `keys`: those that the table has, sorted.
void refuse_dropped_year(lua_State* lua, const std::vector<std::string>& keys);

} // namespace bilan::script
