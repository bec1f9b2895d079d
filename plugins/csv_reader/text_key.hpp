// SPDX-License-Identifier: MPL-2.0
//
// What a table of texts knows a text by: its first and last bytes and its size, which is the whole of it up to sixteen
// bytes. Made without a branch, because texts come in all sizes. Pure functions, any thread.
#pragma once

#include "digit_places.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace csv_reader {

struct TextKey {
    static constexpr std::size_t most_bytes = 16;

    std::uint64_t low = 0;
    std::uint64_t high = 0;
    std::uint32_t size = 0;

    [[nodiscard]] bool operator==(const TextKey& other) const
    {
        return ((low ^ other.low) | (high ^ other.high) | (size ^ other.size)) == 0;
    }
};

namespace detail {

/// Which bytes of the two words of a key belong to a text of so many bytes.
struct KeyMasks {
    std::uint64_t low = 0;
    std::uint64_t high = 0;
};

constexpr std::uint64_t first_bytes(std::size_t count)
{
    if (count == 0) return 0;
    const std::size_t spare = 64 - 8 * std::min<std::size_t>(count, 8);
    return std::endian::native == std::endian::little ? ~std::uint64_t{0} >> spare : ~std::uint64_t{0} << spare;
}

inline constexpr std::array<KeyMasks, TextKey::most_bytes + 1> key_masks = [] {
    std::array<KeyMasks, TextKey::most_bytes + 1> masks;
    for (std::size_t size = 0; size < masks.size(); ++size)
        masks[size] = {first_bytes(size), first_bytes(size > 8 ? size - 8 : 0)};
    return masks;
}();

} // namespace detail

/// Sixteen bytes can be read from where the text begins.
[[nodiscard]] inline TextKey key_of(std::string_view text)
{
    const std::size_t size = std::min(text.size(), TextKey::most_bytes);
    const detail::KeyMasks& masks = detail::key_masks[size];
    const std::size_t second = 8 + text.size() - size;
    return {word_at(text.data()) & masks.low, word_at(text.data() + second) & masks.high,
            static_cast<std::uint32_t>(text.size())};
}

/// Where a key should stand in a table of so many places, a power of two; an empty text, behind them all.
struct KeyHash {
    std::uint64_t seed = 0;
    std::size_t places = 0;

    [[nodiscard]] std::size_t place_of(const TextKey& key) const
    {
        __extension__ using Wide = unsigned __int128;
        const Wide product = Wide{key.low ^ seed} * (key.high ^ key.size ^ 0x9E3779B97F4A7C15U ^ seed << 32U);
        const std::size_t place = static_cast<std::uint64_t>(product ^ product >> 64U) & (places - 1);
        const std::size_t all_or_nothing = std::size_t{key.size == 0} - 1;
        return (place & all_or_nothing) | (places & ~all_or_nothing);
    }
};

} // namespace csv_reader
