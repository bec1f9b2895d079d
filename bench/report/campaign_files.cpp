// SPDX-License-Identifier: MPL-2.0
#include "report/campaign_files.hpp"

#include "readers/fictitious.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

namespace bilan::bench {
namespace {

using Cell = std::variant<std::monostate, double, std::string>;
using Row = std::vector<Cell>;

constexpr std::array pillars = {"Emploi", "Cohésion sociale", "Cadre de vie", "Développement économique"};
constexpr std::array scores = {"G0", "G1", "G2", "G1", "G0"};
constexpr std::uint32_t quarters = 40;

const std::vector<std::string> action_headers = {
    "Exercice",     "Porteur",      "Intitulé de l'action", "Pilier",        "QPV",    "Statut",
    "P147 demandé", "P147 accordé", "Cotation BIE",         "Bénéficiaires", "Femmes", "Hommes"};

const std::vector<std::string> employment_headers = {"Exercice",
                                                     "Intitulé de l'action",
                                                     "Opérateur",
                                                     "QPV concerné(s)",
                                                     "Nb de bénéficiaires",
                                                     "Femmes",
                                                     "Hommes",
                                                     "dont QPV",
                                                     "- de 26 ans",
                                                     "26-45 ans",
                                                     "+ de 45 ans",
                                                     "Entrées",
                                                     "Sorties",
                                                     "Abandons",
                                                     "En cours au 31/12",
                                                     "Emploi durable",
                                                     "Emploi de transition",
                                                     "Sorties positives",
                                                     "Autres sorties",
                                                     "Sans nouvelles",
                                                     "Montant accordé P147 (€)"};

/// A count, seldom one that the partner does not know.
Cell count(double number, Dice& dice)
{
    if (dice.roll(30) == 0) return std::string("NC");
    return number;
}

std::string quarter(Dice& dice)
{
    const std::uint32_t number = dice.roll(quarters);
    return "QN" + std::string(number < 10 ? "0230" : "023") + std::to_string(number) + "I";
}

/// Splits `whole` into so many parts that add up.
std::vector<double> parts(std::uint32_t whole, std::size_t number, Dice& dice)
{
    std::vector<double> split(number, 0.0);
    for (std::size_t part = 0; part + 1 < number; ++part) {
        const std::uint32_t taken = whole == 0 ? 0 : dice.roll(whole + 1);
        split[part] = taken;
        whole -= taken;
    }
    split.back() = whole;
    return split;
}

Row action_row(std::uint32_t file, std::uint32_t row, Dice& dice)
{
    const std::string number = std::to_string(file) + "-" + std::to_string(row);
    const std::uint32_t people = 10 + dice.roll(110);
    const std::uint32_t women = dice.roll(people + 1);
    const double asked = 3000.0 + 10.0 * dice.roll(1700);
    const double wrong = dice.roll(40) == 0 ? 3 : 0;
    return {2025.0,
            "Porteur " + std::to_string(file),
            "Action " + number,
            std::string(pillars[dice.roll(4)]),
            quarter(dice),
            std::string("retenu"),
            asked,
            asked - 10.0 * dice.roll(200),
            std::string(scores[dice.roll(5)]),
            static_cast<double>(people) + wrong,
            count(women, dice),
            count(people - women, dice)};
}

Row employment_row(std::uint32_t file, std::uint32_t row, Dice& dice)
{
    const std::uint32_t people = 10 + dice.roll(110);
    const std::uint32_t left = dice.roll(people + 1);
    const std::uint32_t given_up = dice.roll(people - left + 1);
    const double wrong = dice.roll(40) == 0 ? 3 : 0;
    Row line = {2025.0, "Parcours " + std::to_string(file) + "-" + std::to_string(row),
                "Structure " + std::to_string(file), quarter(dice), static_cast<double>(people) + wrong};
    for (const double sex : parts(people, 2, dice)) line.emplace_back(sex);
    line.push_back(count(dice.roll(people + 1), dice));
    for (const double age : parts(people, 3, dice)) line.push_back(count(age, dice));
    line.insert(line.end(), {static_cast<double>(people), static_cast<double>(left), static_cast<double>(given_up),
                             static_cast<double>(people - left - given_up)});
    for (const double outcome : parts(left, 5, dice)) line.push_back(count(outcome, dice));
    line.emplace_back(500.0 * (1 + dice.roll(40)));
    return line;
}

void write_csv(const std::filesystem::path& file, const std::vector<Row>& rows)
{
    std::ofstream stream(file, std::ios::binary);
    for (const Row& row : rows) {
        for (std::size_t at = 0; at < row.size(); ++at) {
            if (at > 0) stream << ';';
            if (const auto* text = std::get_if<std::string>(&row[at])) stream << *text;
            if (const auto* number = std::get_if<double>(&row[at])) stream << static_cast<long long>(*number);
        }
        stream << "\r\n";
    }
    if (!stream.flush()) throw std::runtime_error("cannot write " + file.string());
}

void write_xlsx(const std::filesystem::path& file, const std::vector<Row>& rows)
{
    lxw_workbook* const book = workbook_new(file.c_str());
    if (book == nullptr) throw std::runtime_error("cannot write " + file.string());
    lxw_doc_properties properties{};
    properties.created = 1767225600; // 1 January 2026: the same bytes at every run
    workbook_set_properties(book, &properties);
    lxw_worksheet* const sheet = workbook_add_worksheet(book, "Bilan 2025");
    for (lxw_row_t row = 0; row < rows.size(); ++row)
        for (std::size_t at = 0; at < rows[row].size(); ++at) {
            const auto column = static_cast<lxw_col_t>(at);
            if (const auto* text = std::get_if<std::string>(&rows[row][at]))
                worksheet_write_string(sheet, row, column, text->c_str(), nullptr);
            if (const auto* number = std::get_if<double>(&rows[row][at]))
                worksheet_write_number(sheet, row, column, *number, nullptr);
        }
    if (workbook_close(book) != LXW_NO_ERROR) throw std::runtime_error("cannot close " + file.string());
}

std::vector<Row> rows_of(std::uint32_t file, std::uint32_t rows)
{
    const bool is_employment = file % 5 >= 3;
    const std::vector<std::string>& headers = is_employment ? employment_headers : action_headers;
    std::vector<Row> all{Row(headers.begin(), headers.end())};
    Dice dice;
    for (std::uint32_t roll = 0; roll <= file; ++roll) (void)dice.roll(2); // each file its own figures
    for (std::uint32_t row = 0; row < rows; ++row)
        all.push_back(is_employment ? employment_row(file, row, dice) : action_row(file, row, dice));
    return all;
}

} // namespace

void write_campaign(const std::filesystem::path& folder, std::uint32_t files, std::uint32_t rows)
{
    std::filesystem::create_directories(folder);
    for (std::uint32_t file = 0; file < files; ++file) {
        const bool is_csv = file % 2 == 1;
        const std::filesystem::path path =
            folder / ("partenaire_" + std::to_string(1000 + file) + (is_csv ? ".csv" : ".xlsx"));
        if (std::filesystem::exists(path)) continue;
        (is_csv ? write_csv : write_xlsx)(path, rows_of(file, rows));
    }
}

} // namespace bilan::bench
