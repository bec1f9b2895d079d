// SPDX-License-Identifier: MPL-2.0
//
// Pattern 48 and the years of exercises.
#include "column_of.hpp"

#include <gtest/gtest.h>

namespace bilan::intake {
namespace {

const data::Field year = field_of(data::FieldType::year, "exercice");

TEST(Year, ReadsTexts)
{
    EXPECT_EQ(read_one(year, "2024"), "2024 BIL-200");
    EXPECT_EQ(read_one(year, "2024", in_csv()), "2024");
    EXPECT_EQ(read_one(year, "Exercice 2024"), "2024");
    EXPECT_EQ(read_one(year, "2023 (prolongé)"), "2023 BIL-239");
    EXPECT_EQ(read_one(year, "2015/2022"), "2015 BIL-239");
    EXPECT_EQ(read_one(year, "2023-2024"), "2023 BIL-239");
    EXPECT_EQ(read_one(year, "2024 et 2025"), "2024 BIL-239");
    EXPECT_EQ(read_one(year, "31/12/2024"), "2024 BIL-245");
    EXPECT_EQ(read_one(year, "24"), "2024 BIL-239");
    EXPECT_EQ(read_one(year, "N-1"), "err BIL-240");
    EXPECT_EQ(read_one(year, "1789"), "err BIL-240");
    EXPECT_EQ(read_one(year, "2O23"), "err BIL-211");
    EXPECT_EQ(read_one(year, "NC"), "nc");
}

TEST(Year, ReadsCells)
{
    EXPECT_EQ(read_one(year, 2024), "2024");
    EXPECT_EQ(read_one(year, date_cell(2024, 1, 1)), "2024 BIL-245");
    EXPECT_EQ(read_one(year, {CellTag(CellType::date, FormatClass::date), 2024}), "2024 BIL-220");
    EXPECT_EQ(read_one(year, 45292), "2024 BIL-239");
    EXPECT_EQ(read_one(year, 2023.5), "err BIL-240");
    EXPECT_EQ(read_one(year, 120), "err BIL-240");
}

} // namespace
} // namespace bilan::intake
