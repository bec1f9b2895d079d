// SPDX-License-Identifier: MPL-2.0
//
// Typed cells of number columns, findings and their places.
#include "column_of.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace bilan::intake {
namespace {

using data::FieldType;

TEST(Cell, NumbersOfCounts)
{
    const data::Field field = people_field();
    EXPECT_EQ(read_one(field, 121), "121");
    EXPECT_EQ(read_one(field, 11.999999999999998), "12");
    EXPECT_EQ(read_one(field, -3), "-3 C05");
    EXPECT_EQ(read_one(field, 12.5), "12.5 C05");
    EXPECT_EQ(read_one(field, 0.45), "err C16");
    EXPECT_EQ(read_one(field, percent_cell(0.95)), "err C16");
    EXPECT_EQ(read_one(field, date_cell(2024, 4, 3)), "err BIL-219");
    EXPECT_EQ(read_one(field, date_cell(1900, 1, 12)), "12 BIL-220") << "Excel stores 12 for 12 January 1900";
    EXPECT_EQ(read_one(field, date_cell(1900, 2, 28)), "err BIL-219") << "59, or 60, which Excel calls 29 February";
    EXPECT_EQ(read_one(field, date_cell(1900, 3, 1)), "61 BIL-220");
    EXPECT_EQ(read_one(field, {CellTag(CellType::number, FormatClass::duration), 1.5}), "err BIL-221");
    EXPECT_EQ(read_one(field, {CellTag(CellType::number, FormatClass::currency), 12}), "12 BIL-201");
    EXPECT_EQ(read_one(field, {CellTag(CellType::boolean), 1}), "err BIL-258");
    EXPECT_EQ(read_one(field, std::numeric_limits<double>::infinity()), "err BIL-213");
}

TEST(Cell, ANumberUnderAFormatOfDatesIsTheOneThatWasTyped)
{
    const data::Field field = people_field();
    const auto day = [](double serial) { return TestCell(CellTag(CellType::date, FormatClass::date), serial); };
    ColumnOptions calc;
    calc.format = "ods"; // counts its days as the calendar does
    EXPECT_EQ(read_one(field, day(20), calc), "20 BIL-220");
    ColumnOptions mac;
    mac.date_1904 = true;
    EXPECT_EQ(read_one(field, day(1482), mac), "20 BIL-220");
    EXPECT_EQ(read_one(field, day(21)), "20 BIL-220") << "Excel";
}

TEST(Cell, NumbersOfMoneyAndHours)
{
    EXPECT_EQ(read_one(field_of(FieldType::euro), {CellTag(CellType::number, FormatClass::currency), 1234.5}),
              "1234.5");
    EXPECT_EQ(read_one(field_of(FieldType::euro), percent_cell(0.2)), "err C16");
    EXPECT_EQ(read_one(field_of(FieldType::number), {CellTag(CellType::number, FormatClass::duration), 1.5}),
              "36 BIL-201");
    EXPECT_EQ(read_one(field_of(FieldType::number), -12.5), "-12.5");
}

TEST(Cell, AFindingKnowsItsPlace)
{
    const ColumnOf column(people_field(), {12, "environ 30", "environ 30"});
    ASSERT_EQ(column.findings.size(), 2U);
    const Finding& second = column.findings[1];
    EXPECT_EQ(second.place.file, "partenaire.xlsx");
    EXPECT_EQ(second.place.sheet, "Bilan");
    EXPECT_EQ(second.place.row, 2U);
    EXPECT_EQ(second.place.column, 2U);
    EXPECT_EQ(second.header, "En-tête");
    EXPECT_EQ(second.read, "environ 30");
    EXPECT_EQ(second.done, Done::converted);
    EXPECT_EQ(second.severity, data::Severity::alert);
    EXPECT_EQ(column.column.source_columns, (std::vector<std::uint16_t>{2, 2, 2}));
}

TEST(Cell, TheDictionaryHoldsTextsInOrderOfAppearance)
{
    const ColumnOf column(field_of(FieldType::text), {"b", "a", "b", "", "NC", "c"});
    ASSERT_EQ(column.column.dictionary->size(), 3U);
    EXPECT_EQ(column.column.dictionary->at(0), "b");
    EXPECT_EQ(column.column.dictionary->at(2), "c");
    EXPECT_EQ(column.column.ids, (std::vector<std::uint32_t>{0, 1, 0, 0, 0, 2}));
}

} // namespace
} // namespace bilan::intake
