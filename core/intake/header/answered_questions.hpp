// SPDX-License-Identifier: MPL-2.0
//
// Questions of a questionnaire that stand as headers. Pure functions, any thread.
#pragma once

#include "intake/header/settle.hpp"

namespace bilan::intake {

/// « Le pilotage local a légitimé la coordination » above « Plutôt pas d'accord »: no header of any field, but its
/// cells are answers of the scales of a family of questions, and the header is the question.
void settle_questions(const MappingInput& input, const SchemaIndex& schema, Candidates& candidates);

} // namespace bilan::intake
