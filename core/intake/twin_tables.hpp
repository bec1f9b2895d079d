// SPDX-License-Identifier: MPL-2.0
//
// Tables of one file with the same headers, one sheet a quarter or a year: what a header is read as in one of them it
// is in the others, whatever words stand in the few cells below it there. One thread.
#pragma once

#include "intake/draft.hpp"

#include <vector>

namespace bilan::intake {

void read_like_twins(std::vector<TableDraft>& drafts);

} // namespace bilan::intake
