// SPDX-License-Identifier: MPL-2.0
#include "base/text.hpp"

#include <gtest/gtest.h>

namespace bilan::base {
namespace {

TEST(Distance, CountsSlips)
{
    EXPECT_EQ(edit_distance("", ""), 0U);
    EXPECT_EQ(edit_distance("abc", ""), 3U);
    EXPECT_EQ(edit_distance("", "abc"), 3U);
    EXPECT_EQ(edit_distance("emploi", "emplio"), 1U);
    EXPECT_EQ(edit_distance("emploi", "emplois"), 1U);
    EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
    EXPECT_EQ(edit_distance("été", "ete"), 2U);
}

TEST(Distance, OfGiantsIsBounded)
{
    EXPECT_EQ(edit_distance(std::string(1'000'000, 'a'), std::string(1'000'000, 'b')), 1000U);
}

TEST(Nearest, FindsALikelySlip)
{
    const std::vector<std::string> names{"exercice", "territoire", "tranche_age"};
    EXPECT_EQ(nearest("territiore", names), "territoire");
    EXPECT_EQ(nearest("Exercise", names), "exercice");
    EXPECT_EQ(nearest("TRANCHE_ÂGE", names), "tranche_age");
}

TEST(Nearest, GivesNothingForAnotherWord)
{
    const std::vector<std::string> names{"exercice", "qpv"};
    EXPECT_EQ(nearest("commune", names), std::nullopt);
    EXPECT_EQ(nearest("q", names), std::nullopt);
    EXPECT_EQ(nearest("", names), std::nullopt);
    EXPECT_EQ(nearest("qpv", {}), std::nullopt);
}

TEST(Nearest, TakesTheFirstOfEquals)
{
    const std::vector<std::string> names{"table_a", "table_b"};
    EXPECT_EQ(nearest("table_c", names), "table_a");
}

} // namespace
} // namespace bilan::base
