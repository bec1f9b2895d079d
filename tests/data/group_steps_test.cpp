// SPDX-License-Identifier: MPL-2.0
//
// Ranks, shares, pivots and comparisons of groups.
#include "data/group_steps.hpp"

#include "data/table_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::data {
namespace {

using test::make_field;
using test::TableMaker;
using testing::ElementsAre;

Query query()
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {make_field("porteur", FieldType::text), make_field("exercice", FieldType::year),
                      make_field("sexe", FieldType::text), make_field("benef", FieldType::count)};
    return Query(TableMaker(schema)
                     .column("porteur", {"A", "B", "C", "D", "A", "B", "E", "A", "C"})
                     .column("exercice", {"2025", "2025", "2025", "2025", "2024", "2024", "2024", "2024", "2024"})
                     .column("sexe", {"F", "F", "H", "!nc", "F", "H", "F", "H", "H"})
                     .column("benef", {"30", "20", "30", "!nc", "20", "!nc", "7", "5", "0"})
                     .dataset());
}

Query of_year(double year)
{
    return query().where(apply(Operation::equal, {field("exercice"), constant(year)}));
}

const std::vector<std::pair<std::string, Measure>> benef = {
    {"benef", {Aggregate::sum, field("benef"), nullptr, nullptr, Unit::people}}};

std::vector<std::string> shown(const std::vector<Figure>& figures)
{
    std::vector<std::string> all;
    for (const Figure& figure : figures)
        all.push_back(figure.value ? base::shortest(*figure.value) : "!" + std::string(code(figure.cause)));
    return all;
}

std::vector<std::string> keys(const Groups& groups)
{
    std::vector<std::string> all;
    for (const Key& key : groups.keys[0].values)
        all.push_back(std::holds_alternative<std::string>(key) ? std::get<std::string>(key) : "?");
    return all;
}

TEST(GroupSteps, RanksLeaveUnknownOnesOutAndEqualOnesAlike)
{
    const Groups groups = of_year(2025).group({"porteur"}, benef);
    const Groups ranks = ranked(groups, 0, "rang", true);
    EXPECT_THAT(shown(ranks.columns[1].figures), ElementsAre("1", "3", "1", "!nc"));
    EXPECT_THAT(shown(ranked(groups, 0, "rang", false).columns[1].figures), ElementsAre("2", "1", "2", "!nc"));
    EXPECT_EQ(ranks.columns[1].total, std::nullopt);
    EXPECT_THAT(keys(first_of(sorted(groups, 0, true), 2)), ElementsAre("A", "C"));
    EXPECT_THAT(keys(sorted(groups, 0, true)), ElementsAre("A", "C", "B", "D"));
}

TEST(GroupSteps, SharesAreOfTheWholeAndKnowTheirCounts)
{
    const Groups groups = of_year(2025).group({"porteur"}, benef);
    const Groups shares = with_shares(groups, 0, "part", of_year(2025).figure(benef[0].second));
    EXPECT_THAT(shown(shares.columns[1].figures), ElementsAre("0.375", "0.25", "0.375", "!nc"));
    EXPECT_EQ(shares.columns[1].figures[0].numerator, 30);
    EXPECT_EQ(shares.columns[1].figures[0].denominator, 80);
    EXPECT_EQ(shares.columns[1].figures[0].unit, Unit::rate);
    EXPECT_EQ(shares.columns[1].total->value, 1);
}

TEST(GroupSteps, PivotMakesAColumnOfEachValue)
{
    const Groups groups = query().pivot({"porteur"}, "sexe", benef[0].second);
    ASSERT_EQ(groups.columns.size(), 3U);
    EXPECT_EQ(groups.columns[0].name, "F");
    EXPECT_EQ(groups.columns[2].name, "nc");
    EXPECT_THAT(keys(groups), ElementsAre("A", "B", "C", "D", "E"));
    EXPECT_THAT(shown(groups.columns[0].figures), ElementsAre("50", "20", "!so", "!so", "7"));
    EXPECT_THAT(shown(groups.columns[1].figures), ElementsAre("5", "!nc", "30", "!so", "!so"));
    EXPECT_EQ(groups.columns[0].total->value, 77);
    const Groups two = query().pivot({"porteur", "exercice"}, "sexe", benef[0].second);
    EXPECT_THAT(shown(two.columns[0].figures), ElementsAre("20", "30", "!so", "20", "!so", "!so", "!so", "7"));
}

TEST(GroupSteps, AComparisonIsNothingWhereItDoesNotHold)
{
    const Groups groups = compare(of_year(2025), of_year(2024), {{"porteur"}, benef, 0.8, {}});
    EXPECT_THAT(keys(groups), ElementsAre("A", "B", "C", "D", "E"));
    ASSERT_EQ(groups.columns.size(), 4U);
    EXPECT_EQ(groups.columns[1].name, "benef_before");
    EXPECT_THAT(shown(groups.columns[0].figures), ElementsAre("30", "20", "30", "!nc", "!so"));
    EXPECT_THAT(shown(groups.columns[1].figures), ElementsAre("25", "!nc", "0", "!so", "7"));
    EXPECT_THAT(shown(groups.columns[2].figures), ElementsAre("5", "!nc", "30", "!nc", "!so"));
    EXPECT_THAT(shown(groups.columns[3].figures), ElementsAre("0.2", "!nc", "!so", "!nc", "!so"))
        << "no growth from nothing";
    EXPECT_EQ(groups.columns[2].total->value, std::nullopt) << "three known of four is not enough";
    EXPECT_EQ(groups.columns[2].total->cause, State::not_available);
    const Groups lenient = compare(of_year(2025), of_year(2024), {{"porteur"}, benef, 0.5, {}});
    EXPECT_EQ(lenient.columns[2].total->value, std::nullopt) << "C, D and E are there in one year only";
    EXPECT_EQ(lenient.columns[2].total->cause, State::not_available);
    const auto in = [](double year) {
        const auto both = apply(Operation::one_of, {field("porteur")}, {std::string("A"), std::string("C")});
        return of_year(year).where(both);
    };
    EXPECT_EQ(compare(in(2025), in(2024), {{"porteur"}, benef, 0.5, {}}).columns[2].total->value, 35);
}

TEST(GroupSteps, OfAYearWithoutARowNothingIsKnown)
{
    const std::vector<std::pair<std::string, Measure>> measures = {
        benef[0], {"actions", {Aggregate::count, nullptr, nullptr, nullptr, Unit::count}}};
    const auto totals = [&](double now, double before) {
        std::vector<Figure> all;
        for (const FigureColumn& column :
             compare(of_year(now), of_year(before), {{"porteur"}, measures, 0.8, {}}).columns)
            all.push_back(column.total.value_or(Figure{}));
        return shown(all);
    };
    EXPECT_THAT(totals(2024, 2023), ElementsAre("32", "!so", "!so", "!so", "5", "!so", "!so", "!so"));
    EXPECT_THAT(totals(2023, 2024), ElementsAre("!so", "32", "!so", "!so", "!so", "5", "!so", "!so"));
    EXPECT_THAT(totals(2023, 2022), ElementsAre("!so", "!so", "!so", "!so", "!so", "!so", "!so", "!so"));
}

TEST(GroupSteps, NobodyAskedIsNoZeroThatChanges)
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {make_field("porteur", FieldType::text), make_field("benef", FieldType::count)};
    const auto rows = [&](std::vector<std::string> values) {
        return Query(TableMaker(schema).column("porteur", {"A", "B"}).column("benef", std::move(values)).dataset());
    };
    const Groups groups = compare(rows({"3", "4"}), rows({"!so", "!so"}), {{"porteur"}, benef, 0.8, {}});
    EXPECT_THAT(shown(groups.columns[1].figures), ElementsAre("!so", "!so"));
    EXPECT_THAT(shown(groups.columns[2].figures), ElementsAre("!so", "!so"));
    EXPECT_THAT(shown({*groups.columns[1].total, *groups.columns[2].total}), ElementsAre("!so", "!so"));
}

TEST(GroupSteps, ChangesOfRatesArePoints)
{
    const Measure share{Aggregate::ratio, apply(Operation::equal, {field("sexe"), constant(std::string("F"))}),
                        constant(1.0), nullptr, Unit::rate};
    const Groups groups = compare(of_year(2025), of_year(2024), {{"porteur"}, {{"part", share}}, 0.8, {}});
    ASSERT_EQ(groups.columns.size(), 3U) << "a rate has no growth";
    EXPECT_EQ(groups.columns[2].figures[0].unit, Unit::points);
    EXPECT_EQ(groups.columns[2].figures[0].value, 50);
}

} // namespace
} // namespace bilan::data
