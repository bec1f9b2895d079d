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
                      make_field("cout", FieldType::euro), make_field("statut", FieldType::text),
                      make_field("sorties", FieldType::count)};
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
    wide.origin.varying = {"quartier", "personnes"};
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

TEST(Once, AConditionIsCountedOnceARowAndHoldsWhereAllItsRecordsDo)
{
    const Figure told = total(measure(Aggregate::ratio, apply(Operation::known, {field("personnes")}), constant(1.0)));
    EXPECT_EQ(told.numerator, 3);
    EXPECT_EQ(told.denominator, 4) << "actions, of which one does not tell a quarter";
    const Figure many =
        total(measure(Aggregate::ratio, apply(Operation::greater, {field("personnes"), constant(8.0)}), constant(1.0)));
    EXPECT_EQ(many.numerator, 1) << "10 and 20 are one action";
    EXPECT_EQ(many.denominator, 3);
    EXPECT_EQ(many.unknown, 1U);
}

TEST(Once, ARowIsInARatioWhenAllItsRecordsAreKnown)
{
    const Figure each = total(measure(Aggregate::ratio, field("cout"), field("personnes")));
    EXPECT_EQ(each.numerator,
              1100); // 400 euros for 5 people and a quarter of which nothing is known are no cost a head
    EXPECT_EQ(each.denominator, 32);
    EXPECT_EQ(each.base, 3U);
    EXPECT_EQ(each.unknown, 1U);
    const Figure other = total(measure(Aggregate::ratio, field("personnes"), field("cout")));
    EXPECT_EQ(other.denominator, 1100);
    const Figure people = total(measure(Aggregate::ratio, field("personnes"), field("personnes")));
    EXPECT_EQ(people.base, 5U) << "each quarter for itself";
}

TEST(Once, InEachGroupARatioHasItsOwnRecords)
{
    const Groups groups =
        Query(dataset(true)).group({"quartier"}, {{"m", measure(Aggregate::ratio, field("cout"), field("personnes"))}});
    EXPECT_EQ(groups.columns[0].figures[0].numerator, 1500); // Nord
    EXPECT_EQ(groups.columns[0].figures[0].denominator, 17);
    EXPECT_EQ(groups.columns[0].figures[1].numerator, 1000); // Sud, where one is unknown
    EXPECT_EQ(groups.columns[0].figures[1].denominator, 20);
}

TEST(Once, AShareOfThingsCountsThemOnce)
{
    const auto kept = apply(Operation::equal, {field("statut"), constant(std::string("retenue"))});
    const Figure share = total(measure(Aggregate::ratio, kept, constant(1.0)));
    EXPECT_EQ(share.numerator, 3);
    EXPECT_EQ(share.denominator, 4);
    EXPECT_EQ(share.base, 4U);
    const Figure of_years = total(measure(Aggregate::ratio, kept, constant(1.0)), false);
    EXPECT_EQ(of_years.denominator, 6) << "exercises of an action are so many";
}

TEST(Once, AColumnThatNoFileHasIsThatOfTheWholeRow)
{
    const auto gone = apply(Operation::known_or, {field("sorties")}, {2.0});
    EXPECT_EQ(total(measure(Aggregate::sum, apply(Operation::multiply, {field("cout"), gone}))).value, 3000);
    const Figure ratio =
        total(measure(Aggregate::ratio, apply(Operation::multiply, {field("cout"), gone}), field("cout")));
    EXPECT_EQ(ratio.numerator, 3000);
    EXPECT_EQ(ratio.denominator, 1500);
}

TEST(Once, OfASumEachTermForItself)
{
    const auto both = apply(Operation::add, {field("personnes"), field("cout")});
    const Figure sum = total(measure(Aggregate::sum, both));
    EXPECT_EQ(sum.value, 10 + 20 + 1000 + 5 + 400 + 51 + 51);
    EXPECT_EQ(sum.unknown, 1U);
    EXPECT_TRUE(sum.lower_bound);
    const auto less = apply(Operation::subtract, {field("personnes"), apply(Operation::negate, {field("cout")})});
    EXPECT_EQ(total(measure(Aggregate::sum, apply(Operation::multiply, {less, constant(2.0)}))).value, 2 * 1537);
    const Figure share = total(measure(Aggregate::ratio, field("personnes"), both));
    EXPECT_EQ(share.numerator, 32);
    EXPECT_EQ(share.denominator, 1132);
}

TEST(Once, OfAChoiceWhatItTakes)
{
    const auto both = apply(Operation::add, {field("personnes"), field("cout")});
    const auto gone = apply(Operation::in_state, {field("sorties")}, {std::string("abs")});
    const auto chosen = apply(Operation::choose, {gone, both, field("cout")});
    EXPECT_EQ(total(measure(Aggregate::ratio, field("personnes"), chosen)).denominator, 1132);
    const auto other = apply(Operation::choose, {apply(Operation::no, {gone}), both, field("cout")});
    EXPECT_EQ(total(measure(Aggregate::ratio, field("personnes"), other)).denominator, 1100);
    const auto known = apply(Operation::known_or, {both, field("cout")});
    EXPECT_EQ(total(measure(Aggregate::sum, known)).value, 1537)
        << "known for one quarter, the cost alone for the other";
    const auto cost = apply(Operation::known_or, {field("cout"), field("personnes")});
    EXPECT_EQ(total(measure(Aggregate::sum, cost)).value, 1500) << "the people stand for no cost here";
    const auto south = apply(Operation::equal, {field("quartier"), constant(std::string("Sud"))});
    const auto there =
        apply(Operation::add, {apply(Operation::choose, {south, field("cout"), constant(0.0)}), field("personnes")});
    EXPECT_EQ(total(measure(Aggregate::sum, there)).value, 1000 + 37) << "its first record is in the north";
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
