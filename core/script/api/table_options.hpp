// SPDX-License-Identifier: MPL-2.0
//
// What `run:table` takes, as it was written: columns and rows of the script's own, or an answer of a grouping or
// crossing that makes them by itself. See value.hpp for the rules.
#pragma once

#include "script/api/values.hpp"

#include <map>

namespace bilan::script {

/// A column named by its place (from 1), its name or its header.
using ColumnChoice = std::variant<std::int64_t, std::string>;

struct ColumnOptions {
    std::string name;
    base::Words header;
    std::optional<workbook::ColumnKind> kind; ///< else that of the first value
    workbook::Total total = workbook::Total::none;
    workbook::Value total_value;
    std::vector<ColumnChoice> ratio_of; ///< none or two
    int decimals = -1;                  ///< below 0: as the kind has it
    data::ExpressionPointer formula;    ///< over columns and parameters of the table
};

/// A cell above the table that its reader may change.
struct CellParameterOptions {
    std::string name;
    base::Words label;
    workbook::ColumnKind kind = workbook::ColumnKind::decimal;
    double value = 0;
};

struct ChartOptions {
    workbook::ChartKind kind = workbook::ChartKind::bars;
    base::Words title;
    base::Words alternative_text;
    std::optional<ColumnChoice> category;
    std::vector<ColumnChoice> series; ///< none: every column of figures
    base::Words value_title;
    base::Words target_label;
    base::Words note;
    std::optional<ColumnChoice> neutral; ///< of a Likert scale
    bool neutral_apart = false;
    std::optional<std::int64_t> favourable; ///< how many of its last columns
    std::vector<ColumnChoice> totals;       ///< rows of a waterfall: their place, or their words
    std::optional<double> target;
    bool labels = true;
};

/// Rows written as lists that end before the columns do.
struct ShortRows {
    std::size_t count = 0;
    std::size_t first = 0; ///< from 1
    std::size_t cells = 0; ///< of that one
};

struct TableOptions {
    std::string id;
    base::Words title;
    base::Words sheet;
    bool has_sheet = false; ///< else the title is its name
    std::string below; ///< id of the table below which it stands, on the sheet of that one; empty: a sheet of its own
    base::Words subtitle;
    base::Words base_words;
    base::Words source;
    std::vector<base::Words> notes;
    std::vector<ColumnOptions> columns;
    std::vector<std::vector<workbook::Value>> rows;
    ShortRows short_rows;
    std::size_t text_bytes = 0; ///< of the texts in `rows`
    std::shared_ptr<GroupsObject> groups;
    std::shared_ptr<CrossingObject> crossing;
    std::shared_ptr<QueryObject> query;
    std::map<std::string, base::Words> headers; ///< of the columns that `data` makes
    std::vector<ColumnOptions> formulas;        ///< behind the columns that `data` makes
    bool totals = false;
    std::vector<ChartOptions> charts;
    std::vector<CellParameterOptions> parameters;
    std::vector<ColumnChoice> heat;
};

/// The required title of a report or a table, which is not empty.
[[nodiscard]] base::Words title_of(TableReader& table);
/// Refuses more characters than anybody reads in that place; `subject` is where the caret stands.
void check_length(const base::Words& words, std::size_t most, std::string_view subject);
inline constexpr std::size_t most_characters = 32'000; ///< no cell of Excel holds more
/// Refuses a table that no sheet of Excel holds.
void check_size(const std::string& id, std::size_t rows, std::size_t columns);

[[nodiscard]] const std::vector<std::string>& column_kind_names();
[[nodiscard]] const std::vector<std::string>& chart_kind_names();

template <>
struct Value<ColumnChoice> {
    static std::string name() { return "integer|string"; }
    static ColumnChoice read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<ColumnOptions> {
    static std::string name() { return "bilan.ColumnOptions"; }
    static ColumnOptions read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<CellParameterOptions> {
    static std::string name() { return "bilan.CellParameter"; }
    static CellParameterOptions read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<ChartOptions> {
    static std::string name() { return "bilan.ChartOptions"; }
    static ChartOptions read(lua_State* lua, int at, const Where& where);
};
template <>
struct Value<TableOptions> {
    static std::string name() { return "bilan.TableOptions"; }
    static TableOptions read(lua_State* lua, int at, const Where& where);
};

} // namespace bilan::script
