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

/// Called for each table that was read, with what it found out about it.
using FurtherTables = std::function<void(FurtherTable, std::vector<intake::Finding>)>;

/// What `run:read` calls. `engine` must outlive it. `noted` may be empty: nobody keeps what was read. A name is that of
/// an input as shown, or a path below one of the folders; anything that leads elsewhere is refused (exit 6).
[[nodiscard]] std::function<std::shared_ptr<const data::Dataset>(const script::TableRequest&)>
table_reader(const Engine& engine, std::vector<std::filesystem::path> folders, std::vector<InputFile> inputs,
             ReadingOptions options, FurtherTables noted = {});

} // namespace bilan::run
