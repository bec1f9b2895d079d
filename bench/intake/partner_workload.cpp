// SPDX-License-Identifier: MPL-2.0
#include "intake/partner_workload.hpp"

#include "readers/fictitious.hpp"

#include <xlsxwriter.h>

#include <array>
#include <cmath>
#include <stdexcept>
#include <string>

namespace bilan::bench {

namespace {

constexpr std::array<const char*, 20> headers{"Exercice",
                                              "Intitulé de l'action",
                                              "Porteur",
                                              "SIRET",
                                              "Quartier(s)",
                                              "Date de début",
                                              "Date de fin",
                                              "Coût total",
                                              "Subvention accordée (P147)",
                                              "Bénéficiaires (total)",
                                              "Femmes",
                                              "Hommes",
                                              "Dont habitants QPV",
                                              "Entrées",
                                              "Sorties",
                                              "Abandons",
                                              "Sorties en emploi durable",
                                              "Sorties en emploi de transition",
                                              "Statut",
                                              "Commentaire"};
constexpr std::array<const char*, 4> states{"réalisée", "retenue", "Réalisée", "reportée"};
constexpr std::array<const char*, 6> quarters{"QN06901M", "QN06902I", "QN04401M", "QP069010", "Bellevue", "tous QPV"};

/// The number of an establishment whose keys are right: the last digit of SIREN and SIRET makes the sum of Luhn.
std::string establishment(std::uint32_t number)
{
    const auto with_key = [](std::string digits) {
        int sum = 0;
        for (std::size_t from_end = 0; from_end < digits.size(); ++from_end) {
            const int digit = digits[digits.size() - 1 - from_end] - '0';
            const int twice = digit * 2;
            sum += from_end % 2 == 0 ? twice / 10 + twice % 10 : digit;
        }
        return digits + std::to_string((10 - sum % 10) % 10);
    };
    return with_key(with_key(std::to_string(80'000'000 + number)) + "0001");
}

/// One row, column by column.
class RowWriter {
public:
    RowWriter(lxw_worksheet* sheet, lxw_format* date, Dice& dice) : sheet_(sheet), date_(date), dice_(dice) {}

    /// As most partners do: the figures of a row agree, the number is right, every twentieth row has something to say.
    void write_tidy(lxw_row_t row, std::uint32_t file)
    {
        row_ = row;
        column_ = 0;
        const std::uint32_t holder = (file * 400 + dice_.roll(400)) % 10'000'000; // nine digits, with the key
        const double women = dice_.roll(60);
        const double men = dice_.roll(60);
        const double entries = women + men + 5;
        const double cost = 1000 + dice_.roll(90'000);
        number(2024);
        text("Action fictive n° " + std::to_string(file) + "-" + std::to_string(row));
        text("Structure fictive " + std::to_string(holder));
        text(establishment(holder));
        text(quarters[dice_.roll(3)]);
        number(45292.0 + dice_.roll(90), date_);
        number(45500.0 + dice_.roll(150), date_);
        number(cost);
        number(std::floor(cost / (2 + dice_.roll(4))));
        if (dice_.roll(20) == 0)
            text(std::to_string(static_cast<int>(women + men)) + " pers.");
        else
            number(women + men);
        number(women);
        number(men);
        number(std::floor((women + men) / (1 + dice_.roll(3))));
        number(entries);
        number(std::floor(entries / 2));
        number(dice_.roll(3));
        number(std::floor(entries / 8));
        number(std::floor(entries / 8));
        text(states[dice_.roll(states.size())]);
        if (dice_.roll(4) == 0) text(std::string(labels[dice_.roll(labels.size())]));
    }

    /// Nearly every row breaks several rules: what findings cost when there are more of them than rows.
    void write_broken(lxw_row_t row)
    {
        row_ = row;
        column_ = 0;
        const double women = dice_.roll(60);
        const double men = dice_.roll(60);
        number(2024);
        text("Action fictive n° " + std::to_string(row));
        text("Structure fictive " + std::to_string(dice_.roll(400)));
        text("123456782" + std::to_string(10000 + dice_.roll(80000)));
        text(quarters[dice_.roll(quarters.size())]);
        number(45292.0 + dice_.roll(90), date_);
        number(45500.0 + dice_.roll(150), date_);
        amount();
        amount();
        count(women + men);
        count(women);
        count(men);
        count(dice_.roll(40));
        for (int outcome = 0; outcome < 5; ++outcome) count(dice_.roll(30));
        text(states[dice_.roll(states.size())]);
        if (dice_.roll(4) == 0) text(std::string(labels[dice_.roll(labels.size())]));
    }

private:
    void text(const std::string& words) { worksheet_write_string(sheet_, row_, column_++, words.c_str(), nullptr); }
    void number(double value, lxw_format* format = nullptr)
    {
        worksheet_write_number(sheet_, row_, column_++, value, format);
    }
    /// Mostly a number, sometimes written as people do, sometimes not known.
    void count(double value)
    {
        const auto form = dice_.roll(20);
        if (form == 0) return text("NC");
        if (form == 1) return text(std::to_string(static_cast<int>(value)) + " pers.");
        number(value);
    }
    void amount()
    {
        const double value = dice_.roll(900'000) / 100.0;
        if (dice_.roll(20) == 0) return text(std::to_string(static_cast<int>(value)) + ",00 €");
        number(value);
    }

    lxw_worksheet* sheet_;
    lxw_format* date_;
    Dice& dice_;
    lxw_row_t row_ = 0;
    lxw_col_t column_ = 0;
};

} // namespace

void write_partner_file(const std::filesystem::path& file, std::uint32_t rows, std::uint32_t seed, Rows kind)
{
    lxw_workbook_options options = {};
    options.constant_memory = rows > 50'000 ? LXW_TRUE : LXW_FALSE;
    lxw_workbook* book = workbook_new_opt(file.c_str(), &options);
    lxw_worksheet* sheet = workbook_add_worksheet(book, "Emploi 2024");
    lxw_format* date = workbook_add_format(book);
    format_set_num_format(date, "dd/mm/yyyy");
    for (std::size_t column = 0; column < headers.size(); ++column)
        worksheet_write_string(sheet, 0, static_cast<lxw_col_t>(column), headers[column], nullptr);
    Dice dice;
    for (std::uint32_t turn = 0; turn < seed; ++turn) (void)dice.roll(2); // each file its own
    RowWriter writer(sheet, date, dice);
    for (std::uint32_t row = 1; row <= rows; ++row)
        kind == Rows::tidy ? writer.write_tidy(row, seed) : writer.write_broken(row);
    if (workbook_close(book) != LXW_NO_ERROR) throw std::runtime_error("not written: " + file.string());
}

} // namespace bilan::bench
