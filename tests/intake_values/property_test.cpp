// SPDX-License-Identifier: MPL-2.0
//
// What is printed the French way reads back; nothing a partner may type breaks a reader.
#include "column_of.hpp"
#include "intake/value/date_text.hpp"
#include "intake/value/number_text.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace bilan::intake {
namespace {

/// Thousands and decimals of a whole number of hundredths, as people print them.
std::string printed_with(std::int64_t hundredths, const std::string& thousand, const std::string& decimal)
{
    std::string whole = std::to_string(hundredths / 100);
    for (std::size_t at = whole.size(); at > 3;) whole.insert(at -= 3, thousand);
    const std::string cents = std::to_string(hundredths % 100 + 100).substr(1);
    return whole + decimal + cents;
}

TEST(Property, AnyAmountPrintedReadsBack)
{
    std::mt19937_64 random(147);
    for (int turn = 0; turn < 20000; ++turn) {
        const auto hundredths = static_cast<std::int64_t>(random() % 1'000'000'000'000ULL) >> (turn % 30);
        const double expected = static_cast<double>(hundredths) / 100;
        for (const auto& [thousand, decimal] : std::vector<std::pair<std::string, std::string>>{{"\u202F", ","},
                                                                                                {"\u00A0", ","},
                                                                                                {" ", ","},
                                                                                                {"", ","},
                                                                                                {"", "."},
                                                                                                {"'", "."},
                                                                                                {".", ","},
                                                                                                {",", "."}}) {
            const std::string text = printed_with(hundredths, thousand, decimal);
            for (const std::string& around : {text, text + " €", text + "\u00A0€", "-" + text}) {
                const NumberText number = read_number_text(around);
                ASSERT_EQ(number.shape, NumberShape::plain) << around;
                ASSERT_EQ(number.unsettled, 0) << around;
                ASSERT_EQ(std::abs(number.value), expected) << around;
            }
        }
    }
}

TEST(Property, AnyDoubleReadsBack)
{
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> some(-1e9, 1e9);
    for (int turn = 0; turn < 20000; ++turn) {
        const double expected = some(random) / std::pow(10, turn % 9);
        std::string text = base::shortest(expected);
        if (text.find('e') != std::string::npos) continue;
        if (text.size() - text.find('.') == 4) continue; // three decimals stay open on purpose
        for (char& byte : text)
            if (byte == '.') byte = ',';
        const NumberText number = read_number_text(text);
        ASSERT_EQ(number.shape, NumberShape::plain) << text;
        ASSERT_EQ(number.value, expected) << text;
    }
}

TEST(Property, AnyDateReadsBack)
{
    const char* months[] = {"janvier",   "février", "mars",     "avril",    "mai",   "juin",  "juillet", "août",
                            "septembre", "octobre", "novembre", "décembre", "janv.", "févr.", "mars",    "avr.",
                            "mai",       "juin",    "juil.",    "août",     "sept.", "oct.",  "nov.",    "déc."};
    for (double serial = base::serial_of({2013, 1, 1}); serial < base::serial_of({2031, 1, 1}); ++serial) {
        const base::CivilDate date = base::civil_of(serial).value();
        const std::string day = std::to_string(date.day);
        const std::string month = std::to_string(date.month);
        const std::string year = std::to_string(date.year);
        const auto index = static_cast<std::size_t>(date.month - 1);
        for (const std::string& text :
             {base::for_people(date, base::Language::french), base::iso(date), day + "/" + month + "/" + year,
              day + "." + month + "." + year.substr(2), day + "-" + month + "-" + year,
              day + " " + months[index] + " " + year, day + " " + months[index + 12] + " " + year,
              "le " + day + " " + months[index] + " " + year, year + "/" + month + "/" + day}) {
            const DateText read = read_date_text(text);
            ASSERT_EQ(read.shape, DateShape::day) << text;
            ASSERT_EQ(base::iso(read.first), base::iso(date)) << text;
        }
    }
}

TEST(Property, NothingBreaksAReader)
{
    const std::vector<std::string> pieces = {
        "1",  "12",  "0",     "234",  ".",  ",",      " ",  "-", "/",       "(",       ")",  "%",
        "€",  "k",   "mars",  "au",   "du", "dont",   "F",  "H", "QP",      "069010",  "et", ";",
        "\n", "<b>", "&amp;", "\xFF", "é",  "\u202F", "E+", "O", "environ", "plus de", "²"};
    std::mt19937 random(11);
    for (const data::FieldType type :
         {data::FieldType::count, data::FieldType::euro, data::FieldType::rate, data::FieldType::year,
          data::FieldType::date, data::FieldType::boolean, data::FieldType::choice, data::FieldType::choices,
          data::FieldType::code, data::FieldType::text}) {
        data::Field field = field_of(type);
        field.vocabulary = type == data::FieldType::choices ? "territoire" : "";
        field.code_kind = type == data::FieldType::code ? "siret" : "";
        std::vector<TestCell> cells;
        for (int turn = 0; turn < 3000; ++turn) {
            std::string text;
            for (auto part = random() % 9; part > 0; --part) text += pieces[random() % pieces.size()];
            cells.emplace_back(text);
        }
        cells.emplace_back(std::string(100000, '1'));
        cells.emplace_back(std::string(100000, '<'));
        const ColumnOf column(field, cells);
        ASSERT_EQ(column.column.size(), cells.size());
        for (const Finding& one : column.findings) ASSERT_TRUE(base::is_utf8(one.read));
    }
}

} // namespace
} // namespace bilan::intake
