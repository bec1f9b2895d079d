// SPDX-License-Identifier: MPL-2.0
//
// A table as its author thinks of it: columns with a kind, a total, perhaps a formula; values that know why they are
// missing. Value types; one thread.
#pragma once

#include "data/expression.hpp"
#include "data/figure.hpp"
#include "workbook/chart.hpp"

#include <bilan/workbook.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace bilan::workbook {

/// A link to a page of the same workbook, by the page's id.
struct PageLink {
    std::string page;
    std::string text;
};

/// A link to a cell of another file, which is expected in the folder of the workbook.
struct FileLink {
    std::string file; ///< its bare name
    std::string sheet;
    CellPosition at;
    std::string text;
};

/// A value that is missing shows its cause (`nc`, `nd`, …) in muted ink and never counts as zero.
using Value =
    std::variant<std::monostate, double, std::string, bool, Date, data::State, data::Figure, PageLink, FileLink>;

/// `figure`: figures of different units, each shown with its own.
enum class ColumnKind : std::uint8_t {
    text,
    long_text,
    code,
    integer,
    decimal,
    rate,
    euro,
    points,
    date,
    year,
    figure
};

/// How the total row of a column is made. `sum` and `count` are live formulas with their stored value; `given` shows a
/// value that the author computed (rates and distinct counts do not add); `formula` is the column's formula over the
/// totals of the other columns.
enum class Total : std::uint8_t { none, label, sum, count, given, formula };

struct Column {
    std::string header; ///< unit in brackets: `Montant accordé (€)`
    ColumnKind kind = ColumnKind::text;
    Total total = Total::none;
    Value total_value = {}; ///< of `given`; the words of `label`
    /// This column is `numerator / denominator` of two other columns of the table: written as a live formula wherever
    /// that gives the very value of the cell.
    std::optional<std::pair<std::size_t, std::size_t>> ratio_of = {};
    std::string name = {}; ///< what formulas call it; the header when empty
    /// Over the columns and parameters of the table, by their names. The cells of such a column are computed from it
    /// and written as live formulas; what the rows hold there is not read.
    data::ExpressionPointer formula = {};
    int decimals = -1; ///< digits behind the comma; below 0: as the kind has it
};

/// A cell above the table that its reader may change: formulas of the table are computed from it. It is named
/// `par_<table>_<name>`.
struct Parameter {
    std::string name;
    std::string label;
    ColumnKind kind = ColumnKind::decimal;
    double value = 0;
};

/// One native Excel table with its words around it.
struct Table {
    std::string id; ///< `emp_age_sexe`; the Excel table is `T_emp_age_sexe`
    std::string title;
    std::string subtitle; ///< territory, period
    std::string base;     ///< base and coverage in words
    std::string source;
    std::vector<std::string> notes;
    std::vector<Column> columns;
    std::vector<std::vector<Value>> rows;
    std::vector<Chart> charts; ///< to its right
    std::vector<Parameter> parameters = {};
    std::vector<std::size_t> heat_columns = {}; ///< shaded by value, on one scale
};

/// Values that are made when they are asked for; the same at every time. No figures, no links. Outlives the workbook
/// that is made from it, together with all that it is made from.
class RowSource {
public:
    virtual ~RowSource() = default;
    [[nodiscard]] virtual std::size_t rows() const = 0;
    [[nodiscard]] virtual Value value(std::size_t row, std::size_t column) const = 0;
};

/// A table of so many rows that nobody holds them: they are made again for each look at them, and last while they are
/// written. Headers and kinds of the columns are all that it has: no totals, formulas or charts.
struct LongTable {
    std::string id;
    std::vector<Column> columns;
    std::shared_ptr<const RowSource> source; ///< never null
};

} // namespace bilan::workbook
