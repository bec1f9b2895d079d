// SPDX-License-Identifier: MPL-2.0
//
// « NC » after « F » and « H »: people whose sex is not known. « Autre » there says so only where the three add up to
// a column of the table. Works on the candidates of each column; pure function, any thread.
#pragma once

#include "intake/header/settle.hpp"

#include <vector>

namespace bilan::intake {

void settle_unknown_sex(const std::vector<HeaderColumn>& headers, const SchemaIndex& schema, Candidates& candidates);

} // namespace bilan::intake
