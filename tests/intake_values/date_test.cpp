// SPDX-License-Identifier: MPL-2.0
//
// Patterns 37 to 47 of domain.md 9.3.
#include "column_of.hpp"
#include "intake/value/date_text.hpp"
#include "intake/value/period_columns.hpp"

#include <gtest/gtest.h>

namespace bilan::intake {
namespace {

const data::Field begin = field_of(data::FieldType::date, "date_debut");
const data::Field end = field_of(data::FieldType::date, "date_fin");

struct Case {
    int pattern;
    const char* cell;
    const char* expected;
};

TEST(Date, ReadsOneDay)
{
    const ColumnOptions options = in_year(2024);
    for (const Case& one : std::vector<Case>{
             {37, "31/12/2024", "2024-12-31 BIL-558"},
             {37, "31.12.24", "2024-12-31 BIL-245"},
             {37, "31-12-2024", "2024-12-31 BIL-245"},
             {37, "03/04/2024", "2024-04-03 BIL-558"},
             {37, "31/12/2024 14:30", "2024-12-31 BIL-245"},
             {37, "le 31/12/2024 à 14h30", "2024-12-31 BIL-245"},
             {38, "2024-12-31", "2024-12-31 BIL-245"},
             {38, "2024-12-31T10:00:00Z", "2024-12-31 BIL-245"},
             {38, "2017-03-14/2018-03-14", "2017-03-14 BIL-233"},
             {39, "45657", "2024-12-31 BIL-235"},
             {39, "20241231", "2024-12-31 BIL-245"},
             {40, "déc. 2024", "2024-12-01 BIL-233"},
             {40, "décembre 2024", "2024-12-01 BIL-233"},
             {40, "février 2023", "2023-02-01 BIL-233"},
             {40, "15 novembre 2018", "2018-11-15 BIL-245"},
             {40, "1er mars", "2024-03-01 BIL-231"},
             {40, "03/2024", "2024-03-01 BIL-233"},
             {41, "jeudi 25 avril", "2024-04-25 BIL-231"},
             {41, "24 juin", "2024-06-24 BIL-231"},
             {41, "24/06", "2024-06-24 BIL-231"},
             {42, "T1 2024", "2024-01-01 BIL-233"},
             {42, "1er trimestre", "2024-01-01 BIL-231"},
             {42, "S2", "2024-07-01 BIL-231"},
             {42, "2e semestre 2023", "2023-07-01 BIL-233"},
             {43, "2023-2024", "2023-09-01 BIL-233"},
             {43, "2023/2024", "2023-09-01 BIL-233"},
             {43, "année scolaire 23/24", "2023-09-01 BIL-233"},
             {44, "du 01/03 au 30/06", "2024-03-01 BIL-231"},
             {44, "mars à juin", "2024-03-01 BIL-231"},
             {44, "avril-sept.2021", "2021-04-01 BIL-233"},
             {44, "du 3 au 5 mars 2024", "2024-03-03 BIL-233"},
             {44, "12, 13 et 14 avril 2023", "2023-04-12 BIL-233"},
             {48, "2023 (prolongé)", "2023-01-01 BIL-234"},
             {48, "n° 2015-0412 du 12/03/2015", "2015-03-12 BIL-245"},
             {48, "2015-0412 du 12/03/2015", "2015-03-12 BIL-245"},
             {48, "Arrêté préfectoral du 5 juin 2016", "2016-06-05 BIL-245"},
             {48, "arrêté renouvelé le 5 juin 2016", "err BIL-237"},
             {48, "31/12/2024 (prolongé)", "2024-12-31 BIL-234"},
             {45, "toute l'année", "2024-01-01 BIL-231"},
             {45, "toute l'année 2023", "2023-01-01 BIL-234"},
             {45, "courant 2021", "2021-01-01 BIL-234"},
             {45, "courant 2023", "2023-01-01 BIL-234"},
             {45, "fin mars 2021", "2021-03-21 BIL-234"},
             {45, "en 2022", "2022-01-01 BIL-233"},
             {46, "12/31/24", "2024-12-31 BIL-230"},
             {47, "31/02/2024", "err BIL-232"},
             {47, "29/02/2023", "err BIL-232"},
             {47, "29/02/2024", "2024-02-29 BIL-558"},
             {47, "31/06/12", "err BIL-232"},
             {0, "bientôt", "err BIL-237"},
             {0, "12", "err BIL-237"},
             {0, "31/12/0204", "0204-12-31 BIL-238"},
         })
        EXPECT_EQ(read_one(begin, one.cell, options), one.expected) << "pattern " << one.pattern << ": " << one.cell;
}

TEST(Date, WantsAYearFromSomewhere)
{
    EXPECT_EQ(read_one(begin, "24 juin"), "err BIL-583");
    EXPECT_EQ(read_one(begin, "24 juin 2023"), "2023-06-24 BIL-245");
}

TEST(Date, SaysNothingAboutDatesOfCsv)
{
    EXPECT_EQ(read_one(begin, "31/12/2024", in_csv()), "2024-12-31");
}

TEST(Date, TakesTheLastDayOfASpanForAnEnd)
{
    EXPECT_EQ(read_one(end, "du 01/03/2024 au 30/06/2024"), "2024-06-30 BIL-233");
    EXPECT_EQ(read_one(end, "juin 2024"), "2024-06-01 BIL-233");
    EXPECT_EQ(read_one(end, "fin juin 2024"), "2024-06-30 BIL-234");
    EXPECT_EQ(read_one(end, "début juin 2024"), "2024-06-10 BIL-234");
}

TEST(Date, OfCells)
{
    EXPECT_EQ(read_one(begin, date_cell(2024, 12, 31)), "2024-12-31");
    EXPECT_EQ(read_one(begin, {CellTag(CellType::date, FormatClass::datetime), 45657.75}), "2024-12-31");
    EXPECT_EQ(read_one(begin, 45657), "2024-12-31 BIL-235");
    EXPECT_EQ(read_one(begin, 2024), "2024-01-01 BIL-233");
    EXPECT_EQ(read_one(begin, 12), "err BIL-237");
    EXPECT_EQ(read_one(begin, date_cell(1905, 7, 16)), "1905-07-16 BIL-238");
    ColumnOptions old = {};
    old.date_1904 = true;
    EXPECT_EQ(read_one(begin, 45657, old), "err BIL-236");
}

TEST(Date, SettlesTheOrderByTheColumn)
{
    const ColumnOf american(begin, {"12/31/24", "03/04/24", date_cell(2024, 5, 2), "11/30/24"});
    EXPECT_EQ(american.line(0), "2024-12-31 BIL-230");
    EXPECT_EQ(american.line(1), "2024-03-04 BIL-259");
    EXPECT_EQ(american.line(2), "2024-05-02 BIL-259");
    const ColumnOf turned(begin, {"12/31/24", date_cell(2024, 5, 2)});
    EXPECT_EQ(turned.line(1), "2024-05-02 BIL-259");
    const ColumnOf untouched(begin, {"12/31/24", date_cell(2024, 5, 2), date_cell(2024, 5, 22)});
    EXPECT_EQ(untouched.line(1), "2024-05-02");
    const ColumnOf mixed(begin, {"12/31/24", "03/04/24", "31/12/24"});
    EXPECT_EQ(mixed.line(1), "2024-04-03 BIL-259");
    EXPECT_EQ(mixed.line(2), "2024-12-31 BIL-245");
}

TEST(Date, OneAmericanDateDoesNotTurnTheOthers)
{
    const ColumnOf slip(begin, {"12/31/2024", "03/04/2024", "05/06/2024", "01/02/2024"});
    EXPECT_EQ(slip.line(0), "2024-12-31 BIL-230");
    EXPECT_EQ(slip.line(1), "2024-04-03 BIL-550");
    EXPECT_EQ(slip.line(3), "2024-02-01 BIL-550");
    const ColumnOf few(begin, {"12/31/2024", "11/30/2024", "01/02/24", "02/03/24", "03/04/24", "04/05/24", "05/06/24"});
    EXPECT_EQ(few.line(2), "2024-02-01 BIL-550");
}

TEST(Date, TakesTheYearOfItsRow)
{
    ColumnOptions options;
    options.years = {2023, 2024, std::nullopt, 2023};
    const ColumnOf dates(begin, {"01/03", "24 juin", "1er mars", "24 juin"}, options);
    EXPECT_EQ(dates.line(0), "2023-03-01 BIL-231");
    EXPECT_EQ(dates.line(1), "2024-06-24 BIL-231");
    EXPECT_EQ(dates.line(2), "err BIL-583");
    EXPECT_EQ(dates.line(3), "2023-06-24 BIL-231");
}

TEST(Date, WithoutAYearIsNotCutAtItsSlash)
{
    EXPECT_EQ(read_one(begin, "du 01/03 au 30/06"), "err BIL-583");
    EXPECT_EQ(read_one(end, "du 15/01 au 20/12"), "err BIL-583");
}

TEST(Date, TakesTheLastDayOfALongPeriodForAnEnd)
{
    const ColumnOptions options = in_year(2023);
    EXPECT_EQ(read_one(end, "T2 2023", options), "2023-06-30 BIL-233");
    EXPECT_EQ(read_one(end, "S2", options), "2023-12-31 BIL-231");
    EXPECT_EQ(read_one(end, "2022-2023", options), "2023-08-31 BIL-233");
    EXPECT_EQ(read_one(end, "fin 2023", options), "2023-12-31 BIL-234");
    EXPECT_EQ(read_one(end, "juin 2023", options), "2023-06-01 BIL-233");
    EXPECT_EQ(read_one(begin, "rentrée 2023", options), "2023-09-01 BIL-234");
}

std::string ends(const char* text, std::optional<int> year = 2024)
{
    const DateText date = read_date_text(text, {year, false});
    return date.has_date() ? base::iso(date.first) + " " + base::iso(date.last) : "none";
}

TEST(Period, HasTwoEnds)
{
    EXPECT_EQ(ends("du 01/03 au 30/06"), "2024-03-01 2024-06-30");
    EXPECT_EQ(ends("du 1er mars au 30 juin 2023"), "2023-03-01 2023-06-30");
    EXPECT_EQ(ends("01/03/2024 - 30/06/2024"), "2024-03-01 2024-06-30");
    EXPECT_EQ(ends("01/03/2024 → 30/06/2024"), "2024-03-01 2024-06-30");
    EXPECT_EQ(ends("2017-03-14/2018-03-14"), "2017-03-14 2018-03-14");
    EXPECT_EQ(ends("mars à juin"), "2024-03-01 2024-06-30");
    EXPECT_EQ(ends("mars-juin 2023"), "2023-03-01 2023-06-30");
    EXPECT_EQ(ends("de septembre à juin"), "2024-09-01 2025-06-30");
    EXPECT_EQ(ends("septembre à juin 2024"), "2023-09-01 2024-06-30");
    EXPECT_EQ(ends("avril-sept.2021"), "2021-04-01 2021-09-30");
    EXPECT_EQ(ends("2023-2024"), "2023-09-01 2024-08-31");
    EXPECT_EQ(ends("année scolaire 23/24"), "2023-09-01 2024-08-31");
    EXPECT_EQ(ends("2015/2022"), "2015-01-01 2022-12-31");
    EXPECT_EQ(ends("T2 2024"), "2024-04-01 2024-06-30");
    EXPECT_EQ(ends("2nd semestre 2024"), "2024-07-01 2024-12-31");
    EXPECT_EQ(ends("toute l'année"), "2024-01-01 2024-12-31");
    EXPECT_EQ(ends("février 2024"), "2024-02-01 2024-02-29");
    EXPECT_EQ(ends("été 2023"), "2023-06-01 2023-08-31");
    EXPECT_EQ(ends("du 3 au 5 mars 2024"), "2024-03-03 2024-03-05");
    EXPECT_EQ(ends("du 30/06/2024 au 01/03/2024"), "none");
    EXPECT_EQ(ends("du 31/02/2024 au 01/03/2024"), "none");
}

/// The texts as a column under a header, and whether it is one of periods.
bool are_periods(const char* header, const std::vector<const char*>& texts, std::optional<int> year = 2023)
{
    Book book;
    book.format = "xlsx";
    Grid& grid = book.sheets.emplace_back();
    ColumnSource source{&book, &grid, "p.xlsx", {}, header, ""};
    for (const char* text : texts) {
        const auto row = static_cast<std::uint32_t>(source.cells.size());
        grid.put_text(row, 0, book.texts.intern(text));
        source.cells.push_back({row, 0});
    }
    return holds_periods(source, {nullptr, year});
}

TEST(Period, CompactOnesMakeAColumnOfPeriods)
{
    EXPECT_TRUE(are_periods("Début", {"T2 2023", "T1 2023"}));
    EXPECT_TRUE(are_periods("Début", {"S2", "2e semestre", "12/03/2023"}));
    EXPECT_TRUE(are_periods("Début", {"2022-2023", "année scolaire 2023/2024"}));
    EXPECT_TRUE(are_periods("Début", {"du 01/03 au 30/06"}, {}));
    EXPECT_FALSE(are_periods("Début", {"T2 2023", "12/03/2023", "13/03/2023", "14/03/2023"}));
    EXPECT_FALSE(are_periods("Début", {"février 2023", "2023"}));
    EXPECT_TRUE(are_periods("Période de réalisation", {"2023", "12/03/2023", "13/03/2023", "14/03/2023"}));
    EXPECT_TRUE(are_periods("Dates", {"février 2023"}));
    EXPECT_FALSE(are_periods("Calendrier", {"12/03/2023"}));
}

TEST(Period, FillsTwoColumns)
{
    Book book;
    book.format = "xlsx";
    Grid& grid = book.sheets.emplace_back();
    ColumnSource source{&book, &grid, "p.xlsx", {}, "Période", ""};
    const char* texts[] = {"du 01/03/2024 au 30/06/2024", "année 2023", "NC", "bientôt"};
    for (std::uint32_t row = 0; row < 4; ++row) {
        grid.put_text(row, 0, book.texts.add(texts[row]));
        source.cells.push_back({row, 0});
    }
    EXPECT_TRUE(holds_periods(source, {}));
    std::vector<Finding> findings;
    const PeriodColumns columns = read_period_columns(source, begin, end, {}, findings);
    EXPECT_EQ(base::iso_of_serial(columns.begin.numbers[0]), "2024-03-01");
    EXPECT_EQ(base::iso_of_serial(columns.end.numbers[0]), "2024-06-30");
    EXPECT_EQ(base::iso_of_serial(columns.end.numbers[1]), "2023-12-31");
    EXPECT_EQ(columns.end.states[2], data::State::not_given);
    EXPECT_EQ(columns.end.states[3], data::State::error);
    EXPECT_EQ(findings.size(), 3U);
}

} // namespace
} // namespace bilan::intake
