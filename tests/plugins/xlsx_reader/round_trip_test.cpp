// SPDX-License-Identifier: MPL-2.0
//
// What libxlsxwriter writes is read back bit for bit: random workbooks of every kind of cell, both ways of writing,
// both ways of reading.
#include "workbook_builder.hpp"

#include "support/temporary_folder.hpp"

#include <xlsxwriter.h>

#include <bit>
#include <cmath>
#include <random>

namespace bilan::xlsx {
namespace {

/// Writes one random workbook and keeps what each cell must read as.
class Writer {
public:
    Writer(const std::string& file, std::uint32_t seed) : random_(seed)
    {
        lxw_workbook_options options{};
        options.constant_memory = seed % 2 == 0 ? LXW_FALSE : LXW_TRUE;
        book_ = workbook_new_opt(file.c_str(), &options);
        formats_ = {{"", ""},
                    {"0.00%", " percent"},
                    {"#,##0.00\\ \"€\"", " currency"},
                    {"dd/mm/yyyy", " date"},
                    {"yyyy-mm-dd hh:mm:ss", " datetime"},
                    {"[h]:mm", " duration"},
                    {"# ##0", " number"}};
        for (Format& format : formats_) {
            format.handle = workbook_add_format(book_);
            if (!format.code.empty()) format_set_num_format(format.handle, format.code.c_str());
        }
        for (std::uint32_t sheet = 0; sheet <= seed % 3; ++sheet) write_sheet("Feuille " + std::to_string(sheet + 1));
        if (workbook_close(book_) != LXW_NO_ERROR) throw std::runtime_error("cannot close " + file);
    }

    std::string expected;

private:
    struct Format {
        std::string code;
        std::string word;
        lxw_format* handle = nullptr;
    };

    std::uint32_t roll(std::uint32_t sides) { return static_cast<std::uint32_t>(random_() % sides); }

    void write_sheet(const std::string& name)
    {
        lxw_worksheet* const sheet = workbook_add_worksheet(book_, name.c_str());
        expected += "sheet " + name + "\n";
        const std::uint32_t merge_row = 500;
        expected += "merge B501:D501\n";
        std::string cells;
        for (std::uint32_t row = 0; row < 60; row += 1 + roll(3)) {
            for (std::uint16_t column = 0; column < 12; column = static_cast<std::uint16_t>(column + 1 + roll(2)))
                cells += write_cell(sheet, row, column);
        }
        worksheet_merge_range(sheet, merge_row, 1, merge_row, 3, "fusion", nullptr);
        expected += cells + "B501 text \"fusion\"\n";
    }

    /// Returns the line that the cell must read as.
    std::string write_cell(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column)
    {
        const std::string place = cell_name({row, column}) + " ";
        switch (roll(6)) {
        case 0: {
            const std::string text = random_text();
            worksheet_write_string(sheet, row, column, text.c_str(), nullptr);
            return place + "text \"" + understood(text) + "\"\n";
        }
        case 1: {
            const bool truth = roll(2) == 0;
            worksheet_write_boolean(sheet, row, column, truth ? 1 : 0, nullptr);
            return place + "bool " + (truth ? "true" : "false") + "\n";
        }
        case 2: {
            const double result = random_number();
            worksheet_write_formula_num(sheet, row, column, "=A1*2", nullptr, result);
            return place + "number " + test::number_text(written(result)) + " formula\n";
        }
        case 3: {
            worksheet_write_formula_str(sheet, row, column, "=B1&\"é\"", nullptr, "résultat");
            return place + "text \"résultat\" formula\n";
        }
        default: return place + write_number(sheet, row, column);
        }
    }

    std::string write_number(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column)
    {
        const Format& format = formats_[roll(static_cast<std::uint32_t>(formats_.size()))];
        const bool day = format.word == " date" || format.word == " datetime";
        const double number =
            day ? 61 + roll(60'000) + (format.word == " date" ? 0 : roll(86'400) / 86'400.0) : random_number();
        worksheet_write_number(sheet, row, column, number, format.handle);
        return (day ? "date " : "number ") + test::number_text(written(number)) + format.word + "\n";
    }

    /// libxlsxwriter escapes control characters but not what looks like an escape, so that one comes back as the letter
    /// that it stands for, in Excel too.
    static std::string understood(std::string text)
    {
        constexpr std::string_view escape = "_x0041_";
        for (std::size_t at = text.find(escape); at != text.npos; at = text.find(escape, at + 1))
            text.replace(at, escape.size(), "A");
        return text;
    }

    /// libxlsxwriter writes sixteen digits; these are what must come back.
    static double written(double number)
    {
        std::array<char, 64> text{};
        std::snprintf(text.data(), text.size(), "%.16G", number);
        return std::strtod(text.data(), nullptr);
    }

    double random_number()
    {
        switch (roll(5)) {
        case 0: return roll(100'000);
        case 1: return -static_cast<double>(roll(1'000'000)) / 100;
        case 2: return roll(1'000'000'000) / 1e6;
        case 3:
            return std::ldexp(1.0 + roll(1U << 30U) / static_cast<double>(1U << 30U),
                              static_cast<int>(roll(1800)) - 900);
        default: return static_cast<double>(random_() >> 11U);
        }
    }

    std::string random_text()
    {
        constexpr std::array pieces = {"a",  "é",      "œ", "😀",      "<b>", "&amp;", "\"",  " ",
                                       "\n", "\t",     "0", "\u00A0", "’",   "漢",    "=1",  "_x",
                                       "_",  "x0041_", "z", "]]>",    "\r",  "\x01",  "\x1F"};
        std::string text = "t";
        for (std::uint32_t count = roll(12); count > 0; --count) text += pieces[roll(pieces.size())];
        if (roll(50) == 0) text.append(30'000, 'l');
        return text + (roll(3) == 0 ? " " : "f");
    }

    std::mt19937_64 random_;
    lxw_workbook* book_ = nullptr;
    std::vector<Format> formats_;
};

TEST(XlsxRoundTrip, WhatLibxlsxwriterWritesIsReadBack)
{
    const support::TemporaryFolder folder;
    for (std::uint32_t seed = 1; seed <= 60; ++seed) {
        const std::string file = (folder / "essai.xlsx").string();
        const Writer written(file, seed);
        ASSERT_EQ(read_text(support::bytes_of(file)), written.expected) << "seed " << seed;
    }
}

} // namespace
} // namespace bilan::xlsx
