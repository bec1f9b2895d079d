// SPDX-License-Identifier: MPL-2.0
//
// The zip archive that the library has just written: read entry by entry, and written again with entries exchanged.
// Knows the plain kind of archive that the library makes, not archives of strangers. One thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct z_stream_s;

namespace bilan::xlsx {

struct Entry {
    std::string name;
    std::uint16_t method = 0; ///< 0 stored, 8 deflated
    std::uint32_t checksum = 0;
    std::uint32_t size = 0;
    std::string packed;
};

/// Throws Refusal (incomplete, naming the entry) when the archive is cut or broken.
[[nodiscard]] std::vector<Entry> read_archive(std::string_view bytes);
/// Throws Refusal when the content does not match its size and checksum.
[[nodiscard]] std::string unpack(const Entry& entry);
[[nodiscard]] Entry pack(std::string name, std::string_view content);

/// Packs an entry piece by piece, so that its content is never whole in memory.
class Packer {
public:
    /// What an archive of this kind can hold of one entry.
    static constexpr std::uint64_t largest_entry = 0xFFFF'FFFF;

    /// `level` is that of zlib: speed against size.
    Packer(std::string name, int level, std::uint64_t largest = largest_entry);
    Packer(const Packer&) = delete;
    Packer& operator=(const Packer&) = delete;
    ~Packer();

    void add(std::string_view piece);
    /// Throws Refusal for a content that is too large. Nothing may be added afterwards.
    [[nodiscard]] Entry finish();

private:
    void deflate_all(int flush);

    Entry entry_;
    std::uint64_t largest_;
    std::uint64_t size_ = 0;
    std::unique_ptr<z_stream_s> stream_;
};

/// Every entry dated 1 January 1980, the zero of zip.
[[nodiscard]] std::string write_archive(const std::vector<Entry>& entries);

} // namespace bilan::xlsx
