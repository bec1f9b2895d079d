// SPDX-License-Identifier: MPL-2.0
//
// A function of the row that compares a number with a text: to Lua they are never equal, and it says nothing. Seen in
// its source before it is called. One thread: that of the state.
#pragma once

#include "script/api/objects.hpp"
#include "script/function_reference.hpp"

namespace bilan::script {

/// Throws ScriptError at the line of `row.exercice == "2025"`.
void check_row_comparisons(const QueryObject& query, const FunctionReference& function);

} // namespace bilan::script
