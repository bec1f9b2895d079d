// SPDX-License-Identifier: MPL-2.0
//
// Parts are kept as they come and joined at the end, column by column: every vector is then allocated once at its
// final size, and each part is let go as soon as it is copied.
#include "data/dataset.hpp"

#include "data/whole_numbers.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <set>
#include <tuple>

namespace bilan::data {

namespace {

constexpr std::size_t absent = std::numeric_limits<std::size_t>::max();

/// One column of the dataset in the making: where each part has it.
struct Joint {
    Field field;
    std::vector<std::size_t> index; ///< by part; `absent` when the part has no such column
};

std::size_t find(const RowValues& part, std::string_view field)
{
    const auto found =
        std::ranges::find_if(part.columns, [field](const Column& column) { return column.field.id == field; });
    return found == part.columns.end() ? absent : static_cast<std::size_t>(found - part.columns.begin());
}

/// Fields of the schema in its order, then the others by id.
std::vector<Joint> joints(const Schema& schema, const std::vector<RowValues>& parts)
{
    std::map<std::pair<std::size_t, std::string>, Field> fields;
    for (const RowValues& part : parts)
        for (const Column& column : part.columns) {
            const Field* const known = schema.field(column.field.id);
            const std::size_t rank = known == nullptr ? absent : static_cast<std::size_t>(known - schema.fields.data());
            fields.try_emplace({rank, column.field.id}, column.field);
        }
    std::vector<Joint> all;
    for (auto& [key, field] : fields) {
        Joint joint{std::move(field), {}};
        for (const RowValues& part : parts) joint.index.push_back(find(part, joint.field.id));
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
    into.further.append(from.further, into.states.size());
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

Column join(const Joint& joint, std::vector<RowValues>& parts, std::size_t rows)
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
    for (std::size_t part = 0; part < parts.size(); ++part) {
        if (joint.index[part] == absent) {
            append_absent(joined, parts[part].source_rows.size());
            continue;
        }
        append_column(joined, parts[part].columns[joint.index[part]]);
        parts[part].columns[joint.index[part]] = Column{};
    }
    joined.are_whole = are_whole_terms(joined.numbers.data(), joined.numbers.size());
    return joined;
}

} // namespace

DatasetBuilder::DatasetBuilder(std::shared_ptr<const Schema> schema) : schema_(std::move(schema))
{
    assert(schema_ != nullptr);
}

void DatasetBuilder::append(TableValues table)
{
    append(RowValues{std::move(table.schema),
                     {std::make_shared<const TableOrigin>(std::move(table.origin))},
                     std::vector<std::uint32_t>(table.source_rows.size(), 0U),
                     std::move(table.source_rows),
                     std::move(table.columns),
                     std::move(table.other_cells)});
}

void DatasetBuilder::append(RowValues rows)
{
    assert(rows.schema == schema_ && rows.tables.size() == rows.source_rows.size());
    assert(std::ranges::is_sorted(rows.tables));
    std::set<std::string_view> names;
    for (const Column& column : rows.columns) {
        assert(column.size() == rows.source_rows.size() && column.source_columns.size() == column.size());
        assert((is_numeric(column.field.type) ? column.numbers.size() : column.ids.size()) == column.size());
        assert(is_numeric(column.field.type) || column.dictionary != nullptr);
        [[maybe_unused]] const bool is_new = names.insert(column.field.id).second;
        assert(is_new);
    }
    parts_.push_back(std::move(rows));
}

std::shared_ptr<const Dataset> DatasetBuilder::finish()
{
    auto dataset = std::make_shared<Dataset>();
    dataset->schema_ = schema_;
    std::size_t rows = 0;
    for (const RowValues& part : parts_) rows += part.source_rows.size();
    assert(rows < std::numeric_limits<std::uint32_t>::max());

    const std::vector<Joint> columns = joints(*schema_, parts_);
    dataset->tables_.reserve(rows);
    dataset->source_rows_.reserve(rows);
    for (std::size_t at = 0; at < parts_.size(); ++at) {
        RowValues& part = parts_[at];
        const auto first_row = static_cast<std::uint32_t>(dataset->source_rows_.size());
        const auto first_table = static_cast<std::uint32_t>(dataset->origins_.size());
        for (const auto& [key, cell] : part.other_cells)
            for (std::size_t column = 0; column < columns.size(); ++column)
                if (columns[column].index[at] == key.second)
                    dataset->other_cells_[{first_row + key.first, static_cast<std::uint32_t>(column)}] = cell;
        dataset->source_rows_.insert(dataset->source_rows_.end(), part.source_rows.begin(), part.source_rows.end());
        for (const std::uint32_t table : part.tables) dataset->tables_.push_back(first_table + table);
        dataset->origins_.insert(dataset->origins_.end(), part.origins.begin(), part.origins.end());
        part.tables = {};
    }
    dataset->columns_.reserve(columns.size());
    for (const Joint& joint : columns) dataset->columns_.push_back(join(joint, parts_, rows));
    parts_.clear();
    return dataset;
}

} // namespace bilan::data
