// SPDX-License-Identifier: MPL-2.0
//
// Rates: patterns 9 to 11 and 86.
#include "column_of.hpp"

#include <gtest/gtest.h>

namespace bilan::intake {
namespace {

const data::Field rate = field_of(data::FieldType::rate, "taux_qpv");

TEST(Rate, ReadsPercents)
{
    EXPECT_EQ(read_one(rate, "12 %"), "0.12");
    EXPECT_EQ(read_one(rate, "12\u00A0%"), "0.12");
    EXPECT_EQ(read_one(rate, "29%"), "0.29");
    EXPECT_EQ(read_one(rate, "7,3%"), "0.073");
    EXPECT_EQ(read_one(rate, "12,345 %"), "0.12345");
    EXPECT_EQ(read_one(rate, "**61%**"), "0.61");
    EXPECT_EQ(read_one(rate, percent_cell(0.12)), "0.12");
    EXPECT_EQ(read_one(rate, "0 %"), "0");
}

TEST(Rate, NeverAveragesRanges)
{
    EXPECT_EQ(read_one(rate, "10 et 30%"), "err BIL-206");
    EXPECT_EQ(read_one(rate, "12 à 68%"), "err BIL-206");
    EXPECT_EQ(read_one(rate, "60/40"), "err BIL-206");
}

TEST(Rate, AnnouncesWhatStandsBeside)
{
    EXPECT_EQ(read_one(rate, "60% de femmes"), "0.6 BIL-201");
    EXPECT_EQ(read_one(rate, "environ 60 %"), "0.6 BIL-204");
    EXPECT_EQ(read_one(rate, "120 %"), "1.2 C16");
    EXPECT_EQ(read_one(rate, "beaucoup"), "err BIL-212");
}

TEST(Rate, SettlesTheScaleByTheColumn)
{
    const ColumnOf percents(rate, {45, 60, "38,5", "12 %", percent_cell(0.2)});
    EXPECT_EQ(percents.line(0), "0.45");
    EXPECT_EQ(percents.line(2), "0.385");
    EXPECT_EQ(percents.line(3), "0.12");
    EXPECT_EQ(percents.line(4), "0.2");
    EXPECT_EQ(percents.said_of_column(), "BIL-225");
    const ColumnOf fractions(rate, {0.45, 0.6, "0,12", 1, 0});
    EXPECT_EQ(fractions.line(2), "0.12");
    EXPECT_EQ(fractions.line(3), "1");
    EXPECT_EQ(fractions.line(4), "0");
    EXPECT_TRUE(fractions.findings.empty());
}

TEST(Rate, AnnouncesTheOddOne)
{
    const ColumnOf mixed(rate, {45, 60, 0.38});
    EXPECT_EQ(mixed.line(2), "0.38 C16");
    const ColumnOf small(rate, {45.5, 60.2, 0.8});
    EXPECT_EQ(small.line(2), "0.008 C16");
    const ColumnOf tie(rate, {"12", "0,12", "12 %"});
    EXPECT_EQ(tie.line(0), "0.12 C16");
    EXPECT_EQ(tie.line(1), "0.12");
    EXPECT_EQ(tie.line(2), "0.12");
    const ColumnOf above(rate, {0.9, 1.05, 0.8});
    EXPECT_EQ(above.line(1), "1.05 C16");
    EXPECT_EQ(read_one(rate, 1), "err C16");
    EXPECT_EQ(read_one(rate, percent_cell(12)), "0.12 C16");
}

} // namespace
} // namespace bilan::intake
