// SPDX-License-Identifier: MPL-2.0
//
// Order of groups, lists, several keys, crossings.
#include "base/error.hpp"
#include "data/query.hpp"
#include "data/table_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::data {
namespace {

using Operation::greater;
using Operation::known_or;
using test::list;
using test::make_field;
using test::TableMaker;
using testing::ElementsAre;

std::shared_ptr<const Schema> schema()
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {make_field("cotation", FieldType::choice, "cotation"),
                      make_field("porteur", FieldType::text),
                      make_field("exercice", FieldType::year),
                      make_field("qpv", FieldType::choices),
                      make_field("benef", FieldType::count),
                      make_field("absent", FieldType::text)};
    return schema;
}

const Domain& domain()
{
    static const Domain all = [] {
        auto vocabulary = std::make_shared<Vocabulary>();
        vocabulary->id = "cotation";
        for (const char* id : {"G2", "G1", "G0", "non_cote"}) vocabulary->terms.push_back({id, {}, {}, {}});
        return Domain{{}, {vocabulary}, {}};
    }();
    return all;
}

Query query()
{
    return Query(TableMaker(schema())
                     .column("cotation", {"G0", "autre", "G2", "!nc", "G1", "!vide", "G0", "Autre"})
                     .column("porteur", {"Zoé", "école B", "Ecole A", "zoé", "!vide", "Zoé", "École a", "10"})
                     .column("exercice", {"2025", "2023", "2024", "2023", "!err", "2025", "2025", "2024"})
                     .column("qpv", {list({"Nord", "Sud"}), "Sud", list({"Sud", "Sud"}), "!nc", "Nord", "Est",
                                     list({"Est", "Nord", "Sud"}), "Est"})
                     .column("benef", {"1", "2", "4", "8", "16", "32", "!nc", "64"})
                     .dataset(),
                 &domain());
}

Measure sum_of_people()
{
    return {Aggregate::sum, field("benef"), nullptr, nullptr, Unit::people};
}

std::string text(const KeyColumn& keys, std::size_t at)
{
    if (const auto* number = std::get_if<double>(&keys.values[at])) return base::shortest(*number);
    if (const auto* found = std::get_if<std::string>(&keys.values[at])) return *found;
    return "!" + std::string(code(keys.states[at]));
}

std::vector<std::string> texts(const KeyColumn& keys)
{
    std::vector<std::string> all;
    for (std::size_t at = 0; at < keys.values.size(); ++at) all.push_back(text(keys, at));
    return all;
}

std::vector<double> values(const std::vector<Figure>& figures)
{
    std::vector<double> all;
    for (const Figure& figure : figures) all.push_back(figure.value.value_or(-1));
    return all;
}

TEST(Group, ComesInTheOrderOfTheVocabularyThenOthersThenUnknowns)
{
    const Groups groups = query().group({"cotation"}, {{"benef", sum_of_people()}});
    EXPECT_THAT(texts(groups.keys[0]), ElementsAre("G2", "G1", "G0", "Autre", "autre", "!vide", "!nc"));
    EXPECT_THAT(values(groups.columns[0].figures), ElementsAre(4, 16, 1, 64, 2, 32, 8));
    EXPECT_EQ(groups.columns[0].figures[2].unknown, 1U);
    EXPECT_EQ(groups.columns[0].name, "benef");
    EXPECT_EQ(groups.size(), 7U);
}

TEST(Group, OrdersTextsFoldedAndNumbersAscending)
{
    EXPECT_THAT(texts(query().group({"porteur"}, {}).keys[0]),
                ElementsAre("10", "Ecole A", "École a", "école B", "Zoé", "zoé", "!vide"));
    EXPECT_THAT(texts(query().group({"exercice"}, {}).keys[0]), ElementsAre("2023", "2024", "2025", "!err"));
}

TEST(Group, PutsARowOnceUnderEachItemOfAList)
{
    const Groups groups = query().group({"qpv"}, {{"rows", Measure{}}, {"benef", sum_of_people()}});
    EXPECT_THAT(texts(groups.keys[0]), ElementsAre("Est", "Nord", "Sud", "!nc"));
    EXPECT_THAT(values(groups.columns[0].figures), ElementsAre(3, 3, 4, 1));
    EXPECT_THAT(values(groups.columns[1].figures), ElementsAre(96, 17, 7, 8));
    const Groups written = query().group({"qpv"}, {{"rows", Measure{}}}, ListKeys::as_written);
    EXPECT_EQ(written.size(), 7U);
}

TEST(Group, ARowOfSeveralItemsDoesNotShiftTheOthersBesideAConditionThatLeavesRowsOut)
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {test::make_field("qpv", FieldType::choices), test::make_field("montant", FieldType::euro),
                      test::make_field("cotation", FieldType::choice)};
    const auto dataset = test::TableMaker(schema)
                             .column("qpv", {"Q1", test::list({"Q1", "Q2"}), "Q2", "Q3", "Q4"})
                             .column("montant", {"1000", "2000", "4000", "8000", "16000"})
                             .column("cotation", {"G0", "G1", "!vide", "G2", "G1"})
                             .dataset();
    Measure scored;
    scored.aggregate = Aggregate::sum;
    scored.expression = field("montant");
    scored.where = apply(Operation::known, {field("cotation")});
    const Groups groups = Query(dataset).group({"qpv"}, {{"credits", scored}});
    EXPECT_THAT(texts(groups.keys[0]), ElementsAre("Q1", "Q2", "Q3", "Q4"));
    EXPECT_THAT(values(groups.columns[0].figures), ElementsAre(3000, 2000, 8000, 16000));
}

TEST(Group, OfWhichTheMeasuresOwnConditionLeavesNoRowHasNoValue)
{
    const auto of_2024 = [](Aggregate aggregate, ExpressionPointer expression) {
        Measure measure{aggregate, std::move(expression), nullptr, nullptr, Unit::people};
        measure.where = apply(Operation::equal, {field("exercice"), constant(2024.0)});
        if (aggregate == Aggregate::ratio) measure.denominator = field("benef");
        return measure;
    };
    const Groups groups = query().group(
        {"porteur"}, {{"sum", of_2024(Aggregate::sum, field("benef"))},
                      {"mean", of_2024(Aggregate::mean, field("benef"))},
                      {"ratio", of_2024(Aggregate::ratio, field("benef"))},
                      {"many", of_2024(Aggregate::count, apply(greater, {field("benef"), constant(3.0)}))},
                      {"rows", of_2024(Aggregate::count, nullptr)}});
    ASSERT_THAT(texts(groups.keys[0]), ElementsAre("10", "Ecole A", "École a", "école B", "Zoé", "zoé", "!vide"));
    EXPECT_THAT(values(groups.columns[0].figures), ElementsAre(64, 4, -1, -1, -1, -1, -1));
    for (const std::size_t column : {0U, 1U, 2U, 3U}) {
        const Figure& nobody = groups.columns[column].figures[2];
        EXPECT_FALSE(nobody.value) << groups.columns[column].name;
        EXPECT_EQ(nobody.cause, State::not_applicable) << groups.columns[column].name << ", as in a crossing";
        EXPECT_EQ(nobody.base + nobody.unknown, 0U);
    }
    EXPECT_EQ(groups.columns[0].figures[6].cause, State::error) << "its year is not known: it may be of 2024";
    EXPECT_THAT(values(groups.columns[4].figures), ElementsAre(1, 1, 0, 0, 0, 0, -1)) << "how many rows is known";

    Measure large{Aggregate::sum, field("benef"), nullptr, nullptr, Unit::people};
    large.where = apply(greater, {field("benef"), constant(50.0)});
    const Groups chosen = query().group({"porteur"}, {{"sum", large}});
    EXPECT_EQ(values(chosen.columns[0].figures)[1], 0) << "rows that are none of those asked for: a sum of nothing";
}

TEST(Group, SplitsByFurtherKeysAndOnlyShowsGroupsWithRows)
{
    const Groups groups = query().group({"exercice", "qpv"}, {{"rows", Measure{}}});
    EXPECT_THAT(texts(groups.keys[0]), ElementsAre("2023", "2023", "2024", "2024", "2025", "2025", "2025", "!err"));
    EXPECT_THAT(texts(groups.keys[1]), ElementsAre("Sud", "!nc", "Est", "Sud", "Est", "Nord", "Sud", "Nord"));
    EXPECT_THAT(values(groups.columns[0].figures), ElementsAre(1, 1, 1, 1, 2, 2, 2, 1));
}

TEST(Group, AcceptsDerivedColumnsAndFieldsThatNoTableHas)
{
    const Query named = query().derive("note", apply(known_or, {field("cotation")}, {"non_cote"}));
    EXPECT_THAT(texts(named.group({"note"}, {}).keys[0]), ElementsAre("G2", "G1", "G0", "non_cote", "Autre", "autre"));
    const Query large = query().derive("grand", apply(greater, {field("benef"), constant(3.0)}));
    EXPECT_THAT(texts(large.group({"grand"}, {}).keys[0]), ElementsAre("0", "1", "!nc"));
    const Groups absent = query().group({"absent"}, {{"rows", Measure{}}});
    EXPECT_THAT(texts(absent.keys[0]), ElementsAre("!abs"));
    EXPECT_THAT(values(absent.columns[0].figures), ElementsAre(8));
}

TEST(Group, OfNoRowsHasNoGroups)
{
    const Query none = query().where(constant(false));
    EXPECT_EQ(none.group({"exercice", "qpv"}, {{"benef", sum_of_people()}}).size(), 0U);
    EXPECT_TRUE(none.cross("exercice", "qpv", sum_of_people()).cells.empty());
    EXPECT_EQ(none.cross("exercice", "qpv", sum_of_people()).total.value, 0);
}

TEST(Group, WithoutAFieldOrWithAnUnknownOneIsAnError)
{
    EXPECT_THROW((void)query().group({}, {}), base::Error);
    EXPECT_THROW((void)query().group({"qvp"}, {}), base::Error);
}

TEST(Cross, ComputesTotalsOverRowsAndNotByAdding)
{
    const Crossing crossing = query().cross("exercice", "qpv", {});
    EXPECT_THAT(texts(crossing.rows), ElementsAre("2023", "2024", "2025", "!err"));
    EXPECT_THAT(texts(crossing.columns), ElementsAre("Est", "Nord", "Sud", "!nc"));
    EXPECT_THAT(values(crossing.cells[0]), ElementsAre(-1, -1, 1, 1)) << "no rows: no value";
    EXPECT_THAT(values(crossing.cells[2]), ElementsAre(2, 2, 2, -1));
    EXPECT_THAT(values(crossing.row_totals), ElementsAre(2, 2, 3, 1)) << "three rows of 2025, six under their quarters";
    EXPECT_THAT(values(crossing.column_totals), ElementsAre(3, 3, 4, 1));
    EXPECT_EQ(crossing.total.value, 8);
}

TEST(Cross, ARateWithoutRowsHasNoValue)
{
    const Measure rate{Aggregate::ratio, field("benef"), field("benef"), nullptr, Unit::rate};
    const Crossing crossing = query().cross("exercice", "qpv", rate);
    EXPECT_EQ(crossing.cells[0][0].value, std::nullopt);
    EXPECT_EQ(crossing.cells[0][0].cause, State::not_applicable) << "nobody was asked";
    EXPECT_EQ(crossing.cells[0][0].unit, Unit::rate);
    EXPECT_EQ(crossing.cells[0][2].value, 1);
}

TEST(Distinct, GivesKnownValuesInTheOrderOfGroups)
{
    EXPECT_THAT(texts(query().distinct("cotation")), ElementsAre("G2", "G1", "G0", "Autre", "autre"));
    EXPECT_THAT(texts(query().distinct("qpv")), ElementsAre("Est", "Nord", "Sud"));
}

} // namespace
} // namespace bilan::data
