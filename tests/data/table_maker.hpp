// SPDX-License-Identifier: MPL-2.0
//
// Small tables written by hand for tests: `number`, `text`, and states by their code after a `!` (`!nc`).
#pragma once

#include "base/number.hpp"
#include "data/dataset.hpp"

#include <initializer_list>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::data::test {

inline Field make_field(std::string id, FieldType type, std::string vocabulary = {})
{
    Field field;
    field.label = {"Libellé de " + id, "Label of " + id};
    field.id = std::move(id);
    field.type = type;
    field.vocabulary = std::move(vocabulary);
    return field;
}

/// One table, column by column. Records stand in rows 1, 2, … of the sheet (0 is the header), columns from A.
class TableMaker {
public:
    explicit TableMaker(std::shared_ptr<const Schema> schema, std::string file = "a.xlsx", std::string sheet = "Bilan")
    {
        values_.schema = std::move(schema);
        values_.origin.file = std::move(file);
        values_.origin.sheet = std::move(sheet);
    }

    TableMaker& column(const std::string& id, const std::vector<std::string>& cells)
    {
        Column column;
        column.field = field_of(id);
        if (!is_numeric(column.field.type)) column.dictionary = std::make_shared<TextPool>();
        for (const std::string& cell : cells) add(column, cell);
        values_.source_rows.resize(cells.size());
        for (std::uint32_t row = 0; row < cells.size(); ++row) values_.source_rows[row] = row + 1;
        values_.columns.push_back(std::move(column));
        return *this;
    }
    TableMaker& header(const std::string& field, const std::string& written)
    {
        values_.origin.headers[field] = written;
        return *this;
    }
    TableMaker& other_cell(std::uint32_t record, std::uint32_t column, CellPosition at)
    {
        values_.other_cells[{record, column}] = at;
        return *this;
    }
    /// The value of a record in the last column was made of further cells of its row.
    TableMaker& further(std::size_t record, const FurtherColumns::Columns& columns)
    {
        values_.columns.back().further.set(record, columns);
        return *this;
    }
    TableMaker& transposed()
    {
        values_.origin.transposed = true;
        return *this;
    }
    /// The last column came from no cell.
    TableMaker& without_cells()
    {
        for (std::uint16_t& column : values_.columns.back().source_columns) column = Column::no_cell;
        return *this;
    }
    [[nodiscard]] TableValues values() const { return values_; }
    [[nodiscard]] std::shared_ptr<const Dataset> dataset() const
    {
        DatasetBuilder builder(values_.schema);
        builder.append(values_);
        return builder.finish();
    }

private:
    [[nodiscard]] Field field_of(const std::string& id) const
    {
        if (const Field* const known = values_.schema->field(id)) return *known;
        const FieldFamily* const family = values_.schema->family_of(id);
        if (family == nullptr) throw std::invalid_argument("no field " + id);
        return make_field(id, family->type);
    }

    void add(Column& column, const std::string& cell) const
    {
        const bool is_state = cell.starts_with('!');
        column.states.push_back(is_state ? state_of(std::string_view(cell).substr(1)).value() : State::value);
        column.source_columns.push_back(static_cast<std::uint16_t>(values_.columns.size()));
        if (is_numeric(column.field.type))
            column.numbers.push_back(is_state ? 0 : base::parse_number(cell).value());
        else
            column.ids.push_back(is_state ? 0 : column.dictionary->intern(cell));
    }

    TableValues values_;
};

/// Items of a list field.
inline std::string list(std::initializer_list<std::string_view> items)
{
    std::string joined;
    for (const std::string_view item : items) {
        if (!joined.empty()) joined += list_separator;
        joined += item;
    }
    return joined;
}

} // namespace bilan::data::test
