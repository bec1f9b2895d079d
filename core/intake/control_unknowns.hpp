// SPDX-License-Identifier: MPL-2.0
//
// What a condition asks of fields that are not known: `accorde_p147:in_state { "vide", "nc" }`. What breaks it then is
// the cell that says nothing. Inner header of the controls. Pure.
#pragma once

#include "data/expression.hpp"
#include "data/state.hpp"

#include <map>
#include <set>
#include <string>

namespace bilan::intake {

/// The states of each field that the condition names.
[[nodiscard]] std::map<std::string, std::set<data::State>> asked_states(const data::ExpressionPointer& condition);

} // namespace bilan::intake
