// SPDX-License-Identifier: MPL-2.0
#include "data/query.hpp"
#include "data/table_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::data {
namespace {

using Operation::greater;
using Operation::multiply;
using Operation::no;
using test::make_field;
using test::TableMaker;
using testing::ElementsAre;
using testing::IsEmpty;

Query query()
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {make_field("a", FieldType::count), make_field("b", FieldType::count),
                      make_field("absent", FieldType::euro)};
    schema->families.resize(1);
    schema->families[0].prefix = "age_";
    return Query(TableMaker(schema)
                     .column("a", {"1", "2", "!nc", "4"})
                     .column("b", {"4", "3", "2", "1"})
                     .column("age_0_25", {"1", "1", "1", "1"})
                     .dataset());
}

ExpressionPointer above(const char* name, double limit)
{
    return apply(greater, {field(name), constant(limit)});
}

TEST(Query, NarrowsWithEveryCondition)
{
    const Query all = query();
    const Query narrower = all.where(above("a", 1));
    EXPECT_THAT(*narrower.rows(), ElementsAre(1U, 3U)) << "a condition on an unknown is not true";
    EXPECT_THAT(*narrower.where(above("b", 1)).rows(), ElementsAre(1U));
    EXPECT_THAT(*all.rows(), ElementsAre(0U, 1U, 2U, 3U)) << "queries are values";
    EXPECT_THAT(*all.where(apply(no, {above("a", 1)})).rows(), ElementsAre(0U));
    EXPECT_EQ(narrower.rows(), narrower.rows()) << "computed once";
}

TEST(Query, ADerivedColumnMayTakeAnOldName)
{
    const Query doubled = query().derive("a", apply(multiply, {field("a"), constant(2.0)}));
    const Measure sum{Aggregate::sum, field("a"), nullptr, nullptr, Unit::number};
    EXPECT_EQ(doubled.figure(sum).value, 14);
    EXPECT_THAT(*doubled.where(above("a", 3)).rows(), ElementsAre(1U, 3U));
    const Query narrowed_before = query().where(above("a", 3)).derive("a", field("b"));
    EXPECT_EQ(narrowed_before.figure(sum).value, 1) << "the condition meant the old column";
}

TEST(Query, KnowsItsNames)
{
    const Query wider = query().derive("c", field("a"));
    EXPECT_TRUE(wider.has_field("a"));
    EXPECT_TRUE(wider.has_field("absent"));
    EXPECT_TRUE(wider.has_field("c"));
    EXPECT_TRUE(wider.has_field("age_26_p")) << "of a family";
    EXPECT_FALSE(wider.has_field("d"));
    EXPECT_FALSE(query().has_field("c"));
    EXPECT_THAT(wider.field_names(), ElementsAre("a", "b", "absent", "age_0_25", "c"));
}

TEST(Query, AnUnknownFieldOfAFamilyIsUnknownEverywhere)
{
    const Figure figure = query().figure({Aggregate::sum, field("age_26_p"), nullptr, nullptr, Unit::people});
    EXPECT_EQ(figure.cause, State::no_column);
    EXPECT_EQ(figure.unknown, 4U);
    EXPECT_THAT(*query().where(above("absent", 0)).rows(), IsEmpty());
}

} // namespace
} // namespace bilan::data
