// SPDX-License-Identifier: MPL-2.0
//
// Questions put to 64 bytes at once, answered by one bit a byte: bit i speaks of byte i. SSE2 where the processor has
// it by definition, plain loops elsewhere; both are always there so that a test can hold them against each other, and
// so are those of modern_masks.hpp. Pure functions, any thread.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace csv_reader {

inline constexpr std::size_t block_bytes = 64;

/// A byte of text that asks for a closer look: not ASCII, or a control other than tab and line ends.
[[nodiscard]] constexpr bool is_unusual(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80 || (value < 0x20 && byte != '\t' && byte != '\n' && byte != '\r');
}

/// No byte of the text is unusual. Eight at a time; one that looks like it is looked at again.
[[nodiscard]] inline bool all_usual(std::string_view text)
{
    constexpr std::uint64_t ones = 0x0101'0101'0101'0101;
    const char* at = text.data();
    const char* const end = at + text.size();
    for (; end - at >= 8; at += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, at, sizeof(word));
        const std::uint64_t low = word - ones * 0x20; // borrows only make more bytes look unusual
        if (((word | low) & ones * 0x80) != 0 && std::any_of(at, at + 8, is_unusual)) return false;
    }
    return std::none_of(at, end, is_unusual);
}

/// A byte that decides more than where a field ends: a quote, and how a value begins that stands for another one
/// (`="01"`, a byte order mark).
[[nodiscard]] constexpr bool is_rare(char byte)
{
    return byte == '"' || byte == '=' || byte == '\xEF';
}

struct RowMasks {
    std::uint64_t separators = 0;
    std::uint64_t feeds = 0;
    std::uint64_t returns = 0;
    bool any_rare = false;
};

/// Without a call into the compiler's library, where the processor is not known to count bits itself.
[[nodiscard]] constexpr std::uint32_t count_of(std::uint64_t bits)
{
    bits -= bits >> 1U & 0x5555'5555'5555'5555U;
    bits = (bits & 0x3333'3333'3333'3333U) + (bits >> 2U & 0x3333'3333'3333'3333U);
    bits = (bits + (bits >> 4U)) & 0x0F0F'0F0F'0F0F'0F0FU;
    return static_cast<std::uint32_t>(bits * 0x0101'0101'0101'0101U >> 56U);
}

struct Portable {
    [[nodiscard]] static std::uint32_t count(std::uint64_t bits) { return count_of(bits); }

    [[nodiscard]] static std::uint64_t equal_to(const char* bytes, char wanted)
    {
        std::uint64_t mask = 0;
        for (std::size_t index = 0; index < block_bytes; ++index)
            mask |= std::uint64_t{bytes[index] == wanted} << index;
        return mask;
    }

    [[nodiscard]] static RowMasks row_masks(const char* bytes, char separator)
    {
        return {equal_to(bytes, separator), equal_to(bytes, '\n'), equal_to(bytes, '\r'),
                std::any_of(bytes, bytes + block_bytes, is_rare)};
    }

    /// Bytes that may end or quote a field: the separator, a quote, CR, LF.
    [[nodiscard]] static std::uint64_t structural(const char* bytes, char separator)
    {
        std::uint64_t mask = 0;
        for (std::size_t index = 0; index < block_bytes; ++index) {
            const char byte = bytes[index];
            const bool hit = byte == separator || byte == '"' || byte == '\n' || byte == '\r';
            mask |= std::uint64_t{hit} << index;
        }
        return mask;
    }

    [[nodiscard]] static std::uint64_t unusual(const char* bytes)
    {
        std::uint64_t mask = 0;
        for (std::size_t index = 0; index < block_bytes; ++index)
            mask |= std::uint64_t{is_unusual(bytes[index])} << index;
        return mask;
    }

    /// How many characters of U+00A0 to U+00FF and U+2000 to U+203A (quotes, dashes, narrow spaces) a block holds in
    /// UTF-8, by which nearly all of French is written; -1 when it holds anything else that is unusual, or half of one.
    /// Looks at the two bytes before the block too.
    [[nodiscard]] static int french_characters(const char* bytes)
    {
        int count = 0;
        for (const char* at = bytes; at != bytes + block_bytes; ++at) {
            const auto value = static_cast<unsigned char>(*at);
            const bool follows = (value & 0xC0U) == 0x80U;
            const bool is_lead = (value & 0xFEU) == 0xC2U || value == 0xE2;
            if (is_unusual(*at) && !follows && !is_lead) return -1;
            if (follows != ((at[-1] & '\xFE') == '\xC2' || at[-1] == '\xE2' || at[-2] == '\xE2')) return -1;
            if (at[-1] == '\xC2' && value < 0xA0) return -1;
            if (at[-1] == '\xE2' && value != 0x80) return -1;
            if (at[-2] == '\xE2' && value > 0xBA) return -1;
            count += is_lead ? 1 : 0;
        }
        return ends_within(bytes) ? -1 : count;
    }

    /// The block ends amid such a character.
    [[nodiscard]] static bool ends_within(const char* bytes)
    {
        const char last = bytes[block_bytes - 1];
        return (last & '\xFE') == '\xC2' || last == '\xE2' || bytes[block_bytes - 2] == '\xE2';
    }

    /// Puts the places behind the bytes marked in `ends` to `next`, counted from `offset`. Writes a multiple of
    /// eight, whether there or not.
    static void put_ends(std::uint32_t* next, std::uint64_t ends, std::uint32_t offset)
    {
        const auto put = [&ends, offset](std::uint32_t& place) {
            place = offset + static_cast<std::uint32_t>(std::countr_zero(ends)) + 1;
            ends &= ends - 1;
        };
        const auto put_eight = [put]<std::size_t... index>(std::uint32_t * places, std::index_sequence<index...>)
        {
            (put(places[index]), ...);
        };
        do {
            put_eight(next, std::make_index_sequence<8>());
            next += 8;
        } while (ends != 0);
    }
};

#if defined(__SSE2__)
struct Sse2 {
    [[nodiscard]] static std::uint32_t count(std::uint64_t bits) { return count_of(bits); }

    [[nodiscard]] static __m128i load(const char* bytes)
    {
        return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
    }

    [[nodiscard]] static std::uint64_t bits(__m128i hits)
    {
        return static_cast<std::uint16_t>(_mm_movemask_epi8(hits));
    }

    [[nodiscard]] static __m128i equal(__m128i bytes, char wanted)
    {
        return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(wanted));
    }

    [[nodiscard]] static std::uint64_t equal_to(const char* bytes, char wanted)
    {
        std::uint64_t mask = 0;
        for (unsigned quarter = 0; quarter < 4; ++quarter)
            mask |= bits(equal(load(bytes + std::size_t{quarter} * 16), wanted)) << (quarter * 16);
        return mask;
    }

    [[nodiscard]] static RowMasks row_masks(const char* bytes, char separator)
    {
        RowMasks masks;
        __m128i rare = _mm_setzero_si128();
        for (unsigned quarter = 0; quarter < 4; ++quarter) {
            const __m128i part = load(bytes + std::size_t{quarter} * 16);
            masks.separators |= bits(equal(part, separator)) << (quarter * 16);
            masks.feeds |= bits(equal(part, '\n')) << (quarter * 16);
            masks.returns |= bits(equal(part, '\r')) << (quarter * 16);
            rare =
                _mm_or_si128(rare, _mm_or_si128(equal(part, '"'), _mm_or_si128(equal(part, '='), equal(part, '\xEF'))));
        }
        masks.any_rare = bits(rare) != 0;
        return masks;
    }

    [[nodiscard]] static std::uint64_t structural(const char* bytes, char separator)
    {
        std::uint64_t mask = 0;
        for (unsigned quarter = 0; quarter < 4; ++quarter) {
            const __m128i part = load(bytes + std::size_t{quarter} * 16);
            const __m128i ends = _mm_or_si128(equal(part, '\n'), equal(part, '\r'));
            const __m128i others = _mm_or_si128(equal(part, separator), equal(part, '"'));
            mask |= bits(_mm_or_si128(ends, others)) << (quarter * 16);
        }
        return mask;
    }

    [[nodiscard]] static std::uint64_t unusual(const char* bytes)
    {
        std::uint64_t mask = 0;
        for (unsigned quarter = 0; quarter < 4; ++quarter) {
            const __m128i part = load(bytes + std::size_t{quarter} * 16);
            const __m128i low =
                _mm_cmplt_epi8(part, _mm_set1_epi8(0x20)); // signed: bytes from 0x80 on are below as well
            const __m128i ends = _mm_or_si128(equal(part, '\n'), equal(part, '\r'));
            mask |= bits(_mm_andnot_si128(_mm_or_si128(ends, equal(part, '\t')), low)) << (quarter * 16);
        }
        return mask;
    }

    /// Without a branch, since about every other block of a French file has one.
    [[nodiscard]] static int french_characters(const char* bytes)
    {
        __m128i odd = _mm_setzero_si128();
        __m128i count = odd;
        const auto is_of_two = [](__m128i part) { return equal(_mm_and_si128(part, _mm_set1_epi8('\xFE')), '\xC2'); };
        for (unsigned quarter = 0; quarter < 4; ++quarter) {
            const __m128i part = load(bytes + std::size_t{quarter} * 16);
            const __m128i one_before = load(bytes + std::size_t{quarter} * 16 - 1);
            const __m128i two_before = load(bytes + std::size_t{quarter} * 16 - 2);
            const __m128i leads = _mm_or_si128(is_of_two(part), equal(part, '\xE2'));
            const __m128i follow = _mm_cmplt_epi8(part, _mm_set1_epi8('\xC0')); // signed: 0x80 to 0xBF alone
            const __m128i ends = _mm_or_si128(equal(part, '\n'), equal(part, '\r'));
            const __m128i allowed = _mm_or_si128(_mm_or_si128(ends, equal(part, '\t')), _mm_or_si128(leads, follow));
            const __m128i low = _mm_cmplt_epi8(part, _mm_set1_epi8(0x20)); // signed: controls, and all beyond ASCII
            const __m128i second = equal(one_before, '\xE2');
            const __m128i third = equal(two_before, '\xE2');
            const __m128i expected = _mm_or_si128(is_of_two(one_before), _mm_or_si128(second, third));
            odd = _mm_or_si128(odd, _mm_xor_si128(low, allowed));
            odd = _mm_or_si128(odd, _mm_xor_si128(follow, expected));
            odd = _mm_or_si128(odd,
                               _mm_and_si128(equal(one_before, '\xC2'), _mm_cmplt_epi8(part, _mm_set1_epi8('\xA0'))));
            odd = _mm_or_si128(odd, _mm_andnot_si128(equal(part, '\x80'), second));
            odd = _mm_or_si128(odd, _mm_and_si128(third, _mm_cmpgt_epi8(part, _mm_set1_epi8('\xBA'))));
            count = _mm_sub_epi8(count, leads);
        }
        if (bits(odd) != 0 || Portable::ends_within(bytes)) return -1;
        const __m128i sums = _mm_sad_epu8(count, _mm_setzero_si128());
        return _mm_cvtsi128_si32(sums) + _mm_extract_epi16(sums, 4);
    }

    static void put_ends(std::uint32_t* next, std::uint64_t ends, std::uint32_t offset)
    {
        Portable::put_ends(next, ends, offset);
    }
};
using Chosen = Sse2;
#else
using Chosen = Portable;
#endif

/// A last block shorter than 64 bytes, padded with spaces, which no mask ever marks.
class PaddedBlock {
public:
    PaddedBlock(const char* bytes, std::size_t size)
    {
        std::memset(bytes_, ' ', block_bytes);
        std::memcpy(bytes_, bytes, size);
    }
    [[nodiscard]] const char* data() const { return bytes_; }

private:
    char bytes_[block_bytes];
};

} // namespace csv_reader
