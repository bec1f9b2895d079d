// SPDX-License-Identifier: MPL-2.0
//
// Walks from one structural byte (separator, quote, CR, LF) of a text to the next, 64 bytes a step. Does not own the
// text and never reads past its end. For one thread.
#pragma once

#include "byte_masks.hpp"

#include <bit>
#include <string_view>

namespace csv_reader {

class MaskCursor {
public:
    MaskCursor(std::string_view text, char separator)
        : begin_(text.data()), end_(text.data() + text.size()), separator_(separator)
    {
        seek(begin_);
    }

    /// The first structural byte at or after `from` that was not handed out yet; the end of the text if there is none.
    const char* next(const char* from)
    {
        const char* found = step();
        while (found < from) found = step();
        return found;
    }

    /// Goes to any place, back too.
    void seek(const char* place)
    {
        const auto offset = static_cast<std::size_t>(place - begin_);
        block_ = begin_ + offset / block_bytes * block_bytes;
        mask_ = block_ < end_ ? load() & (~std::uint64_t{0} << (offset % block_bytes)) : 0;
    }

private:
    const char* step()
    {
        while (mask_ == 0) {
            if (static_cast<std::size_t>(end_ - block_) <= block_bytes) return end_;
            block_ += block_bytes;
            mask_ = load();
        }
        const char* const found = block_ + std::countr_zero(mask_);
        mask_ &= mask_ - 1;
        return found;
    }

    [[nodiscard]] std::uint64_t load() const
    {
        const auto left = static_cast<std::size_t>(end_ - block_);
        if (left >= block_bytes) return Chosen::structural(block_, separator_);
        return Chosen::structural(PaddedBlock(block_, left).data(), separator_) & ((std::uint64_t{1} << left) - 1);
    }

    const char* begin_;
    const char* end_;
    const char* block_ = nullptr;
    std::uint64_t mask_ = 0;
    char separator_;
};

} // namespace csv_reader
