// SPDX-License-Identifier: MPL-2.0
//
// reliability.md row 11: every limit of the host is held, and hostile files end soon.
#include "csv_under_test.hpp"

#include <gmock/gmock.h>

namespace bilan::test {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

std::string refusal(std::string_view bytes, const ReadLimits& limits)
{
    return read_csv(bytes, "essai.csv", limits).refusal;
}

TEST(CsvLimits, EachIsHeldByName)
{
    constexpr std::string_view table = "a;b;c\n1;2;3\n4;5;6\n";
    ReadLimits limits;
    EXPECT_THAT(refusal(table, limits), IsEmpty());
    limits.rows = 2;
    EXPECT_EQ(refusal(table, limits), "BIL-341 [rows] [2]");
    limits = {};
    limits.columns = 2;
    EXPECT_EQ(refusal(table, limits), "BIL-341 [columns] [2]");
    limits = {};
    limits.cells = 8;
    EXPECT_EQ(refusal(table, limits), "BIL-341 [cells] [8]");
    limits = {};
    limits.texts = 8;
    EXPECT_EQ(refusal(table, limits), "BIL-341 [texts] [8]");
    limits = {};
    limits.total_bytes = 10;
    EXPECT_EQ(refusal(table, limits), "BIL-341 [total_bytes] [10]");
    limits = {};
    limits.memory_bytes = 1000;
    EXPECT_EQ(refusal(table, limits), "BIL-341 [memory_bytes] [1000]");
    limits = {};
    limits.text_bytes = 3;
    EXPECT_EQ(refusal("a;b\n1234;2\n", limits), "BIL-341 [text_bytes] [3]");
    limits = {};
    limits.time = std::chrono::milliseconds(-1);
    EXPECT_EQ(refusal(table, limits), "BIL-341 [time] [18446744073709551615]");
}

TEST(CsvLimits, EmptyCellsBeyondTheLastColumnAreNothing)
{
    const CsvOutcome read = read_csv("a;b\n1;2" + std::string(20'000, ';') + "\n3;4\n");
    EXPECT_THAT(read.refusal, IsEmpty());
    EXPECT_EQ(read.book.sheets[0].columns(), 2U);
}

TEST(CsvLimits, GiantLineIsRefused)
{
    EXPECT_EQ(refusal(std::string(100'000'000, 'x'), {}), "BIL-341 [text_bytes] [1048576]");
    std::string wide;
    for (int field = 0; field < 20'000; ++field) wide += "x;";
    EXPECT_EQ(refusal(wide, {}), "BIL-341 [columns] [16384]");
    EXPECT_EQ(refusal("a;b\n" + std::string(20'000'000, ';') + "x\n", {}), "BIL-341 [columns] [16384]");
}

TEST(CsvLimits, GiantQuotedTextIsRefusedNotCutIntoRows)
{
    EXPECT_EQ(refusal("a;b\n1;\"" + std::string(2'000'000, 'x') + "\"\n", {}), "BIL-341 [text_bytes] [1048576]");
}

TEST(CsvLimits, LooseQuoteInALongFileCostsNoRow)
{
    std::string bytes = "a;b\n1;\"deux\n";
    for (int row = 0; row < 400'000; ++row) bytes += "x;1\n";
    const CsvOutcome read = read_csv(bytes);
    EXPECT_THAT(read.rows, SizeIs(400'002));
    EXPECT_THAT(read.remarks, SizeIs(1));
}

TEST(CsvLimits, QuotesMadeToBeLookedAfterInVainEndSoon)
{
    std::string one_line;
    for (int field = 0; field < 1'000'000; ++field) one_line += ";\"\"x\"y";
    std::string many_lines;
    for (int row = 0; row < 300'000; ++row) many_lines += ";\"\"x\n";
    for (const std::string& bytes : {one_line, many_lines}) {
        const auto start = std::chrono::steady_clock::now();
        read_csv(bytes);
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
    }
}

} // namespace
} // namespace bilan::test
