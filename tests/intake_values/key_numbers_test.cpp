// SPDX-License-Identifier: MPL-2.0
#include "intake/key_numbers.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <unordered_map>

namespace bilan::intake {
namespace {

constexpr std::uint64_t many = 20'000;

/// Keys all over the range, each met again later, against the plainest way to number them.
void expect_numbers_of(KeyNumbers numbers, std::uint64_t keys)
{
    std::unordered_map<std::uint64_t, std::uint32_t> known;
    for (std::uint64_t turn = 0; turn < 3 * many; ++turn) {
        const std::uint64_t key = turn * 7919 % keys;
        const auto next = static_cast<std::uint32_t>(known.size());
        const auto [expected, is_new] = known.try_emplace(key, next);
        const KeyNumbers::Found found = numbers.number_of(key);
        ASSERT_EQ(found.number, expected->second) << "key " << key;
        ASSERT_EQ(found.is_new, is_new) << "key " << key;
    }
    EXPECT_EQ(numbers.size(), known.size());
}

TEST(KeyNumbers, CountInTheOrderOfAppearance)
{
    expect_numbers_of(KeyNumbers(), many);
}

TEST(KeyNumbers, AreTheSameWhereTheKeysAreKnownToBeSmall)
{
    expect_numbers_of(KeyNumbers(many), many);       // soon a table by key
    expect_numbers_of(KeyNumbers(100 * many), many); // which would be larger than the slots for long
    expect_numbers_of(KeyNumbers(8), 8);             // from the first key on
    expect_numbers_of(KeyNumbers(1), 1);
}

TEST(KeyNumbers, TakeLargeKeys)
{
    KeyNumbers numbers;
    EXPECT_EQ(numbers.number_of(std::uint64_t{2024} << 32U | 7U).number, 0U);
    EXPECT_EQ(numbers.number_of(std::uint64_t{2025} << 32U | 7U).number, 1U);
    EXPECT_FALSE(numbers.number_of(std::uint64_t{2024} << 32U | 7U).is_new);
}

} // namespace
} // namespace bilan::intake
