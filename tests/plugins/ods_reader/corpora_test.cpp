// SPDX-License-Identifier: MPL-2.0
//
// Sample files of other readers' test suites and of partners, where they are at hand: none crashes, both ways of
// reading agree, and what their authors expect of them is what we read.
#include "ods_builder.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>

namespace bilan::ods {
namespace {

namespace fs = std::filesystem;

const fs::path shared = fs::path(BILAN_SOURCE_DIR).parent_path() / "shared/data";
const fs::path calamine = shared / "corpora/tafia-calamine/tests";

std::string bytes_of(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(Corpora, BothWaysAgreeOnEveryFile)
{
    if (!fs::exists(shared)) GTEST_SKIP() << "no sample files at " << shared;
    std::size_t read = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(shared)) {
        if (entry.path().extension() != ".ods") continue;
        SCOPED_TRACE(entry.path());
        const std::string bytes = bytes_of(entry.path());
        EXPECT_EQ(OdsReader().recognises(source_of(bytes)), 100);
        const std::string text = read_text(bytes);
        const bool is_locked = entry.path().filename() == "pass_protected.ods";
        EXPECT_EQ(text.starts_with("refused"), is_locked) << text.substr(0, 200);
        ++read;
    }
    EXPECT_GE(read, 12U);
}

TEST(Corpora, MutationsOfEveryFileEndInOrder)
{
    if (!fs::exists(calamine)) GTEST_SKIP() << "no sample files at " << calamine;
    for (const char* name : {"special_cells.ods", "merged_cells.ods", "with-annotation.ods"}) {
        const std::string bytes = bytes_of(calamine / name);
        const std::string whole = read_one_way(bytes, Way::fast);
        for (std::size_t at = 0; at < bytes.size(); at += 11) {
            std::string flipped = bytes;
            flipped[at] = static_cast<char>(flipped[at] ^ (1 << at % 8));
            const std::string text = read_one_way(flipped, Way::fast);
            EXPECT_TRUE(text == whole || text.starts_with("refused BIL-")) << name << ' ' << at;
        }
    }
}

/// One line of liborcus: `Sheet/row/column:type:value`. It gives formulas in full; their values end its lines.
std::string orcus_line(const Book& book, const Grid& grid, CellPosition at)
{
    const Cell cell = grid.at(at);
    const std::string place = grid.facts.name + "/" + std::to_string(at.row) + "/" + std::to_string(at.column) + ":";
    if (cell.tag.is_formula()) return place + "formula:" + test::number_text(cell.number);
    if (cell.type() == CellType::number) return place + "numeric:" + test::number_text(cell.number);
    return place + "string:\"" + std::string(book.text(cell)) + "\"";
}

std::string without_formulas(const std::string& lines)
{
    std::string all;
    for (std::size_t at = 0, end = 0; at < lines.size(); at = end + 1) {
        end = std::min(lines.find('\n', at), lines.size());
        std::string line = lines.substr(at, end - at);
        const std::size_t formula = line.find(":formula:");
        if (formula != line.npos) line = line.substr(0, formula + 9) + line.substr(line.rfind(':') + 1);
        if (!line.empty()) all += line + "\n";
    }
    return all;
}

TEST(Corpora, ReadsWhatLiborcusExpects)
{
    const fs::path folder = shared / "corpora/liborcus/test/ods";
    if (!fs::exists(folder)) GTEST_SKIP() << "no sample files at " << folder;
    for (const char* name : {"raw-values-1", "formula-1"}) {
        Book book;
        const std::string bytes = bytes_of(folder / name / "input.ods");
        OdsReader().read(source_of(bytes), ReadLimits{}, book);
        std::string ours;
        for (const Grid& grid : book.sheets) {
            for (const CellPosition at : test::filled_cells(grid)) ours += orcus_line(book, grid, at) + "\n";
        }
        EXPECT_EQ(ours, without_formulas(bytes_of(folder / name / "check.txt"))) << name;
    }
}

TEST(Corpora, ReadsWhatCalamineExpects)
{
    if (!fs::exists(calamine)) GTEST_SKIP() << "no sample files at " << calamine;
    const auto text = [](const char* name) { return read_text(bytes_of(calamine / name)); };
    EXPECT_EQ(text("covered.ods"), "sheet sheet1\nmerge A2:A3\nA1 text \"a1\"\nA2 text \"a2\"\nA3 text \"a3\"\n"
                                   "BIL-372 sheet1 A3\n");
    EXPECT_EQ(text("special_cells.ods"),
              "sheet sheet1\nA1 text \"Split\nLine\"\nA2 text \"Value  With spaces\"\n"
              "A3 text \"Value   With 3 spaces\"\nA4 text \" Value   With spaces before and after \"\n"
              "A5 text \"  Value   With 2 spaces before and after  \"\n");
    EXPECT_EQ(text("with-annotation.ods"), "sheet table1\nA1 text \"cell a.1\"\n");
    EXPECT_EQ(text("multi-empty.ods"), "sheet Test\nA1 text \"StringCol\"\nA2 text \"bbb\"\nA3 text \"ccc\"\n"
                                       "A4 text \"ddd\"\nA5 text \"eee\"\nA13 text \"zzz\"\n");
    EXPECT_EQ(text("pass_protected.ods"), "refused BIL-370\n");
    EXPECT_TRUE(text("number_rows_repeated.ods")
                    .starts_with("sheet Sheet1\nA1 text \"A\"\nB1 text \"B\"\nA2 text \"C\"\nB2 text \"D\"\n"
                                 "A3 text \"C\"\nB3 text \"D\"\nA6 text \"C\"\nB6 text \"D\"\nA8 text \"C\"\n"
                                 "B8 text \"D\"\nsheet Sheet2\n"));
}

} // namespace
} // namespace bilan::ods
