// SPDX-License-Identifier: MPL-2.0
//
// Questions put to 64 bytes at once, answered by one bit a byte: bit i speaks of byte i. SSE2 where the processor has
// it by definition, plain loops elsewhere; both are always there so that a test can hold them against each other, and
// so are those of modern_masks.hpp. Pure functions, any thread.
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <string_view>

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

    /// How many letters of U+00C0 to U+00FF a block holds in UTF-8, by which nearly all of French is written; -1 when
    /// it holds anything else that is unusual, or half of one. Looks at the byte before the block too.
    [[nodiscard]] static int french_letters(const char* bytes)
    {
        int count = 0;
        bool is_open = bytes[-1] == '\xC3';
        for (std::size_t index = 0; index < block_bytes; ++index) {
            const auto value = static_cast<unsigned char>(bytes[index]);
            if (is_open != ((value & 0xC0U) == 0x80U)) return -1;
            is_open = value == 0xC3;
            if (is_open)
                ++count;
            else if (is_unusual(bytes[index]) && (value & 0xC0U) != 0x80U)
                return -1;
        }
        return is_open ? -1 : count;
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
    [[nodiscard]] static int french_letters(const char* bytes)
    {
        __m128i odd = _mm_setzero_si128();
        __m128i count = odd;
        for (unsigned quarter = 0; quarter < 4; ++quarter) {
            const __m128i part = load(bytes + std::size_t{quarter} * 16);
            const __m128i after = load(bytes + std::size_t{quarter} * 16 - 1); // of each byte, the one before
            const __m128i leads = equal(part, '\xC3');
            const __m128i continuations = _mm_cmplt_epi8(part, _mm_set1_epi8('\xC0')); // signed: 0x80 to 0xBF alone
            const __m128i ends = _mm_or_si128(equal(part, '\n'), equal(part, '\r'));
            const __m128i allowed =
                _mm_or_si128(_mm_or_si128(ends, equal(part, '\t')), _mm_or_si128(leads, continuations));
            const __m128i low = _mm_cmplt_epi8(part, _mm_set1_epi8(0x20)); // signed: controls, and all beyond ASCII
            odd = _mm_or_si128(odd, _mm_xor_si128(low, allowed));
            odd = _mm_or_si128(odd, _mm_xor_si128(continuations, equal(after, '\xC3')));
            count = _mm_sub_epi8(count, leads);
        }
        if (bits(odd) != 0 || bytes[block_bytes - 1] == '\xC3') return -1;
        const __m128i sums = _mm_sad_epu8(count, _mm_setzero_si128());
        return _mm_cvtsi128_si32(sums) + _mm_extract_epi16(sums, 4);
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
