// SPDX-License-Identifier: MPL-2.0
#include "base/number.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace bilan::base {
namespace {

TEST(Number, ShortestReadsBack)
{
    EXPECT_EQ(shortest(0), "0");
    EXPECT_EQ(shortest(-0.0), "0");
    EXPECT_EQ(shortest(100000), "100000");
    EXPECT_EQ(shortest(-12.5), "-12.5");
    EXPECT_EQ(shortest(0.1), "0.1");
    EXPECT_EQ(shortest(9007199254740991), "9007199254740991");
    EXPECT_EQ(shortest(13002526500013), "13002526500013");
    EXPECT_EQ(shortest(1e300), "1e+300");
    std::mt19937_64 random(1);
    for (int count = 0; count < 20'000; ++count) {
        const double number = std::bit_cast<double>(random());
        if (std::isnan(number) || std::isinf(number)) continue;
        ASSERT_EQ(parse_number(shortest(number)), number);
    }
}

TEST(Number, ReadsMachineNumbersOnly)
{
    EXPECT_EQ(parse_number("-12.5"), -12.5);
    EXPECT_EQ(parse_number("1e3"), 1000);
    for (const char* text : {"", " 1", "1 ", "+1", "1,5", "0x10", "inf", "nan", "-inf", "1e999", "12a", "--1", "."})
        EXPECT_EQ(parse_number(text), std::nullopt) << text;
    EXPECT_EQ(parse_integer("-42"), -42);
    EXPECT_EQ(parse_integer("9223372036854775807"), std::numeric_limits<std::int64_t>::max());
    for (const char* text : {"", "9223372036854775808", "1.0", "+1", " 1"})
        EXPECT_EQ(parse_integer(text), std::nullopt);
}

TEST(Number, RoundsWhatAPersonSees)
{
    EXPECT_EQ(round_half_away(2.675, 2), 2.68);
    EXPECT_EQ(round_half_away(-2.675, 2), -2.68);
    EXPECT_EQ(round_half_away(0.5, 0), 1);
    EXPECT_EQ(round_half_away(-0.5, 0), -1);
    EXPECT_EQ(round_half_away(2.5, 0), 3);
    EXPECT_EQ(round_half_away(0.285 * 100, 0), 29);
    EXPECT_EQ(round_half_away(1.005, 2), 1.01);
    EXPECT_EQ(round_half_away(0.049, 1), 0);
    EXPECT_EQ(round_half_away(0.05, 1), 0.1);
    EXPECT_EQ(round_half_away(0.0004, 1), 0);
    EXPECT_EQ(round_half_away(999.95, 1), 1000);
    EXPECT_EQ(round_half_away(123456789.125, 2), 123456789.13);
    EXPECT_EQ(round_half_away(1e300, 2), 1e300);
    EXPECT_EQ(round_half_away(12345, -2), 12300);
    EXPECT_EQ(round_half_away(50, -2), 100);
    EXPECT_EQ(round_half_away(49, -2), 0);
    EXPECT_EQ(round_half_away(4, -2), 0);
    EXPECT_TRUE(std::isnan(round_half_away(std::nan(""), 1)));
}

TEST(Number, IsWrittenForPeople)
{
    EXPECT_EQ(for_people(1234.5, 1, Language::french), "1\u202F234,5");
    EXPECT_EQ(for_people(1234.5, 1, Language::english), "1,234.5");
    EXPECT_EQ(for_people(-1234567, 0, Language::french), "-1\u202F234\u202F567");
    EXPECT_EQ(for_people(-1234567, 0, Language::english), "-1,234,567");
    EXPECT_EQ(for_people(999, 0, Language::french), "999");
    EXPECT_EQ(for_people(-999.999, 2, Language::english), "-1,000.00");
    EXPECT_EQ(for_people(-0.4, 0, Language::french), "0");
    EXPECT_EQ(for_people(0.125, 2, Language::french), "0,13");
    EXPECT_EQ(for_people(1e308, 2, Language::english).size(), 309 + 102 + 3);
}

TEST(Number, PercentHasItsSpaceInFrench)
{
    EXPECT_EQ(percent_for_people(0.123, 1, Language::french), "12,3\u00A0%");
    EXPECT_EQ(percent_for_people(0.123, 1, Language::english), "12.3%");
    EXPECT_EQ(percent_for_people(0.285, 0, Language::french), "29\u00A0%");
    EXPECT_EQ(percent_for_people(1, 0, Language::english), "100%");
}

} // namespace
} // namespace bilan::base
