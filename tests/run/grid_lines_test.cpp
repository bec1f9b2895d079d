// SPDX-License-Identifier: MPL-2.0
#include "run/grid_lines.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::run {
namespace {

using testing::ElementsAre;

std::vector<std::string> lines(const Book& book, std::string_view sheet = {})
{
    std::vector<std::string> taken;
    (void)grid_lines(book, sheet, [&](const std::string& line) { taken.push_back(line); });
    return taken;
}

TEST(GridLines, SaysEachFilledCellInRowOrder)
{
    Book book;
    Grid& grid = book.sheets.emplace_back();
    grid.facts.name = "Bilan";
    grid.put_text(1, 0, book.texts.add("Total \"net\""));
    grid.put_number(0, 1, 12.5, CellTag(CellType::number, FormatClass::percent));
    grid.put_number(0, 0, 45657, CellTag(CellType::date, FormatClass::date));
    grid.put(2, 2, CellTag(CellType::boolean), 1);
    grid.put(2, 3, CellTag(CellType::error, FormatClass::general, true),
             static_cast<std::uint64_t>(CellError::division));
    grid.put(2, 4, CellTag(CellType::empty, FormatClass::general, true), 0);
    EXPECT_THAT(
        lines(book),
        ElementsAre(
            R"({"sheet":"Bilan","cell":"A1","type":"date","value":"2024-12-31","format":"date"})",
            R"({"sheet":"Bilan","cell":"B1","type":"number","value":12.5,"format":"percent"})",
            R"({"sheet":"Bilan","cell":"A2","type":"text","value":"Total \"net\"","format":"general"})",
            R"({"sheet":"Bilan","cell":"C3","type":"bool","value":true,"format":"general"})",
            R"({"sheet":"Bilan","cell":"D3","type":"error","value":"#DIV/0!","format":"general","formula":true})",
            R"({"sheet":"Bilan","cell":"E3","type":"empty","value":null,"format":"general","formula":true})"));
}

TEST(GridLines, HoursBeyondADayAndFractionsOfASecond)
{
    Book book;
    Grid& grid = book.sheets.emplace_back();
    grid.facts.name = "Heures";
    grid.put_number(0, 0, 1.5, CellTag(CellType::date, FormatClass::time));
    grid.put_number(0, 1, 0.5 + 0.25 / 86400, CellTag(CellType::date, FormatClass::time));
    EXPECT_THAT(lines(book),
                ElementsAre(R"({"sheet":"Heures","cell":"A1","type":"date","value":"36:00:00","format":"time"})",
                            R"({"sheet":"Heures","cell":"B1","type":"date","value":"12:00:00.250","format":"time"})"));
}

TEST(GridLines, OneCellInTheLastCornerIsFoundAtOnce) // it took minutes to look at each cell before it
{
    Book book;
    Grid& grid = book.sheets.emplace_back();
    grid.facts.name = "Coin";
    grid.put_number(0, 16'383, 1);
    grid.put_number(1'048'575, 0, 2);
    grid.put_number(1'048'575, 16'383, 3);
    EXPECT_THAT(lines(book),
                ElementsAre(R"({"sheet":"Coin","cell":"XFD1","type":"number","value":1,"format":"general"})",
                            R"({"sheet":"Coin","cell":"A1048576","type":"number","value":2,"format":"general"})",
                            R"({"sheet":"Coin","cell":"XFD1048576","type":"number","value":3,"format":"general"})"));
}

TEST(GridLines, OneSheetOrNone)
{
    Book book;
    for (const char* name : {"A", "B"}) {
        Grid& grid = book.sheets.emplace_back();
        grid.facts.name = name;
        grid.put_number(0, 0, 1);
    }
    EXPECT_EQ(lines(book, "B").size(), 1U);
    EXPECT_EQ(grid_lines(book, "C", [](const std::string&) {}), 0U);
}

} // namespace
} // namespace bilan::run
