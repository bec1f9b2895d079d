// SPDX-License-Identifier: MPL-2.0
//
// Further files that a script reads: only those of the run, of its campaigns and of the report's own folder. One
// thread.
#pragma once

#include "run/engine.hpp"
#include "run/inputs.hpp"
#include "run/reading.hpp"
#include "script/report.hpp"

#include <filesystem>
#include <functional>
#include <vector>

namespace bilan::run {

/// What `run:read` calls. `engine` must outlive it. A name is that of an input as shown, or a path below one of the
/// folders; anything that leads elsewhere is refused (exit 6).
[[nodiscard]] std::function<std::shared_ptr<const data::Dataset>(const script::TableRequest&)>
table_reader(const Engine& engine, std::vector<std::filesystem::path> folders, std::vector<InputFile> inputs,
             ReadingOptions options);

} // namespace bilan::run
