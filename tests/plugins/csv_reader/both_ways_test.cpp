// SPDX-License-Identifier: MPL-2.0
//
// Plain rows cut together and records cut one by one give the same book: on made tables of every kind of disorder, and
// on the real files of other projects.
#include "csv_under_test.hpp"

#include "csv_reader/csv_reader.hpp"

#include <gtest/gtest.h>

#include <random>

namespace bilan::test {
namespace {

/// Everything that a user could see of a file.
std::string seen(csv_reader::Way way, std::string_view bytes, const std::string& name = "essai.csv",
                 const ReadLimits& limits = {})
{
    const csv_reader::CsvReader reader(way);
    Book book;
    try {
        reader.read(source_of(bytes, name), limits, book);
    } catch (const Refusal& refusal) {
        return "refused " + problem_text(refusal.problem());
    }
    std::string all;
    for (const auto& [fact, value] : book.facts) all += fact + "=" + value + "\n";
    for (const Problem& remark : book.remarks) all += problem_text(remark) + "\n";
    const Grid& grid = book.sheets.at(0);
    all += std::to_string(grid.rows()) + " x " + std::to_string(grid.columns()) + "\n";
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
        for (std::uint32_t column = 0; column < grid.columns(); ++column) {
            const Cell cell = grid.at(row, column);
            if (cell.type() == CellType::text) all += book.text(cell);
            all += cell.type() == CellType::error ? "\x02" : "\x01";
        }
        all += "\n";
    }
    return all;
}

void expect_both_alike(std::string_view bytes, const std::string& name, const ReadLimits& limits = {})
{
    const std::string expected = seen(csv_reader::Way::records, bytes, name, limits);
    const std::string found = seen(csv_reader::Way::rows, bytes, name, limits);
    ASSERT_TRUE(found == expected) << name << "\n"
                                   << bytes.substr(0, 2000) << "\n--- expected\n"
                                   << expected.substr(0, 2000) << "\n--- found\n"
                                   << found.substr(0, 2000);
}

/// Tables in which each kind of disorder is met in one field or row out of `rarity`.
class Maker {
public:
    Maker(std::uint32_t seed, std::uint32_t rarity) : random_(seed), rarity_(rarity) {}

    std::string table()
    {
        constexpr std::array separators = {';', ',', '\t', '|'};
        constexpr std::array ends = {"\n", "\r\n", "\r", "\r\r\n"};
        separator_ = separators[roll(4)];
        const std::string end = ends[std::min(roll(8), 3U)];
        const std::uint32_t width = 1 + roll(9);
        const std::uint32_t rows = roll(400);
        std::string text = odd() ? std::string("sep=") + separator_ + end : std::string();
        for (std::uint32_t row = 0; row < rows; ++row) {
            const std::uint32_t fields = odd() ? roll(12) : width;
            for (std::uint32_t column = 0; column < fields; ++column) {
                if (column > 0) text += separator_;
                text += field(column);
            }
            if (row + 1 < rows || roll(2) == 0) text += odd() ? std::string(ends[roll(3)]) : end;
        }
        return text;
    }

private:
    std::uint32_t roll(std::uint32_t sides) { return static_cast<std::uint32_t>(random_() % sides); }
    bool odd() { return rarity_ > 0 && roll(rarity_) == 0; }

    std::string field(std::uint32_t column)
    {
        if (odd()) return oddity();
        if (roll(8) == 0) return {};
        switch (column % 5) {
        case 0: return std::to_string(random_());
        case 1:
            return roll(3) == 0 ? "\"Sport" + std::string(1, separator_) + " culture\"" : "Cohésion sociale et ville";
        case 2: return std::to_string(roll(200'000));
        case 3: return "0" + std::to_string(roll(100));
        default: return "Cadre de vie, lien et " + std::to_string(roll(3));
        }
    }

    std::string oddity()
    {
        constexpr std::array oddities = {"\"",     "\"\"",      "\"a\"\"b\"", "\"a\nb\"", "\"a\r\nb\"", "a\"b",
                                         "\"a\"b", "=\"0123\"", "\xE9t\xE9",  "12,5",     "a\rb",       "\x07x",
                                         "\"a\" ", "=1+2",      "…",          "\xC3",     "12;5",       "\"a;b\""};
        std::string chosen = oddities[roll(oddities.size())];
        if (roll(20) == 0) chosen.push_back('\0');
        if (roll(40) == 0) chosen.append(roll(300), 'l');
        return chosen;
    }

    std::mt19937_64 random_;
    std::uint32_t rarity_;
    char separator_ = ';';
};

TEST(CsvBothWays, AgreeOnMadeTables)
{
    for (std::uint32_t seed = 0; seed < 500; ++seed) {
        constexpr std::array<std::uint32_t, 5> rarities = {0, 5000, 600, 60, 6};
        const std::string table = Maker(seed, rarities[seed % rarities.size()]).table();
        expect_both_alike(table, "essai.csv");
        if (HasFatalFailure()) return;
    }
}

TEST(CsvBothWays, AgreeOnCutTables)
{
    const std::string table = Maker(3, 100).table();
    for (std::size_t size = 0; size < table.size(); size += 23) {
        expect_both_alike(std::string_view(table).substr(0, size), "essai.csv");
        if (HasFatalFailure()) return;
    }
}

/// Large enough to be read in the hope that it is clean UTF-8 throughout.
std::string large_clean_table()
{
    std::string table = "dossier;porteur;coût;date\r\n";
    for (std::uint32_t row = 0; table.size() < 1'100'000; ++row)
        table += "D-" + std::to_string(row) + ";" + (row % 3 == 0 ? "Régie de l’Élan" : "Mission locale") + ";" +
                 (row % 9 == 0 ? "" : std::to_string(row * 37 % 100'003)) + ";01/02/2024\r\n";
    return table;
}

TEST(CsvBothWays, AgreeOnLargeFilesThatBeginClean)
{
    const std::string clean = large_clean_table();
    expect_both_alike(clean, "propre.csv");
    expect_both_alike("\xEF\xBB\xBF" + clean, "marque.csv");
    for (const char* odd : {"\xE9t\xE9", "\x07", "\xC3", "=\"01\"",
                            "\xEF\xBB\xBF"
                            "b",
                            "\"a;b\"", "\"a\nb\"", "…", "\x1A"}) {
        for (const std::size_t place : {std::size_t{100'000}, clean.size() / 2, clean.size() - 1'000, clean.size()}) {
            const std::size_t field = place == clean.size() ? place : clean.find(';', place) + 1;
            std::string table = clean;
            table.insert(field, odd);
            expect_both_alike(table, "essai.csv");
            if (HasFatalFailure()) return;
        }
    }
}

/// Two letters that read as well in Windows-1252, and nothing that proves UTF-8, are known at the end alone.
TEST(CsvBothWays, AgreeOnALargeFileInDoubt)
{
    std::string table;
    while (table.size() < 1'100'000) table += "Accueil;12;01/02/2024\n";
    table += "QUALIT\xC9\xA0;13;01/02/2024\n";
    expect_both_alike(table, "essai.csv");
}

TEST(CsvBothWays, AgreeOnLimits)
{
    std::string table;
    for (int row = 0; row < 3000; ++row) table += std::to_string(row) + ";b;c\n";
    ReadLimits limits;
    for (const std::uint32_t rows : {1U, 2047U, 2048U, 2999U, 3000U, 4000U}) {
        limits.rows = rows;
        expect_both_alike(table, "essai.csv", limits);
    }
    limits = {};
    limits.text_bytes = 3;
    expect_both_alike(table, "essai.csv", limits);
}

/// As wide as most rows of the file, and too wide for its own table: the comma of « 1+2,5 » parts no fields.
TEST(CsvBothWays, AgreeOnARowThatOnlyItsOwnTableFindsTooLong)
{
    const std::string table = "Action,Cout\nA,1+2,5\nB,3\n5,x\ntexte long\ntexte long,texte long,x\nx\nx,12,x\nx,12\n"
                              "texte long,x,x\nx,5,5\n12,5,12\nx\ntexte long\nx\n12,x,12\n";
    expect_both_alike(table, "essai.csv");
    const CsvOutcome read = read_csv(table);
    EXPECT_EQ(read.book.sheets.at(0).at(1, 1).type(), CellType::error) << "damage is said, never shifted";
}

TEST(CsvBothWays, AgreeOnRealFiles)
{
    const std::filesystem::path folder = shared_data();
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no folder shared/data beside the checkout";
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const std::string ending = entry.path().extension().string();
        if (ending != ".csv" && ending != ".txt" && ending != ".tsv") continue;
        expect_both_alike(bytes_of(entry.path()), entry.path().filename().string());
        ++files;
    }
    EXPECT_GT(files, 20U);
}

/// A column of ever new values and one of few, long enough for the first to be taken into the pool unlooked.
TEST(CsvBothWays, EqualTextsOfAColumnOfFewShareANumber)
{
    std::string table = "dossier;ville;nombre\n";
    for (int row = 0; row < 30'000; ++row)
        table += "D-" + std::to_string(row) + ";Saint-Étienne-du-Rouvray " + std::to_string(row % 7) + ";" +
                 std::to_string(row % 900) + "\n";
    const CsvOutcome read = read_csv(table);
    const Grid& grid = read.book.sheets.at(0);
    ASSERT_EQ(grid.rows(), 30'001U);
    for (std::uint32_t row = 1; row < 20'000; ++row) {
        ASSERT_EQ(grid.at(row, 1).text(), grid.at((row - 1) % 7 + 1, 1).text()) << row;
        ASSERT_EQ(grid.at(row, 2).text(), grid.at((row - 1) % 900 + 1, 2).text()) << row;
    }
    EXPECT_LE(read.book.texts.size(), 30'000U + 7 + 900 + 3);
}

} // namespace
} // namespace bilan::test
