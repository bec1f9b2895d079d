// SPDX-License-Identifier: MPL-2.0
//
// « Total » among the funders of a group, « Total État » beside « État P147 »: what several funders give together is
// the money of none of them. Works on the candidates of each column; pure function, any thread.
#pragma once

#include "intake/header/settle.hpp"

#include <vector>

namespace bilan::intake {

void settle_funder_totals(const std::vector<HeaderColumn>& headers, Candidates& candidates);

} // namespace bilan::intake
