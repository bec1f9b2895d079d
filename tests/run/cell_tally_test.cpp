// SPDX-License-Identifier: MPL-2.0
//
// Cells behind a figure, counted by sheet: each once, however often and through whatever it is read.
#include "data/figure_arithmetic.hpp"
#include "data/query.hpp"
#include "data/table_maker.hpp"
#include "run/pages/cell_tally.hpp"

#include <gtest/gtest.h>

#include <string>

namespace bilan::run::pages {
namespace {

using data::Aggregate;
using data::field;
using data::test::make_field;
using data::test::TableMaker;

std::shared_ptr<const data::Schema> schema()
{
    auto schema = std::make_shared<data::Schema>();
    schema->id = "essai";
    schema->fields = {make_field("f", data::FieldType::count), make_field("h", data::FieldType::count)};
    return schema;
}

std::shared_ptr<const data::Dataset> two_files()
{
    const auto known = schema();
    data::DatasetBuilder builder(known);
    builder.append(TableMaker(known, "a.xlsx").column("f", {"1", "!nc", "3"}).column("h", {"10", "20", "30"}).values());
    builder.append(TableMaker(known, "b.csv", "b").column("f", {"5"}).column("h", {"!nc"}).without_cells().values());
    return builder.finish();
}

data::Figure sum_of(const data::Query& query, const char* name)
{
    return query.figure({Aggregate::sum, field(name), nullptr, nullptr, data::Unit::people});
}

/// « a.xlsx 2, b.csv 1 of 3 »
std::string told(CellTally& tally, const data::Figure& figure)
{
    tally.count(figure);
    std::string text;
    for (const CellTally::Sheet& sheet : tally.sheets())
        text += (text.empty() ? "" : ", ") + sheet.origin->file + " " + std::to_string(sheet.cells);
    return text + " of " + std::to_string(tally.cells_read());
}

TEST(CellTally, CountsTheKnownCellsOfEachSheet)
{
    const data::Query query(two_files());
    data::ChosenRows chosen;
    CellTally tally(chosen);
    EXPECT_EQ(told(tally, sum_of(query, "f")), "a.xlsx 2, b.csv 1 of 3");
    EXPECT_EQ(told(tally, sum_of(query, "h")), "a.xlsx 3 of 3");
    EXPECT_EQ(told(tally, sum_of(query, "f")), "a.xlsx 2, b.csv 1 of 3") << "nothing stays of the figure before";
    EXPECT_EQ(told(tally, query.figure({})), "a.xlsx 0, b.csv 0 of 4") << "rows are no cells";
    EXPECT_EQ(told(tally, {}), " of 0");
}

TEST(CellTally, CountsACellOnceThatIsReadTwice)
{
    const data::Query query(two_files());
    const data::Figure f = sum_of(query, "f");
    const data::Figure h = sum_of(query, "h");
    data::ChosenRows chosen;
    CellTally tally(chosen);
    EXPECT_EQ(told(tally, data::sum_of({f, false}, {f, false})), "a.xlsx 2, b.csv 1 of 3") << "one source";
    EXPECT_EQ(told(tally, data::sum_of({f, false}, {h, false})), "a.xlsx 5, b.csv 1 of 6");
    const data::Query same(two_files()); // another dataset of the same sheets
    EXPECT_EQ(told(tally, data::sum_of({f, false}, {sum_of(same, "f"), false})), "a.xlsx 2, b.csv 1 of 6");
}

TEST(CellTally, CountsTheTopOfAMergeOnce)
{
    TableMaker maker(schema());
    maker.column("f", {"7", "7", "7"}).other_cell(1, 0, {1, 0}).other_cell(2, 0, {1, 0});
    data::ChosenRows chosen;
    CellTally tally(chosen);
    EXPECT_EQ(told(tally, sum_of(data::Query(maker.dataset()), "f")), "a.xlsx 1 of 3");
}

TEST(CellTally, CountsAllCellsThatMadeAValue)
{
    TableMaker maker(schema());
    maker.column("f", {"7", "8"}).further(1, {4, 5});
    data::ChosenRows chosen;
    CellTally tally(chosen);
    EXPECT_EQ(told(tally, sum_of(data::Query(maker.dataset()), "f")), "a.xlsx 4 of 4");
}

TEST(CellTally, CountsOfAFallbackWhatWasNeeded)
{
    const data::Query query(two_files());
    const auto either = data::apply(data::Operation::known_or, {field("f"), field("h")});
    data::ChosenRows chosen;
    CellTally tally(chosen);
    EXPECT_EQ(told(tally, query.figure({Aggregate::sum, either, nullptr, nullptr, data::Unit::people})),
              "a.xlsx 3, b.csv 1 of 4");
}

TEST(CellTally, FindsTablesFarDownASheet)
{
    TableMaker maker(schema());
    maker.column("f", {"1", "2", "3"}).other_cell(1, 0, {1'048'575, 0}).other_cell(2, 0, {300, 40});
    data::ChosenRows chosen;
    CellTally tally(chosen);
    EXPECT_EQ(told(tally, sum_of(data::Query(maker.dataset()), "f")), "a.xlsx 3 of 3");
}

} // namespace
} // namespace bilan::run::pages
