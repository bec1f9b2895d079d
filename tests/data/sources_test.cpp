// SPDX-License-Identifier: MPL-2.0
//
// The way back from a figure to the cells it rests on.
#include "data/chosen_rows.hpp"
#include "data/query.hpp"
#include "data/reshape.hpp"
#include "data/subset.hpp"
#include "data/table_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::data {
namespace {

using Operation::add;
using Operation::equal;
using Operation::greater;
using Operation::multiply;
using test::list;
using test::make_field;
using test::TableMaker;
using testing::ElementsAre;

Query query()
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {make_field("f", FieldType::count), make_field("h", FieldType::count),
                      make_field("statut", FieldType::choice), make_field("qpv", FieldType::choices)};
    return Query(TableMaker(schema)
                     .column("f", {"1", "!nc", "3", "4"})
                     .column("h", {"10", "20", "!so", "40"})
                     .column("statut", {"oui", "non", "oui", "non"})
                     .column("qpv", {"N", list({"N", "S"}), "S", list({"S", "N"})})
                     .dataset());
}

std::vector<std::string> walked(const Figure& figure)
{
    std::vector<std::string> cells;
    walk_sources(figure, [&](const SourceCell& cell) {
        const std::string at = cell.place.column ? cell_name({*cell.place.row, *cell.place.column})
                                                 : "row " + std::to_string(*cell.place.row + 1);
        cells.push_back(at + " " + cell.field + "=" + base::shortest(cell.value));
        return true;
    });
    return cells;
}

TEST(Sources, OfASumAreItsKnownCells)
{
    EXPECT_THAT(walked(query().figure({Aggregate::sum, field("f"), nullptr, nullptr, Unit::people})),
                ElementsAre("A2 f=1", "A4 f=3", "A5 f=4"));
}

/// The rows behind a figure, as runs of one table give them.
std::vector<std::uint32_t> rows_behind(const Figure& figure, ChosenRows& chosen)
{
    std::vector<std::uint32_t> rows;
    walk_runs(figure, chosen, [&](const SourceRun& run) { rows.insert(rows.end(), run.rows.begin(), run.rows.end()); });
    return rows;
}

TEST(Sources, OfGroupsAreTheirRowsWhicheverGroupingWasAskedBefore)
{
    const Measure sum{Aggregate::sum, field("f"), nullptr, nullptr, Unit::people};
    const Groups by_status = query().group({"statut"}, {{"somme", sum}});
    const Groups by_quarter = query().group({"qpv"}, {{"somme", sum}});
    ChosenRows chosen;
    const auto rows = [&](const Groups& groups, std::size_t at) {
        return rows_behind(groups.columns[0].figures[at], chosen);
    };
    EXPECT_THAT(rows(by_status, 0), ElementsAre(1U, 3U));
    EXPECT_THAT(rows(by_quarter, 0), ElementsAre(0U, 1U, 3U));
    EXPECT_THAT(rows(by_status, 1), ElementsAre(0U, 2U));
    EXPECT_THAT(rows(by_quarter, 1), ElementsAre(1U, 2U, 3U));
    EXPECT_THAT(rows_behind(query().figure(sum), chosen), ElementsAre(0U, 1U, 2U, 3U));
    EXPECT_THAT(rows(by_quarter, 1), ElementsAre(1U, 2U, 3U)) << "once more, of the grouping told apart before";
}

TEST(Sources, OfAFormulaAreTheRowsWhereAllOfItIsKnown)
{
    const auto both = apply(add, {field("h"), field("f")});
    EXPECT_THAT(walked(query().figure({Aggregate::sum, both, nullptr, nullptr, Unit::people})),
                ElementsAre("B2 h=10", "A2 f=1", "A4 f=3", "B5 h=40", "A5 f=4"));
}

TEST(Sources, OfARatioAreTheRowsWhereBothPartsAreKnown)
{
    EXPECT_THAT(walked(query().figure({Aggregate::ratio, field("f"), field("h"), nullptr, Unit::rate})),
                ElementsAre("A2 f=1", "B2 h=10", "A5 f=4", "B5 h=40"));
}

TEST(Sources, OfACountAreTheRowsThatCount)
{
    const auto retained = apply(equal, {field("statut"), constant("oui")});
    EXPECT_THAT(walked(query().figure({Aggregate::count, retained, nullptr, nullptr, Unit::count})),
                ElementsAre("C2 statut=0", "C4 statut=0"));
    EXPECT_THAT(walked(query().where(retained).figure({})), ElementsAre("row 2 =1", "row 4 =1"));
}

TEST(Sources, OfAGroupAreItsOwn)
{
    const Groups groups = query().group({"qpv"}, {{"f", {Aggregate::sum, field("f"), nullptr, nullptr, Unit::people}}});
    EXPECT_THAT(walked(groups.columns[0].figures[0]), ElementsAre("A2 f=1", "A5 f=4"));
    EXPECT_THAT(walked(groups.columns[0].figures[1]), ElementsAre("A4 f=3", "A5 f=4"));
}

TEST(Sources, FollowTheConditionOfTheMeasureAndDerivedColumns)
{
    const auto large = apply(greater, {field("x"), constant(1.0)});
    const Query derived = query().derive("x", apply(multiply, {field("f"), constant(0.5)}));
    EXPECT_THAT(walked(derived.figure({Aggregate::sum, field("x"), nullptr, large, Unit::people})),
                ElementsAre("A4 f=3", "A5 f=4"));
}

// « CDI » in B and « CDD de plus de 6 mois » in D make one number: both are what it came from.
TEST(Sources, OfAValueThatSeveralCellsMadeAreAllOfThem)
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {make_field("a", FieldType::count), make_field("b", FieldType::count)};
    TableMaker maker(schema);
    maker.column("a", {"1", "2", "3"}).column("b", {"10", "20", "30"}).further(0, {3, 4}).further(2, {3});
    DatasetBuilder builder(schema);
    builder.append(TableMaker(schema, "z.xlsx").column("a", {"9"}).column("b", {"9"}).values());
    builder.append(maker.values());
    const Query both(builder.finish());
    const Measure sum{Aggregate::sum, field("b"), nullptr, nullptr, Unit::people};
    const std::vector<std::string> all{"B2 b=9", "B2 b=10", "D2 b=10", "E2 b=10", "B3 b=20", "B4 b=30", "D4 b=30"};
    EXPECT_EQ(walked(both.figure(sum)), all);
    EXPECT_EQ(walked(unite(both.where(constant(false)), both).figure(sum)), all) << "rows that were put together";
    const Query chosen = both.where(apply(greater, {field("b"), constant(25.0)}));
    EXPECT_THAT(walked(Query(subset(chosen.dataset(), *chosen.rows())).figure(sum)), ElementsAre("B4 b=30", "D4 b=30"));
    EXPECT_THAT(walked(Query(maker.transposed().dataset()).figure(sum)),
                ElementsAre("B2 b=10", "B4 b=10", "B5 b=10", "C2 b=20", "D2 b=30", "D4 b=30"));
}

TEST(Sources, OfAFallbackAreOnlyThoseThatWereNeeded)
{
    const auto h = field("h");
    const auto sum = [](const ExpressionPointer& expression) {
        return walked(query().figure({Aggregate::sum, expression, nullptr, nullptr, Unit::people}));
    };
    EXPECT_THAT(sum(apply(Operation::known_or, {field("f"), h})), ElementsAre("A2 f=1", "B3 h=20", "A4 f=3", "A5 f=4"));
    const auto both = apply(add, {field("f"), h});
    EXPECT_THAT(sum(apply(Operation::known_or, {both, h})),
                ElementsAre("A2 f=1", "B2 h=10", "B3 h=20", "A4 f=3", "A5 f=4", "B5 h=40"));
    const auto large = apply(greater, {field("f"), constant(2.0)});
    EXPECT_THAT(sum(apply(Operation::choose, {large, constant(0.0), h})),
                ElementsAre("A2 f=1", "B2 h=10", "A4 f=3", "A5 f=4"))
        << "what decides is read as well";
}

// What a sum was made of stays known when its rows become rows of another dataset.
TEST(Sources, OfDerivedValuesThatWerePutTogetherAreTheirCells)
{
    const Query derived = query().derive("x", apply(add, {field("f"), field("h")}));
    const Query united = unite(derived, derived.where(constant(false)));
    EXPECT_THAT(walked(united.figure({Aggregate::sum, field("x"), nullptr, nullptr, Unit::people})),
                ElementsAre("A2 x=11", "B2 x=11", "A4 x=3", "A5 x=44", "B5 x=44"));
}

TEST(Sources, StopWhenAsked)
{
    int cells = 0;
    walk_sources(query().figure({Aggregate::sum, field("f"), nullptr, nullptr, Unit::people}),
                 [&](const SourceCell&) { return ++cells < 2; });
    EXPECT_EQ(cells, 2);
}

TEST(Sources, OfAFigureWithoutRowsAreNone)
{
    EXPECT_TRUE(walked(query().where(constant(false)).figure({})).empty());
    EXPECT_TRUE(walked(Figure{}).empty());
}

} // namespace
} // namespace bilan::data
