// SPDX-License-Identifier: MPL-2.0
//
// Files of other readers' test suites and of real partners, where they are at hand.
#include "csv_under_test.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace bilan::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::filesystem::path spreadsheet_files()
{
    return shared_data() / "corpora/phpoffice-phpspreadsheet/tests/data/Reader/CSV";
}

#define NEED(folder)                                                                                                   \
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << (folder) << " is not here"

CsvOutcome read_file(const std::filesystem::path& file)
{
    return read_csv(bytes_of(file), file.filename().string());
}

TEST(CsvCorpora, TwinsInAllEncodingsGiveTheSameGrid)
{
    NEED(spreadsheet_files());
    for (const char* coding : {"utf8", "utf8bom", "win1252", "utf16be", "utf16bebom", "utf16lebom", "utf32be",
                               "utf32bebom", "utf32le", "utf32lebom"}) {
        const CsvOutcome read = read_file(spreadsheet_files() / ("premiere." + std::string(coding) + ".csv"));
        EXPECT_THAT(read.rows, ElementsAre("première|second|troisième|", "Quatrième|cinquième|sixième|")) << coding;
        EXPECT_THAT(read.remarks, IsEmpty()) << coding;
    }
    EXPECT_THAT(read_file(spreadsheet_files() / "premiere.utf16le.csv").rows,
                ElementsAre("première|second|troisième|", "Quatrième|cinquième|sixième|", "\U00010400|\uFFFE|\uFFFF|"));
    for (const char* coding : {"utf8", "utf8bom", "iso88591", "utf16be", "utf16le", "utf32be", "utf32le"}) {
        const CsvOutcome read = read_file(spreadsheet_files() / ("encoding." + std::string(coding) + ".csv"));
        EXPECT_THAT(read.rows, ElementsAre("Å|1|", "2|3|")) << coding;
    }
    for (const char* ends : {"unix", "win", "mac"}) {
        const CsvOutcome read = read_file(spreadsheet_files() / ("linend." + std::string(ends) + ".csv"));
        EXPECT_THAT(read.rows, ElementsAre("A|1|", "2|3|")) << ends;
    }
}

TEST(CsvCorpora, QuotesAndSeparators)
{
    NEED(spreadsheet_files());
    EXPECT_THAT(read_file(spreadsheet_files() / "sep.csv").rows, ElementsAre("A|1|", "2|3|"));
    EXPECT_THAT(read_file(spreadsheet_files() / "semicolon_separated.csv").rows,
                ElementsAre("This|Are|Headers|", "Cell A2|Number with comma|25,5|", "Two colons and a comma|B|3|:,:|"));
    EXPECT_THAT(read_file(spreadsheet_files() / "contains_html.csv").rows,
                ElementsAre("Column A|<a href=''>Link</a>|Column C|"));
    EXPECT_THAT(read_file(spreadsheet_files() / "backslash.csv").rows,
                ElementsAre("field 1|field 2\\|", "field 3\\|field 4|"));
    EXPECT_EQ(read_file(spreadsheet_files() / "empty.csv").refusal, "BIL-340");
    const CsvOutcome wide = read_file(spreadsheet_files() / "line_break_escaped_32le.csv");
    ASSERT_EQ(wide.rows.size(), 5U);
    EXPECT_EQ(wide.rows[1], "Test|This is a \"test csv file\"\nwith both \"line breaks\"\nand \"escaped\nquotes\" that "
                            "breaks\nthe delimiters|http://google.com|");
}

/// A line `data/0/2:string:"x"` of liborcus, as row, column and text.
struct ExpectedCell {
    CellPosition at;
    std::string text;
};

ExpectedCell expected_cell(const std::string& line)
{
    std::istringstream parts(line.substr(line.find('/') + 1));
    ExpectedCell cell;
    char slash = 0;
    std::string type;
    parts >> cell.at.row >> slash >> cell.at.column >> slash;
    std::getline(parts, type, ':');
    std::string value;
    std::getline(parts, value);
    if (type == "string") value = value.substr(1, value.size() - 2);
    for (const char letter : value)
        if (letter != '\\') cell.text.push_back(letter);
    return cell;
}

TEST(CsvCorpora, CellsThatLiborcusExpects)
{
    const auto folder = shared_data() / "corpora/liborcus/test/csv";
    NEED(folder);
    for (const auto& one : std::filesystem::directory_iterator(folder)) {
        const CsvOutcome read = read_file(one.path() / "input.csv");
        std::istringstream lines(bytes_of(one.path() / "check.txt"));
        std::size_t count = 0;
        for (std::string line; std::getline(lines, line); ++count) {
            const ExpectedCell expected = expected_cell(line);
            const Cell cell = read.book.sheets.at(0).at(expected.at);
            ASSERT_EQ(cell.type(), CellType::text) << one.path() << line;
            EXPECT_EQ(read.book.text(cell), expected.text) << one.path() << line;
        }
        EXPECT_GT(count, 0U) << one.path();
    }
}

struct PartnerFile {
    const char* name;
    const char* encoding;
    const char* separator;
    std::uint32_t rows;
    std::uint32_t columns;
};

TEST(CsvCorpora, FilesOfPartners)
{
    NEED(shared_data() / "partner");
    constexpr PartnerFile files[] = {
        {"csv_detective/a_test_file.csv", "utf-8", ";", 407, 11},
        {"csv_detective/dates.csv", "utf-8", ";", 11, 4},
        {"datasubvention/SCDL_DILCRAH_2019.csv", "utf-8", ";", 5, 14},
        {"datasubvention/infbud-53.tests.csv", "utf-8", ";", 8, 15},
        {"datasubvention/le-compte-asso-export-tests.csv", "utf-8", "tab", 2, 17},
        {"egapro/mock-gip-mds-edge-cases.csv", "utf-8", ";", 24, 71},
        {"scdl/DEP_Lot_Subventions_2017_DONNEES.xlsx_pour_exemple.csv", "windows-1252", ";", 14, 14},
        {"scdl/DEP_Somme_TB_20180330_DONNEES_CONVENTIONS.csv", "windows-1252", ";", 12, 13},
        {"scdl/SCDL_DEP_Haute Garonne_datalocale-subvention.csv", "utf-8", ";", 70, 14},
        {"scdl/exemple-duplicate-column.csv", "windows-1252", ",", 30, 15},
        {"scdl/exemple_valide.csv", "utf-8", ",", 30, 16},
    };
    for (const PartnerFile& file : files) {
        const CsvOutcome read = read_file(shared_data() / "partner" / file.name);
        EXPECT_EQ(read.refusal, "") << file.name;
        EXPECT_EQ(read.fact("encoding"), file.encoding) << file.name;
        EXPECT_EQ(read.fact("separator"), file.separator) << file.name;
        EXPECT_EQ(read.book.sheets.at(0).rows(), file.rows) << file.name;
        EXPECT_EQ(read.book.sheets.at(0).columns(), file.columns) << file.name;
        EXPECT_THAT(read.remarks, IsEmpty()) << file.name;
    }
}

} // namespace
} // namespace bilan::test
