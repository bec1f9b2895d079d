// SPDX-License-Identifier: MPL-2.0
//
// A report made for a test, over files that the test wrote as texts. One thread.
#pragma once

#include "run/engine.hpp"
#include "script/trial.hpp"

#include <filesystem>
#include <memory>

namespace bilan::run {

/// `folder` is that of the spec, where the report is looked for first. `engine` knows the report's theme. Throws as
/// `run_report`, and the first error of a part that failed.
[[nodiscard]] std::shared_ptr<const script::TriedReport> try_report(const Engine& engine,
                                                                    const std::filesystem::path& folder,
                                                                    base::Language language,
                                                                    const script::TrialRequest& request);

} // namespace bilan::run
