// SPDX-License-Identifier: MPL-2.0
#include "data/reshape.hpp"

#include "base/error.hpp"
#include "data/program.hpp"
#include "data/read_columns.hpp"

#include <algorithm>
#include <limits>

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

/// The values of one field over the rows of a query, with the cells that gave them. Texts go into `texts`, or into a
/// pool of the column's own.
Column gathered(const Query& query, const std::string& name, const std::string& id,
                std::shared_ptr<TextPool> texts = nullptr)
{
    constexpr std::uint32_t unmapped = std::numeric_limits<std::uint32_t>::max();
    const ExpressionPointer expression = query.expanded(field(name));
    Program program(query.dataset(), *expression);
    Column column;
    column.field = described(query, name, id, program.is_text());
    if (program.is_text()) column.dictionary = texts != nullptr ? std::move(texts) : std::make_shared<TextPool>();
    std::vector<std::uint32_t> ids(program.is_text() ? program.texts().size() : 0, unmapped);
    const auto id_of = [&](std::uint32_t text) {
        if (ids[text] == unmapped) ids[text] = column.dictionary->intern(program.texts().at(text));
        return ids[text];
    };

    column.states.reserve(query.rows()->size());
    column.source_columns.reserve(query.rows()->size());
    if (program.is_text())
        column.ids.reserve(query.rows()->size());
    else
        column.numbers.reserve(query.rows()->size());
    const Column* const direct = query.is_derived(name) ? nullptr : query.dataset().column(name);
    for_each_block(*query.rows(), [&](std::span<const std::uint32_t> block) {
        const Block values = program.run(block);
        for (std::size_t row = 0; row < block.size(); ++row) {
            const bool is_known = values.states[row] == State::value;
            column.states.push_back(values.states[row]);
            if (program.is_text())
                column.ids.push_back(is_known ? id_of(values.ids[row]) : 0);
            else
                column.numbers.push_back(values.numbers[row]);
            column.source_columns.push_back(direct == nullptr ? Column::no_cell : direct->source_columns[block[row]]);
        }
    });
    if (direct != nullptr)
        column.further = direct->further.chosen(*query.rows());
    else
        place_values(query.dataset(), expression, *query.rows(), column);
    return column;
}

/// Hands columns over the rows of a query to a builder.
void append(DatasetBuilder& builder, const std::shared_ptr<const Schema>& schema, const Query& query,
            std::vector<Column> columns)
{
    constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
    const Dataset& dataset = query.dataset();
    RowValues values;
    values.schema = schema;
    std::uint32_t last = unseen;
    for (const std::uint32_t row : *query.rows()) { // in their order in the dataset, so table after table
        if (dataset.table(row) != last) {
            last = dataset.table(row);
            values.origins.push_back(dataset.origins()[last]);
        }
        values.tables.push_back(static_cast<std::uint32_t>(values.origins.size() - 1));
        values.source_rows.push_back(dataset.source_row(row));
    }
    for (std::size_t column = 0; dataset.has_other_cells() && column < columns.size(); ++column) {
        const auto index = dataset.column_index(columns[column].field.id);
        for (std::size_t record = 0; index && record < query.rows()->size(); ++record)
            if (const auto cell = dataset.other_cell((*query.rows())[record], *index))
                values.other_cells[{static_cast<std::uint32_t>(record), static_cast<std::uint32_t>(column)}] = *cell;
    }
    values.columns = std::move(columns);
    builder.append(std::move(values));
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

std::uint64_t fields_there(const Query& query)
{
    const std::vector<std::string> names = query.field_names();
    return static_cast<std::uint64_t>(
        std::ranges::count_if(names, [&](const std::string& name) { return is_there(query, name); }));
}

/// What the fields that become columns were made of, where that is something else.
void add_behind(const Query& query, const std::string& name, FieldsBehind& behind)
{
    FieldSet made_of = query.fields_behind(name);
    made_of.erase(name);
    if (!made_of.empty()) behind[name].merge(made_of);
}

/// Fields that chose the rows of each of the queries.
FieldSet chosen_in_all(std::span<const Query> queries)
{
    FieldSet chosen = queries.front().chosen_by();
    for (const Query& query : queries)
        std::erase_if(chosen, [&](const std::string& field) { return !query.chosen_by().contains(field); });
    return chosen;
}

} // namespace

void refuse_mixture(const std::string& field, bool mixed)
{
    if (mixed) throw base::Error(base::ExitCode::script, "", {"BIL-750", {field}});
}

std::map<std::string, bool> numbers_of(const Query& query)
{
    std::map<std::string, bool> numbers;
    for (const std::string& name : query.field_names()) {
        if (!is_there(query, name)) continue;
        const ExpressionPointer expression = query.expanded(field(name));
        const Program program(query.dataset(), *expression);
        numbers[name] = is_numeric(described(query, name, name, program.is_text()).type);
    }
    return numbers;
}

std::uint64_t cells_of(const Query& query)
{
    return query.rows()->size() * fields_there(query);
}

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
    FieldsBehind behind;
    for (const std::string& name : options.keep) {
        add_behind(query, name, behind);
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
        append(builder, schema, query, std::move(columns));
    }
    return Query(builder.finish(), query.domain())
        .known_as_chosen_by(query.chosen_by())
        .known_as_made_of(std::move(behind));
}

Query unite(std::span<const Query> queries)
{
    std::vector<Field> fields;
    std::map<std::string, std::size_t> places;
    const auto add = [&](const Field& field) {
        const auto [place, is_new] = places.emplace(field.id, fields.size());
        if (is_new) fields.push_back(field);
        return is_new ? nullptr : &fields[place->second];
    };
    std::vector<std::vector<Column>> columns;
    FieldsBehind behind;
    std::map<std::string, std::shared_ptr<TextPool>> pools; // one a field: a pool takes more room than a small part
    for (const Query& query : queries) {
        columns.emplace_back();
        for (const std::string& name : query.field_names()) {
            if (!is_there(query, name)) continue;
            std::shared_ptr<TextPool>& pool = pools[name];
            if (pool == nullptr) pool = std::make_shared<TextPool>();
            add_behind(query, name, behind);
            columns.back().push_back(gathered(query, name, name, pool));
            const Field& found = columns.back().back().field;
            Field* const same = add(found);
            if (same == nullptr) continue;
            refuse_mixture(name, is_numeric(same->type) != is_numeric(found.type));
            if (same->label.french == name) same->label = found.label; // one of them is a field, with words of its own
            if (same->type != found.type && is_numeric(same->type)) same->type = FieldType::number;
        }
    }
    // Fields that the schemas know and no table has stay known: asked for, they are unknown, not a mistake.
    for (const Query& query : queries)
        for (const std::string& name : query.field_names())
            if (const Field* known = query.field(name); known != nullptr && !places.contains(name)) {
                places.emplace(name, fields.size());
                fields.push_back(*known);
            }
    const std::shared_ptr<const Schema> schema = schema_of(queries.front(), std::move(fields));
    DatasetBuilder builder(schema);
    const Domain* domain = nullptr;
    for (std::size_t at = 0; at < queries.size(); ++at) {
        for (Column& column : columns[at]) column.field = *schema->field(column.field.id);
        append(builder, schema, queries[at], std::move(columns[at]));
        if (domain == nullptr) domain = queries[at].domain();
    }
    return Query(builder.finish(), domain)
        .known_as_chosen_by(chosen_in_all(queries))
        .known_as_made_of(std::move(behind));
}

} // namespace bilan::data
