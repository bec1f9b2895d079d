// SPDX-License-Identifier: MPL-2.0
#include "script/api/table_options.hpp"

#include "base/text.hpp"
#include "script/api/table_rows.hpp"
#include "script/mistake.hpp"
#include "script/state.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

const std::vector<std::string>& total_names()
{
    static const std::vector<std::string> names = {"none", "label", "sum", "count", "given", "formula"};
    return names;
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

bool has_control_character(const std::string& text)
{
    return std::ranges::any_of(text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20; });
}

} // namespace

base::Words title_of(TableReader& table)
{
    auto title = table.required<base::Words>("title");
    if (base::trim(title.french).empty() || base::trim(title.english).empty())
        throw Mistake("BIL-928", {table.where().text()}, "title");
    constexpr std::size_t longest_title = 1'000;
    check_length(title, longest_title, "title");
    return title;
}

void check_length(const base::Words& words, std::size_t most, std::string_view subject)
{
    if (base::length(words.french) > most || base::length(words.english) > most)
        throw Mistake("BIL-121", {std::to_string(most)}, std::string(subject));
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

namespace {

/// The words for a unit are taken for the kind that shows it.
workbook::ColumnKind kind_in(TableReader& table)
{
    const std::string word = table.required<std::string>("kind");
    if (word == "number") return workbook::ColumnKind::decimal;
    if (word == "count" || word == "people") return workbook::ColumnKind::integer;
    return static_cast<workbook::ColumnKind>(table.word("kind", column_kind_names(), 0));
}

/// Rates, points, days and years do not add up.
void check_total(const ColumnOptions& column)
{
    using workbook::ColumnKind;
    if (column.total != workbook::Total::sum || !column.kind || !column.ratio_of.empty()) return;
    for (const ColumnKind kind : {ColumnKind::rate, ColumnKind::points, ColumnKind::date, ColumnKind::year})
        if (*column.kind == kind)
            throw Mistake("BIL-012", {column.name, column_kind_names()[static_cast<std::size_t>(kind)]}, "total");
}

} // namespace

ColumnOptions Value<ColumnOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, name());
    ColumnOptions column;
    column.header = table.required<base::Words>("header");
    constexpr std::size_t longest_header = 255; // of a table of Excel
    check_length(column.header, longest_header, "header");
    column.name = table.otherwise<std::string>("name", column.header.french);
    if (table.has("kind")) column.kind = kind_in(table);
    if (const auto decimals = table.optional<std::int64_t>("decimals")) column.decimals = decimals_in(*decimals);
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
    check_total(column);
    return column;
}

CellParameterOptions Value<CellParameterOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, name());
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
    TableReader table(lua, at, where, name());
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
    TableReader table(lua, at, where, name());
    TableOptions options;
    options.id = table.required<std::string>("id");
    if (options.id.empty() || base::length(options.id) > longest_id || has_control_character(options.id))
        throw Mistake("BIL-927", {where.text(), std::to_string(longest_id)}, "id");
    options.title = title_of(table);
    options.has_sheet = table.has("sheet");
    options.sheet = table.otherwise<base::Words>("sheet", options.title);
    if (base::trim(options.sheet.french).empty() || base::trim(options.sheet.english).empty())
        throw Mistake("BIL-897", {where.text()}, "sheet");
    options.below = table.otherwise<std::string>("below", {});
    if (options.has_sheet && !options.below.empty()) throw Mistake("BIL-116", {options.id}, "below");
    options.subtitle = table.otherwise<base::Words>("subtitle", {});
    options.base_words = table.otherwise<base::Words>("base", {});
    options.source = table.otherwise<base::Words>("source", {});
    options.notes = table.otherwise<std::vector<base::Words>>("notes", {});
    check_length(options.subtitle, most_characters, "subtitle");
    check_length(options.base_words, most_characters, "base");
    check_length(options.source, most_characters, "source");
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
