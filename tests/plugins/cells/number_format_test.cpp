// SPDX-License-Identifier: MPL-2.0
#include "cells/number_format.hpp"

#include <gtest/gtest.h>

#include <string>

namespace bilan::cells {
namespace {

struct Case {
    const char* code;
    FormatClass format;
};

class FormatClassOf : public testing::TestWithParam<Case> {};

TEST_P(FormatClassOf, Code)
{
    EXPECT_EQ(spelling(format_class(GetParam().code)), spelling(GetParam().format)) << GetParam().code;
}

constexpr Case cases[] = {
    {"", FormatClass::general},
    {"e", FormatClass::date},
    {"BOOLEAN", FormatClass::general},
    {"Centre", FormatClass::general},
    {"[$-411]ggge\"年\"m\"月\"d\"日\"", FormatClass::date},
    {"0.00e-00", FormatClass::number},
    {"General", FormatClass::general},
    {"GENERAL", FormatClass::general},
    {"Standard", FormatClass::general},
    {"@", FormatClass::general},
    {"General;General;@", FormatClass::general},
    {"0", FormatClass::number},
    {"#,##0.00", FormatClass::number},
    {"# ##0", FormatClass::number},
    {"0.00E+00", FormatClass::number},
    {"##0.0e+0", FormatClass::number},
    {"# ?/?", FormatClass::number},
    {"0\" jours\"", FormatClass::number},
    {"0 \\d", FormatClass::number},
    {"# ##0 jours", FormatClass::number},
    {"[Red]0;[Blue]-0", FormatClass::number},
    {"[Rouge][<0]0;0", FormatClass::number},
    {"_-* #,##0_-;-* #,##0_-;_-* \"-\"_-;_-@_-", FormatClass::number},
    {"00000000", FormatClass::number},
    {"0%", FormatClass::percent},
    {"0.00 %", FormatClass::percent},
    {"0\\%", FormatClass::number},
    {"0\"%\"", FormatClass::number},
    {"#,##0.00\\ \"€\"", FormatClass::currency},
    {"#,##0.00\\ €", FormatClass::currency},
    {"#,##0\\ [$€-40C]", FormatClass::currency},
    {"[$€]#,##0", FormatClass::currency},
    {"[$EUR] #,##0.00", FormatClass::currency},
    {"#,##0.00 EUR", FormatClass::currency},
    {"_-* #,##0.00\\ \"€\"_-;\\-* #,##0.00\\ \"€\"_-;_-* \"-\"??\\ \"€\"_-;_-@_-", FormatClass::currency},
    {"$#,##0", FormatClass::currency},
    {"\"£\"#,##0", FormatClass::currency},
    {"0\" k€\"", FormatClass::currency},
    {"dd/mm/yyyy", FormatClass::date},
    {"jj/mm/aaaa", FormatClass::date},
    {"JJ/MM/AAAA", FormatClass::date},
    {"[$-40C]d mmmm yyyy;@", FormatClass::date},
    {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", FormatClass::date},
    {"mmm\\-yy", FormatClass::date},
    {"yyyy", FormatClass::date},
    {"m/d/yy", FormatClass::date},
    {"\"le \"dd/mm/yyyy", FormatClass::date},
    {"d.m.yy h:mm", FormatClass::datetime},
    {"dd/mm/yyyy\\ hh:mm:ss", FormatClass::datetime},
    {"jj/mm/aaaa hh:mm", FormatClass::datetime},
    {"yyyy-mm-dd\"T\"hh:mm:ss.000", FormatClass::datetime},
    {"h:mm", FormatClass::time},
    {"hh\"h\"mm", FormatClass::time},
    {"mm:ss", FormatClass::time},
    {"mm:ss.0", FormatClass::time},
    {"[$-F400]h:mm:ss\\ AM/PM", FormatClass::time},
    {"h:mm A/P", FormatClass::time},
    {"[h]:mm", FormatClass::duration},
    {"[hh]:mm:ss", FormatClass::duration},
    {"[mm]:ss", FormatClass::duration},
    {"[ss]", FormatClass::duration},
    {";;;", FormatClass::general},
    {"\"oui\";\"oui\";\"non\"", FormatClass::general},
    {"\"", FormatClass::general},
    {"[", FormatClass::general},
    {"\\", FormatClass::general},
    {"_", FormatClass::general},
    {"[$", FormatClass::general},
};

INSTANTIATE_TEST_SUITE_P(All, FormatClassOf, testing::ValuesIn(cases));

TEST(ShownUnit, IsWhatChangesTheNumberThatPeopleSee)
{
    EXPECT_EQ(shown_unit("0\"%\""), "%");
    EXPECT_EQ(shown_unit("0.0\\ \\%"), "%");
    EXPECT_EQ(shown_unit("0.0 \"k€\""), "k€");
    EXPECT_EQ(shown_unit("#,##0\\ \"K€\";[Red]-#,##0\\ \"K€\""), "k€");
    EXPECT_EQ(shown_unit("0.0\" M€\""), "M€");
    for (const char* code :
         {"0%", "0.0\\ %", "#,##0\\ \"€\"", "0,\" k€\"", "0,,\"M€\"", "0\" jours\"", "", "General", "\"%"})
        EXPECT_EQ(shown_unit(code), std::string(code) == "\"%" ? "%" : "") << code;
}

TEST(BuiltInFormat, HasTheClassesOfTheStandard)
{
    const auto spelled = [](std::uint32_t id) { return spelling(built_in_format_class(id)); };
    EXPECT_EQ(spelled(0), "general");
    EXPECT_EQ(spelled(2), "number");
    EXPECT_EQ(spelled(7), "currency");
    EXPECT_EQ(spelled(9), "percent");
    EXPECT_EQ(spelled(14), "date");
    EXPECT_EQ(spelled(20), "time");
    EXPECT_EQ(spelled(22), "datetime");
    EXPECT_EQ(spelled(44), "currency");
    EXPECT_EQ(spelled(46), "duration");
    EXPECT_EQ(spelled(49), "general");
    EXPECT_EQ(spelled(163), "general");
}

} // namespace
} // namespace bilan::cells
