// SPDX-License-Identifier: MPL-2.0
#include "data/reshape.hpp"

#include "base/error.hpp"
#include "data/program.hpp"

#include <algorithm>

namespace bilan::data {

namespace {

/// A field that a new dataset takes over, under another id perhaps.
Field described(const Query& query, const std::string& name, const std::string& id, bool is_text)
{
    Field field;
    if (const Field* const known = query.field(name); known != nullptr) {
        field = *known;
    } else {
        const FieldFamily* const family = query.dataset().schema().family_of(name);
        field.type = family != nullptr ? family->type : is_text ? FieldType::text : FieldType::number;
        field.people = family != nullptr && family->people;
        field.label = family != nullptr ? family->label : base::Words{name, name};
    }
    field.id = id;
    return field;
}

/// The values of one field over the rows of a query, with the cells that gave them.
Column gathered(const Query& query, const std::string& name, const std::string& id)
{
    const ExpressionPointer expression = query.expanded(field(name));
    Program program(query.dataset(), *expression);
    Column column;
    column.field = described(query, name, id, program.is_text());
    if (program.is_text()) column.dictionary = std::make_shared<TextPool>();
    std::vector<std::uint32_t> ids(program.is_text() ? program.texts().size() : 0);
    for (std::uint32_t at = 0; at < ids.size(); ++at) ids[at] = column.dictionary->intern(program.texts().at(at));

    const Column* const direct = query.is_derived(name) ? nullptr : query.dataset().column(name);
    for_each_block(*query.rows(), [&](std::span<const std::uint32_t> block) {
        const Block values = program.run(block);
        for (std::size_t row = 0; row < block.size(); ++row) {
            const bool is_known = values.states[row] == State::value;
            column.states.push_back(values.states[row]);
            if (program.is_text())
                column.ids.push_back(is_known ? ids[values.ids[row]] : 0);
            else
                column.numbers.push_back(values.numbers[row]);
            column.source_columns.push_back(direct == nullptr ? Column::no_cell : direct->source_columns[block[row]]);
        }
    });
    return column;
}

/// Takes some of the rows of columns that were gathered.
Column taken(const Column& from, const std::vector<std::size_t>& rows)
{
    Column column;
    column.field = from.field;
    column.dictionary = from.dictionary;
    for (const std::size_t row : rows) {
        column.states.push_back(from.states[row]);
        column.source_columns.push_back(from.source_columns[row]);
        if (from.dictionary != nullptr)
            column.ids.push_back(from.ids[row]);
        else
            column.numbers.push_back(from.numbers[row]);
    }
    return column;
}

/// Hands columns over the rows of a query to a builder, partner table by partner table.
void append(DatasetBuilder& builder, const std::shared_ptr<const Schema>& schema, const Query& query,
            const std::vector<Column>& columns)
{
    const Dataset& dataset = query.dataset();
    std::vector<std::vector<std::size_t>> by_table(dataset.origins().size());
    for (std::size_t at = 0; at < query.rows()->size(); ++at)
        by_table[dataset.table((*query.rows())[at])].push_back(at);
    for (std::size_t table = 0; table < by_table.size(); ++table) {
        if (by_table[table].empty()) continue;
        TableValues values;
        values.schema = schema;
        values.origin = dataset.origins()[table];
        for (const std::size_t at : by_table[table])
            values.source_rows.push_back(dataset.source_row((*query.rows())[at]));
        for (std::size_t column = 0; column < columns.size(); ++column) {
            values.columns.push_back(taken(columns[column], by_table[table]));
            const auto index = dataset.column_index(columns[column].field.id);
            for (std::size_t record = 0; index && record < by_table[table].size(); ++record) {
                const auto cell = dataset.other_cell((*query.rows())[by_table[table][record]], *index);
                if (cell)
                    values.other_cells[{static_cast<std::uint32_t>(record), static_cast<std::uint32_t>(column)}] =
                        *cell;
            }
        }
        builder.append(std::move(values));
    }
}

std::shared_ptr<Schema> schema_of(const Query& query, std::vector<Field> fields)
{
    auto schema = std::make_shared<Schema>();
    schema->id = query.dataset().schema().id;
    schema->label = query.dataset().schema().label;
    schema->fields = std::move(fields);
    return schema;
}

bool is_there(const Query& query, const std::string& name)
{
    return query.is_derived(name) || query.dataset().column(name) != nullptr;
}

void refuse_mixture(const std::string& field, bool mixed)
{
    if (mixed) throw base::Error(base::ExitCode::script, "", {"BIL-750", {field}});
}

std::uint64_t fields_there(const Query& query)
{
    const std::vector<std::string> names = query.field_names();
    return static_cast<std::uint64_t>(
        std::ranges::count_if(names, [&](const std::string& name) { return is_there(query, name); }));
}

} // namespace

std::uint64_t cells_of(const Query& query, const Unpivot& options)
{
    return query.rows()->size() * options.parts.size() * (options.keep.size() + 2);
}

std::uint64_t cells_of_both(const Query& first, const Query& second)
{
    return (first.rows()->size() + second.rows()->size()) * std::max(fields_there(first), fields_there(second));
}

std::vector<std::string> fields_that_describe(const Query& query)
{
    std::vector<std::string> names;
    for (const std::string& name : query.field_names()) {
        if (!is_there(query, name)) continue;
        const Field* const field = query.field(name);
        const bool measures = field == nullptr || field->type == FieldType::count || field->type == FieldType::number ||
                              field->type == FieldType::euro || field->type == FieldType::rate;
        if (!measures) names.push_back(name);
    }
    return names;
}

Query unpivot(const Query& query, const Unpivot& options)
{
    std::vector<Column> kept;
    std::vector<Field> fields;
    for (const std::string& name : options.keep) {
        kept.push_back(gathered(query, name, name));
        fields.push_back(kept.back().field);
    }
    Column labels;
    labels.field = described(query, options.name, options.name, true);
    labels.field.type = FieldType::text;
    labels.field.vocabulary.clear();
    labels.dictionary = std::make_shared<TextPool>();
    labels.states.assign(query.rows()->size(), State::value);
    labels.source_columns.assign(query.rows()->size(), Column::no_cell);
    std::vector<Column> values;
    for (const Unpivot::Part& part : options.parts) {
        values.push_back(gathered(query, part.field, options.value));
        refuse_mixture(part.field, (values.back().dictionary != nullptr) != (values.front().dictionary != nullptr));
        if (values.back().field.type != values.front().field.type)
            values.front().field.type = values.front().dictionary ? FieldType::text : FieldType::number;
    }
    for (Column& column : values) {
        column.field = values.front().field;
        column.field.label = {options.value, options.value};
    }
    fields.push_back(labels.field);
    fields.push_back(values.front().field);

    const std::shared_ptr<const Schema> schema = schema_of(query, std::move(fields));
    DatasetBuilder builder(schema);
    for (std::size_t part = 0; part < values.size(); ++part) {
        labels.ids.assign(query.rows()->size(), labels.dictionary->intern(options.parts[part].label));
        std::vector<Column> columns = kept;
        columns.push_back(labels);
        columns.push_back(std::move(values[part]));
        append(builder, schema, query, columns);
    }
    return Query(builder.finish(), query.domain());
}

Query unite(const Query& first, const Query& second)
{
    std::vector<Field> fields;
    std::vector<std::vector<Column>> columns(2);
    const auto gather = [&](const Query& query, std::vector<Column>& into) {
        for (const std::string& name : query.field_names()) {
            if (!is_there(query, name)) continue;
            into.push_back(gathered(query, name, name));
            const auto same = std::ranges::find(fields, name, &Field::id);
            if (same == fields.end()) {
                fields.push_back(into.back().field);
                continue;
            }
            refuse_mixture(name, is_numeric(same->type) != is_numeric(into.back().field.type));
            if (same->type != into.back().field.type && is_numeric(same->type)) same->type = FieldType::number;
        }
    };
    gather(first, columns[0]);
    gather(second, columns[1]);
    // Fields that the schemas know and no table has stay known: asked for, they are unknown, not a mistake.
    for (const Query* query : {&first, &second})
        for (const std::string& name : query->field_names())
            if (const Field* known = query->field(name);
                known != nullptr && std::ranges::find(fields, name, &Field::id) == fields.end())
                fields.push_back(*known);
    const std::shared_ptr<const Schema> schema = schema_of(first, std::move(fields));
    for (std::vector<Column>& side : columns)
        for (Column& column : side) column.field = *schema->field(column.field.id);
    DatasetBuilder builder(schema);
    append(builder, schema, first, columns[0]);
    append(builder, schema, second, columns[1]);
    return Query(builder.finish(), first.domain() != nullptr ? first.domain() : second.domain());
}

} // namespace bilan::data
