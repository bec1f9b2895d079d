// SPDX-License-Identifier: MPL-2.0
#include "xlsx/workload.hpp"

#include <xlsxwriter.h>

#include <array>
#include <stdexcept>

namespace bilan::bench {
namespace {

/// A small generator of our own: the standard distributions differ between libraries.
class Dice {
public:
    std::uint32_t roll(std::uint32_t sides)
    {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return static_cast<std::uint32_t>(state_ >> 33U) % sides;
    }

private:
    std::uint64_t state_ = 0x9E3779B97F4A7C15;
};

constexpr std::array<const char*, 8> labels = {
    "Emploi et insertion", "Cohésion sociale",   "Cadre de vie",           "Développement économique",
    "Éducation",           "Santé & prévention", "Quartier des Bergeries", "Association « L’Élan »"};

struct Formats {
    lxw_format* date = nullptr;
    lxw_format* rate = nullptr;
    lxw_format* amount = nullptr;
};

void write_cell(lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, Dice& dice, const Formats& formats)
{
    if (dice.roll(9) == 0) return;
    switch (column % 10) {
    case 0:
        worksheet_write_string(sheet, row, column, ("D-" + std::to_string(row * 20 + column)).c_str(), nullptr);
        break;
    case 1:
    case 5: worksheet_write_string(sheet, row, column, labels[dice.roll(labels.size())], nullptr); break;
    case 2: worksheet_write_number(sheet, row, column, 43000 + dice.roll(2000), formats.date); break;
    case 3: worksheet_write_number(sheet, row, column, dice.roll(100000000) / 100.0, formats.amount); break;
    case 4: worksheet_write_number(sheet, row, column, dice.roll(1000000) / 1e6, formats.rate); break;
    default: worksheet_write_number(sheet, row, column, dice.roll(100000), nullptr); break;
    }
}

} // namespace

void write_workload(const std::string& file, std::uint32_t rows, std::uint16_t columns)
{
    lxw_workbook* const book = workbook_new(file.c_str());
    if (book == nullptr) throw std::runtime_error("cannot write " + file);
    Formats formats{workbook_add_format(book), workbook_add_format(book), workbook_add_format(book)};
    format_set_num_format(formats.date, "dd/mm/yyyy");
    format_set_num_format(formats.rate, "0.0%");
    format_set_num_format(formats.amount, "#,##0.00\\ \"€\"");
    lxw_worksheet* const sheet = workbook_add_worksheet(book, "Données");
    Dice dice;
    for (lxw_row_t row = 0; row < rows; ++row) {
        for (lxw_col_t column = 0; column < columns; ++column) write_cell(sheet, row, column, dice, formats);
    }
    if (workbook_close(book) != LXW_NO_ERROR) throw std::runtime_error("cannot close " + file);
}

} // namespace bilan::bench
