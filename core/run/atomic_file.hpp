// SPDX-License-Identifier: MPL-2.0
//
// A file that appears whole or not at all: written beside its target under a temporary name, forced to disk, then
// renamed over it. Whatever happens before the rename, the old file stays as it was. One thread.
#pragma once

#include <filesystem>
#include <functional>

namespace bilan::run {

/// Calls `write` with the temporary path and then puts the result in place of `target`. Throws base::Error (exit 4)
/// when the folder is missing or not writable, the target is a folder, the disk is full; the temporary file is removed.
/// Temporary files that a killed run left beside the target are removed first.
void write_atomically(const std::filesystem::path& target,
                      const std::function<void(const std::filesystem::path&)>& write);

/// Throws what `write_atomically` would for a target that cannot be written, before any work is done.
void check_target(const std::filesystem::path& target);

/// Removes the temporary file of a write under way; safe to call from a signal handler.
void forget_unfinished_output() noexcept;

} // namespace bilan::run
