// SPDX-License-Identifier: MPL-2.0
//
// « Total » with nothing more: the column is the whole of its parts where it stands beside two of them, or where two
// of them add up to it. Works on the candidates of each column; pure function, any thread.
#pragma once

#include "intake/header/settle.hpp"

#include <vector>

namespace bilan::intake {

/// A total that is proved by neither, in a table that has a part of people: a question, so that the reader hears of it.
void settle_wholes(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema, Candidates& candidates);

} // namespace bilan::intake
