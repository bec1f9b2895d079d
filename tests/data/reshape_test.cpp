// SPDX-License-Identifier: MPL-2.0
//
// Fields laid under one another and datasets put together: no value, state or cell is lost.
#include "data/reshape.hpp"

#include "base/error.hpp"
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
    schema->fields = {make_field("porteur", FieldType::text), make_field("exercice", FieldType::year),
                      make_field("f", FieldType::count), make_field("h", FieldType::count),
                      make_field("montant", FieldType::euro)};
    return schema;
}

Query query()
{
    return Query(TableMaker(schema())
                     .column("porteur", {"Un", "Deux"})
                     .column("exercice", {"2025", "2024"})
                     .column("f", {"1", "!nc"})
                     .column("h", {"3", "4"})
                     .column("montant", {"100", "200"})
                     .dataset());
}

TEST(Unpivot, GivesARowForEachFieldAndKeepsItsCells)
{
    const Query shape = query();
    EXPECT_THAT(fields_that_describe(shape), ElementsAre("porteur", "exercice"));
    const Query long_one =
        unpivot(shape, {{{"Femmes", "f"}, {"Hommes", "h"}}, "sexe", "benef", fields_that_describe(shape)});
    EXPECT_THAT(long_one.field_names(), ElementsAre("porteur", "exercice", "sexe", "benef"));
    EXPECT_EQ(long_one.rows()->size(), 4U);
    const Groups groups =
        long_one.group({"sexe"}, {{"benef", {Aggregate::sum, field("benef"), nullptr, nullptr, Unit::people}}});
    EXPECT_EQ(std::get<std::string>(groups.keys[0].values[0]), "Femmes");
    EXPECT_EQ(groups.columns[0].figures[0].value, 1);
    EXPECT_EQ(groups.columns[0].figures[0].unknown, 1U);
    EXPECT_EQ(groups.columns[0].figures[1].value, 7);
    std::vector<std::string> cells;
    walk_sources(groups.columns[0].figures[1], [&](const SourceCell& cell) {
        cells.push_back(cell_name({*cell.place.row, *cell.place.column}));
        return true;
    });
    EXPECT_THAT(cells, ElementsAre("D2", "D3"));
}

TEST(Unpivot, RefusesTextsAmongNumbers)
{
    EXPECT_THROW((void)unpivot(query(), {{{"f", "f"}, {"porteur", "porteur"}}, "nom", "valeur", {}}), base::Error);
}

TEST(Union, PutsRowsTogetherAndSaysWhatOneSideLacks)
{
    auto other = std::make_shared<Schema>();
    other->id = "autre";
    other->fields = {make_field("porteur", FieldType::text), make_field("f", FieldType::number),
                     make_field("note", FieldType::text)};
    const Query second(
        TableMaker(other, "b.csv").column("porteur", {"Trois"}).column("f", {"2.5"}).column("note", {"x"}).dataset());
    const Query both = unite(query(), second);
    EXPECT_EQ(both.rows()->size(), 3U);
    const Figure sum = both.figure({Aggregate::sum, field("f"), nullptr, nullptr, Unit::number});
    EXPECT_EQ(sum.value, 3.5);
    EXPECT_EQ(both.dataset().column("note")->states[0], State::no_column);
    EXPECT_EQ(both.dataset().place(2, "f").file, "b.csv");
    EXPECT_EQ(both.dataset().schema().field("f")->type, FieldType::number) << "a count here and any number there";
}

TEST(Union, KeepsTheFieldsThatASchemaKnowsAndNoTableHas)
{
    auto other = std::make_shared<Schema>();
    other->fields = {make_field("f", FieldType::count), make_field("absent", FieldType::euro)};
    const Query both = unite(query(), Query(TableMaker(other).column("f", {"2"}).dataset()));
    const Figure sum = both.figure({Aggregate::sum, field("absent"), nullptr, nullptr, Unit::euro});
    EXPECT_EQ(sum.value, std::nullopt);
    EXPECT_EQ(sum.cause, State::no_column);
    EXPECT_EQ(sum.unknown, both.rows()->size());
}

TEST(Union, RefusesATextHereAndANumberThere)
{
    auto other = std::make_shared<Schema>();
    other->fields = {make_field("f", FieldType::text)};
    const Query second(TableMaker(other).column("f", {"x"}).dataset());
    EXPECT_THROW((void)unite(query(), second), base::Error);
}

TEST(Select, LeavesOtherFieldsOut)
{
    const Query narrow = query().select({"h", "porteur"});
    EXPECT_THAT(narrow.field_names(), ElementsAre("h", "porteur"));
    EXPECT_FALSE(narrow.has_field("f"));
    EXPECT_THROW((void)narrow.figure({Aggregate::sum, field("f"), nullptr, nullptr, Unit::people}), base::Error);
    EXPECT_THROW((void)query().select({"x"}), base::Error);
    EXPECT_THAT(narrow.derive("deux", apply(Operation::multiply, {field("h"), constant(2.0)})).field_names(),
                ElementsAre("h", "porteur", "deux"));
}

TEST(Union, SharesTheTablesItsRowsComeFrom)
{
    const Query once = query();
    Query rows = once;
    for (int turn = 0; turn < 10; ++turn) rows = unite(rows, rows);
    EXPECT_EQ(rows.rows()->size(), 2U << 10U);
    EXPECT_EQ(rows.dataset().table(0), 0U);
    EXPECT_NE(rows.dataset().table(2), 0U) << "a row that is there twice counts twice";
    for (const auto& origin : rows.dataset().origins())
        ASSERT_EQ(origin.get(), once.dataset().origins().front().get()) << "a copy for each part fills the memory";
    EXPECT_EQ(rows.dataset().place(7, "montant").file, once.dataset().place(1, "montant").file);
    EXPECT_EQ(rows.dataset().cell(7, 4), once.dataset().cell(1, 4));
}

} // namespace
} // namespace bilan::data
