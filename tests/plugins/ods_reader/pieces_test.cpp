// SPDX-License-Identifier: MPL-2.0
#include "ods_reader/duration.hpp"
#include "ods_reader/prefixes.hpp"

#include <gtest/gtest.h>

namespace bilan::ods {
namespace {

TEST(Duration, IsReadInDays)
{
    EXPECT_EQ(days_of_duration("PT12H00M00S"), 0.5);
    EXPECT_EQ(days_of_duration("PT1095780H00M00S"), 45657.5);
    EXPECT_EQ(days_of_duration("-PT06H"), -0.25);
    EXPECT_EQ(days_of_duration("P2D"), 2);
    EXPECT_EQ(days_of_duration("P1DT12H"), 1.5);
    EXPECT_EQ(days_of_duration("PT00H00M43.2S"), 0.0005);
    EXPECT_EQ(days_of_duration("PT90M"), 0.0625);
    for (const char* text : {"", "P", "PT", "-", "12:00", "P1Y", "P1M", "PT1X", "PT1.5H", "PT1H ", "P1DT", "PT1S1M",
                             "PTS", "PT1.2.3S", "pt1h", "P-1D"})
        EXPECT_FALSE(days_of_duration(text)) << text;
}

TEST(Prefixes, AreUsualOnlyWhenBoundAtTheRootAndNowhereElse)
{
    const std::string standard = "urn:oasis:names:tc:opendocument:xmlns:";
    Prefixes prefixes;
    for (const char* name : {"table", "office", "text"}) {
        EXPECT_FALSE(prefixes.are_usual());
        prefixes.bind(name, standard + name + ":1.0", true);
    }
    EXPECT_TRUE(prefixes.are_usual());
    EXPECT_FALSE(prefixes.has_calc_extension());
    prefixes.bind("table", standard + "table:1.0", false);
    EXPECT_TRUE(prefixes.are_usual()) << "said twice";
    prefixes.bind("calcext", "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0", false);
    EXPECT_FALSE(prefixes.are_usual()) << "it may end with its element";
}

} // namespace
} // namespace bilan::ods
