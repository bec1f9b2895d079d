// SPDX-License-Identifier: MPL-2.0
//
// Rows without a year: where a script chooses one year, they are of none, and a whole file may be missing from the
// figures because nobody wrote its year down. Said once a dataset, with the files. One thread.
#pragma once

#include "data/query.hpp"
#include "script/api/session.hpp"
#include "script/bind.hpp"

namespace bilan::script {

/// Says which of the rows a condition on the year leaves out for want of a year: on the first page, and at the line of
/// `caller` (null: of no script). A condition that says what becomes of them (`f.exercice:known_or(2025):eq(2025)`)
/// leaves none out.
void say_yearless(const Caller* caller, Session& session, const data::Query& all,
                  const data::ExpressionPointer& condition);

} // namespace bilan::script
