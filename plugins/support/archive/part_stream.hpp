// SPDX-License-Identifier: MPL-2.0
//
// One entry of an archive, unpacked piece by piece. Refuses as soon as more comes out than was announced, and at the
// end when less came out, when the checksum is wrong or when packed bytes are left over. For one thread.
#pragma once

#include "archive/byte_source.hpp"
#include "archive/inflater.hpp"
#include "archive/zip_directory.hpp"

namespace bilan::archive {

class PartStream final : public ByteSource {
public:
    /// All references must outlive the stream; the inflater serves one stream at a time.
    PartStream(std::string_view file, const ZipEntry& entry, Inflater& inflater, const ReadGuard& guard);

    std::size_t read(std::span<char> into) override;
    [[nodiscard]] std::size_t expected() const override { return entry_.size - produced_; }

private:
    std::size_t copy(std::span<char> into);
    std::size_t unpack(std::span<char> into);
    void give_back();
    void check_end();

    const ZipEntry& entry_;
    Inflater& inflater_;
    const ReadGuard& guard_;
    std::string_view packed_;
    std::string_view rest_;  ///< of a stored entry: what was not copied yet
    std::size_t passed_ = 0; ///< packed bytes given back so far
    std::uint64_t produced_ = 0;
    std::uint32_t checksum_ = 0;
    bool is_finished_ = false;
};

} // namespace bilan::archive
