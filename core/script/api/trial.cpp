// SPDX-License-Identifier: MPL-2.0
#include "script/api/trial.hpp"

#include "script/api/session.hpp"
#include "script/api/spec_bench.hpp"
#include "script/mistake.hpp"
#include "script/raise.hpp"
#include "script/table_reader.hpp"
#include "workbook/cell_value.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

/// `{ name = value, … }`.
template <class T>
std::map<std::string, T> named_values(TableReader& table, const char* key)
{
    std::map<std::string, T> values;
    if (!table.has(key)) return values;
    const Where where(table.where(), key);
    lua_State* const lua = table.lua();
    table.push(key);
    const int at = lua_gettop(lua);
    if (!lua_istable(lua, at)) refuse(lua, at, where, "table<string, " + Value<T>::name() + ">");
    luaL_checkstack(lua, 3, "table");
    lua_pushnil(lua);
    while (lua_next(lua, at) != 0) {
        const int value = lua_gettop(lua);
        const std::string name = Value<std::string>::read(lua, value - 1, where);
        values[name] = Value<T>::read(lua, value, Where(where, name));
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    return values;
}

std::optional<int> year_in(TableReader& table)
{
    const auto year = table.optional<std::int64_t>("year");
    if (year && (*year < 1900 || *year > 2100)) throw Mistake("BIL-489", {std::to_string(*year)}, "year");
    return year ? std::optional(static_cast<int>(*year)) : std::nullopt;
}

void set(lua_State* lua, const char* key, const std::string& text)
{
    Value<std::string>::push(lua, text);
    lua_setfield(lua, -2, key);
}

void push_cell(lua_State* lua, const workbook::Value& value, base::Language language)
{
    if (const auto* figure = std::get_if<data::Figure>(&value)) return Value<data::Figure>::push(lua, *figure);
    if (const auto* number = std::get_if<double>(&value)) return Value<double>::push(lua, *number);
    if (const auto* text = std::get_if<std::string>(&value)) return Value<std::string>::push(lua, *text);
    if (const auto* yes = std::get_if<bool>(&value)) return Value<bool>::push(lua, *yes);
    if (const auto* state = std::get_if<data::State>(&value))
        return push_object(lua, std::make_shared<StateObject>(StateObject{*state}));
    if (std::holds_alternative<std::monostate>(value)) return lua_pushnil(lua);
    Value<std::string>::push(lua, workbook::cell_value(value, workbook::ColumnKind::text, language).shown);
}

/// `__index` of a row, asked for what it does not hold: an empty cell is nil, a misspelt header a mistake.
int index_row(lua_State* lua)
{
    return border(lua, "spec.build", [lua] {
        const Where where{std::string_view("rows")};
        const auto headers = Value<std::vector<std::string>>::read(lua, lua_upvalueindex(1), where);
        const std::string name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : "";
        if (!name.empty() && std::ranges::find(headers, name) == headers.end())
            throw unknown_name("BIL-614", "BIL-615", name, "rows", headers);
        lua_pushnil(lua);
        return 1;
    });
}

/// A row by the places of its cells and by the headers above them. The metatable of rows lies on the stack.
void push_row(lua_State* lua, const workbook::Table& table, const std::vector<workbook::Value>& row,
              base::Language language)
{
    lua_newtable(lua);
    lua_pushvalue(lua, -2);
    lua_setmetatable(lua, -2);
    for (std::size_t column = 0; column < row.size() && column < table.columns.size(); ++column) {
        push_cell(lua, row[column], language);
        lua_pushvalue(lua, -1);
        lua_rawseti(lua, -3, static_cast<lua_Integer>(column + 1));
        lua_setfield(lua, -2, table.columns[column].header.c_str());
    }
}

void push_table(lua_State* lua, const workbook::Table& table, base::Language language)
{
    lua_newtable(lua);
    set(lua, "title", table.title);
    std::vector<std::string> headers;
    for (const workbook::Column& column : table.columns) headers.push_back(column.header);
    Value<std::vector<std::string>>::push(lua, headers);
    lua_setfield(lua, -2, "headers");
    Value<std::vector<std::string>>::push(lua, table.notes);
    lua_setfield(lua, -2, "notes");
    lua_createtable(lua, static_cast<int>(table.rows.size()), 0);
    lua_createtable(lua, 0, 1);
    Value<std::vector<std::string>>::push(lua, headers);
    lua_pushcclosure(lua, &index_row, 1);
    lua_setfield(lua, -2, "__index");
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        push_row(lua, table, table.rows[row], language);
        lua_rawseti(lua, -3, static_cast<lua_Integer>(row + 1));
    }
    lua_pop(lua, 1);
    lua_setfield(lua, -2, "rows");
}

void push_tables(lua_State* lua, const BuiltReport& report, base::Language language)
{
    lua_newtable(lua);
    for (const workbook::Page& page : report.pages)
        for (const workbook::Block& block : page.blocks)
            if (const auto* table = std::get_if<workbook::Table>(&block)) {
                push_table(lua, *table, language);
                lua_setfield(lua, -2, table->id.c_str());
            }
}

void push_findings(lua_State* lua, const std::vector<TriedFinding>& findings)
{
    lua_createtable(lua, static_cast<int>(findings.size()), 0);
    for (std::size_t at = 0; at < findings.size(); ++at) {
        lua_createtable(lua, 0, 4);
        set(lua, "code", findings[at].code);
        set(lua, "text", findings[at].text);
        set(lua, "file", findings[at].file);
        Value<std::optional<std::int64_t>>::push(lua, findings[at].row);
        lua_setfield(lua, -2, "row");
        lua_rawseti(lua, -2, static_cast<lua_Integer>(at + 1));
    }
}

/// What a run of a test holds alive.
struct OwnRun {
    OwnRun(Session& of_spec, const SpecRunOptions& options) : inputs(of_spec.inputs), built{}
    {
        inputs.year = options.year;
        inputs.parameters = options.parameters;
        built.card = of_spec.built.card;
        session = std::make_unique<Session>(of_spec.state, inputs, built);
        session->parameters = options.parameters;
        session->indicators = of_spec.indicators;
        session->declared_indicators = of_spec.declared_indicators;
        session->are_indicators_loaded = of_spec.are_indicators_loaded;
    }
    RunInputs inputs;
    BuiltReport built;
    std::unique_ptr<Session> session;
};

} // namespace

SpecRunOptions Value<SpecRunOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, name());
    SpecRunOptions options{year_in(table), named_values<ParameterValue>(table, "params")};
    table.finish();
    return options;
}

TrialRequest Value<TrialRequest>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, name());
    TrialRequest request;
    if (!table.has("files")) table.miss("files", "table<string, string>");
    request.files = named_values<std::string>(table, "files");
    request.year = year_in(table);
    request.territory = table.otherwise<std::string>("territory", {});
    request.parameters = named_values<ParameterValue>(table, "params");
    table.finish();
    return request;
}

void Value<Trial>::push(lua_State* lua, const Trial& trial)
{
    luaL_checkstack(lua, 12, "trial");
    const BuiltReport& report = trial.made->report;
    lua_newtable(lua);
    push_tables(lua, report, trial.language);
    lua_setfield(lua, -2, "tables");
    lua_newtable(lua);
    for (const workbook::KeyFigure& figure : report.key_figures) {
        Value<data::Figure>::push(lua, figure.figure);
        lua_setfield(lua, -2, (figure.id.empty() ? figure.label : figure.id).c_str());
    }
    lua_setfield(lua, -2, "figures");
    Value<std::vector<std::string>>::push(lua, report.warnings);
    lua_setfield(lua, -2, "warnings");
    std::vector<std::string> journal;
    for (const JournalLine& line : report.journal) journal.push_back(line.text);
    Value<std::vector<std::string>>::push(lua, journal);
    lua_setfield(lua, -2, "journal");
    push_findings(lua, trial.made->findings);
    lua_setfield(lua, -2, "findings");
}

std::shared_ptr<Session> run_with(const SpecBench& bench, const SpecRunOptions& options)
{
    const auto own = std::make_shared<OwnRun>(*bench.session(), options);
    return {own, own->session.get()};
}

} // namespace bilan::script
