// SPDX-License-Identifier: MPL-2.0
//
// What a condition asks of fields that are not known: `accorde_p147:in_state { "vide", "nc" }`. What breaks it then is
// the cell that says nothing. Inner header of the controls. Pure.
#pragma once

#include "data/schema.hpp"
#include "data/state.hpp"

#include <map>
#include <set>
#include <string>

namespace bilan::intake {

/// The states of each field that the rule forbids: those that its condition names; of texts that have to say more, all.
[[nodiscard]] std::map<std::string, std::set<data::State>> asked_states(const data::Control& control);

} // namespace bilan::intake
