// SPDX-License-Identifier: MPL-2.0
//
// A workbook as its author thinks of it: pages made of headings, key figures, tables, charts and notes. Where each
// thing lands, how wide it is and what it looks like is layout.hpp's work. Value types; one thread.
#pragma once

#include "base/language.hpp"
#include "data/expression.hpp"
#include "data/figure.hpp"
#include "workbook/chart.hpp"

#include <bilan/workbook.hpp>

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

/// A value that is missing shows its cause (`nc`, `nd`, …) in muted ink and never counts as zero.
using Value = std::variant<std::monostate, double, std::string, bool, Date, data::State, data::Figure, PageLink>;

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

/// A column of a sheet that somebody fills in.
struct FormColumn {
    std::string header; ///< unit in brackets, `*` behind what is required
    std::string code;   ///< the machine's name of it, in small below the header
    ColumnKind kind = ColumnKind::text;
    bool is_required = false;
    Value example;
    Takes takes = Takes::anything;
    std::string list; ///< of `list`: the id of the table whose first column holds it
    bool warns = true;
    double least = 0;
    double most = 0;
    std::string help;    ///< shown beside a selected cell
    std::string warning; ///< said of what it does not take; it may be kept all the same
};

/// Headers, the machine's names, an example, and empty rows to fill in. No native table: whoever fills it in adds
/// columns and rows as they like.
struct Form {
    std::vector<FormColumn> columns;
    std::size_t rows = 200;
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

struct KeyFigure {
    std::string id; ///< `EMP06`: the cell is named `ind_EMP06`; may be empty
    std::string label;
    data::Figure figure;
    std::string base;     ///< « 23 sorties dynamiques sur 29 · 4 actions sur 5 »
    bool fragile = false; ///< coverage under the threshold
    std::string note;
};

struct Heading {
    std::string text;
    int level = 2; ///< 1 is the page title, made by the page itself
};

struct Paragraph {
    std::string text;
    bool warning = false;
};

struct KeyFigures {
    std::vector<KeyFigure> figures;
};

/// A chart on a page of its own data: the table it shows is elsewhere in the workbook.
struct ChartOf {
    std::string table; ///< id of the table
    std::size_t chart = 0;
};

using Block = std::variant<Heading, Paragraph, KeyFigures, Table, LongTable, ChartOf, Form>;

struct Page {
    std::string id;   ///< `synthese`, `emp_age_sexe`
    std::string name; ///< sheet name; made legal and unique by the layout
    std::string title;
    std::string subtitle;
    std::vector<Block> blocks;
    bool one_page = false; ///< must print on a single A4 page
    int order = 0;         ///< pages are sorted by order, then by the moment they were added
};

} // namespace bilan::workbook
