// SPDX-License-Identifier: MPL-2.0
//
// Columns that a function of the script computes, row by row. One thread: that of the state.
#pragma once

#include "data/expression.hpp"
#include "script/api/objects.hpp"
#include "script/function_reference.hpp"

namespace bilan::script {

/// Calls `function(row, state)` for each row of the query. What it gives becomes a column over the whole dataset; the
/// type is that of the first value. Throws Mistake for a value of another type, ScriptError for an error inside, which
/// names the row in hand.
[[nodiscard]] data::ExpressionPointer computed_column(const std::shared_ptr<QueryObject>& query,
                                                      const std::string& name, const FunctionReference& function);
/// The same for a condition: true, false or nil.
[[nodiscard]] data::ExpressionPointer computed_condition(const std::shared_ptr<QueryObject>& query,
                                                         const FunctionReference& function);

} // namespace bilan::script
