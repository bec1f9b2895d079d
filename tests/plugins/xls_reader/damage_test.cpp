// SPDX-License-Identifier: MPL-2.0
//
// Hostile and damaged workbooks: each is refused with its own message, or read right.
#include "xls_under_test.hpp"

namespace bilan::test {
namespace {

using namespace biff;

const std::string damaged_sheet = "refused BIL-362 Feuil1\n";
const std::string damaged_workbook = "refused BIL-361\n";

TEST(XlsDamage, RecordsThatAreTooShort)
{
    for (const unsigned type : {0x0203U, 0x027EU, 0x00FDU, 0x0204U, 0x00D6U, 0x0205U, 0x0006U, 0x00BDU})
        EXPECT_EQ(read_records(number(0, 0, 1) + record(type, at(0, 1))), damaged_sheet) << type;
    EXPECT_EQ(read_records(record(0x0204, at(0, 0) + little(50, 2) + '\0' + "court")), damaged_sheet);
    EXPECT_EQ(read_records(record(0x0208, "x") + record(0x007D, "x") + record(0x0081, "x") + record(0x00E5, "x") +
                           number(0, 0, 1)),
              "A1 number 1\n")
        << "these say nothing about a value";
}

TEST(XlsDamage, MoreMergesAnnouncedThanThereAre)
{
    EXPECT_EQ(read_records(record(0x00E5, little(500, 2) + little(0, 2) + little(1, 2) + little(0, 2) + little(1, 2)) +
                           number(0, 0, 1)),
              "merge A1:B2\nA1 number 1\n");
}

TEST(XlsDamage, ASheetThatStopsTooSoonIsNotPassedOn)
{
    const std::string whole = BiffBuilder(number(0, 0, 1) + number(1, 0, 2)).stream();
    for (std::size_t cut = 1; cut <= 40; ++cut)
        EXPECT_EQ(read_text(whole.substr(0, whole.size() - cut)), damaged_sheet) << cut;
    for (std::size_t size = 20; size + 62 < whole.size(); size += 7)
        EXPECT_EQ(read_text(whole.substr(0, size)), damaged_workbook) << size;
    BiffBuilder unended(number(0, 0, 1));
    unended.sheets[0].is_ended = false;
    EXPECT_EQ(read_text(unended.file()), damaged_sheet);
}

TEST(XlsDamage, SheetsThatDoNotBeginWhereTheWorkbookSays)
{
    BiffBuilder book;
    book.sheets = {{"Un", number(0, 0, 1)}, {"Deux", number(0, 0, 2)}};
    const std::string in_order = "sheet Un\nA1 number 1\nsheet Deux\nA1 number 2\nBIL-368 \n";
    book.sheets[1].shift = 8;
    EXPECT_EQ(read_text(book.file()), in_order);
    book.sheets[1].shift = 1'000'000;
    EXPECT_EQ(read_text(book.file()), in_order);
    const std::size_t size = begin(0x0010).size() + number(0, 0, 1).size() + end().size();
    book.sheets[1].shift = -static_cast<std::int64_t>(size);
    EXPECT_EQ(read_text(book.file()), in_order) << "both at one place";
    book.sheets[1].records += begin(0x0010); // and one that has no end
    EXPECT_EQ(read_text(book.file()), "refused BIL-362 Deux\n") << "placed in order, the second one has no end";
}

TEST(XlsDamage, ASheetWhoseFirstRecordIsCutIsRefused)
{
    std::string stream = BiffBuilder("").stream();
    const std::string whole = begin(0x0010) + end();
    stream.replace(stream.size() - whole.size(), whole.size(), record(0x0809, "") + end());
    EXPECT_EQ(read_text(stream), damaged_sheet);
}

TEST(XlsDamage, ASheetWithinAnotherIsNotReadTwice)
{
    BiffBuilder book;
    const std::string inner = begin(0x0010) + number(0, 0, 1) + end();
    book.sheets = {{"Un", inner + number(0, 0, 2)}, {"Deux", number(0, 0, 3)}};
    const std::size_t rest = inner.size() + number(0, 0, 2).size() + end().size();
    book.sheets[1].shift = -static_cast<std::int64_t>(rest);
    EXPECT_EQ(read_text(book.file()), "refused BIL-362 Deux\n");
}

TEST(XlsDamage, WorkbooksWithoutSheetsOrBeginning)
{
    BiffBuilder none;
    EXPECT_EQ(read_text(none.file()), "refused BIL-319\n");
    EXPECT_EQ(read_text(OleBuilder().add("Workbook", "").bytes()), damaged_workbook);
    EXPECT_EQ(read_text(OleBuilder().add("Workbook", std::string(5000, '\0')).bytes()), damaged_workbook);
    EXPECT_EQ(read_text(OleBuilder().add("Workbook", std::string(5000, '\xFF')).bytes()), damaged_workbook);
    BiffBuilder torn;
    torn.globals = record(0x0085, "court");
    EXPECT_EQ(read_text(torn.file()), damaged_workbook);
    torn.globals = record(0x00FC, "court");
    EXPECT_EQ(read_text(torn.file()), damaged_workbook);
}

TEST(XlsDamage, VersionsBeforeExcel5)
{
    EXPECT_EQ(read_text(record(0x0009, little(2, 2) + little(0x10, 2)) + end()), "refused BIL-364\n");
    EXPECT_EQ(read_text(record(0x0209, little(0, 2) + little(0x10, 2) + little(0, 2)) + end()), "refused BIL-364\n");
    EXPECT_EQ(read_text(record(0x0409, little(0, 2) + little(0x10, 2) + little(0, 2)) + end()), "refused BIL-364\n");
    EXPECT_EQ(read_text(begin(0x0005, 0x0400) + end()), "refused BIL-364\n");
}

TEST(XlsDamage, LimitsOfCellsSheetsMemoryPlacesAndTime)
{
    const std::string bytes = BiffBuilder(number(0, 0, 1) + number(1, 1, 2)).file();
    ReadLimits limits;
    limits.cells = 1;
    EXPECT_EQ(read_text(bytes, limits), "refused BIL-310 cells 1 Feuil1\n");
    limits = {};
    limits.sheets = 0;
    EXPECT_EQ(read_text(bytes, limits), "refused BIL-310 sheets 0 essai.xls\n");
    limits = {};
    limits.rows = 1;
    EXPECT_EQ(read_text(bytes, limits), "refused BIL-310 rows 1 Feuil1\n");
    limits = {};
    limits.columns = 1;
    EXPECT_EQ(read_text(bytes, limits), "refused BIL-310 columns 1 Feuil1\n");
    limits = {};
    limits.memory_bytes = 1000;
    EXPECT_TRUE(read_text(bytes, limits).starts_with("refused BIL-310 memory_bytes 1000 "));
    limits = {};
    limits.time = std::chrono::milliseconds(-1000);
    EXPECT_TRUE(read_text(bytes, limits).starts_with("refused BIL-310 time "));
}

TEST(XlsDamage, ScatteredCellsStayUnderTheMemoryLimit)
{
    std::string cells;
    for (std::uint64_t i = 0; i < 60'000; ++i) cells += number(i % 16 * 4096 + i / 4096, i / 16 % 256, 1);
    ReadLimits limits;
    limits.memory_bytes = 1'000'000;
    EXPECT_EQ(read_text(BiffBuilder(cells).file(), limits), "refused BIL-310 memory_bytes 1000000 Feuil1\n");
}

TEST(XlsDamage, EveryTruncationAndManyFlipsOfAFileEndInOrder)
{
    BiffBuilder book(number(0, 0, 1) + shared(0, 1, 1) + formula(0, 2, other_result('\0')) +
                     record(0x0207, narrow("t")));
    const std::string bytes = book.file();
    const std::string whole = read_text(bytes);
    for (std::size_t size = 8; size < bytes.size(); size += 11) {
        const std::string text = read_text(bytes.substr(0, size));
        EXPECT_TRUE(text.starts_with("refused BIL-36") || text == whole) << size << text; // the end is padding
    }
    for (std::size_t at = 8; at < bytes.size(); ++at) {
        std::string flipped = bytes;
        flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
        const std::string text = read_text(flipped);
        EXPECT_TRUE(text.starts_with("refused BIL-") || text.starts_with("sheet ") || text.starts_with("BIL-")) << at;
    }
}

} // namespace
} // namespace bilan::test
