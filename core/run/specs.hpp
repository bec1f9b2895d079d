// SPDX-License-Identifier: MPL-2.0
//
// Spec files found and run: what `bilan test` does. One thread.
#pragma once

#include "run/engine.hpp"
#include "run/reading.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace bilan::run {

struct SpecFile {
    std::string name; ///< below the folder asked for
    std::vector<script::SpecResult> results;
    std::optional<base::Error> failure; ///< of the file itself
};

/// A spec file, or all `*_spec.lua` below a folder, by name. Each knows the theme of the report of its name beside it
/// (`jardins.lua` of `jardins_spec.lua`) and those of the engine's reports. Throws base::Error (exit 2) when there is
/// none.
[[nodiscard]] std::vector<SpecFile> run_specs(const Engine& engine, const std::filesystem::path& where,
                                              base::Language language);

} // namespace bilan::run
