// SPDX-License-Identifier: MPL-2.0
//
// The compound file around the workbook: where streams may lie, and what is refused when they lie nowhere.
#include "xls_under_test.hpp"

namespace bilan::test {
namespace {

using namespace biff;

const std::string one_cell = "sheet Feuil1\nA1 number 1\n";
const std::string damaged = "refused BIL-360\n";

/// A stream of at least so many bytes; the workbook ends long before.
std::string workbook(std::size_t least = 0)
{
    std::string stream = BiffBuilder(number(0, 0, 1)).stream();
    if (stream.size() < least) stream.resize(least, '\0');
    return stream;
}

void put(std::string& bytes, std::size_t at, std::uint64_t number, std::size_t size = 4)
{
    bytes.replace(at, size, little(number, size));
}

TEST(XlsContainer, StreamsOfEverySizeAndShape)
{
    for (const std::size_t size : {0UL, 4095UL, 4096UL, 5000UL, 70'000UL}) {
        for (const bool is_scattered : {false, true}) {
            for (const unsigned shift : {9U, 12U}) {
                OleBuilder ole;
                ole.is_scattered = is_scattered;
                ole.shift = shift;
                ole.add("\5SummaryInformation", "a small stream before").add("Workbook", workbook(size));
                ole.add("\1CompObj", std::string(5000, 'x'));
                EXPECT_EQ(read_text(ole.bytes()), one_cell) << size << " " << is_scattered << " " << shift;
            }
        }
    }
}

TEST(XlsContainer, MoreSectorsThanTheHeaderCanList)
{
    EXPECT_EQ(read_text(OleBuilder().add("Workbook", workbook(std::size_t{8} << 20U)).bytes()), one_cell);
}

TEST(XlsContainer, NamesInAnyCaseAndWithoutATree)
{
    EXPECT_EQ(read_text(OleBuilder().add("WORKBOOK", workbook()).bytes()), one_cell);
    OleBuilder flat;
    flat.is_flat = true;
    EXPECT_EQ(read_text(flat.add("Workbook", workbook()).bytes()), one_cell);
}

TEST(XlsContainer, TheNewerOfTwoWorkbooksIsRead)
{
    BiffBuilder old(number(0, 0, 5));
    old.version = 0x0500;
    EXPECT_EQ(read_text(OleBuilder().add("Book", old.stream()).add("Workbook", workbook()).bytes()), one_cell);
    EXPECT_EQ(read_text(OleBuilder().add("Book", old.stream()).bytes()), "sheet Feuil1\nA1 number 5\n");
}

TEST(XlsContainer, AStreamWithoutAContainer)
{
    EXPECT_EQ(read_text(workbook()), one_cell);
}

TEST(XlsContainer, ASheetWithoutAWorkbook)
{
    EXPECT_EQ(
        read_text(begin(0x0010, 0x0500) + record(0x0204, at(0, 0) + little(2, 2) + "ok") + number(0, 1, 2) + end()),
        "sheet essai\nA1 text \"ok\"\nB1 number 2\n");
}

TEST(XlsContainer, ChainsThatRunInCircles)
{
    OleBuilder ole;
    const std::string good = ole.add("Workbook", workbook(20'000)).bytes();
    const std::size_t table = good.size() - 512;
    std::string circle = good;
    put(circle, table + 4 * 10, 3); // sector 10 is followed by sector 3
    EXPECT_EQ(read_text(circle), damaged);
    std::string directory = good;
    put(directory, table + 4 * 40, 40); // the directory is followed by itself
    EXPECT_EQ(read_text(directory), damaged);
    std::string list = good;
    put(list, 68, 5); // the list of table sectors: a sector full of records
    EXPECT_EQ(read_text(list), damaged);
}

TEST(XlsContainer, ChainsThatLeaveTheFile)
{
    OleBuilder ole;
    const std::string good = ole.add("Workbook", workbook(20'000)).bytes();
    const std::size_t table = good.size() - 512;
    for (const std::uint64_t next : {127ULL, 128ULL, 100'000ULL, 0x7FFFFFFFULL, 0xFFFFFFF9ULL}) {
        std::string out = good;
        put(out, table + 4 * 10, next);
        EXPECT_EQ(read_text(out), damaged) << next;
    }
    std::string short_chain = good;
    put(short_chain, table + 4 * 0, 0xFFFFFFFE); // only the first sector is left
    EXPECT_EQ(read_text(short_chain), "refused BIL-361\n");
    for (const std::size_t field : {76UL, 48UL}) { // the first sector of the table, of the directory
        std::string out = good;
        put(out, field, 0x00FFFFFF);
        EXPECT_EQ(read_text(out), damaged) << field;
    }
}

TEST(XlsContainer, SmallStreamsAreBoundedToo)
{
    OleBuilder ole;
    const std::string good = ole.add("Workbook", workbook()).bytes();
    ASSERT_EQ(read_text(good), one_cell);
    const std::size_t table = good.size() - 512;
    const std::size_t sectors = table / 512 - 1;
    const std::size_t small_table = 512 * (sectors - 1); // before the directory
    std::string circle = good;
    put(circle, small_table, 0);
    EXPECT_EQ(read_text(circle), damaged);
    std::string out = good;
    put(out, small_table, 127);
    EXPECT_EQ(read_text(out), damaged);
}

TEST(XlsContainer, HeadersThatLie)
{
    const std::string good = OleBuilder().add("Workbook", workbook(5000)).bytes();
    for (const unsigned shift : {0U, 6U, 10U, 63U, 65535U}) {
        std::string odd = good;
        put(odd, 30, shift, 2);
        EXPECT_EQ(read_text(odd), damaged) << shift;
    }
    std::string count = good;
    put(count, 44, 0xFFFFFFFF); // how many sectors the table has: nobody asks
    EXPECT_EQ(read_text(count), one_cell);
    std::string rootless = good;
    rootless[rootless.size() - 1024 + 66] = 2; // the first entry of the directory is no root
    EXPECT_EQ(read_text(rootless), damaged);
}

TEST(XlsContainer, StreamsOfAnotherDocumentAreNoWorkbook)
{
    EXPECT_EQ(read_text(OleBuilder().add("WordDocument", workbook()).bytes()), "refused BIL-361\n");
}

TEST(XlsContainer, MemoryAndSizeAreBounded)
{
    OleBuilder scattered;
    scattered.is_scattered = true;
    const std::string bytes = scattered.add("Workbook", workbook(200'000)).bytes();
    ReadLimits limits;
    limits.memory_bytes = 100'000;
    EXPECT_EQ(read_text(bytes, limits), "refused BIL-310 memory_bytes 100000 essai.xls\n");
    limits = {};
    limits.total_bytes = 100'000;
    EXPECT_EQ(read_text(bytes, limits), "refused BIL-310 total_bytes 100000 essai.xls\n");
}

} // namespace
} // namespace bilan::test
