// SPDX-License-Identifier: MPL-2.0
//
// Rows that became several records, one a quarter: what stands on each of them is taken once a group.
#include "data/query.hpp"
#include "data/table_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::data {
namespace {

using test::make_field;
using test::TableMaker;
using testing::ElementsAre;

std::shared_ptr<const Schema> schema()
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {make_field("quartier", FieldType::text), make_field("personnes", FieldType::count),
                      make_field("cout", FieldType::euro), make_field("statut", FieldType::text)};
    return schema;
}

/// Two actions in two quarters each, and one of another table in one.
std::shared_ptr<const Dataset> dataset(bool counts_once)
{
    const auto fields = schema();
    TableValues wide = TableMaker(fields)
                           .column("quartier", {"Nord", "Sud", "Nord", "Sud"})
                           .column("personnes", {"10", "20", "5", "!nc"})
                           .column("cout", {"1000", "1000", "400", "400"})
                           .column("statut", {"retenue", "retenue", "refusée", "refusée"})
                           .values();
    wide.source_rows = {1, 1, 2, 2};
    wide.origin.repeated = {"cout", "statut"};
    wide.origin.counts_once = counts_once;
    DatasetBuilder builder(fields);
    builder.append(wide);
    builder.append(TableMaker(fields, "b.xlsx")
                       .column("quartier", {"Nord", "Nord"})
                       .column("personnes", {"1", "1"})
                       .column("cout", {"50", "50"})
                       .column("statut", {"retenue", "retenue"})
                       .values());
    return builder.finish();
}

Measure measure(Aggregate aggregate, ExpressionPointer expression = nullptr, ExpressionPointer denominator = nullptr,
                ExpressionPointer where = nullptr)
{
    return {aggregate, std::move(expression), std::move(denominator), std::move(where), Unit::number};
}

Figure total(const Measure& wanted, bool counts_once = true)
{
    return Query(dataset(counts_once)).figure(wanted);
}

TEST(Once, AMeasureOfTheWholeRowIsInTheTotalOnce)
{
    const Figure cost = total(measure(Aggregate::sum, field("cout")));
    EXPECT_EQ(cost.value, 1500);
    EXPECT_EQ(cost.base, 4U);
    EXPECT_EQ(total(measure(Aggregate::sum, field("personnes"))).value, 37);
    EXPECT_EQ(total(measure(Aggregate::mean, field("cout"))).value, 375);
    EXPECT_EQ(total(measure(Aggregate::median, field("cout"))).value, 225);
    EXPECT_EQ(total(measure(Aggregate::sum, apply(Operation::multiply, {field("cout"), constant(2.0)}))).value, 3000);
}

TEST(Once, AndWholeInEachGroup)
{
    const auto by = [](const char* key) {
        std::vector<double> values;
        const Groups groups = Query(dataset(true)).group({key}, {{"m", measure(Aggregate::sum, field("cout"))}});
        for (const Figure& figure : groups.columns[0].figures) values.push_back(figure.value.value_or(-1));
        return values;
    };
    EXPECT_THAT(by("quartier"), ElementsAre(1500, 1400)); // not additive, as a list of quarters is not
    EXPECT_THAT(by("statut"), ElementsAre(400, 1100));
}

TEST(Once, EachSideOfARatioForItself)
{
    const Figure each = total(measure(Aggregate::ratio, field("cout"), field("personnes")));
    EXPECT_DOUBLE_EQ(each.numerator.value(), 1500); // of the rows where both are known
    EXPECT_DOUBLE_EQ(each.denominator.value(), 37);
    const Figure other = total(measure(Aggregate::ratio, field("personnes"), field("cout")));
    EXPECT_DOUBLE_EQ(other.denominator.value(), 1500);
}

TEST(Once, RecordsOfOneThingCountOnce)
{
    EXPECT_EQ(total(measure(Aggregate::count)).value, 4);
    EXPECT_EQ(total(measure(Aggregate::count), false).value, 6) << "exercises of an action are so many";
    const auto kept = apply(Operation::equal, {field("statut"), constant(std::string("retenue"))});
    EXPECT_EQ(total(measure(Aggregate::count, kept)).value, 3);
    EXPECT_EQ(total(measure(Aggregate::count, nullptr, nullptr, kept)).value, 3);
    const auto many = apply(Operation::greater, {field("personnes"), constant(4.0)});
    EXPECT_EQ(total(measure(Aggregate::count, many)).value, 3) << "what each quarter has is counted in each";
}

} // namespace
} // namespace bilan::data
