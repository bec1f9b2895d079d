// SPDX-License-Identifier: MPL-2.0
//
// What writing a finished workbook costs beside a bare program that writes the same cells with libxlsxwriter, taken in
// turn. Goal: 1.3. Two shapes: the tables of a report, held as cells; and one long table, whose rows are made while
// they are written.
//
//   writer_bench
#include "cost.hpp"
#include "support/plugin_under_test.hpp"
#include "workbook/bare_writer.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace bilan; // a program of one page
using bench::cost_of;
namespace fs = std::filesystem;

constexpr std::uint32_t columns = 12;
constexpr std::array<const char*, 5> words{"Accompagnement vers l'emploi", "Médiation sociale", "Réussite éducative",
                                           "Lutte contre les discriminations", "Cadre de vie"};

std::vector<Style> styles()
{
    std::vector<Style> all(5);
    all[1].bold = true;
    all[2].number_format = "#,##0";
    all[3].number_format = "0.0%";
    all[4].number_format = "dd/mm/yyyy";
    return all;
}

/// What stands in a report: names, places, counts, amounts, a rate as a formula with its value, a date.
SheetCell cell_at(std::uint32_t row, std::uint32_t column)
{
    const double number = (row * 31U + column * 7U) % 1000U;
    const std::string name = std::to_string(row);
    switch (column) {
    case 0: return {{row, column}, "Action fictive n° " + name, 0};
    case 1: return {{row, column}, std::string(words[row % words.size()]), 0};
    case 2: return {{row, column}, "QN069" + std::to_string(row % 40) + "M", 0};
    case 3: return {{row, column}, Date{45'000.0 + row % 700}, 4};
    case 10: return {{row, column}, number * 12.37, 2};
    case 11:
        return {{row, column},
                Formula{"IF(F" + std::to_string(row + 1) + "=0,\"\",E" + std::to_string(row + 1) + "/F" +
                            std::to_string(row + 1) + ")",
                        number / 1000},
                3};
    default: return {{row, column}, number, 2};
    }
}

Workbook empty_book()
{
    Workbook book;
    book.styles = styles();
    book.properties.created = "2025-01-01T00:00:00Z";
    book.properties.language = "fr-FR";
    return book;
}

std::vector<TableColumn> table_columns()
{
    std::vector<TableColumn> all(columns);
    for (std::uint32_t column = 0; column < columns; ++column) all[column].header = "Colonne " + std::to_string(column);
    return all;
}

Workbook tables()
{
    constexpr std::uint32_t sheets = 20;
    constexpr std::uint32_t rows = 2'000;
    Workbook book = empty_book();
    for (std::uint32_t number = 0; number < sheets; ++number) {
        SheetPart& sheet = book.sheets.emplace_back();
        sheet.name = "Tableau " + std::to_string(number);
        for (const TableColumn& column : table_columns())
            sheet.cells.push_back({{0, static_cast<std::uint32_t>(sheet.cells.size())}, column.header, 1});
        for (std::uint32_t row = 1; row <= rows; ++row)
            for (std::uint32_t column = 0; column < columns; ++column) sheet.cells.push_back(cell_at(row, column));
        sheet.tables.push_back(
            {"T_" + std::to_string(number), {0, 0, rows, columns - 1}, table_columns(), false, true});
    }
    return book;
}

class Rows final : public SheetRows {
public:
    static constexpr std::uint32_t first = 1;
    static constexpr std::uint32_t last = 100'000;
    [[nodiscard]] CellRange range() const override { return {first, 0, last, columns - 1}; }
    [[nodiscard]] std::unique_ptr<RowCursor> walk() const override { return std::make_unique<Cursor>(); }

private:
    class Cursor final : public RowCursor {
    public:
        bool next(SheetRow& row) override
        {
            if (next_ > last) return false;
            row.cells.clear();
            for (std::uint32_t column = 0; column < columns; ++column) row.cells.push_back(cell_at(next_, column));
            ++next_;
            return true;
        }

    private:
        std::uint32_t next_ = first;
    };
};

Workbook long_rows()
{
    Workbook book = empty_book();
    SheetPart& sheet = book.sheets.emplace_back();
    sheet.name = "Traçabilité";
    for (std::uint32_t column = 0; column < columns; ++column)
        sheet.cells.push_back({{0, column}, "Colonne " + std::to_string(column), 1});
    sheet.rows = std::make_shared<Rows>();
    return book;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void compare(const char* name, const Workbook& book, const Writer& writer, const fs::path& folder)
{
    constexpr int times = 5;
    std::vector<double> ours, usual, constant;
    for (int time = 0; time < times; ++time) {
        ours.push_back(cost_of([&] { writer.write(book, folder / "ours.xlsx"); }));
        usual.push_back(cost_of([&] { bench::write_bare(book, folder / "usual.xlsx", bench::Memory::usual); }));
        constant.push_back(
            cost_of([&] { bench::write_bare(book, folder / "constant.xlsx", bench::Memory::constant); }));
    }
    const double cost = median(ours);
    std::printf("%-12s ours / library %5.2f   / library with constant memory %5.2f   size %5.2f\n", name,
                cost / median(usual), cost / median(constant),
                static_cast<double>(fs::file_size(folder / "ours.xlsx")) /
                    static_cast<double>(fs::file_size(folder / "usual.xlsx")));
}

} // namespace

int main()
{
    const fs::path folder = fs::path(BILAN_BUILD_DIR) / "bench" / "writer_files";
    fs::create_directories(folder);
    const test::PluginUnderTest plugin("xlsx_writer");
    const Writer& writer = *plugin.writers.front();
    compare("tables", tables(), writer, folder);
    compare("long table", long_rows(), writer, folder);
}
