// SPDX-License-Identifier: MPL-2.0
#include "base/date.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace bilan::base {
namespace {

TEST(Date, KnowsTheCalendar)
{
    EXPECT_TRUE(is_valid({2024, 2, 29}));
    EXPECT_FALSE(is_valid({2023, 2, 29}));
    EXPECT_FALSE(is_valid({1900, 2, 29}));
    EXPECT_FALSE(is_valid({2025, 13, 1}));
    EXPECT_FALSE(is_valid({2025, 0, 1}));
    EXPECT_FALSE(is_valid({2025, 4, 31}));
    EXPECT_FALSE(is_valid({2025, 4, 0}));
    EXPECT_FALSE(is_valid({0, 1, 1}));
    EXPECT_FALSE(is_valid({10000, 1, 1}));
    EXPECT_EQ(days_in_month(2000, 2), 29);
    EXPECT_EQ(days_in_month(2025, 12), 31);
}

TEST(Date, SerialsCountFromTheLastDaysOf1899)
{
    EXPECT_EQ(serial_of({1899, 12, 30}), 0);
    EXPECT_EQ(serial_of({1900, 3, 1}), 61);
    EXPECT_EQ(serial_of({2025, 12, 31}), 46022);
    EXPECT_EQ(serial_of({1, 1, 1}), -693593);
    EXPECT_EQ(serial_of({9999, 12, 31}), 2958465);
    EXPECT_EQ(civil_of(46022.75), (CivilDate{2025, 12, 31}));
    EXPECT_EQ(civil_of(-0.5), (CivilDate{1899, 12, 29}));
}

TEST(Date, EveryDayReadsBack)
{
    for (int serial = -693593; serial <= 2958465; serial += 13) {
        const auto date = civil_of(serial);
        ASSERT_TRUE(date && is_valid(*date));
        ASSERT_EQ(serial_of(*date), serial);
        ASSERT_EQ(parse_iso(iso(*date)), date);
    }
}

TEST(Date, OutsideTheCalendarIsNothing)
{
    for (const double serial :
         {-693593.5, 2958466.0, 1e300, -1e300, std::nan(""), std::numeric_limits<double>::infinity()})
        EXPECT_EQ(civil_of(serial), std::nullopt);
}

TEST(Date, SerialsAsIso)
{
    EXPECT_EQ(iso_of_serial(46022), "2025-12-31");
    EXPECT_EQ(iso_of_serial(46022 + 8.5 / 24), "2025-12-31T08:30:00");
    EXPECT_EQ(iso_of_serial(8.5 / 24), "08:30:00");
    EXPECT_EQ(iso_of_serial(0), "00:00:00");
    EXPECT_EQ(iso_of_serial(0.9999999), "23:59:59");
    EXPECT_EQ(iso_of_serial(46021.9999999), "2025-12-31");
    EXPECT_EQ(iso_of_serial(-1), "1899-12-29");
    EXPECT_EQ(iso_of_serial(-0.5), "1899-12-29T12:00:00");
    EXPECT_EQ(iso_of_serial(2958466), "2958466");
    EXPECT_EQ(iso_of_serial(2958465.9999999), "9999-12-31T23:59:59") << "nothing rounds it out of the calendar";
    EXPECT_EQ(iso_of_serial(10.5 / 86400), "00:00:10.500");
    EXPECT_EQ(iso_of_serial(45657 + 37230.25 / 86400), "2024-12-31T10:20:30.250");
    EXPECT_EQ(iso_of_serial(45657 + 37230.004 / 86400), "2024-12-31T10:20:30") << "a second stored with few digits";
    EXPECT_EQ(clock_of_days(1 + 244.5 / 86400), "24:04:04.500");
    EXPECT_EQ(iso({33, 1, 2}), "0033-01-02");
}

TEST(Date, ReadsIsoOnly)
{
    EXPECT_EQ(parse_iso("2024-02-29"), (CivilDate{2024, 2, 29}));
    for (const char* text :
         {"", "2023-02-29", "2024-2-29", "2024/02/29", "2024-02-29 ", "20240229", "2024-0a-29", "-024-02-29"})
        EXPECT_EQ(parse_iso(text), std::nullopt) << text;
}

TEST(Date, ForPeople)
{
    EXPECT_EQ(for_people(CivilDate{2025, 3, 1}, Language::french), "01/03/2025");
    EXPECT_EQ(for_people(CivilDate{2025, 3, 1}, Language::english), "2025-03-01");
}

} // namespace
} // namespace bilan::base
