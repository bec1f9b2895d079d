// SPDX-License-Identifier: MPL-2.0
//
// What Lua drops without a word: the second of `"Avenir" or "Cap"`, the first of two keys of one name in a table. No
// error, other rows than were meant: so it is looked for in the text. Pure; any thread.
#pragma once

#include "script/field_logic.hpp"

namespace bilan::script {

/// The first such place.
[[nodiscard]] std::optional<FieldLogic> dropped_values(std::string_view code);

} // namespace bilan::script
