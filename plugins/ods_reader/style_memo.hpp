// SPDX-License-Identifier: MPL-2.0
//
// Remembers the numbers of the styles met last. A table names the same few styles in every row, so nearly every look-up
// is one comparison of eight bytes. For one thread.
#pragma once

#include "ods_reader/scan_value.hpp"
#include "ods_reader/style_book.hpp"

#include <array>
#include <bit>
#include <cstdint>

namespace bilan::ods {

class StyleMemo {
public:
    explicit StyleMemo(const StyleBook& styles) : styles_(styles) {}

    /// Takes a name and the quote after it. Null for one that only a whole parser should judge.
    [[nodiscard]] const char* take(const char* at, std::uint32_t& number)
    {
        const std::uint64_t word = xml::word_at(at);
        const std::uint64_t other = word ^ 0x2222'2222'2222'2222; // a quote makes a zero
        const std::uint64_t quote = (other - 0x0101'0101'0101'0101) & ~other & 0x8080'8080'8080'8080;
        if (std::endian::native != std::endian::little || quote == 0) return take_new(at, number);
        const int size = std::countr_zero(quote) / 8;
        const std::uint64_t letters = word & ((std::uint64_t{1} << (8 * size)) - 1);
        const std::uint64_t key = letters | static_cast<std::uint64_t>(size) << 56U;
        Known& known = known_[key * 0x9E37'79B9'7F4A'7C15 >> 56U];
        if (known.key != key || size == 0) {
            const char* const end = take_new(at, number);
            if (end != nullptr) known = {key, number};
            return end;
        }
        number = known.number;
        return at + size + 1;
    }

private:
    /// The letters of a name of at most seven, and their number: no other name has them.
    struct Known {
        std::uint64_t key = 0;
        std::uint32_t number = 0;
    };

    [[nodiscard]] const char* take_new(const char* at, std::uint32_t& number) const
    {
        std::string_view name;
        at = short_value(at, name);
        if (at != nullptr) number = styles_.number_of(name);
        return at;
    }

    const StyleBook& styles_;
    std::array<Known, 256> known_{};
};

} // namespace bilan::ods
