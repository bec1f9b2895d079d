// SPDX-License-Identifier: MPL-2.0
//
// The questions of byte_masks.hpp that are asked of every byte of a file, for processors with AVX2, which nearly all of
// the last ten years have; and whether this one has. Pure functions, any thread.
#pragma once

#include "byte_masks.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define CSV_READER_MODERN __attribute__((target("avx2,bmi,popcnt")))
#endif

namespace csv_reader {

#if defined(CSV_READER_MODERN)

[[nodiscard]] inline bool is_modern_processor()
{
    static const bool is_modern =
        __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
    return is_modern;
}

/// To be used only where is_modern_processor().
struct Modern {
    CSV_READER_MODERN static std::uint32_t count(std::uint64_t bits)
    {
        return static_cast<std::uint32_t>(_mm_popcnt_u64(bits));
    }

    CSV_READER_MODERN static std::uint64_t bits(__m256i low, __m256i high)
    {
        return std::uint64_t{static_cast<std::uint32_t>(_mm256_movemask_epi8(high))} << 32U |
               static_cast<std::uint32_t>(_mm256_movemask_epi8(low));
    }

    CSV_READER_MODERN static __m256i load(const char* bytes)
    {
        return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(bytes));
    }

    CSV_READER_MODERN static __m256i equal(__m256i bytes, char wanted)
    {
        return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(wanted));
    }

    CSV_READER_MODERN static __m256i rare(__m256i bytes)
    {
        return _mm256_or_si256(equal(bytes, '"'), _mm256_or_si256(equal(bytes, '='), equal(bytes, '\xEF')));
    }

    CSV_READER_MODERN static std::uint64_t equal_to(const char* bytes, char wanted)
    {
        return bits(equal(load(bytes), wanted), equal(load(bytes + 32), wanted));
    }

    CSV_READER_MODERN static RowMasks row_masks(const char* bytes, char separator)
    {
        const __m256i low = load(bytes);
        const __m256i high = load(bytes + 32);
        const __m256i any = _mm256_or_si256(rare(low), rare(high));
        return {bits(equal(low, separator), equal(high, separator)), bits(equal(low, '\n'), equal(high, '\n')),
                bits(equal(low, '\r'), equal(high, '\r')), _mm256_testz_si256(any, any) == 0};
    }

    CSV_READER_MODERN static int french_letters(const char* bytes)
    {
        __m256i odd = _mm256_setzero_si256();
        __m256i count = odd;
        for (std::size_t half = 0; half < block_bytes; half += 32) {
            const __m256i part = load(bytes + half);
            const __m256i before = load(bytes + half - 1); // of each byte, the one before
            const __m256i leads = equal(part, '\xC3');
            const __m256i continuations = _mm256_cmpgt_epi8(_mm256_set1_epi8('\xC0'), part); // signed: 0x80 to 0xBF
            const __m256i ends = _mm256_or_si256(equal(part, '\n'), equal(part, '\r'));
            const __m256i letters = _mm256_or_si256(leads, continuations);
            const __m256i allowed = _mm256_or_si256(_mm256_or_si256(ends, equal(part, '\t')), letters);
            const __m256i low = _mm256_cmpgt_epi8(_mm256_set1_epi8(0x20), part); // signed: and all beyond ASCII
            odd = _mm256_or_si256(odd, _mm256_xor_si256(low, allowed));
            odd = _mm256_or_si256(odd, _mm256_xor_si256(continuations, equal(before, '\xC3')));
            count = _mm256_sub_epi8(count, leads);
        }
        if (_mm256_testz_si256(odd, odd) == 0 || bytes[block_bytes - 1] == '\xC3') return -1;
        const __m256i sums = _mm256_sad_epu8(count, _mm256_setzero_si256());
        const __m128i both = _mm_add_epi64(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
        return _mm_cvtsi128_si32(both) + _mm_extract_epi16(both, 4);
    }
};

#else

#define CSV_READER_MODERN
[[nodiscard]] inline bool is_modern_processor()
{
    return false;
}
using Modern = Chosen;

#endif

} // namespace csv_reader
