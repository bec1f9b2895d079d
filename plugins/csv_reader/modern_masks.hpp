// SPDX-License-Identifier: MPL-2.0
//
// The questions of byte_masks.hpp that are asked of every byte of a file, for processors with AVX2, which nearly all of
// the last ten years have, and with AVX-512 and its byte compression, which halves them once more; and which of these
// this processor is. Pure functions, any thread.
#pragma once

#include "byte_masks.hpp"

#include <array>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define CSV_READER_HAS_MODERN
#define CSV_READER_MODERN __attribute__((target("avx2,bmi,popcnt")))
#define CSV_READER_NEWEST __attribute__((target("avx2,bmi,popcnt,avx512f,avx512bw,avx512vbmi2")))
#endif

namespace csv_reader {

#if defined(CSV_READER_HAS_MODERN)

[[nodiscard]] inline bool is_modern_processor()
{
    static const bool is_modern =
        __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt");
    return is_modern;
}

[[nodiscard]] inline bool is_newest_processor()
{
    static const bool is_newest = is_modern_processor() && __builtin_cpu_supports("avx512f") &&
                                  __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2");
    return is_newest;
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

    CSV_READER_MODERN static __m256i leads_two(__m256i bytes)
    {
        return equal(_mm256_and_si256(bytes, _mm256_set1_epi8('\xFE')), '\xC2');
    }

    CSV_READER_MODERN static __m256i below(__m256i bytes, char bound)
    {
        return _mm256_cmpgt_epi8(_mm256_set1_epi8(bound), bytes);
    }

    /// Tab, LF and CR: bytes that their lower half finds in a table.
    CSV_READER_MODERN static __m256i is_blank(__m256i bytes)
    {
        const __m128i table = _mm_setr_epi8(1, 0, 0, 0, 0, 0, 0, 0, 0, '\t', '\n', 0, 0, '\r', 0, 0);
        return _mm256_cmpeq_epi8(_mm256_shuffle_epi8(_mm256_broadcastsi128_si256(table), bytes), bytes);
    }

    CSV_READER_MODERN static int french_characters(const char* bytes)
    {
        __m256i odd = _mm256_setzero_si256();
        __m256i count = odd;
        for (std::size_t half = 0; half < block_bytes; half += 32) {
            const __m256i part = load(bytes + half);
            const __m256i before = load(bytes + half - 1);
            const __m256i second = equal(before, '\xE2');
            const __m256i third = equal(load(bytes + half - 2), '\xE2');
            const __m256i leads = _mm256_or_si256(leads_two(part), equal(part, '\xE2'));
            const __m256i follow = below(part, '\xC0'); // signed: 0x80 to 0xBF alone
            const __m256i allowed = _mm256_or_si256(is_blank(part), _mm256_or_si256(leads, follow));
            const __m256i expected = _mm256_or_si256(leads_two(before), _mm256_or_si256(second, third));
            odd = _mm256_or_si256(odd, _mm256_xor_si256(below(part, 0x20), allowed));
            odd = _mm256_or_si256(odd, _mm256_xor_si256(follow, expected));
            odd = _mm256_or_si256(odd, _mm256_and_si256(equal(before, '\xC2'), below(part, '\xA0')));
            odd = _mm256_or_si256(odd, _mm256_andnot_si256(equal(part, '\x80'), second));
            odd = _mm256_or_si256(odd, _mm256_andnot_si256(below(part, '\xBB'), third));
            count = _mm256_sub_epi8(count, leads);
        }
        if (_mm256_testz_si256(odd, odd) == 0 || Portable::ends_within(bytes)) return -1;
        const __m256i sums = _mm256_sad_epu8(count, _mm256_setzero_si256());
        const __m128i both = _mm_add_epi64(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
        return _mm_cvtsi128_si32(both) + _mm_extract_epi16(both, 4);
    }

    CSV_READER_MODERN static void put_ends(std::uint32_t* next, std::uint64_t ends, std::uint32_t offset)
    {
        Portable::put_ends(next, ends, offset);
    }
};

/// To be used only where is_newest_processor().
struct Newest {
    CSV_READER_NEWEST static std::uint32_t count(std::uint64_t bits)
    {
        return static_cast<std::uint32_t>(_mm_popcnt_u64(bits));
    }

    CSV_READER_NEWEST static __m512i load(const char* bytes) { return _mm512_loadu_si512(bytes); }

    CSV_READER_NEWEST static std::uint64_t equal(__m512i bytes, char wanted)
    {
        return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(wanted));
    }

    CSV_READER_NEWEST static std::uint64_t below(__m512i bytes, char bound)
    {
        return _mm512_cmplt_epi8_mask(bytes, _mm512_set1_epi8(bound));
    }

    CSV_READER_NEWEST static std::uint64_t equal_to(const char* bytes, char wanted)
    {
        return equal(load(bytes), wanted);
    }

    CSV_READER_NEWEST static RowMasks row_masks(const char* bytes, char separator)
    {
        const __m512i block = load(bytes);
        const std::uint64_t rare = equal(block, '"') | equal(block, '=') | equal(block, '\xEF');
        return {equal(block, separator), equal(block, '\n'), equal(block, '\r'), rare != 0};
    }

    CSV_READER_NEWEST static int french_characters(const char* bytes)
    {
        const __m512i block = load(bytes);
        const std::uint64_t two_before{bytes[-2] == '\xE2'};
        const std::uint64_t one_before{bytes[-1] == '\xE2'};
        const std::uint64_t of_two = equal(_mm512_and_si512(block, _mm512_set1_epi8('\xFE')), '\xC2');
        const std::uint64_t of_three = equal(block, '\xE2');
        const std::uint64_t follow = below(block, '\xC0');
        const std::uint64_t blank = equal(block, '\t') | equal(block, '\n') | equal(block, '\r');
        const std::uint64_t second = of_three << 1U | one_before;
        const std::uint64_t third = of_three << 2U | one_before << 1U | two_before;
        const std::uint64_t after_two = of_two << 1U | std::uint64_t{(bytes[-1] & '\xFE') == '\xC2'};
        const std::uint64_t after_c2 = equal(block, '\xC2') << 1U | std::uint64_t{bytes[-1] == '\xC2'};
        const std::uint64_t odd = (below(block, 0x20) ^ (blank | of_two | of_three | follow)) |
                                  (follow ^ (after_two | second | third)) | (after_c2 & below(block, '\xA0')) |
                                  (second & ~equal(block, '\x80')) | (third & ~below(block, '\xBB'));
        if (odd != 0 || ((of_two | of_three) >> 63U | of_three >> 62U) != 0) return -1;
        return static_cast<int>(count(of_two | of_three));
    }

    CSV_READER_NEWEST static void put_ends(std::uint32_t* next, std::uint64_t ends, std::uint32_t offset)
    {
        alignas(64) static constexpr auto numbers = [] {
            std::array<char, block_bytes> all{};
            for (std::size_t index = 0; index < block_bytes; ++index) all[index] = static_cast<char>(index);
            return all;
        }();
        const __m512i places = _mm512_maskz_compress_epi8(ends, _mm512_load_si512(numbers.data()));
        const __m512i first = _mm512_set1_epi32(static_cast<int>(offset + 1));
        // The forms with a mask, because the others start from an undefined register, which the compiler warns of.
        const auto put = [next, first](std::size_t at, __m128i sixteen) CSV_READER_NEWEST {
            _mm512_storeu_si512(next + at, _mm512_add_epi32(_mm512_maskz_cvtepu8_epi32(0xFFFF, sixteen), first));
        };
        put(0, _mm512_maskz_extracti32x4_epi32(0xF, places, 0));
        if (count(ends) <= 16) return;
        put(16, _mm512_maskz_extracti32x4_epi32(0xF, places, 1));
        put(32, _mm512_maskz_extracti32x4_epi32(0xF, places, 2));
        put(48, _mm512_maskz_extracti32x4_epi32(0xF, places, 3));
    }
};

#else

#define CSV_READER_MODERN
#define CSV_READER_NEWEST
[[nodiscard]] inline bool is_modern_processor()
{
    return false;
}
[[nodiscard]] inline bool is_newest_processor()
{
    return false;
}
using Modern = Chosen;
using Newest = Chosen;

#endif

} // namespace csv_reader
