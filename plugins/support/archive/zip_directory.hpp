// SPDX-License-Identifier: MPL-2.0
//
// The table of contents of a zip archive, checked before anything is unpacked: every entry lies inside the file, no two
// share a byte, both headers of an entry agree, no name can escape a folder, and no announced size passes a limit.
// Reads zip64, data descriptors and comments. A value, only read after construction.
#pragma once

#include "archive/read_guard.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace bilan::archive {

struct ZipEntry {
    std::string name;
    std::uint64_t packed_size = 0;
    std::uint64_t size = 0;
    std::uint64_t header = 0; ///< offset of the local header
    std::uint64_t data = 0;   ///< offset of the packed bytes
    std::uint32_t checksum = 0;
    std::uint16_t method = 0;
    std::uint16_t flags = 0;
    [[nodiscard]] bool is_encrypted() const { return (flags & 1U) != 0; }
    [[nodiscard]] bool has_descriptor() const { return (flags & 8U) != 0; }
};

class ZipDirectory {
public:
    /// Refuses what is unsafe or damaged. `file` are all bytes of the archive.
    ZipDirectory(std::string_view file, const ReadGuard& guard);

    [[nodiscard]] const std::vector<ZipEntry>& entries() const { return entries_; }
    /// The entry of that name, upper and lower case being one, or null.
    [[nodiscard]] const ZipEntry* find(std::string_view name) const;

    /// The names alone, with no check but bounds, for a reader that wants to know whether a file is its own. Nothing
    /// when the bytes hold no directory.
    [[nodiscard]] static std::optional<std::vector<std::string>> names(std::string_view file, std::uint32_t most);

private:
    std::vector<ZipEntry> entries_;
    std::unordered_map<std::string, std::size_t> by_name_;
};

/// ASCII letters made small: names of parts are compared without case.
[[nodiscard]] std::string lower_case(std::string_view name);

} // namespace bilan::archive
