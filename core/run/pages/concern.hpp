// SPDX-License-Identifier: MPL-2.0
//
// Which findings speak of rows that a report counts: the first page warns of no others. One thread.
#pragma once

#include "run/reading.hpp"

#include <string>
#include <vector>

namespace bilan::run::pages {

/// False where every table that the finding may speak of was read with a schema that is none of `datasets`. A report
/// without any reads its tables by itself: all of them concern it.
[[nodiscard]] bool concerns(const intake::Finding& finding, const Reading& reading,
                            const std::vector<std::string>& datasets);

} // namespace bilan::run::pages
