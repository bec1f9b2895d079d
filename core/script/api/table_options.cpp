// SPDX-License-Identifier: MPL-2.0
#include "script/api/table_options.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "script/mistake.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <cmath>
#include <new>

namespace bilan::script {

namespace {

const std::vector<std::string>& total_names()
{
    static const std::vector<std::string> names = {"none", "label", "sum", "count", "given", "formula"};
    return names;
}

std::size_t find_column(const std::vector<ColumnOptions>& columns, const std::string& name, const Where& where)
{
    std::vector<std::string> names;
    names.reserve(columns.size());
    for (const ColumnOptions& column : columns) names.push_back(column.name);
    return choice_of(name, names, where);
}

bool is_of_numbers(workbook::ColumnKind kind)
{
    using workbook::ColumnKind;
    return kind != ColumnKind::text && kind != ColumnKind::long_text && kind != ColumnKind::code &&
           kind != ColumnKind::figure;
}

/// What would stand in the cell and be read as something else.
void check_cell(lua_State* lua, int at, const ColumnOptions& column, const workbook::Value& value, const Where& where)
{
    constexpr double greatest_rate = 10; // 1000 %: beyond, somebody wrote per cent
    if (!column.kind || !is_of_numbers(*column.kind)) return;
    if (std::holds_alternative<std::string>(value) || std::holds_alternative<bool>(value)) {
        const std::string& kind = column_kind_names()[static_cast<std::size_t>(*column.kind)];
        throw Mistake("BIL-857", {where.text(), described(lua, at), kind}, where.subject());
    }
    const auto* const number = std::get_if<double>(&value);
    if (number == nullptr) return;
    if (*column.kind == workbook::ColumnKind::rate && std::abs(*number) > greatest_rate)
        throw Mistake("BIL-858", {where.text(), base::shortest(*number)}, base::shortest(*number));
}

/// A row as `{ "a", 1 }` or `{ porteur = "a", benef = 1 }`; what is not there is empty.
std::vector<workbook::Value> read_row(lua_State* lua, int at, const std::vector<ColumnOptions>& columns,
                                      const Where& where)
{
    if (!lua_istable(lua, at)) refuse(lua, at, where, "list");
    std::vector<workbook::Value> row(columns.size());
    lua_pushnil(lua);
    while (lua_next(lua, at) != 0) {
        const int value = lua_gettop(lua);
        std::size_t column = 0;
        if (lua_type(lua, value - 1) == LUA_TSTRING) {
            column = find_column(columns, Value<std::string>::read(lua, value - 1, where), where);
        } else {
            const auto place = Value<std::int64_t>::read(lua, value - 1, where);
            if (place < 1 || static_cast<std::size_t>(place) > columns.size())
                throw Mistake("BIL-669", {where.text(), std::to_string(place), std::to_string(columns.size())}, "rows");
            column = static_cast<std::size_t>(place) - 1;
        }
        const Where cell(where, columns[column].name);
        row[column] = Value<workbook::Value>::read(lua, value, cell);
        check_cell(lua, value, columns[column], row[column], cell);
        lua_pop(lua, 1);
    }
    return row;
}

std::size_t bytes_of(const std::vector<workbook::Value>& row)
{
    std::size_t bytes = 0;
    for (const workbook::Value& value : row)
        if (const auto* text = std::get_if<std::string>(&value)) bytes += text->size();
    return bytes;
}

/// Columns that hold formulas are filled by the workbook.
void note_short_row(lua_State* lua, int at, std::size_t row, TableOptions& options)
{
    const auto is_given = [](const ColumnOptions& column) { return !column.formula; };
    const auto last = std::find_if(options.columns.rbegin(), options.columns.rend(), is_given);
    const auto wanted = static_cast<std::size_t>(options.columns.rend() - last);
    const std::size_t cells = lua_rawlen(lua, at);
    bool is_list = cells > 0;
    for (std::size_t cell = cells; is_list && cell < wanted; ++cell) // holes are written on purpose
        is_list = std::holds_alternative<std::monostate>(options.rows.back()[cell]);
    if (!is_list || cells >= wanted) return;
    if (options.short_rows.count++ == 0) options.short_rows = {1, row, cells};
}

/// Each is a value of its own in memory until the workbook is written.
constexpr std::size_t most_cells_by_hand = 5'000'000;

void read_rows(lua_State* lua, TableReader& table, TableOptions& options)
{
    const Where where(table.where(), "rows");
    table.push("rows");
    const int at = lua_gettop(lua);
    if (lua_isnil(lua, at)) table.miss("rows", "list");
    const std::size_t length = list_length(lua, at, where);
    check_size(options.id, length, options.columns.size());
    if (length * options.columns.size() > most_cells_by_hand)
        throw Mistake("BIL-819",
                      {options.id, std::to_string(length), std::to_string(options.columns.size()),
                       std::to_string(most_cells_by_hand)},
                      "rows");
    for (std::size_t item = 1; item <= length; ++item) {
        lua_rawgeti(lua, at, static_cast<lua_Integer>(item));
        options.rows.push_back(read_row(lua, at + 1, options.columns, Where(where, item)));
        note_short_row(lua, at + 1, item, options);
        options.text_bytes += bytes_of(options.rows.back());
        if (options.text_bytes > State::of(lua).settings().limits.memory_bytes)
            throw std::bad_alloc(); // Lua holds one text however many rows name it
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
}

void read_data(lua_State* lua, TableReader& table, TableOptions& options)
{
    table.push("data");
    const int at = lua_gettop(lua);
    if (const auto* groups = to_object<GroupsObject>(lua, at))
        options.groups = *groups;
    else if (const auto* crossing = to_object<CrossingObject>(lua, at))
        options.crossing = *crossing;
    else if (const auto* query = to_object<QueryObject>(lua, at))
        options.query = *query;
    else
        refuse(lua, at, Where(table.where(), "data"), "bilan.Groups|bilan.Crossing|bilan.Query");
    lua_pop(lua, 1);
}

void read_headers(lua_State* lua, TableReader& table, TableOptions& options)
{
    if (!table.has("headers")) return;
    const Where where(table.where(), "headers");
    table.push("headers");
    const int at = lua_gettop(lua);
    if (!lua_istable(lua, at)) refuse(lua, at, where, "table<string, string>");
    lua_pushnil(lua);
    while (lua_next(lua, at) != 0) {
        const int value = lua_gettop(lua);
        const std::string name = Value<std::string>::read(lua, value - 1, where);
        options.headers[name] = Value<base::Words>::read(lua, value, Where(where, name));
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
}

constexpr std::size_t longest_id = 200;

} // namespace

base::Words title_of(TableReader& table)
{
    auto title = table.required<base::Words>("title");
    if (base::trim(title.french).empty() || base::trim(title.english).empty())
        throw Mistake("BIL-928", {table.where().text()}, "title");
    return title;
}

void check_size(const std::string& id, std::size_t rows, std::size_t columns)
{
    constexpr std::size_t most_rows = 1'048'500; // what Excel has, less the lines above and below
    constexpr std::size_t most_columns = 16'000;
    if (rows > most_rows) throw Mistake("BIL-925", {id, std::to_string(rows), std::to_string(most_rows)}, "rows");
    if (columns > most_columns)
        throw Mistake("BIL-926", {id, std::to_string(columns), std::to_string(most_columns)}, "columns");
}

const std::vector<std::string>& column_kind_names()
{
    static const std::vector<std::string> names = {"text", "long_text", "code", "integer", "decimal", "rate",
                                                   "euro", "points",    "date", "year",    "figure"};
    return names;
}

const std::vector<std::string>& chart_kind_names()
{
    static const std::vector<std::string> names = {
        "bars",     "stacked_bars", "share_bars", "columns", "stacked_columns", "share_columns", "line",
        "doughnut", "likert",       "dots",       "scatter", "waterfall",       "pyramid"};
    return names;
}

ColumnChoice Value<ColumnChoice>::read(lua_State* lua, int at, const Where& where)
{
    if (lua_type(lua, at) == LUA_TSTRING) return Value<std::string>::read(lua, at, where);
    if (lua_type(lua, at) == LUA_TNUMBER) return Value<std::int64_t>::read(lua, at, where);
    refuse(lua, at, where, name());
}

ColumnOptions Value<ColumnOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where);
    ColumnOptions column;
    column.header = table.required<base::Words>("header");
    column.name = table.otherwise<std::string>("name", column.header.french);
    if (table.has("kind")) column.kind = static_cast<workbook::ColumnKind>(table.word("kind", column_kind_names(), 0));
    table.push("total"); // a word, or the value itself
    const bool is_word = lua_type(lua, -1) == LUA_TSTRING || lua_isnil(lua, -1);
    if (!is_word) {
        column.total = workbook::Total::given;
        column.total_value = Value<workbook::Value>::read(lua, lua_gettop(lua), Where(where, "total"));
    }
    lua_pop(lua, 1);
    if (is_word) column.total = static_cast<workbook::Total>(table.word("total", total_names(), 0));
    if (auto value = table.optional<workbook::Value>("total_value")) {
        column.total_value = std::move(*value);
        if (column.total == workbook::Total::none) column.total = workbook::Total::given;
    }
    column.ratio_of = table.otherwise<std::vector<ColumnChoice>>("ratio_of", {});
    if (!column.ratio_of.empty() && column.ratio_of.size() != 2) table.miss("ratio_of", "{ numerator, denominator }");
    if (auto formula = table.optional<Operand>("formula")) column.formula = std::move(formula->expression);
    table.finish();
    return column;
}

CellParameterOptions Value<CellParameterOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where);
    CellParameterOptions parameter;
    parameter.name = table.required<std::string>("name");
    parameter.label = table.required<base::Words>("label");
    parameter.kind = static_cast<workbook::ColumnKind>(
        table.word("kind", column_kind_names(), static_cast<std::size_t>(workbook::ColumnKind::decimal)));
    parameter.value = table.required<double>("value");
    table.finish();
    return parameter;
}

ChartOptions Value<ChartOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where);
    ChartOptions chart;
    if (!table.has("type")) table.miss("type", "string");
    chart.kind = static_cast<workbook::ChartKind>(table.word("type", chart_kind_names(), 0));
    chart.title = table.otherwise<base::Words>("title", {});
    chart.alternative_text = table.required<base::Words>("alt");
    chart.category = table.optional<ColumnChoice>("category");
    chart.series = table.otherwise<std::vector<ColumnChoice>>("series", {});
    chart.value_title = table.otherwise<base::Words>("value_title", {});
    chart.neutral = table.optional<ColumnChoice>("neutral");
    chart.neutral_apart = table.otherwise<bool>("neutral_apart", false);
    chart.favourable = table.optional<std::int64_t>("favourable");
    chart.totals = table.otherwise<std::vector<ColumnChoice>>("totals", {});
    chart.target = table.optional<double>("target");
    chart.target_label = table.otherwise<base::Words>("target_label", {});
    chart.note = table.otherwise<base::Words>("note", {});
    chart.labels = table.otherwise<bool>("labels", true);
    table.finish();
    return chart;
}

TableOptions Value<TableOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where);
    TableOptions options;
    options.id = table.required<std::string>("id");
    if (options.id.empty() || base::length(options.id) > longest_id)
        throw Mistake("BIL-927", {where.text(), std::to_string(longest_id)}, "id");
    options.title = title_of(table);
    options.has_sheet = table.has("sheet");
    options.sheet = table.otherwise<base::Words>("sheet", options.title);
    if (base::trim(options.sheet.french).empty() || base::trim(options.sheet.english).empty())
        throw Mistake("BIL-897", {where.text()}, "sheet");
    options.subtitle = table.otherwise<base::Words>("subtitle", {});
    options.base_words = table.otherwise<base::Words>("base", {});
    options.source = table.otherwise<base::Words>("source", {});
    options.notes = table.otherwise<std::vector<base::Words>>("notes", {});
    if (table.has("data")) {
        read_data(lua, table, options);
        read_headers(lua, table, options);
        options.totals = table.otherwise<bool>("totals", false);
        options.formulas = table.otherwise<std::vector<ColumnOptions>>("columns", {});
        for (const ColumnOptions& column : options.formulas)
            if (!column.formula) throw Mistake("BIL-765", {column.name}, column.name);
    } else {
        options.columns = table.required<std::vector<ColumnOptions>>("columns");
        read_rows(lua, table, options);
    }
    if (auto chart = table.optional<ChartOptions>("chart")) options.charts.push_back(std::move(*chart));
    auto more = table.otherwise<std::vector<ChartOptions>>("charts", {});
    std::ranges::move(more, std::back_inserter(options.charts));
    options.parameters = table.otherwise<std::vector<CellParameterOptions>>("parameters", {});
    options.heat = table.otherwise<std::vector<ColumnChoice>>("heat", {});
    table.finish();
    return options;
}

} // namespace bilan::script
