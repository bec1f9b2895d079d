// SPDX-License-Identifier: MPL-2.0
//
// A folder of this run alone, in TMPDIR. It goes away with its owner, with the program when a signal or a crash ends
// it, and with the next one that needs such a folder when nothing could be done any more (kill -9). One thread.
#pragma once

#include <filesystem>

namespace bilan::run {

class TemporaryFolder {
public:
    /// Throws std::filesystem::filesystem_error when there can be none. Removes what runs that no longer exist left
    /// there.
    TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
    std::size_t slot_ = 0;
};

/// Removes all such folders of this process; safe to call from a signal handler.
void forget_temporary_folders() noexcept;

} // namespace bilan::run
