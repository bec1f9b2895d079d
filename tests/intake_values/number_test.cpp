// SPDX-License-Identifier: MPL-2.0
//
// Patterns 1 to 29 of domain.md 9.1.
#include "column_of.hpp"

#include <gtest/gtest.h>

namespace bilan::intake {
namespace {

using data::FieldType;

struct Case {
    int pattern;
    std::string cell;
    std::string expected;
};

void expect_all(const data::Field& field, const std::vector<Case>& cases, const ColumnOptions& options = {})
{
    for (const Case& one : cases)
        EXPECT_EQ(read_one(field, one.cell, options), one.expected) << "pattern " << one.pattern << ": " << one.cell;
}

TEST(Number, BelowZeroIsAskedAboutWhereTheSchemaSaysThatThereIsNone)
{
    data::Field hours = field_of(FieldType::number, "heures");
    EXPECT_EQ(read_one(hours, -12.5), "-12.5");
    hours.never_negative = true;
    EXPECT_EQ(read_one(hours, -12.5), "-12.5 C05");
    EXPECT_EQ(read_one(hours, 12.5), "12.5");
}

TEST(Number, TheSignOfAFootnoteIsNoPartOfIt)
{
    EXPECT_EQ(read_one(people_field(), "12\u00B9"), "12 BIL-035");
    EXPECT_EQ(read_one(field_of(FieldType::euro), "4 000\u00B2"), "4000 BIL-035");
    EXPECT_EQ(read_one(field_of(FieldType::rate), "12,5\u00B9 %"), "0.125 BIL-035");
    EXPECT_EQ(read_one(people_field(), "12\u00BD"), "err BIL-206") << "a half is no note";
}

TEST(Number, SpacesAndSignsReadInTheWrongEncoding)
{
    EXPECT_EQ(read_one(people_field(), "1Â\u00A0008", in_csv()), "1008 BIL-257") << "no small count from 1 to 8";
    EXPECT_EQ(read_one(field_of(FieldType::euro), "4 200â‚¬", in_csv()), "4200 BIL-257");
    EXPECT_EQ(read_one(field_of(FieldType::euro), "~3 500 â‚¬", in_csv()), "3500 BIL-204");
}

TEST(Number, ReadsAmountsAsPeopleWriteThem)
{
    expect_all(field_of(FieldType::euro), {
                                              {1, "12,5", "12.5 BIL-200"},
                                              {2, "1\u00A0234", "1234 BIL-200"},
                                              {2, "1\u202F234", "1234 BIL-200"},
                                              {2, "1\u2009234\u2009567", "1234567 BIL-200"},
                                              {3, "1 234,50", "1234.5 BIL-200"},
                                              {4, "1'234", "1234 BIL-200"},
                                              {4, "1’234,5", "1234.5 BIL-200"},
                                              {4, "1.234,50", "1234.5 BIL-200"},
                                              {4, "1,234.50", "1234.5 BIL-200"},
                                              {4, "1.234.567", "1234567 BIL-200"},
                                              {5, "1.234", "err BIL-208"},
                                              {5, "1,234", "err BIL-208"},
                                              {5, "0,125", "0.125 BIL-200"},
                                              {6, "1 234 €", "1234 BIL-200"},
                                              {6, "1234 euros", "1234 BIL-200"},
                                              {6, "EUR 1 234", "1234 BIL-200"},
                                              {6, "1 234,00 € TTC", "1234 BIL-200"},
                                              {6, "1 200 $", "err C23"},
                                              {6, "1200 CHF", "err C23"},
                                              {7, "12 k€", "12000 BIL-202"},
                                              {6, "EUR1234", "1234 BIL-200"},
                                              {7, "12 ke", "12000 BIL-202"},
                                              {7, "12K", "12000 BIL-202"},
                                              {7, "1,2 M€", "1200000 BIL-202"},
                                              {7, "1,234 M€", "1234000 BIL-202"},
                                              {7, "100 K", "100000 BIL-202"},
                                              {7, "12,088 k€", "12088 BIL-209"},
                                              {7, "12.088 k€", "err BIL-208"},
                                              {7, "1,2 M", "err BIL-212"},
                                              {7, "3 milliers d'euros", "3000 BIL-202"},
                                              {8, "5 00 K", "err BIL-210"},
                                              {8, "1 2345", "err BIL-210"},
                                              {8, "12 5", "err BIL-210"},
                                              {8, "1234 567", "err BIL-210"},
                                              {9, "12 %", "err C16"},
                                              {12, "(1 234)", "-1234 BIL-596"},
                                              {12, "-1 234 €", "-1234 BIL-596"},
                                              {12, "− 12", "-12 BIL-596"},
                                              {14, "environ 3000 €", "3000 BIL-204"},
                                              {15, "> 6300", "6300 BIL-205"},
                                              {18, "1234", "1234 BIL-200"},
                                              {19, "gratuit", "err BIL-212"},
                                              {20, "1O", "err BIL-211"},
                                              {20, "l2", "err BIL-211"},
                                              {21, "1 234\r", "1234 BIL-200"},
                                              {22, "3,8E+05", "380000 BIL-224"},
                                              {25, "0", "0 BIL-200"},
                                              {25, "0 €", "0 BIL-200"},
                                          });
}

TEST(Number, ReadsCountsOfPeople)
{
    expect_all(people_field(), {
                                   {9, "95 %", "err C16"},
                                   {9, "95\u00A0%", "err C16"},
                                   {13, "12 pers.", "12 BIL-201"},
                                   {13, "50 personnes", "50 BIL-201"},
                                   {13, "12 familles", "12 BIL-201"},
                                   {13, "12 collégiens", "12 BIL-201"},
                                   {14, "environ 30", "30 BIL-204"},
                                   {14, "~25", "25 BIL-204"},
                                   {14, "une dizaine", "10 BIL-204"},
                                   {14, "une quinzaine de jeunes", "15 BIL-204"},
                                   {14, "près de 6000", "6000 BIL-204"},
                                   {14, "30 environ", "30 BIL-204"},
                                   {14, "aux environs de 30", "30 BIL-204"},
                                   {14, "de l’ordre de 30", "30 BIL-204"},
                                   {14, "dans les 30", "30 BIL-204"},
                                   {14, "30 à peu près", "30 BIL-204"},
                                   {14, "12 ?", "12 BIL-204"},
                                   {15, "plus de 50", "50 BIL-205"},
                                   {15, "+ de 100", "100 BIL-205"},
                                   {15, "au moins 3", "3 BIL-205"},
                                   {15, "100 et plus", "100 BIL-205"},
                                   {15, "> à 100", "100 BIL-205"},
                                   {15, "sup. à 100", "100 BIL-205"},
                                   {15, "au-delà de 100", "100 BIL-205"},
                                   {15, "inférieure à 100", "100 BIL-205"},
                                   {15, "moins de 100", "100 BIL-205"},
                                   {15, "plus d'une centaine", "100 BIL-205"},
                                   {16, "30 à 40", "err BIL-206"},
                                   {16, "entre 30 et 40", "err BIL-206"},
                                   {16, "30-40", "err BIL-206"},
                                   {16, "15/20", "err BIL-206"},
                                   {16, "entre 30 et 40", "err BIL-206"},
                                   {17, "12 (dont 5 QPV)", "12 BIL-207"},
                                   {17, "8F/4H", "12 BIL-207"},
                                   {17, "8 F / 4 H", "12 BIL-207"},
                                   {17, "F : 8, H : 4", "12 BIL-207"},
                                   {17, "8 femmes et 4 hommes", "12 BIL-207"},
                                   {17, "15 dont 9 femmes", "15 BIL-207"},
                                   {17, "12 + 5", "17 BIL-207"},
                                   {17, "40 en 2023", "40 BIL-207"},
                                   {19, "beaucoup", "err BIL-212"},
                                   {19, "salle comble", "err BIL-212"},
                                   {20, "1O", "err BIL-211"},
                                   {26, "12,5", "12.5 C05"},
                                   {26, "-3", "-3 C05"},
                                   {26, "0,45", "err C16"},
                                   {26, "12,0", "12 BIL-200"},
                                   {29, "#REF!", "err BIL-213"},
                                   {29, "#DIV/0!", "err BIL-213"},
                                   {29, "#VALEUR!", "err BIL-213"},
                                   {29, "#N/A", "nd"},
                                   {16, "1/2", "err BIL-206"},
                                   {17, "12\n500", "err BIL-206"},
                                   {17, "12\n(dont 5 QPV)", "12 BIL-207"},
                                   {14, "2 dizaines", "err BIL-212"},
                                   {23, "0612345678", "err BIL-210"},
                                   {33, "12①", "12 BIL-035"},
                                   {33, "12²", "12 BIL-035"},
                                   {33, "12 non venus", "err BIL-212"},
                                   {93, "<b>61</b>", "61 BIL-200"},
                                   {93, "**61**", "61 BIL-200"},
                                   {94, "&#32;12&nbsp;", "12 BIL-200"},
                                   {0, "douze", "12 BIL-200"},
                                   {0, "aucun", "0 BIL-200"},
                                   {0, "=\"12\"", "12 BIL-200"},
                                   {0, "'12", "12 BIL-200"},
                                   {0, "01/02/2024", "err BIL-206"},
                                   {0, "12345678901234567890", "err BIL-210"},
                               });
}

TEST(Number, ReadsHoursAndUnits)
{
    expect_all(field_of(FieldType::number, "duree_h"), {{13, "35h", "35 BIL-201"},
                                                        {13, "35h30", "35.5 BIL-201"},
                                                        {13, "3 ETP", "3 BIL-201"},
                                                        {13, "12,5", "12.5 BIL-200"},
                                                        {13, "6 mois", "6 BIL-201"}});
}

TEST(Number, SaysNothingAboutPlainNumbersOfCsv)
{
    const ColumnOptions csv = in_csv();
    expect_all(people_field(), {{1, "12", "12"}, {3, "1 234", "1234"}, {13, "12 pers.", "12 BIL-201"}}, csv);
    expect_all(field_of(FieldType::euro), {{3, "1 234,50 €", "1234.5"}, {7, "12 k€", "12000 BIL-202"}}, csv);
}

TEST(Number, SettlesThePointByTheOtherValues)
{
    const data::Field euro = field_of(FieldType::euro);
    const ColumnOf decimal(euro, {"1.234", "12.5"});
    EXPECT_EQ(decimal.line(0), "1.234 BIL-209");
    const ColumnOf thousand(euro, {"1.234", "1.234.567"});
    EXPECT_EQ(thousand.line(0), "1234 BIL-209");
    const ColumnOf other(euro, {"1.234", "12,50"});
    EXPECT_EQ(other.line(0), "1234 BIL-209");
    const ColumnOf comma(euro, {"1,234", "12.50"});
    EXPECT_EQ(comma.line(0), "1234 BIL-209");
    const ColumnOf french(euro, {"1,234", "12,5"});
    EXPECT_EQ(french.line(0), "1.234 BIL-209");
    const ColumnOf both(euro, {"1.234", "12.5", "1.234.567"});
    EXPECT_EQ(both.line(0), "err BIL-208");
    const ColumnOf three(euro, {"1.234", "2.500", "12.000"});
    EXPECT_EQ(three.line(1), "2500 BIL-209");
    const ColumnOf mixed(euro, {"1.200", "1,200", "2.500.000"});
    EXPECT_EQ(mixed.line(0), "1200 BIL-209");
    EXPECT_EQ(mixed.line(1), "err BIL-208");
    const ColumnOf open(euro, {"1.200", "1.300", "1.400", "1,500"});
    EXPECT_EQ(open.line(0), "err BIL-208");
    EXPECT_EQ(open.line(3), "err BIL-208");
    const ColumnOf spaced(euro, {"1.234", "1 234"});
    EXPECT_EQ(spaced.line(0), "err BIL-208");
}

TEST(Number, TakesThePartAColumnAsksFor)
{
    EXPECT_EQ(read_one(people_field("benef_f"), "8F/4H"), "8 BIL-207");
    EXPECT_EQ(read_one(people_field("benef_h"), "8F/4H"), "4 BIL-207");
}

TEST(Number, MultipliesAColumnInThousands)
{
    const ColumnOf column(field_of(FieldType::euro), {12, "15,5", 0.29, "8 k€", "9 000 €", "NC"}, with_unit("k€"));
    EXPECT_EQ(column.line(0), "12000");
    EXPECT_EQ(column.line(1), "15500 BIL-200");
    EXPECT_EQ(column.line(2), "290");
    EXPECT_EQ(column.line(3), "8000 BIL-202");
    EXPECT_EQ(column.line(4), "9000 C23");
    EXPECT_EQ(column.line(5), "nc");
    EXPECT_EQ(column.said_of_column(), "BIL-203");
    EXPECT_EQ(column.findings.size(), 4U);
    const ColumnOf again(field_of(FieldType::euro), {"15,5", 12, "15,5", "8 k€", "15,5", "8 k€"}, with_unit("k€"));
    EXPECT_EQ(again.arguments_of_column(), "k€, 4, 1000") << "cells, however often the same text stands in them";
    const ColumnOf plain(field_of(FieldType::euro), {"12 k€", 13000}, with_unit("€"));
    EXPECT_EQ(plain.line(0), "12000 C23");
    EXPECT_EQ(plain.line(1), "13000");
}

TEST(Number, AnAmountBelowZeroIsSaidHoweverItIsStored)
{
    const TestCell in_euros{CellTag(CellType::number, FormatClass::currency), -20};
    const ColumnOf column(field_of(FieldType::euro), {-500, in_euros, "-30", 700});
    EXPECT_EQ(column.line(0), "-500 BIL-596");
    EXPECT_EQ(column.line(1), "-20 BIL-596");
    EXPECT_EQ(column.line(2), "-30 BIL-596");
    EXPECT_EQ(column.line(3), "700");
}

TEST(Number, MasksSmallCountsOfPeopleOnly)
{
    for (const char* text :
         {"<5", "< 5", "moins de 5", "1 à 4", "1-4", "s", "S", "c", "ns", "***", "faible", "≤ 10", "inf. à 5", "< à 5",
          "Inférieur ou égal à 5", "en dessous de 5", "entre 1 et 4", "compris entre 1 et 4"})
        EXPECT_EQ(read_one(people_field(), text), "secret") << text;
    const data::Field things = field_of(FieldType::count, "nb_reunions");
    EXPECT_EQ(read_one(things, "<5"), "5 BIL-205");
    EXPECT_EQ(read_one(things, "1 à 4"), "err BIL-206");
    EXPECT_EQ(read_one(things, "entre 1 et 4"), "err BIL-206");
    EXPECT_EQ(read_one(people_field(), "1 et 4"), "err BIL-206") << "two counts, no band";
    EXPECT_EQ(read_one(things, "s"), "err BIL-212");
    EXPECT_EQ(read_one(field_of(FieldType::euro), "faible"), "err BIL-212");
}

TEST(Number, KeepsTheSwissDash)
{
    EXPECT_EQ(read_one(field_of(data::FieldType::euro), "3 000,-"), "3000 BIL-200");
    EXPECT_EQ(read_one(field_of(data::FieldType::euro), "3000.-"), "3000 BIL-200");
}

TEST(Number, LostSpacesComeBackWithADoubt)
{
    EXPECT_EQ(read_one(field_of(data::FieldType::euro), "1?234?567,50"), "1234567.5 BIL-557");
    EXPECT_EQ(read_one(people_field(), "12?"), "12 BIL-204");
    EXPECT_EQ(read_one(people_field(), "1?23"), "err BIL-206");
}

TEST(Number, WhatIsNoPersonIsAnAlertWherePersonsAreCounted)
{
    const auto severity = [](const char* text) { return ColumnOf(people_field(), {text}).finding(0)->severity; };
    EXPECT_EQ(severity("12 pers."), data::Severity::information);
    EXPECT_EQ(severity("12 dossiers"), data::Severity::alert);
    EXPECT_EQ(severity("3 ETP"), data::Severity::alert);
}

} // namespace
} // namespace bilan::intake
