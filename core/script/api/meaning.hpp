// SPDX-License-Identifier: MPL-2.0
//
// Sees that what a script computes means something: a condition is true or false, amounts and not rates are added up.
// Throws Mistake. Pure; any thread.
#pragma once

#include "data/reshape.hpp"
#include "script/api/objects.hpp"
#include "script/bind.hpp"

namespace bilan::script {

/// Refuses a number where each row is to be true or false: any number but 0 would count as true.
void check_condition(const data::Query& query, const data::ExpressionPointer& expression);
/// Refuses a sum of rates, years or dates, and conditions that are none.
void check_meaning(const data::Query& query, const MeasureObject& measure);

/// What `where` chooses by.
void check_choice(const QueryObject& rows, const data::ExpressionPointer& condition);
/// Says in the journal that people and euros come to stand in one column.
void warn_of_mixed_units(const Caller& caller, const data::Query& query, const data::Unpivot& unpivot);

} // namespace bilan::script
