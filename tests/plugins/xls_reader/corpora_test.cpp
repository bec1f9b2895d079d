// SPDX-License-Identifier: MPL-2.0
//
// Files of other programs, where they are at hand: every sample is read or refused in words, xls and xlsx of the same
// data say the same, and so does xlrd, a reader that shares nothing with ours.
#include "support/program.hpp"
#include "support/temporary_folder.hpp"
#include "xls_under_test.hpp"

#include <filesystem>
#include <map>

namespace bilan::test {
namespace {

namespace fs = std::filesystem;
using support::bytes_of;

const fs::path data = fs::path(BILAN_SOURCE_DIR).parent_path() / "shared/data";
const fs::path corpora = data / "corpora";

std::vector<fs::path> files_under(const fs::path& folder, std::string_view extension)
{
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == extension) files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

const Reader& xlsx_reader()
{
    static const PluginUnderTest plugin("xlsx_reader");
    return *plugin.readers.at(0);
}

/// Cells, merges and hidden parts of every sheet, without remarks.
std::string sheets_of(const Reader& reader, const fs::path& file)
{
    const std::string bytes = bytes_of(file);
    Book book;
    reader.read(source_of(bytes, file.filename().string()), {}, book);
    book.remarks.clear();
    return book_text(book);
}

TEST(XlsCorpora, EverySampleIsReadOrRefusedInWords)
{
    if (!fs::exists(data)) GTEST_SKIP() << "no sample files at " << data;
    const std::map<std::string, std::string> refused = {{"OOM_alloc3.xls", "refused BIL-360\n"}};
    std::size_t read = 0;
    for (const fs::path& file : files_under(data, ".xls")) {
        const std::string text = read_text(bytes_of(file));
        const auto expected = refused.find(file.filename().string());
        if (expected == refused.end())
            EXPECT_TRUE(text.starts_with("sheet ")) << file << text.substr(0, 200);
        else
            EXPECT_EQ(text, expected->second) << file;
        ++read;
    }
    EXPECT_GE(read, 30U);
}

TEST(XlsCorpora, MutationsOfTheSamplesEndInOrder)
{
    if (!fs::exists(corpora)) GTEST_SKIP() << "no sample files at " << corpora;
    ReadLimits limits;
    limits.memory_bytes = std::uint64_t{64} << 20U;
    for (const fs::path& file : files_under(corpora, ".xls")) {
        const std::string bytes = bytes_of(file);
        for (std::size_t round = 0; round < 60; ++round) {
            std::string odd = bytes;
            for (std::size_t i = 0; i <= round % 5; ++i) {
                const std::size_t at = (round * 2654435761U + i * 40503U) % odd.size();
                odd[at] = static_cast<char>(odd[at] ^ (1 << (round + i) % 8));
            }
            if (round % 6 == 0) odd.resize(odd.size() * (round + 1) / 61);
            read_text(odd, limits); // a book or a refusal: anything else ends the test
        }
    }
}

/// Without what an xls sheet cannot hold: columns beyond IV.
std::string within_old_borders(const std::string& text)
{
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = text.find('\n', at) + 1;
        const std::string line = text.substr(at, end - at);
        const std::size_t letters = line.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        if (letters < 3) kept += line;
        at = end;
    }
    return kept;
}

TEST(XlsCorpora, TheSameDataAsXlsAndXlsxReadTheSame)
{
    const fs::path folder = corpora / "tidyverse-readxl/tests/testthat/sheets";
    if (!fs::exists(folder)) GTEST_SKIP() << "no sample files at " << folder;
    const std::vector<std::pair<std::string, std::string>> twins = {
        {"big-texty-numbers-xls", "big-texty-numbers-xlsx"},
        {"color-date-xls", "color-date-xlsx"},
        {"datetime-rounding", "datetime-rounding"},
        {"empty-named-column", "empty-named-column"},
        {"geometry", "geometry"},
        {"names-need-repair-xls", "names-need-repair-xlsx"},
        {"skipping", "skipping"},
        {"texty-dates-xls", "texty-dates-xlsx"},
        {"unnamed-duplicated-columns", "unnamed-duplicated-columns"},
        {"vietnamese-utf8", "vietnamese-utf8"},
    };
    for (const auto& [old, recent] : twins)
        EXPECT_EQ(sheets_of(xls_reader(), folder / (old + ".xls")),
                  within_old_borders(sheets_of(xlsx_reader(), folder / (recent + ".xlsx"))))
            << old;
}

TEST(XlsCorpora, AWorkbookProtectedByExcelsOwnPasswordIsRead)
{
    const fs::path file = corpora / "tafia-calamine/tests/issue_385.xls";
    if (!fs::exists(file)) GTEST_SKIP() << "no sample file at " << file;
    EXPECT_EQ(read_text(bytes_of(file)), "sheet Sheet1\n");
}

TEST(XlsCorpora, WhatLibreOfficeSavesAsXlsReadsLikeTheXlsx)
{
    const fs::path office = "/usr/bin/soffice";
    if (!fs::exists(office)) GTEST_SKIP() << "LibreOffice is not installed";
    const support::TemporaryFolder folder;
    std::vector<std::string> words = {office,
                                      "-env:UserInstallation=file://" + (folder / "profile").string(),
                                      "--headless",
                                      "--convert-to",
                                      "xls:MS Excel 97",
                                      "--outdir",
                                      folder.path().string()};
    const std::vector<fs::path> files = files_under(fs::path(BILAN_SOURCE_DIR) / "examples/campagne/entrees", ".xlsx");
    ASSERT_GE(files.size(), 5U);
    for (const fs::path& file : files) words.push_back(file.string());
    const support::Ended ended = support::run_program(words);
    for (const fs::path& file : files) {
        const fs::path converted = folder / (file.stem().string() + ".xls");
        ASSERT_TRUE(fs::exists(converted)) << ended.out << ended.errors;
        EXPECT_EQ(sheets_of(xls_reader(), converted), sheets_of(xlsx_reader(), file)) << file;
    }
}

/// A cell as xlrd_cells.py writes it.
std::string plain(const Book& book, const Grid& grid, CellPosition at)
{
    const Cell cell = grid.at(at);
    const std::string place = cell_name(at) + "\t";
    switch (cell.type()) {
    case CellType::number: return place + "number\t" + number_text(cell.number);
    case CellType::date: return place + "number\t" + number_text(cell.number - (grid.facts.date_1904 ? 1462 : 0));
    case CellType::boolean: return place + "bool\t" + (cell.boolean() ? "1" : "0");
    case CellType::error: return place + "error\t" + std::string(spelling(cell.error()));
    case CellType::text: return place + "text\t" + std::string(book.text(cell));
    case CellType::empty: break;
    }
    return place + "empty\t";
}

TEST(XlsCorpora, AgreesWithXlrd)
{
    if (!fs::exists(data)) GTEST_SKIP() << "no sample files at " << data;
    const std::string script = BILAN_SOURCE_DIR "/tests/plugins/xls_reader/xlrd_cells.py";
    std::size_t compared = 0;
    for (const fs::path& file : files_under(data, ".xls")) {
        const support::Ended outcome = support::run_program({"/usr/bin/python3", script, file.string()});
        if (outcome.out == "no xlrd\n") GTEST_SKIP() << "python3-xlrd is not installed";
        if (outcome.exit != 0) continue; // xlrd refuses what is encrypted or damaged
        const std::string bytes = bytes_of(file);
        Book book;
        xls_reader().read(source_of(bytes), {}, book);
        std::string ours;
        for (const Grid& grid : book.sheets) {
            ours += "sheet\t" + grid.facts.name + "\n";
            for (const CellPosition at : filled_cells(grid)) ours += plain(book, grid, at) + "\n";
        }
        EXPECT_EQ(ours, outcome.out) << file;
        ++compared;
    }
    EXPECT_GE(compared, 25U);
}

} // namespace
} // namespace bilan::test
