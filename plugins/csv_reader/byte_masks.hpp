// SPDX-License-Identifier: MPL-2.0
//
// Questions put to 64 bytes at once, answered by one bit a byte: bit i speaks of byte i. SSE2 where the processor has
// it by definition, plain loops elsewhere; both are always there so that a test can hold them against each other.
// Pure functions, any thread.
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

struct EndsAndSpecial {
    std::uint64_t ends = 0;    ///< separators and LF
    std::uint64_t special = 0; ///< LF, CR and quotes
};

/// The bytes beyond ASCII of a block, and of them the ones by which the letters of French are written in UTF-8.
struct Letters {
    std::uint64_t unusual = 0;
    std::uint64_t leads = 0;         ///< 0xC3, which begins U+00C0 to U+00FF
    std::uint64_t continuations = 0; ///< 0x80 to 0xBF
};

namespace portable {

[[nodiscard]] inline std::uint64_t equal_to(const char* bytes, char wanted)
{
    std::uint64_t mask = 0;
    for (std::size_t index = 0; index < block_bytes; ++index) mask |= std::uint64_t{bytes[index] == wanted} << index;
    return mask;
}

[[nodiscard]] inline EndsAndSpecial ends_and_special(const char* bytes, char separator)
{
    const std::uint64_t feeds = equal_to(bytes, '\n');
    return {feeds | equal_to(bytes, separator), feeds | equal_to(bytes, '\r') | equal_to(bytes, '"')};
}

/// Bytes that may end or quote a field: the separator, a quote, CR, LF.
[[nodiscard]] inline std::uint64_t structural(const char* bytes, char separator)
{
    std::uint64_t mask = 0;
    for (std::size_t index = 0; index < block_bytes; ++index) {
        const char byte = bytes[index];
        const bool hit = byte == separator || byte == '"' || byte == '\n' || byte == '\r';
        mask |= std::uint64_t{hit} << index;
    }
    return mask;
}

[[nodiscard]] inline std::uint64_t unusual(const char* bytes)
{
    std::uint64_t mask = 0;
    for (std::size_t index = 0; index < block_bytes; ++index) mask |= std::uint64_t{is_unusual(bytes[index])} << index;
    return mask;
}

[[nodiscard]] inline Letters letters(const char* bytes)
{
    Letters found{unusual(bytes), equal_to(bytes, '\xC3'), 0};
    for (std::size_t index = 0; index < block_bytes; ++index)
        found.continuations |= std::uint64_t{(static_cast<unsigned char>(bytes[index]) & 0xC0U) == 0x80U} << index;
    return found;
}

} // namespace portable

#if defined(__SSE2__)
namespace sse2 {

[[nodiscard]] inline __m128i load(const char* bytes)
{
    return _mm_loadu_si128(reinterpret_cast<const __m128i*>(bytes));
}

[[nodiscard]] inline std::uint64_t bits(__m128i hits)
{
    return static_cast<std::uint16_t>(_mm_movemask_epi8(hits));
}

[[nodiscard]] inline __m128i equal(__m128i bytes, char wanted)
{
    return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(wanted));
}

[[nodiscard]] inline std::uint64_t equal_to(const char* bytes, char wanted)
{
    std::uint64_t mask = 0;
    for (unsigned quarter = 0; quarter < 4; ++quarter)
        mask |= bits(equal(load(bytes + std::size_t{quarter} * 16), wanted)) << (quarter * 16);
    return mask;
}

[[nodiscard]] inline EndsAndSpecial ends_and_special(const char* bytes, char separator)
{
    EndsAndSpecial masks;
    for (unsigned quarter = 0; quarter < 4; ++quarter) {
        const __m128i part = load(bytes + std::size_t{quarter} * 16);
        const __m128i feeds = equal(part, '\n');
        const __m128i others = _mm_or_si128(equal(part, '\r'), equal(part, '"'));
        masks.ends |= bits(_mm_or_si128(feeds, equal(part, separator))) << (quarter * 16);
        masks.special |= bits(_mm_or_si128(feeds, others)) << (quarter * 16);
    }
    return masks;
}

[[nodiscard]] inline std::uint64_t structural(const char* bytes, char separator)
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

[[nodiscard]] inline std::uint64_t unusual(const char* bytes)
{
    std::uint64_t mask = 0;
    for (unsigned quarter = 0; quarter < 4; ++quarter) {
        const __m128i part = load(bytes + std::size_t{quarter} * 16);
        const __m128i low = _mm_cmplt_epi8(part, _mm_set1_epi8(0x20)); // signed: bytes from 0x80 on are below as well
        const __m128i ends = _mm_or_si128(equal(part, '\n'), equal(part, '\r'));
        mask |= bits(_mm_andnot_si128(_mm_or_si128(ends, equal(part, '\t')), low)) << (quarter * 16);
    }
    return mask;
}

[[nodiscard]] inline Letters letters(const char* bytes)
{
    Letters found{unusual(bytes), 0, 0};
    if (found.unusual == 0) return found;
    found.leads = equal_to(bytes, '\xC3');
    for (unsigned quarter = 0; quarter < 4; ++quarter) // signed: only 0x80 to 0xBF are below
        found.continuations |= bits(_mm_cmplt_epi8(load(bytes + std::size_t{quarter} * 16), _mm_set1_epi8('\xC0')))
                               << (quarter * 16);
    return found;
}

} // namespace sse2
namespace chosen = sse2;
#else
namespace chosen = portable;
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
