// SPDX-License-Identifier: MPL-2.0
//
// The year before, as bilan's own workbook of then holds it. Rows are read, not figures: every figure of the year
// before is then computed by today's definitions, and a change is never one of definition. One thread.
#pragma once

#include "run/engine.hpp"
#include "run/reading.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace bilan::run {

struct PreviousYear {
    InputFile file;
    std::map<std::string, std::shared_ptr<const data::Dataset>> datasets; ///< by schema id
    std::vector<std::string> lost; ///< columns of then that are no fields today, each once, ascending
};

/// Throws base::Error: exit 3 when the workbook cannot be read, exit 2 when it is none of bilan's own or holds no rows
/// (profiles other than `interne` leave them out).
[[nodiscard]] PreviousYear read_previous_year(const Engine& engine, const std::filesystem::path& workbook,
                                              const ReadLimits& limits);

} // namespace bilan::run
