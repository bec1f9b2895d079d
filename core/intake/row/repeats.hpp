// SPDX-License-Identifier: MPL-2.0
//
// Rows that say again what other rows of their table say: the total beside the rows of one action (« Ensemble » behind
// « Femmes » and « Hommes »), recapitulations by holder. One thread.
#pragma once

#include "intake/row/rows.hpp"

namespace bilan::intake {

/// Sets those rows aside; a record without the title that the others bear, which repeats nothing, is doubted.
void settle_repeats(const RowInput& input, TableRows& table);

} // namespace bilan::intake
