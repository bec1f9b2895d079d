// SPDX-License-Identifier: MPL-2.0
//
// Whether files were saved since they were last looked at, from what the file system says of them. Works for files that
// an editor replaces and for folders of a network drive, where no notification comes. One thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace bilan::run {

struct FileStamp {
    bool is_there = false;
    std::uint64_t inode = 0;
    std::uint64_t bytes = 0;
    std::int64_t changed = 0; ///< nanoseconds
    bool operator==(const FileStamp&) const = default;
};

using FileStamps = std::map<std::filesystem::path, FileStamp>;

[[nodiscard]] FileStamps stamps_of(const std::vector<std::filesystem::path>& files);

/// Files that came, went or were saved between two looks, by path.
[[nodiscard]] std::vector<std::filesystem::path> saved_between(const FileStamps& before, const FileStamps& after);

} // namespace bilan::run
