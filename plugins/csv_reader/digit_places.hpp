// SPDX-License-Identifier: MPL-2.0
//
// Where short runs of digits stand in a table of all of them: nothing at all first, then `0` to `9`, `00` to `99` and
// so on; leading zeros count. One at a time, or four at a time where the processor has AVX2. Sixteen bytes can be read
// from where a text begins. Pure functions, any thread.
#pragma once

#include "modern_masks.hpp"

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace csv_reader {

inline constexpr std::size_t no_place = ~std::size_t{0};
inline constexpr std::size_t longest_run = 6;
/// Entries before the first run of so many digits.
inline constexpr std::array<std::uint32_t, longest_run + 2> digits_before = {0,     1,      11,      111,
                                                                             1'111, 11'111, 111'111, 1'111'111};
inline constexpr std::uint64_t zero_digits = 0x3030'3030'3030'3030;

[[nodiscard]] inline std::uint64_t word_at(const char* bytes)
{
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof(word));
    return word;
}

/// Up to eight digits in the bytes of a word, the last one in the byte read last, as a number; nothing else has one.
[[nodiscard]] inline std::size_t value_of_digits(std::uint64_t word)
{
    constexpr std::uint64_t high_halves = 0xF0F0'F0F0'F0F0'F0F0;
    if ((word & high_halves) != zero_digits || ((word + 0x0606'0606'0606'0606) & high_halves) != zero_digits)
        return no_place;
    word -= zero_digits;
    word = (word * 10 + (word >> 8U)) & 0x00FF'00FF'00FF'00FF;
    word = (word * 100 + (word >> 16U)) & 0x0000'FFFF'0000'FFFF;
    return (word * 10'000 + (word >> 32U)) & 0xFFFF'FFFF;
}

/// `longest`: the digits of the longest runs in the table.
[[nodiscard]] inline std::size_t digits_place(std::string_view text, std::size_t longest)
{
    if (std::endian::native != std::endian::little || text.size() > longest) return text.empty() ? 0 : no_place;
    const std::size_t half = 32 - 4 * text.size(); // of what fills the word up, since no shift takes all of it away
    const std::size_t value = value_of_digits(word_at(text.data()) << half << half | zero_digits >> 8 * text.size());
    return value == no_place ? no_place : value + digits_before[text.size()];
}

#if defined(CSV_READER_HAS_MODERN)

struct ModernDigits {
    CSV_READER_MODERN static __m256i four(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d)
    {
        const auto value = [](std::uint64_t word) { return static_cast<long long>(word); };
        return _mm256_set_epi64x(value(d), value(c), value(b), value(a));
    }

    /// False, and nothing of use in `places`, when one of the four texts has no place.
    CSV_READER_MODERN static bool places_of(const std::array<std::string_view, 4>& texts, std::size_t longest,
                                            std::size_t* places)
    {
        const auto word = [&texts](std::size_t index) { return word_at(texts[index].data()); };
        const __m256i sizes = four(texts[0].size(), texts[1].size(), texts[2].size(), texts[3].size());
        const __m256i words = four(word(0), word(1), word(2), word(3));
        const __m256i bits = _mm256_slli_epi64(sizes, 3);
        const __m256i shifted = _mm256_sllv_epi64(words, _mm256_sub_epi64(_mm256_set1_epi64x(64), bits));
        const __m256i zeros = _mm256_set1_epi8('0');
        const __m256i filled = _mm256_or_si256(shifted, _mm256_srlv_epi64(zeros, bits));
        const __m256i digits = _mm256_sub_epi8(filled, zeros); // wraps, so that only digits are nine at most
        const __m256i odd = _mm256_or_si256(_mm256_subs_epu8(digits, _mm256_set1_epi8(9)),
                                            _mm256_cmpgt_epi64(sizes, _mm256_set1_epi64x(static_cast<int>(longest))));
        if (_mm256_testz_si256(odd, odd) == 0) return false;
        const __m256i twos = _mm256_maddubs_epi16(digits, _mm256_set1_epi16(10 + (1 << 8)));
        const __m256i fours = _mm256_madd_epi16(twos, _mm256_set1_epi32(100 + (1 << 16)));
        const __m256i values =
            _mm256_add_epi64(_mm256_mul_epu32(fours, _mm256_set1_epi64x(10'000)), _mm256_srli_epi64(fours, 32));
        const __m256i table = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(digits_before.data()));
        const __m256i before = _mm256_permutevar8x32_epi32(table, sizes); // of the upper halves the first one: nothing
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(places), _mm256_add_epi64(values, before));
        return true;
    }
};

#else

struct ModernDigits {
    static bool places_of(const std::array<std::string_view, 4>&, std::size_t, std::size_t*) { return false; }
};

#endif

} // namespace csv_reader
