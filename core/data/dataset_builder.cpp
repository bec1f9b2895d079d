// SPDX-License-Identifier: MPL-2.0
//
// Tables are kept as they come and joined at the end, column by column: every vector is then allocated once at its
// final size, and each part is let go as soon as it is copied.
#include "data/dataset.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <set>
#include <tuple>

namespace bilan::data {

namespace {

constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();

/// One column of the dataset in the making: where each table has it.
struct Joint {
    Field field;
    std::vector<std::size_t> index; ///< by table; `absent` when the table has no such column
};

std::size_t find(const TableValues& table, std::string_view field)
{
    const auto found =
        std::ranges::find_if(table.columns, [field](const Column& column) { return column.field.id == field; });
    return found == table.columns.end() ? absent : static_cast<std::size_t>(found - table.columns.begin());
}

/// Fields of the schema in its order, then the others by id.
std::vector<Joint> joints(const Schema& schema, const std::vector<TableValues>& tables)
{
    std::map<std::pair<std::size_t, std::string>, Field> fields;
    for (const TableValues& table : tables)
        for (const Column& column : table.columns) {
            const Field* const known = schema.field(column.field.id);
            const std::size_t rank = known == nullptr ? absent : static_cast<std::size_t>(known - schema.fields.data());
            fields.try_emplace({rank, column.field.id}, column.field);
        }
    std::vector<Joint> all;
    for (auto& [key, field] : fields) {
        Joint joint{std::move(field), {}};
        for (const TableValues& table : tables) joint.index.push_back(find(table, joint.field.id));
        all.push_back(std::move(joint));
    }
    return all;
}

/// Appends texts under the ids of `into`. Each dictionary entry in use is hashed once, whatever the number of rows.
void append_texts(Column& into, const Column& from)
{
    constexpr std::uint32_t unmapped = std::numeric_limits<std::uint32_t>::max();
    if (from.size() < from.dictionary->size() / 8) { // a small part of many that share their texts
        for (std::size_t row = 0; row < from.size(); ++row)
            into.ids.push_back(from.is_known(row) ? into.dictionary->intern(from.text(row)) : 0);
        return;
    }
    std::vector<std::uint32_t> mapped(from.dictionary->size(), unmapped);
    for (std::size_t row = 0; row < from.size(); ++row) {
        if (!from.is_known(row)) {
            into.ids.push_back(0);
            continue;
        }
        std::uint32_t& id = mapped[from.ids[row]];
        if (id == unmapped) id = into.dictionary->intern(from.text(row));
        into.ids.push_back(id);
    }
}

void append_column(Column& into, const Column& from)
{
    assert(is_numeric(into.field.type) == is_numeric(from.field.type));
    if (is_numeric(into.field.type))
        into.numbers.insert(into.numbers.end(), from.numbers.begin(), from.numbers.end());
    else
        append_texts(into, from);
    into.states.insert(into.states.end(), from.states.begin(), from.states.end());
    into.source_columns.insert(into.source_columns.end(), from.source_columns.begin(), from.source_columns.end());
}

void append_absent(Column& into, std::size_t rows)
{
    if (is_numeric(into.field.type))
        into.numbers.resize(into.numbers.size() + rows, 0.0);
    else
        into.ids.resize(into.ids.size() + rows, 0U);
    into.states.resize(into.states.size() + rows, State::no_column);
    into.source_columns.resize(into.source_columns.size() + rows, Column::no_cell);
}

Column join(const Joint& joint, std::vector<TableValues>& tables, std::size_t rows)
{
    Column joined;
    joined.field = joint.field;
    if (is_numeric(joint.field.type)) {
        joined.numbers.reserve(rows);
    } else {
        joined.ids.reserve(rows);
        joined.dictionary = std::make_shared<TextPool>();
    }
    joined.states.reserve(rows);
    joined.source_columns.reserve(rows);
    for (std::size_t table = 0; table < tables.size(); ++table) {
        if (joint.index[table] == absent) {
            append_absent(joined, tables[table].source_rows.size());
            continue;
        }
        append_column(joined, tables[table].columns[joint.index[table]]);
        tables[table].columns[joint.index[table]] = Column{};
    }
    return joined;
}

} // namespace

DatasetBuilder::DatasetBuilder(std::shared_ptr<const Schema> schema) : schema_(std::move(schema))
{
    assert(schema_ != nullptr);
}

void DatasetBuilder::append(TableValues table)
{
    assert(table.schema == schema_);
    std::set<std::string_view> names;
    for (const Column& column : table.columns) {
        assert(column.size() == table.source_rows.size() && column.source_columns.size() == column.size());
        assert((is_numeric(column.field.type) ? column.numbers.size() : column.ids.size()) == column.size());
        assert(is_numeric(column.field.type) || column.dictionary != nullptr);
        [[maybe_unused]] const bool is_new = names.insert(column.field.id).second;
        assert(is_new);
    }
    tables_.push_back(std::move(table));
}

std::shared_ptr<const Dataset> DatasetBuilder::finish()
{
    auto dataset = std::make_shared<Dataset>();
    dataset->schema_ = schema_;
    std::size_t rows = 0;
    for (const TableValues& table : tables_) rows += table.source_rows.size();
    assert(rows < std::numeric_limits<std::uint32_t>::max());

    const std::vector<Joint> columns = joints(*schema_, tables_);
    dataset->tables_.reserve(rows);
    dataset->source_rows_.reserve(rows);
    for (std::size_t table = 0; table < tables_.size(); ++table) {
        TableValues& values = tables_[table];
        const auto first = static_cast<std::uint32_t>(dataset->source_rows_.size());
        for (const auto& [key, cell] : values.other_cells)
            for (std::size_t column = 0; column < columns.size(); ++column)
                if (columns[column].index[table] == key.second)
                    dataset->other_cells_[{first + key.first, static_cast<std::uint32_t>(column)}] = cell;
        dataset->source_rows_.insert(dataset->source_rows_.end(), values.source_rows.begin(), values.source_rows.end());
        dataset->tables_.resize(dataset->source_rows_.size(), static_cast<std::uint32_t>(table));
        dataset->origins_.push_back(std::move(values.origin));
    }
    dataset->columns_.reserve(columns.size());
    for (const Joint& joint : columns) dataset->columns_.push_back(join(joint, tables_, rows));
    tables_.clear();
    return dataset;
}

} // namespace bilan::data
