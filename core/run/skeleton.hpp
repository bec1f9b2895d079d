// SPDX-License-Identifier: MPL-2.0
//
// Folders to start from: `bilan new`. The skeletons are files of scripts/templates, copied with the name put in.
#pragma once

#include "run/home.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace bilan::run {

/// Copies the skeleton `kind` (`report`, `campaign`, `plugin`) into `target` and gives the files written, by name.
/// Throws base::Error: exit 2 for a name that is no id, exit 4 when a file is there already.
[[nodiscard]] std::vector<std::filesystem::path>
make_skeleton(const Home& home, const std::string& kind, const std::string& name, const std::filesystem::path& target);

} // namespace bilan::run
