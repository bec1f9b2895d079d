// SPDX-License-Identifier: MPL-2.0
#include "data/dataset.hpp"
#include "data/table_maker.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace bilan::data {
namespace {

using test::make_field;
using test::TableMaker;
using testing::ElementsAre;

std::shared_ptr<const Schema> small_schema()
{
    auto schema = std::make_shared<Schema>();
    schema->id = "essai";
    schema->fields = {make_field("porteur", FieldType::text), make_field("benef", FieldType::count),
                      make_field("montant", FieldType::euro)};
    schema->families.resize(1);
    schema->families[0].prefix = "age_";
    return schema;
}

std::shared_ptr<const Dataset> two_tables()
{
    const auto schema = small_schema();
    DatasetBuilder builder(schema);
    builder.append(
        TableMaker(schema, "a.xlsx").column("age_26_p", {"1", "2"}).column("porteur", {"Alpha", "Bêta"}).values());
    builder.append(TableMaker(schema, "b.xlsx")
                       .column("age_0_25", {"5", "!nc", "7"})
                       .column("porteur", {"Bêta", "!vide", "Gamma"})
                       .column("benef", {"10", "!secret", "0"})
                       .values());
    return builder.finish();
}

TEST(Dataset, ColumnsComeInSchemaOrderThenFamiliesById)
{
    const auto dataset = two_tables();
    std::vector<std::string> ids;
    for (const Column& column : dataset->columns()) ids.push_back(column.field.id);
    EXPECT_THAT(ids, ElementsAre("porteur", "benef", "age_0_25", "age_26_p"));
    EXPECT_EQ(dataset->rows(), 5U);
    EXPECT_EQ(dataset->column("montant"), nullptr);
    EXPECT_EQ(dataset->column_index("benef"), 1U);
}

TEST(Dataset, DictionariesAreMergedAndColumnsThatATableLacksAreSaid)
{
    const auto dataset = two_tables();
    const Column& porteur = *dataset->column("porteur");
    EXPECT_THAT(porteur.ids, ElementsAre(0U, 1U, 1U, 0U, 2U));
    EXPECT_EQ(porteur.dictionary->size(), 3U);
    EXPECT_EQ(porteur.text(4), "Gamma");
    EXPECT_EQ(porteur.states[3], State::empty);
    EXPECT_THAT(dataset->column("benef")->states,
                ElementsAre(State::no_column, State::no_column, State::value, State::secret, State::value));
    EXPECT_THAT(dataset->column("age_26_p")->numbers, ElementsAre(1, 2, 0, 0, 0));
}

TEST(Dataset, ADictionaryWithDoublesAndUnusedTextsComesOutClean)
{
    const auto schema = small_schema();
    TableValues values = TableMaker(schema).column("porteur", {"x", "x"}).values();
    values.columns[0].dictionary = std::make_shared<TextPool>();
    for (const char* text : {"jamais", "Alpha", "Alpha"}) values.columns[0].dictionary->add(text);
    values.columns[0].ids = {2, 1};
    DatasetBuilder builder(schema);
    builder.append(values);
    const auto dataset = builder.finish();
    EXPECT_EQ(dataset->column("porteur")->dictionary->size(), 1U);
    EXPECT_THAT(dataset->column("porteur")->ids, ElementsAre(0U, 0U));
}

TEST(Dataset, PlacesNameFileSheetAndCell)
{
    const auto dataset = two_tables();
    const Place place = dataset->place(4, "benef");
    EXPECT_EQ(place.file, "b.xlsx");
    EXPECT_EQ(place.sheet, "Bilan");
    EXPECT_EQ(cell_name({*place.row, *place.column}), "C4");
    EXPECT_EQ(dataset->cell(0, 1), std::nullopt) << "the first table has no such column";
    const Place row_only = dataset->place(0, "benef");
    EXPECT_EQ(row_only.row, 1U);
    EXPECT_EQ(row_only.column, std::nullopt);
    EXPECT_EQ(dataset->table(4), 1U);
    EXPECT_EQ(dataset->source_row(4), 3U);
}

TEST(Dataset, CellsElsewhereAndTransposedTablesKeepTheirPlace)
{
    const auto schema = small_schema();
    DatasetBuilder builder(schema);
    builder.append(TableMaker(schema, "t.xlsx").column("montant", {"3", "4"}).transposed().values());
    builder.append(TableMaker(schema, "m.xlsx")
                       .column("benef", {"1", "2"})
                       .column("porteur", {"Alpha", "Alpha"})
                       .other_cell(1, 1, {1, 1})
                       .column("montant", {"8", "9"})
                       .without_cells()
                       .values());
    const auto dataset = builder.finish();
    const std::size_t montant = dataset->column_index("montant").value();
    EXPECT_EQ(dataset->cell(1, montant), (CellPosition{0, 2})) << "record 1 of a transposed table is column C";
    EXPECT_EQ(dataset->place(1).column, 2U);
    EXPECT_EQ(dataset->place(1).row, std::nullopt);
    const std::size_t porteur = dataset->column_index("porteur").value();
    EXPECT_EQ(dataset->cell(3, porteur), (CellPosition{1, 1})) << "filled down from the top of a merge";
    EXPECT_EQ(dataset->cell(2, porteur), (CellPosition{1, 1}));
    EXPECT_EQ(dataset->cell(3, montant), std::nullopt) << "no cell gave it";
}

TEST(Dataset, ABuilderWithoutTablesGivesNoRows)
{
    const auto dataset = DatasetBuilder(small_schema()).finish();
    EXPECT_EQ(dataset->rows(), 0U);
    EXPECT_TRUE(dataset->columns().empty());
}

} // namespace
} // namespace bilan::data
