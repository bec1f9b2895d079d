// SPDX-License-Identifier: MPL-2.0
//
// One million rows: right figures, bounded memory. Speed is measured in bench/data.
#include "data/query.hpp"
#include "data/table_maker.hpp"

#include <gtest/gtest.h>

namespace bilan::data {
namespace {

using test::make_field;

constexpr std::uint32_t rows = 1'000'000;
constexpr std::uint32_t tables = 4;

TableValues part(const std::shared_ptr<const Schema>& schema)
{
    TableValues values;
    values.schema = schema;
    values.origin.file = "partie.xlsx";
    for (std::uint32_t row = 0; row < rows / tables; ++row) values.source_rows.push_back(row);
    for (const Field& field : schema->fields) {
        Column column;
        column.field = field;
        if (!is_numeric(field.type)) {
            column.dictionary = std::make_shared<TextPool>();
            for (int text = 0; text < 100; ++text) column.dictionary->add("texte " + std::to_string(text));
        }
        for (std::uint32_t row = 0; row < rows / tables; ++row) {
            if (is_numeric(field.type))
                column.numbers.push_back(row % 10);
            else
                column.ids.push_back(row % 100);
            column.states.push_back(row % 50 == 49 ? State::not_given : State::value);
            column.source_columns.push_back(0);
        }
        values.columns.push_back(std::move(column));
    }
    return values;
}

TEST(Million, RowsAreJoinedGroupedAndCounted)
{
    auto schema = std::make_shared<Schema>();
    for (int number = 0; number < 6; ++number)
        schema->fields.push_back(make_field("n" + std::to_string(number), FieldType::count));
    for (int text = 0; text < 2; ++text)
        schema->fields.push_back(make_field("t" + std::to_string(text), FieldType::text));
    DatasetBuilder builder(schema);
    for (std::uint32_t table = 0; table < tables; ++table) builder.append(part(schema));
    const auto dataset = builder.finish();
    ASSERT_EQ(dataset->rows(), rows);
    EXPECT_EQ(dataset->column("t0")->dictionary->size(), 98U) << "texts behind unknown cells are no texts";

    constexpr std::size_t texts = 1'000'000;
    EXPECT_LE(dataset->bytes(), 12 * std::size_t{rows} * schema->fields.size() + texts);

    const Groups groups = Query(dataset).group(
        {"t0"}, {{"sum", {Aggregate::sum, field("n0"), nullptr, nullptr, Unit::people}}, {"rows", Measure{}}});
    ASSERT_EQ(groups.size(), 99U);
    double sum = 0;
    std::uint64_t unknown = 0;
    std::uint64_t all = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        sum += groups.columns[0].figures[group].value.value_or(0);
        unknown += groups.columns[0].figures[group].unknown;
        all += groups.columns[1].figures[group].base;
    }
    EXPECT_EQ(sum, 4'500'000 - 9 * 20'000);
    EXPECT_EQ(unknown, 20'000U);
    EXPECT_EQ(all, rows);
}

} // namespace
} // namespace bilan::data
