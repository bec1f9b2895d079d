// SPDX-License-Identifier: MPL-2.0
//
// What a dataset of one million rows of twenty fields weighs: `bytes_a_cell` as the allocator sees it, texts left out,
// and `of_goal` of the twelve bytes allowed. `said_a_cell` is what the dataset says of itself.
#include "data/dataset.hpp"
#include "data/million.hpp"

#include <benchmark/benchmark.h>

#include <malloc.h>

namespace bilan::data {
namespace {

constexpr std::size_t fields = 20;
constexpr double bytes_allowed = 12;

/// Every fourth field is a text.
std::shared_ptr<const Schema> twenty_fields()
{
    auto schema = std::make_shared<Schema>();
    schema->id = "banc";
    for (std::size_t at = 0; at < fields; ++at) {
        Field field;
        field.id = "c" + std::to_string(at);
        field.type = at % 4 == 0 ? FieldType::text : FieldType::count;
        schema->fields.push_back(std::move(field));
    }
    return schema;
}

Column filled(const Field& field, std::size_t rows)
{
    Column column;
    column.field = field;
    if (!is_numeric(field.type)) {
        column.dictionary = std::make_shared<TextPool>();
        for (std::size_t text = 0; text < 1000; ++text) column.dictionary->add("Valeur no " + std::to_string(text));
    }
    for (std::size_t row = 0; row < rows; ++row) {
        if (column.dictionary)
            column.ids.push_back(static_cast<std::uint32_t>(row % 1000));
        else
            column.numbers.push_back(static_cast<double>(row % 400));
        column.states.push_back(row % 12 == 0 ? State::not_given : State::value);
        column.source_columns.push_back(3);
    }
    return column;
}

/// As files come: a hundred tables.
std::shared_ptr<const Dataset> made(const std::shared_ptr<const Schema>& schema)
{
    constexpr std::size_t tables = 100;
    DatasetBuilder builder(schema);
    for (std::size_t table = 0; table < tables; ++table) {
        TableValues values;
        values.schema = schema;
        values.origin.file = "banc_" + std::to_string(table) + ".xlsx";
        for (std::uint32_t row = 0; row < bench_rows / tables; ++row) values.source_rows.push_back(row);
        for (const Field& field : schema->fields) values.columns.push_back(filled(field, bench_rows / tables));
        builder.append(std::move(values));
    }
    return builder.finish();
}

double allocated()
{
    const struct mallinfo2 info = mallinfo2();
    return static_cast<double>(info.uordblks + info.hblkhd);
}

void bytes_of_a_cell(benchmark::State& state)
{
    const auto schema = twenty_fields();
    double held = 0;
    double said = 0;
    for (auto round : state) {
        const double before = allocated();
        const auto dataset = made(schema);
        held = allocated() - before;
        said = static_cast<double>(dataset->bytes());
        for (const Column& column : dataset->columns()) {
            const double texts = column.dictionary ? static_cast<double>(column.dictionary->bytes()) : 0;
            held -= texts;
            said -= texts;
        }
    }
    constexpr double cells = static_cast<double>(bench_rows * fields);
    state.counters["bytes_a_cell"] = held / cells;
    state.counters["said_a_cell"] = said / cells;
    state.counters["of_goal"] = held / cells / bytes_allowed;
}

BENCHMARK(bytes_of_a_cell)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace
} // namespace bilan::data
