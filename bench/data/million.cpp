// SPDX-License-Identifier: MPL-2.0
#include "data/million.hpp"

#include <random>

namespace bilan::data {

namespace {

std::shared_ptr<const Schema> schema()
{
    auto schema = std::make_shared<Schema>();
    schema->id = "banc";
    const std::pair<const char*, FieldType> fields[] = {
        {"pilier", FieldType::text}, {"porteur", FieldType::text},    {"exercice", FieldType::year},
        {"benef", FieldType::count}, {"benef_qpv", FieldType::count}, {"montant", FieldType::euro},
    };
    for (const auto& [id, type] : fields) {
        Field field;
        field.id = id;
        field.type = type;
        schema->fields.push_back(std::move(field));
    }
    return schema;
}

Column text_column(const Field& field, std::size_t different, std::mt19937& random)
{
    Column column;
    column.field = field;
    column.dictionary = std::make_shared<TextPool>();
    for (std::size_t at = 0; at < different; ++at) column.dictionary->add("Valeur no " + std::to_string(at));
    for (std::size_t row = 0; row < bench_rows; ++row)
        column.ids.push_back(static_cast<std::uint32_t>(random() % different));
    return column;
}

Column number_column(const Field& field, std::mt19937& random)
{
    Column column;
    column.field = field;
    const unsigned first = field.type == FieldType::year ? 2019 : 0;
    const unsigned different = field.type == FieldType::year ? 7 : 400;
    for (std::size_t row = 0; row < bench_rows; ++row)
        column.numbers.push_back(static_cast<double>(first + random() % different));
    return column;
}

} // namespace

std::shared_ptr<const Dataset> million()
{
    static const std::shared_ptr<const Dataset> dataset = [] {
        std::mt19937 random(1);
        TableValues values;
        values.schema = schema();
        values.origin = {"banc.xlsx", "Feuille", false, {}};
        for (std::uint32_t row = 0; row < bench_rows; ++row) values.source_rows.push_back(row);
        for (const Field& field : values.schema->fields) {
            Column column = is_numeric(field.type) ? number_column(field, random)
                                                   : text_column(field, field.id == "pilier" ? 8 : 5000, random);
            for (std::size_t row = 0; row < bench_rows; ++row) {
                column.states.push_back(random() % 12 != 0 ? State::value : static_cast<State>(1 + random() % 7));
                column.source_columns.push_back(static_cast<std::uint16_t>(values.columns.size()));
            }
            values.columns.push_back(std::move(column));
        }
        DatasetBuilder builder(values.schema);
        builder.append(std::move(values));
        return builder.finish();
    }();
    return dataset;
}

std::vector<std::pair<std::string, Measure>> three_aggregates()
{
    Measure sum{Aggregate::sum, field("benef"), nullptr, nullptr, Unit::people};
    Measure mean{Aggregate::mean, field("montant"), nullptr, nullptr, Unit::euro};
    Measure ratio{Aggregate::ratio, field("benef_qpv"), field("benef"), nullptr, Unit::rate};
    return {{"sum", sum}, {"mean", mean}, {"ratio", ratio}};
}

} // namespace bilan::data
