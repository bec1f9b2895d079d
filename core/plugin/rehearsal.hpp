// SPDX-License-Identifier: MPL-2.0
//
// Opening a library runs its static constructors, and one that throws ends the program: nothing can catch it. So a
// child process opens the library first. Call before the program has threads.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace bilan::plugin {

/// Opens `file` in a child process. Nothing when the child lived through it, even if the library could not be opened;
/// otherwise what ended the child: "Aborted", "Segmentation fault", "Alarm clock" after ten seconds, "exit 0".
[[nodiscard]] std::optional<std::string> end_of_opening(const std::filesystem::path& file);

} // namespace bilan::plugin
