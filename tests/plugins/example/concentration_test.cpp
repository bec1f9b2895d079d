// SPDX-License-Identifier: MPL-2.0
#include "concentration.hpp"

#include <gtest/gtest.h>

#include <stdexcept>
#include <vector>

namespace example {
namespace {

using Numbers = std::vector<double>;

TEST(Median, IsTheMiddle)
{
    EXPECT_EQ(median(Numbers{3, 1, 2}), 2);
    EXPECT_EQ(median(Numbers{4, 1, 3, 2}), 2.5);
    EXPECT_EQ(median(Numbers{-5}), -5);
    EXPECT_EQ(median(Numbers{1.5e308, 1.7e308}), 1.6e308);
    EXPECT_EQ(median(Numbers{}), std::nullopt);
}

TEST(Herfindahl, GoesFromEqualPartsToOne)
{
    EXPECT_EQ(herfindahl(Numbers{10, 10, 10, 10}), 0.25);
    EXPECT_EQ(herfindahl(Numbers{0, 7, 0}), 1);
    EXPECT_DOUBLE_EQ(herfindahl(Numbers{60, 30, 10}).value(), 0.46);
    EXPECT_EQ(herfindahl(Numbers{0, 0}), std::nullopt);
    EXPECT_EQ(herfindahl(Numbers{}), std::nullopt);
    EXPECT_THROW((void)herfindahl(Numbers{3, -1}), std::invalid_argument);
}

TEST(ShareOfLargest, CountsTheLargest)
{
    EXPECT_EQ(share_of_largest(Numbers{10, 60, 30}, 1), 0.6);
    EXPECT_EQ(share_of_largest(Numbers{10, 60, 30}, 2), 0.9);
    EXPECT_EQ(share_of_largest(Numbers{10, 60, 30}, 9), 1);
    EXPECT_EQ(share_of_largest(Numbers{}, 1), std::nullopt);
    EXPECT_THROW((void)share_of_largest(Numbers{-1}, 1), std::invalid_argument);
}

} // namespace
} // namespace example
