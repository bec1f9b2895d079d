// SPDX-License-Identifier: MPL-2.0
//
// Rows that stand on both sides of a sum of figures or of a comparison: groups of a list field that a loop adds up,
// conditions that overlap, a year compared with all of them. Said at the line, for the number shows nothing. One
// thread.
#pragma once

#include "data/figure.hpp"
#include "data/query.hpp"
#include "script/bind.hpp"

#include <cstddef>

namespace bilan::script {

/// Rows whose value the same question takes on the left and on the right.
void warn_of_rows_on_both_sides(const Caller& caller, const data::Figure& left, const data::Figure& right);
/// Gives how many there are.
std::size_t warn_of_rows_on_both_sides(const Caller& caller, const data::Query& left, const data::Query& right);

} // namespace bilan::script
