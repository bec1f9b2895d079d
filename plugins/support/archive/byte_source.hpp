// SPDX-License-Identifier: MPL-2.0
//
// Bytes that arrive piece by piece: a part of an archive, or plain memory. For one thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>
#include <string_view>

namespace bilan::archive {

class ByteSource {
public:
    virtual ~ByteSource() = default;
    /// Fills `into` and returns how many bytes it holds now; fewer than asked for means that the end was reached.
    virtual std::size_t read(std::span<char> into) = 0;
    /// How many bytes are still to come, as far as announced: a hint for the size of a buffer.
    [[nodiscard]] virtual std::size_t expected() const = 0;
};

/// Does not own the bytes.
class MemoryBytes final : public ByteSource {
public:
    explicit MemoryBytes(std::string_view bytes) : rest_(bytes) {}
    std::size_t read(std::span<char> into) override
    {
        const std::size_t size = std::min(into.size(), rest_.size());
        if (size > 0) std::memcpy(into.data(), rest_.data(), size);
        rest_.remove_prefix(size);
        return size;
    }
    [[nodiscard]] std::size_t expected() const override { return rest_.size(); }

private:
    std::string_view rest_;
};

} // namespace bilan::archive
