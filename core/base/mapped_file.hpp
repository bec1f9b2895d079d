// SPDX-License-Identifier: MPL-2.0
//
// A file in memory for reading: a copy of it up to 16 MiB, a mapping above. Owns the memory; movable; reading from many
// threads is fine.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace bilan::base {

class MappedFile {
public:
    /// Throws Error (exit 3) naming the path when it is not a readable regular file: missing, folder, fifo, no right,
    /// above 1 GiB, changed while it was read. An empty file maps to an empty span.
    explicit MappedFile(const std::filesystem::path& path);
    MappedFile(MappedFile&& other) noexcept;
    MappedFile& operator=(MappedFile&& other) noexcept;
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::span<const std::byte> bytes() const { return bytes_; }
    /// Gives the pages within `bytes`, a part of this file, back to the system until they are asked for again. Does
    /// nothing for a copy, whose bytes would be lost.
    void give_back(std::span<const std::byte> bytes) const noexcept;

private:
    std::unique_ptr<std::byte[]> copy_; ///< null: the bytes are a mapping
    std::span<const std::byte> bytes_;
};

} // namespace bilan::base
