// SPDX-License-Identifier: MPL-2.0
//
// Sees that what a script computes means something: a condition is true or false, amounts and not rates are added up.
// Throws Mistake. Pure; any thread.
#pragma once

#include "data/reshape.hpp"
#include "script/api/objects.hpp"
#include "script/bind.hpp"

namespace bilan::script {

class State;

/// Whether a field of numbers may stand for yes and no: when it holds 0 and 1 alone, or not at all.
enum class Numbers : std::uint8_t { by_values, never };
/// Refuses a number where each row is to be true or false: any number but 0 would count as true.
void check_condition(const data::Query& query, const data::ExpressionPointer& expression,
                     Numbers numbers = Numbers::by_values);
/// Refuses a sum of rates, years or dates, and conditions that are none.
void check_meaning(const data::Query& query, const MeasureObject& measure);

/// A warning at the line of the script that runs, once.
void say_here(State& state, const base::Message& message);

/// What `where` chooses by.
void check_choice(const QueryObject& rows, const data::ExpressionPointer& condition);
/// People and euros added to one another have no unit: said at the line of the script.
void warn_of_mixed_sum(const QueryObject& rows, const data::Measure& measure);
/// A rate times 100 would be read as thousands of per cent. `unit`: that of what the expression gives.
void warn_of_per_cent(const QueryObject& rows, const data::ExpressionPointer& expression, data::Unit unit);
/// Says in the journal that what is added up are averages, which SQL computed.
void warn_of_summed_average(const QueryObject& rows, const data::Measure& measure);
/// Says in the journal that people and euros come to stand in one column.
void warn_of_mixed_units(const Caller& caller, const data::Query& query, const data::Unpivot& unpivot);

} // namespace bilan::script
