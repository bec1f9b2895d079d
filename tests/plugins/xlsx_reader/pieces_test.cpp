// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/cell_text.hpp"
#include "xlsx_reader/number_text.hpp"
#include "xlsx_reader/package.hpp"
#include "xlsx_reader/reference.hpp"
#include "xlsx_reader/remarks.hpp"
#include "xlsx_reader/serial_date.hpp"

#include <gtest/gtest.h>

#include <random>

namespace bilan::xlsx {
namespace {

std::string decoded(std::string text)
{
    decode_escapes(text);
    return text;
}

TEST(CellText, DecodesEscapes)
{
    EXPECT_EQ(decoded("a_x000D_\nb"), "a\r\nb");
    EXPECT_EQ(decoded("_x005F_x000D_"), "_x000D_");
    EXPECT_EQ(decoded("_x00e9_t_x00E9_"), "été");
    EXPECT_EQ(decoded("_xD83D__xDE00_"), "\U0001F600");
    for (const char* kept : {"_xD83D_", "_x0000_", "_x12_", "_x12G4_", "x_x", "_x004", "_xDE00_"})
        EXPECT_EQ(decoded(kept), kept);
}

TEST(PlainNumber, AgreesWithFromCharsOnEveryShapeItTakes)
{
    std::mt19937_64 random(1);
    for (int i = 0; i < 200'000; ++i) {
        std::string text = i % 3 == 0 ? "-" : "";
        text += std::to_string(random() % (i % 2 == 0 ? 100'000'000 : 1'000));
        if (i % 5 != 0) text += "." + std::to_string(random() % (i % 7 == 0 ? 1'000'000'000 : 100'000));
        const std::string padded = text + "</v></c>........";
        double quick = 0;
        const char* const end = plain_number(padded.c_str(), quick);
        const std::optional<double> exact = number_of(text);
        ASSERT_TRUE(exact);
        if (end == nullptr) continue;
        ASSERT_EQ(end, padded.c_str() + text.size()) << text;
        ASSERT_EQ(std::bit_cast<std::uint64_t>(quick), std::bit_cast<std::uint64_t>(*exact)) << text;
    }
}

TEST(PlainNumber, LeavesOtherShapesAlone)
{
    double number = 0;
    for (const char* text : {"</v></c>", "-</v></c>", ".5</v></c>", "5.</v></c>", "123456789</v></c>",
                             "1.123456789</v></c>", "12345678.5</v></c>", "x</v></c>"})
        EXPECT_EQ(plain_number(text, number), nullptr) << text;
}

TEST(NumberOf, TakesFiniteDecimalsOnly)
{
    EXPECT_EQ(number_of("1.7976931348623157E+308"), 1.7976931348623157e308);
    EXPECT_EQ(number_of("+5"), 5);
    EXPECT_EQ(number_of("0.10000000000000001"), 0.1);
    for (const char* text : {"", "inf", "-inf", "nan", "0x10", "1e999", "1,5", "12 ", "1.2.3", "+-5"})
        EXPECT_FALSE(number_of(text)) << text;
}

TEST(Reference, KnowsTheBordersOfASheet)
{
    EXPECT_EQ(cell_reference("A1"), (CellPosition{0, 0}));
    EXPECT_EQ(cell_reference("xfd1048576"), (CellPosition{1'048'575, 16'383}));
    for (const char* text :
         {"XFE1", "A1048577", "A0", "", "A", "1", "A1B", "AAAAAAAAAA1", "A99999999999", "A-1", "A1 "})
        EXPECT_FALSE(cell_reference(text)) << text;
    EXPECT_EQ(range_reference("$C$4:B2"), (CellRange{1, 1, 3, 2}));
    EXPECT_EQ(range_reference("B2"), (CellRange{1, 1, 1, 1}));
    for (const char* text : {"", "B2:", "B2:C3:D4", ":B2", "B2:XFE1"}) EXPECT_FALSE(range_reference(text)) << text;
}

TEST(SerialDate, CountsFromOneDayWhateverTheSystem)
{
    const auto serial = [](double stored, bool is_1904) {
        return normalised(stored, FormatClass::date, is_1904).serial;
    };
    EXPECT_EQ(serial(1, false), 2) << "1 January 1900";
    EXPECT_EQ(serial(59, false), 60) << "28 February 1900";
    EXPECT_EQ(serial(60, false), 60) << "29 February 1900 does not exist";
    EXPECT_EQ(serial(61, false), 61) << "1 March 1900";
    EXPECT_EQ(serial(45657.5, false), 45657.5);
    EXPECT_EQ(serial(0, true), 1462) << "1 January 1904";
    EXPECT_TRUE(normalised(60.5, FormatClass::date, false).is_leap_day_1900);
    for (const double stored : {-1.0, 0.0, 0.5, 2'958'466.0, 1e300})
        EXPECT_FALSE(normalised(stored, FormatClass::date, false).is_in_range) << stored;
    EXPECT_TRUE(normalised(2'958'465.99, FormatClass::date, false).is_in_range);
    EXPECT_FALSE(normalised(2'957'004, FormatClass::date, true).is_in_range);
    EXPECT_EQ(normalised(1.5, FormatClass::time, false).serial, 1.5) << "36 hours under h:mm are no date";
    EXPECT_EQ(normalised(0.5, FormatClass::time, true).serial, 0.5);
}

TEST(IsoDate, ReadsDatesTimesAndBoth)
{
    EXPECT_EQ(iso_date("2024-12-31")->serial, 45657);
    EXPECT_EQ(iso_date("1899-12-30")->serial, 0);
    EXPECT_EQ(iso_date("2024-12-31T06:00:00Z")->serial, 45657.25);
    EXPECT_EQ(iso_date("2024-12-31T06:00:00.000+02:00")->format, FormatClass::datetime);
    EXPECT_EQ(iso_date("18:00:00")->serial, 0.75);
    EXPECT_EQ(iso_date("18:00")->format, FormatClass::time);
    for (const char* text : {"", "2024", "2024-13-01", "2023-02-29", "2024-12-31T", "2024-12-31x", "31/12/2024",
                             "25:00", "2024-12-31T06:00:00Zx"})
        EXPECT_FALSE(iso_date(text)) << text;
}

TEST(Target, IsResolvedAgainstItsPart)
{
    EXPECT_EQ(resolved_target("xl/workbook.xml", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
    EXPECT_EQ(resolved_target("xl/workbook.xml", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
    EXPECT_EQ(resolved_target("xl/workbook.xml", "../feuilles/./a%20b.xml"), "feuilles/a b.xml");
    EXPECT_EQ(resolved_target("xl/workbook.xml", "worksheets\\sheet1.xml"), "xl/worksheets/sheet1.xml");
    EXPECT_EQ(resolved_target("", "xl/workbook.xml#x"), "xl/workbook.xml");
    EXPECT_EQ(resolved_target("xl/workbook.xml", "../../../etc/passwd"), "etc/passwd") << "still a name of a part";
}

TEST(Remarks, CountWhatTheyDoNotShow)
{
    Remarks remarks("essai.xlsx", "Feuil1");
    for (std::uint32_t row = 0; row < 250; ++row) remarks.add("BIL-325", CellPosition{row, 0}, {"XFE1"});
    const std::vector<Problem> all = remarks.take();
    ASSERT_EQ(all.size(), 101U);
    EXPECT_EQ(all.back().code, "BIL-338");
    EXPECT_EQ(all.back().arguments, (std::vector<std::string>{"BIL-325", "150"}));
}

TEST(Remarks, CanBeTakenBack)
{
    Remarks remarks("essai.xlsx", "Feuil1");
    remarks.add("BIL-325", std::nullopt);
    const Remarks::Mark mark = remarks.mark();
    remarks.add("BIL-325", std::nullopt);
    remarks.add("BIL-326", std::nullopt);
    remarks.forget_after(mark);
    EXPECT_EQ(remarks.take().size(), 1U);
}

} // namespace
} // namespace bilan::xlsx
