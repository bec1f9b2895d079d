// SPDX-License-Identifier: MPL-2.0
//
// Cells put many at once are where they would be had each been put alone.
#include <bilan/grid.hpp>

#include <gtest/gtest.h>

#include <random>

namespace bilan {
namespace {

void expect_alike(const Grid& one, const Grid& other)
{
    ASSERT_EQ(one.rows(), other.rows());
    ASSERT_EQ(one.columns(), other.columns());
    for (std::uint32_t column = 0; column < one.columns(); ++column) {
        for (std::uint32_t row = 0; row < one.rows(); ++row) {
            const Cell left = one.at(row, column);
            const Cell right = other.at(row, column);
            ASSERT_EQ(left.tag.bits(), right.tag.bits()) << row << " " << column;
            ASSERT_EQ(left.bits, right.bits) << row << " " << column;
        }
    }
}

TEST(Grid, TextsAtOnceAreTextsOneByOne)
{
    std::mt19937 dice(3);
    const auto random = [&dice] { return static_cast<std::uint32_t>(dice()); };
    Grid at_once;
    Grid one_by_one;
    std::uint32_t row = 5;
    for (int round = 0; round < 60; ++round) {
        const std::uint32_t rows = 1 + random() % 900;
        for (const std::uint32_t column : {0U, 3U, 1U}) {
            std::vector<std::uint32_t> texts(rows, Grid::no_text);
            for (std::uint32_t place = 0; place < rows; ++place) {
                if (random() % 4 == 0) continue;
                texts[place] = random() % 1000;
                one_by_one.put_text(row + place, column, texts[place]);
            }
            at_once.put_texts(row, column, texts);
        }
        row += rows;
        one_by_one.put_number(row, 2, 1.5); // rows put alone stand between
        at_once.put_number(row, 2, 1.5);
        row += 1 + random() % 3;
    }
    EXPECT_GT(row, 2 * Grid::segment_rows);
    expect_alike(at_once, one_by_one);
}

constexpr std::uint32_t none = Grid::no_text;

TEST(Grid, TextsAtOnceReplaceAndReachBack)
{
    Grid grid;
    grid.put_number(3, 0, 6);
    grid.put_number(8, 0, 7);
    grid.put_number(12, 0, 8);
    grid.put_texts(2, 0, std::vector<std::uint32_t>{none, none, 1, none, none, none, none, none, 2, none, none});
    EXPECT_EQ(grid.at(3, 0).number, 6) << "above the first text";
    EXPECT_EQ(grid.at(4, 0).text(), 1U);
    EXPECT_FALSE(grid.at(7, 0).is_filled());
    EXPECT_FALSE(grid.at(8, 0).is_filled()) << "between the first text and the last";
    EXPECT_EQ(grid.at(10, 0).text(), 2U);
    EXPECT_FALSE(grid.at(11, 0).is_filled());
    EXPECT_EQ(grid.at(12, 0).number, 8) << "below the last text";
    EXPECT_EQ(grid.rows(), 13U);
}

TEST(Grid, TextsAtOnceAboveThoseBefore)
{
    Grid grid;
    grid.put_number(3000, 0, 7);
    grid.put_texts(2000, 0, std::vector<std::uint32_t>{1, none, 2});
    EXPECT_EQ(grid.at(2000, 0).text(), 1U);
    EXPECT_EQ(grid.at(2002, 0).text(), 2U);
    for (const std::uint32_t row : {1999U, 2001U, 2003U, 2500U, 2999U, 3001U})
        EXPECT_FALSE(grid.at(row, 0).is_filled());
    EXPECT_EQ(grid.at(3000, 0).number, 7);
}

TEST(Grid, TextsAtOnceOverTheEndOfASegment)
{
    Grid grid;
    const std::uint32_t first = Grid::segment_rows - 2;
    std::vector<std::uint32_t> texts(Grid::segment_rows + 5, none);
    texts[1] = 4;
    texts[2] = 5;
    texts[2 + Grid::segment_rows] = 6;
    grid.put_texts(first, 1, texts);
    EXPECT_EQ(grid.at(first + 1, 1).text(), 4U);
    EXPECT_EQ(grid.at(first + 2, 1).text(), 5U);
    EXPECT_EQ(grid.at(first + 2 + Grid::segment_rows, 1).text(), 6U);
    EXPECT_EQ(grid.rows(), first + 3 + Grid::segment_rows);
    grid.put_texts(0, 0, {});
    grid.put_texts(0, 5, std::vector<std::uint32_t>{none, none});
    EXPECT_EQ(grid.columns(), 2U);
    EXPECT_GE(grid.bytes(), 3 * std::size_t{9});
}

} // namespace
} // namespace bilan
