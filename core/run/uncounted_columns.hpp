// SPDX-License-Identifier: MPL-2.0
//
// Columns of numbers that were read by no field: what they hold is in no figure, and the first page must say so. One
// thread.
#pragma once

#include "run/reading.hpp"

#include <string>
#include <vector>

namespace bilan::run {

/// Headers as the partners wrote them, by file, in the order of the inputs: of the tables that the report counts.
struct UncountedColumns {
    std::string file;
    std::vector<std::string> headers;
};

[[nodiscard]] std::vector<UncountedColumns> uncounted_columns(const Reading& reading,
                                                              const std::vector<std::string>& datasets);

} // namespace bilan::run
