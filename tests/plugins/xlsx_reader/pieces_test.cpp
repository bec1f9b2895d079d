// SPDX-License-Identifier: MPL-2.0
#include "xlsx_reader/cell_text.hpp"
#include "xlsx_reader/package.hpp"
#include "xlsx_reader/reference.hpp"
#include "xml/number_text.hpp"

#include <gtest/gtest.h>

#include <random>

namespace bilan::xlsx {
namespace {

using xml::number_of;
using xml::plain_number;

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

TEST(Target, IsResolvedAgainstItsPart)
{
    EXPECT_EQ(resolved_target("xl/workbook.xml", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
    EXPECT_EQ(resolved_target("xl/workbook.xml", "/xl/worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
    EXPECT_EQ(resolved_target("xl/workbook.xml", "../feuilles/./a%20b.xml"), "feuilles/a b.xml");
    EXPECT_EQ(resolved_target("xl/workbook.xml", "worksheets\\sheet1.xml"), "xl/worksheets/sheet1.xml");
    EXPECT_EQ(resolved_target("", "xl/workbook.xml#x"), "xl/workbook.xml");
    EXPECT_EQ(resolved_target("xl/workbook.xml", "../../../etc/passwd"), "etc/passwd") << "still a name of a part";
}

} // namespace
} // namespace bilan::xlsx
