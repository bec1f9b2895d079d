// SPDX-License-Identifier: MPL-2.0
//
// Where this bilan lives: the folders of its plugins, Lua library and reports, found from the program's own place, so
// that no path is compiled in. Installed: PREFIX/bin/bilan, PREFIX/lib/…/bilan/plugins, PREFIX/share/bilan. In a build
// tree: BUILD/bin/bilan, BUILD/plugins, and the checkout above it.
#pragma once

#include "script/report.hpp"

#include <filesystem>
#include <vector>

namespace bilan::run {

struct Home {
    std::vector<std::filesystem::path> plugins; ///< folders that hold `1/`, the number of the plugin interface
    script::SearchPath scripts;
};

/// Throws base::Error (exit 70) when the library is nowhere to be found. `program` is the path of the running program;
/// `campaign` folders come first on the search path.
[[nodiscard]] Home find_home(const std::filesystem::path& program,
                             const std::vector<std::filesystem::path>& campaigns = {});

/// The path of the running program.
[[nodiscard]] std::filesystem::path program_path();

} // namespace bilan::run
