// SPDX-License-Identifier: MPL-2.0
//
// The plugin files of one folder, before anything is opened. Reads the file system; any thread.
#pragma once

#include "plugin/plugin_registry.hpp"

#include <filesystem>
#include <vector>

namespace bilan::plugin {

struct PluginFolder {
    std::vector<std::filesystem::path> files; ///< resolved, ascending by file name
    std::vector<Refused> refused;             ///< files that are not to be opened
    std::vector<Refused> warnings;            ///< what is odd and does not keep plugins from loading
};

/// The `*.so` files in `<folder>/<interface number>/`, so that a file left by another version is not even looked at.
/// A folder that is not there has no plugins.
[[nodiscard]] PluginFolder look_into(const std::filesystem::path& folder);

} // namespace bilan::plugin
