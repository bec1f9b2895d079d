// SPDX-License-Identifier: MPL-2.0
//
// Questions put to 64 bytes at once, answered by one bit a byte: bit i speaks of byte i. SSE2 where the processor has
// it by definition, plain loops elsewhere; both are always there so that a test can hold them against each other.
// Pure functions, any thread.
#pragma once

#include <cstdint>
#include <cstring>

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

namespace portable {

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
