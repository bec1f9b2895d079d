// SPDX-License-Identifier: MPL-2.0
//
// Sample files of other readers' test suites, where they are at hand: none crashes, both ways of reading agree, and
// what liborcus expects of its own files is what we read.
#include "workbook_builder.hpp"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace bilan::xlsx {
namespace {

namespace fs = std::filesystem;

const fs::path corpora = fs::path(BILAN_SOURCE_DIR).parent_path() / "shared/data/corpora";

std::string bytes_of(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Files with the extension under a folder; their names in a fixed order.
std::vector<fs::path> files_under(const fs::path& folder, std::string_view extension)
{
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == extension) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

TEST(Corpora, BothWaysAgreeOnEveryFile)
{
    if (!fs::exists(corpora)) GTEST_SKIP() << "no sample files at " << corpora;
    std::size_t read = 0;
    for (const char* extension : {".xlsx", ".xlsm"}) {
        for (const fs::path& file : files_under(corpora, extension)) {
            SCOPED_TRACE(file);
            const std::string text = read_text(bytes_of(file));
            const bool is_known_refusal = file.filename() == "pass_protected.xlsx";
            EXPECT_EQ(text.starts_with("refused"), is_known_refusal) << text.substr(0, 200);
            ++read;
        }
    }
    EXPECT_GT(read, 50U);
}

/// One line of liborcus: `Sheet/row/column:type:value`.
std::string orcus_line(const Book& book, const Grid& grid, CellPosition at)
{
    const Cell cell = grid.at(at);
    const std::string place = grid.facts.name + "/" + std::to_string(at.row) + "/" + std::to_string(at.column) + ":";
    if (cell.type() == CellType::number) return place + "numeric:" + test::number_text(cell.number);
    return place + "string:\"" + std::string(book.text(cell)) + "\"";
}

TEST(Corpora, ReadsWhatLiborcusExpects)
{
    const fs::path folder = corpora / "liborcus/test/xlsx";
    if (!fs::exists(folder)) GTEST_SKIP() << "no sample files at " << folder;
    std::size_t checked = 0;
    for (const fs::path& check : files_under(folder, ".txt")) {
        Book book;
        const std::string bytes = bytes_of(check.parent_path() / "input.xlsx");
        XlsxReader().read(source_of(bytes), ReadLimits{}, book);
        std::string ours;
        for (const Grid& grid : book.sheets) {
            for (const CellPosition at : test::filled_cells(grid)) {
                if (grid.at(at).type() == CellType::text && book.text(grid.at(at)).empty())
                    continue; // not listed there
                ours += orcus_line(book, grid, at) + "\n";
            }
        }
        std::string expected = bytes_of(check);
        while (expected.ends_with("\n\n")) expected.pop_back();
        EXPECT_EQ(ours, expected) << check;
        ++checked;
    }
    EXPECT_GE(checked, 2U);
}

} // namespace
} // namespace bilan::xlsx
