// SPDX-License-Identifier: MPL-2.0
//
// Which findings speak of rows that a report counts: the first page warns of these, and only these refuse a report that
// wants a settled file. One thread.
#pragma once

#include "run/reading.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace bilan::run {

/// False where every table that the finding may speak of was read with a schema that is none of `datasets`. A report
/// without any reads its tables by itself: all of them concern it.
[[nodiscard]] bool concerns(const intake::Finding& finding, const Reading& reading,
                            const std::vector<std::string>& datasets);

/// What a finding still weighs: a blocking one that was settled is only told. Orders the sheet and what tests see.
[[nodiscard]] data::Severity gravity_of(const intake::Finding& finding);

/// Findings that somebody still has to settle, of what a report counts and of the rest.
struct Blocking {
    std::vector<const intake::Finding*> counted;
    std::vector<const intake::Finding*> elsewhere;
};

[[nodiscard]] Blocking blocking_of(const Reading& reading, const std::vector<std::string>& datasets);

/// « C01 programme.xlsx › 2025 › U4, C01 programme.xlsx › 2025 › U9, … »
[[nodiscard]] std::string first_of(const std::vector<const intake::Finding*>& findings);

} // namespace bilan::run
