// SPDX-License-Identifier: MPL-2.0
#include "workbook/font.hpp"

#include <gtest/gtest.h>

#include <string>

namespace bilan::workbook {
namespace {

constexpr Face body{};
constexpr Face bold{.bold = true};

TEST(Font, MeasuresAsArialDoes)
{
    // Arial's digits are 1139 of 2048 units wide; 10 points are 13.33 pixels.
    EXPECT_NEAR(text_width("0", body), 7.415, 0.001);
    EXPECT_NEAR(text_width("2025", body), 4 * 7.415, 0.004);
    EXPECT_NEAR(text_width("i", body), 455.0 / 2048 * 13.3333, 0.001);
    EXPECT_NEAR(text_width("É", bold), 1366.0 / 2048 * 13.3333, 0.001);
    EXPECT_GT(text_width("Bénéficiaires", bold), text_width("Bénéficiaires", body));
    EXPECT_NEAR(text_width("a", {.points = 20}), 2 * text_width("a", body), 1e-9);
}

TEST(Font, TakesTheWidestLineAndTheLongestWord)
{
    EXPECT_EQ(text_width("un\nquatre", body), text_width("quatre", body));
    EXPECT_EQ(longest_word("un quatre deux", body), text_width("quatre", body));
    EXPECT_EQ(text_width("", body), 0);
}

TEST(Font, ZeroWidthCharactersTakeNoRoomAndUnknownOnesSome)
{
    EXPECT_EQ(text_width("a\u200Bb", body), text_width("ab", body));
    EXPECT_GT(text_width("漢", body), text_width("m", body));
    EXPECT_GT(text_width("\xFF", body), 0);
}

TEST(Font, CountsLinesAsASheetWraps)
{
    const double room = text_width("aaaa bbbb", body) + 1;
    EXPECT_EQ(wrapped_lines("", body, room), 1U);
    EXPECT_EQ(wrapped_lines("aaaa bbbb", body, room), 1U);
    EXPECT_EQ(wrapped_lines("aaaa bbbb cccc", body, room), 2U);
    EXPECT_EQ(wrapped_lines("a\nb\n", body, room), 3U);
    EXPECT_EQ(wrapped_lines(std::string(25, 'a'), body, text_width(std::string(10, 'a'), body) + 1), 3U);
    const double narrow = text_width("bb cc", body) + 1;
    EXPECT_EQ(wrapped_lines("a bb cc dd", body, narrow), 2U);
    EXPECT_EQ(wrapped_lines("a bb\u00A0cc dd", body, narrow), 3U) << "a no-break space keeps its neighbours together";
}

TEST(Font, ColumnUnitsGoThereAndBack)
{
    EXPECT_EQ(pixels_of(8.43), 64);
    for (int pixels = 20; pixels < 1700; ++pixels) EXPECT_EQ(pixels_of(characters_of(pixels)), pixels);
    EXPECT_EQ(characters_of(100000), 255);
}

TEST(Font, RowsStayWithinExcelsLimit)
{
    EXPECT_EQ(row_height(1, body), 16);
    EXPECT_EQ(row_height(1, body, 8), 24);
    EXPECT_EQ(row_height(1000, body), 409);
    EXPECT_EQ(row_height(1000, body, 8), 409) << "with the room around the lines";
}

} // namespace
} // namespace bilan::workbook
