// SPDX-License-Identifier: MPL-2.0
//
// What was read, as JSON Lines: canonical rows, findings and one summary a file and schema (design.md 3). Lines come in
// file, sheet, row order.
#pragma once

#include "run/reading.hpp"

#include <functional>
#include <string>

namespace bilan::run {

/// Calls `take` with each line, without line end: for each file its rows, its findings, its summaries.
void row_lines(const Reading& reading, base::Language language, const std::function<void(const std::string&)>& take);
/// The same without the rows.
void finding_lines(const Reading& reading, base::Language language,
                   const std::function<void(const std::string&)>& take);

} // namespace bilan::run
