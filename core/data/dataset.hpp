// SPDX-License-Identifier: MPL-2.0
//
// All rows of one schema, from however many files, column by column, each value with its state and the cell it came
// from. Immutable once built and shared; any thread may read.
#pragma once

#include "data/column.hpp"

#include <bilan/place.hpp>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bilan::data {

/// Where the rows of one partner table come from.
struct TableOrigin {
    std::string file; ///< name as shown to the user
    std::string sheet;
    /// Records run across: then a row's `source_row` is a column of the sheet and a column's `source_column` a row.
    bool transposed = false;
    /// Headers as the partner wrote them, by field id; intake/ fills it, findings speak with it.
    std::map<std::string, std::string, std::less<>> headers{};
    /// Where one row of the partner became several records, one a quarter or a year: the fields that differ among them.
    /// All others, those without a column too, have the value of the whole row on each record, and a figure takes it
    /// once a row (`once.hpp`). Empty: one row, one record.
    std::set<std::string, std::less<>> varying{};
    /// Those records are one thing together: an action in several quarters counts once.
    bool counts_once = false;

    /// The value of the field stands on several records, and is one.
    [[nodiscard]] bool repeats(std::string_view field) const { return !varying.empty() && !varying.contains(field); }
};

/// What intake/ hands over for one table: columns of equal length and the source row of each record.
struct TableValues {
    std::shared_ptr<const Schema> schema;
    TableOrigin origin;
    std::vector<std::uint32_t> source_rows;
    std::vector<Column> columns;
    /// Cells that are not at (source row, source column): a value filled down from the top of a merge.
    /// Key: (record, column index).
    std::map<std::pair<std::uint32_t, std::uint32_t>, CellPosition> other_cells;
};

/// Rows of several tables at once, taken from other datasets. Tables are shared, however often their rows are taken.
struct RowValues {
    std::shared_ptr<const Schema> schema;
    std::vector<std::shared_ptr<const TableOrigin>> origins;
    std::vector<std::uint32_t> tables; ///< of each row, ascending: a place in `origins`
    std::vector<std::uint32_t> source_rows;
    std::vector<Column> columns;
    std::map<std::pair<std::uint32_t, std::uint32_t>, CellPosition> other_cells{}; ///< as in TableValues
};

class Dataset {
public:
    [[nodiscard]] const Schema& schema() const { return *schema_; }
    [[nodiscard]] const std::shared_ptr<const Schema>& shared_schema() const { return schema_; }
    [[nodiscard]] std::size_t rows() const { return source_rows_.size(); }
    [[nodiscard]] const std::vector<Column>& columns() const { return columns_; }
    /// Nothing when no table has such a column.
    [[nodiscard]] const Column* column(std::string_view field) const;
    [[nodiscard]] std::optional<std::size_t> column_index(std::string_view field) const;

    [[nodiscard]] const TableOrigin& origin(std::size_t row) const { return *origins_[tables_[row]]; }
    /// One for each table; none is null.
    [[nodiscard]] const std::vector<std::shared_ptr<const TableOrigin>>& origins() const { return origins_; }
    [[nodiscard]] std::uint32_t table(std::size_t row) const { return tables_[row]; }
    [[nodiscard]] std::uint32_t source_row(std::size_t row) const { return source_rows_[row]; }
    /// The cell a value came from; nothing when no cell gave it.
    [[nodiscard]] std::optional<CellPosition> cell(std::size_t row, std::size_t column) const;
    /// The cells after the first of a value that several made.
    [[nodiscard]] std::vector<CellPosition> further_cells(std::size_t row, std::size_t column) const;
    /// A cell that is not where its row and column say: of a value filled down from a merge.
    [[nodiscard]] std::optional<CellPosition> other_cell(std::size_t row, std::size_t column) const;
    [[nodiscard]] bool has_other_cells() const { return !other_cells_.empty(); }
    /// file › sheet › cell; without a cell when no cell gave the value.
    [[nodiscard]] Place place(std::size_t row, std::string_view field) const;
    /// file › sheet › row of a record (its column in a transposed table).
    [[nodiscard]] Place place(std::size_t row) const;
    [[nodiscard]] std::size_t bytes() const;

private:
    friend class DatasetBuilder;
    std::shared_ptr<const Schema> schema_;
    std::vector<Column> columns_;
    std::vector<std::uint32_t> tables_;
    std::vector<std::uint32_t> source_rows_;
    std::vector<std::shared_ptr<const TableOrigin>> origins_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, CellPosition> other_cells_;
};

/// Joins the tables of many files into one dataset. One thread.
class DatasetBuilder {
public:
    explicit DatasetBuilder(std::shared_ptr<const Schema> schema);
    /// Columns that earlier tables lack are filled with `no_column`, and the other way round.
    /// REQUIRES: table.schema is this schema, columns of equal length.
    void append(TableValues table);
    /// The same of rows that other datasets have. A table stays one for each part that has rows of it.
    void append(RowValues rows);
    /// Columns come in the order of the schema's fields, then the families' by id. Leaves the builder empty.
    [[nodiscard]] std::shared_ptr<const Dataset> finish();

private:
    std::shared_ptr<const Schema> schema_;
    std::vector<RowValues> parts_; ///< kept until `finish` knows every size, so that nothing is allocated twice
};

} // namespace bilan::data
