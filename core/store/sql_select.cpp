// SPDX-License-Identifier: MPL-2.0
#include "store/sql_select.hpp"

#include "base/error.hpp"
#include "base/text.hpp"
#include "store/sql_database.hpp"
#include "store/sql_dates.hpp"
#include "store/sql_tokens.hpp"

#include <algorithm>
#include <cmath>
#include <new>

namespace bilan::store {

namespace {

/// A column of the result while its type is not settled: texts win over numbers, as both can be shown as texts.
struct ResultColumn {
    data::Field field;
    bool is_field = false; ///< a field as it stands
    bool has_text = false;
    std::vector<double> numbers;
    std::vector<std::string> texts;
    std::vector<data::State> states;
};

/// A number, a state, and a text that may be empty.
constexpr std::size_t bytes_of_cell = sizeof(double) + sizeof(data::State) + sizeof(std::string);

std::vector<ResultColumn> columns_of(sqlite3_stmt* statement, const std::vector<SqlTable>& tables)
{
    std::vector<ResultColumn> columns;
    for (int at = 0; at < sqlite3_column_count(statement); ++at) {
        ResultColumn& column = columns.emplace_back();
        const std::string name = sqlite3_column_name(statement, at);
        const auto is_same = [&](const ResultColumn& other) { return other.field.id == name; };
        if (std::any_of(columns.begin(), columns.end() - 1, is_same))
            throw base::Error(base::ExitCode::script, "", {"BIL-785", {name}});
        const char* const table = sqlite3_column_table_name(statement, at);
        const char* const origin = sqlite3_column_origin_name(statement, at);
        const auto source = std::ranges::find(tables, std::string(table == nullptr ? "" : table), &SqlTable::name);
        const data::Field* const known =
            source == tables.end() || origin == nullptr ? nullptr : source->rows.field(origin);
        if (known != nullptr) {
            column.field = *known;
            column.is_field = true;
        } else {
            column.field.label = {name, name};
        }
        column.field.id = name;
    }
    return columns;
}

void take(sqlite3_stmt* statement, int at, ResultColumn& column)
{
    const int type = sqlite3_column_type(statement, at);
    double number = type == SQLITE_INTEGER || type == SQLITE_FLOAT ? sqlite3_column_double(statement, at) : 0;
    const auto* const text = type == SQLITE_NULL ? nullptr : sqlite3_column_text(statement, at);
    const bool is_broken = !std::isfinite(number);
    column.has_text |= type == SQLITE_TEXT || type == SQLITE_BLOB;
    column.states.push_back(text == nullptr ? data::State::empty : is_broken ? data::State::error : data::State::value);
    column.numbers.push_back(is_broken ? 0 : number);
    column.texts.emplace_back(text == nullptr ? "" : base::to_utf8(reinterpret_cast<const char*>(text)));
}

/// As far as the values allow, the type is that of the field it was.
data::Column settled(ResultColumn result)
{
    data::Column column;
    column.field = std::move(result.field);
    const bool fits = result.is_field && data::is_numeric(column.field.type) != result.has_text;
    if (!fits) column.field.type = result.has_text ? data::FieldType::text : data::FieldType::number;
    if (column.field.type == data::FieldType::choices) column.field.type = data::FieldType::text; // commas now
    column.source_columns.assign(result.states.size(), data::Column::no_cell);
    column.states = std::move(result.states);
    if (data::is_numeric(column.field.type)) {
        column.numbers = std::move(result.numbers);
        return column;
    }
    column.dictionary = std::make_shared<TextPool>();
    for (const std::string& text : result.texts) column.ids.push_back(column.dictionary->intern(text));
    return column;
}

} // namespace

std::set<std::string> names_in(const std::string& sql)
{
    std::set<std::string> names;
    for (const SqlToken& token : sql_tokens(sql))
        if (token.kind == SqlToken::Kind::name) names.insert(base::fold(token.folded));
    return names;
}

std::shared_ptr<const data::Dataset> sql_select(const std::string& sql, const std::vector<SqlTable>& tables,
                                                const SqlLimits& limits, std::vector<base::Message>* remarks)
{
    refuse_days_in_quotes(sql, tables);
    SqlDatabase database(tables, limits);
    const Statement as_written = database.prepare(sql);
    const Statement statement = database.to_run(sql);
    database.fill();
    std::vector<ResultColumn> columns = columns_of(as_written.get(), tables);
    int status = sqlite3_step(statement.get());
    std::uint32_t rows = 0;
    std::size_t bytes = 0;
    for (; status == SQLITE_ROW; status = sqlite3_step(statement.get())) {
        if (++rows > limits.rows)
            throw base::Error(base::ExitCode::script, "", {"BIL-786", {std::to_string(limits.rows)}});
        for (std::size_t at = 0; at < columns.size(); ++at) {
            take(statement.get(), static_cast<int>(at), columns[at]);
            bytes += bytes_of_cell + columns[at].texts.back().size();
        }
        if (bytes > limits.bytes) throw std::bad_alloc();
    }
    if (status != SQLITE_DONE) database.fail(sql);
    if (remarks != nullptr)
        for (const auto& [function, partial] : database.sums().partial())
            remarks->push_back({"BIL-853", {function, std::to_string(partial)}});

    auto schema = std::make_shared<data::Schema>();
    schema->id = "sql";
    data::TableValues values;
    values.origin.file = "sql";
    for (std::uint32_t row = 0; row < rows; ++row) values.source_rows.push_back(row);
    for (ResultColumn& column : columns) {
        values.columns.push_back(settled(std::move(column)));
        schema->fields.push_back(values.columns.back().field);
    }
    values.schema = schema;
    data::DatasetBuilder builder(schema);
    builder.append(std::move(values));
    return builder.finish();
}

} // namespace bilan::store
