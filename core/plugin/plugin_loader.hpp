// SPDX-License-Identifier: MPL-2.0
//
// Loading plugins: every library of the folders is opened, its card checked, its offer taken, or it is refused in one
// sentence and the others go on. Call once, before the program has threads.
#pragma once

#include "plugin/plugin_registry.hpp"

#include <filesystem>
#include <functional>
#include <span>

namespace bilan::plugin {

/// Told each file before it is opened, so that the journal names the author of a crash.
using BeforeOpening = std::function<void(const std::filesystem::path& file)>;

/// Loads `<folder>/<interface number>/*.so` of each folder, in the order of folders and file names. Refusals and
/// warnings end up in the registry; nothing that a plugin does is thrown from here, except a lack of memory.
/// A file that two folders share is loaded once. For a safe mode, give the built-in folder alone.
void load_plugins(std::span<const std::filesystem::path> folders, const BeforeOpening& before_opening,
                  PluginRegistry& registry);

} // namespace bilan::plugin
