// SPDX-License-Identifier: MPL-2.0
//
// A file mapped for reading. Owns the mapping; movable; reading from many threads is fine.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace bilan::base {

class MappedFile {
public:
    /// Throws Error (exit 3) naming the path when it is not a readable regular file: missing, folder, fifo, no right.
    /// An empty file maps to an empty span.
    explicit MappedFile(const std::filesystem::path& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }

private:
    std::span<const std::byte> bytes_;
};

} // namespace bilan::base
