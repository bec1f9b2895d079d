// SPDX-License-Identifier: MPL-2.0
//
// « Réalisé » and « Objectif » that do not say of what: euros, people, sessions. Pure functions, any thread.
#pragma once

#include "intake/header/settle.hpp"

#include <vector>

namespace bilan::intake {

/// « Réalisé » is an amount beside amounts or over numbers that look like amounts; beside « Objectif » or over small
/// numbers it is a question, and so is the « Objectif » beside it. Those of an offer of services are of people, where
/// the table says that it is about offers.
void settle_realised(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates);

} // namespace bilan::intake
