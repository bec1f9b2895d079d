// SPDX-License-Identifier: MPL-2.0
//
// Answers of mappings.toml that served no header: a slip in a header would else go unseen. One thread.
#pragma once

#include "intake/finding.hpp"
#include "run/mappings_file.hpp"
#include "run/reading.hpp"

#include <optional>

namespace bilan::run {

/// One information for the run; nothing when every answer met its header.
[[nodiscard]] std::optional<intake::Finding> unused_answers(const Answers& answers, const Reading& reading);

} // namespace bilan::run
