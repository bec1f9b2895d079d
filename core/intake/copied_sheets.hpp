// SPDX-License-Identifier: MPL-2.0
//
// Sheets that stand in a file twice: « bilan VF » beside « bilan VF2 (def) » and « Copie de bilan VF ». Their rows
// would be counted once for each. One thread.
#pragma once

#include "intake/draft.hpp"

#include <cstddef>
#include <vector>

namespace bilan::intake {

/// Sets the tables aside that repeat another sheet cell by cell, when the names say that one is a copy; says a blocking
/// finding of the others, and of versions that tell the same lines with other figures. `tables`: for each of the
/// reading's values, the index of its table; those set aside leave it.
void settle_copied_sheets(const TakeIn& take_in, std::vector<std::size_t>& tables);

} // namespace bilan::intake
