// SPDX-License-Identifier: MPL-2.0
//
// Conditions that a rule need not tell: they only look whether a value is there, and give another where it is not.
// Inner header of data/. Pure functions, any thread.
#pragma once

#include "data/expression.hpp"

namespace bilan::data {

[[nodiscard]] bool is_known_test(const Expression& expression);
/// Nothing but whether values are there.
[[nodiscard]] bool asks_for_states(const Expression& condition);
/// It holds where a value is missing, so that what it gives is the way out.
[[nodiscard]] bool asks_for_absence(const Expression& condition);
/// The condition asks whether one of the fields is known, `taken` among them: where it does not hold none has a value.
[[nodiscard]] bool asks_for_all(const Expression& condition, const Expression& taken);
/// Of two fields that are not both known, that which is not: nothing takes the place of anything.
[[nodiscard]] bool gives_the_unknown(const Expression& condition, const Expression& way_out);
/// A cell that says « NC » stays unknown.
[[nodiscard]] bool keeps_said_unknowns(const Expression& condition);

} // namespace bilan::data
