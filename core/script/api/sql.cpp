// SPDX-License-Identifier: MPL-2.0
#include "script/api/sql.hpp"

#include "base/text.hpp"
#include "script/api/mixed_years.hpp"
#include "script/api/yearless_rows.hpp"
#include "script/domain/read_domain.hpp"
#include "script/journal.hpp"
#include "script/mistake.hpp"
#include "script/state.hpp"
#include "store/sql_select.hpp"

#include <algorithm>
#include <filesystem>

namespace bilan::script {

namespace {

/// `{ canton = "code" }`, as it is written.
std::map<std::string, data::FieldType> read_types(TableReader& table)
{
    std::map<std::string, data::FieldType> types;
    if (!table.has("types")) return types;
    lua_State* const lua = table.lua();
    const Where where(table.where(), "types");
    table.push("types");
    const int at = lua_gettop(lua);
    if (!lua_istable(lua, at)) refuse(lua, at, where, "table<string, bilan.ReadType>");
    lua_pushnil(lua);
    while (lua_next(lua, at) != 0) {
        const std::string field = Value<std::string>::read(lua, lua_gettop(lua) - 1, where);
        const Where named(where, field);
        const auto word = Value<std::string>::read(lua, lua_gettop(lua), named);
        const std::string& type = read_type_names()[choice_of(word, read_type_names(), named)];
        types[field] =
            static_cast<data::FieldType>(std::ranges::find(field_type_names(), type) - field_type_names().begin());
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    return types;
}

/// A type of a column that the file does not have would be a type of none.
void check_types(const std::map<std::string, data::FieldType>& types, const data::Dataset& rows)
{
    std::vector<std::string> fields;
    for (const data::Field& field : rows.schema().fields) fields.push_back(field.id);
    for (const auto& [field, type] : types)
        if (std::ranges::find(fields, field) == fields.end())
            throw unknown_name("BIL-610", "BIL-611", field, "Run:read › types", fields);
}

} // namespace

const std::vector<std::string>& read_type_names()
{
    static const std::vector<std::string> names = [] {
        std::vector<std::string> all = field_type_names();
        std::erase(all, "choice");
        std::erase(all, "choices");
        return all;
    }();
    return names;
}

ReadOptions Value<ReadOptions>::read(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, name());
    ReadOptions options;
    options.sheet = table.otherwise<std::string>("sheet", {});
    options.header = table.optional<std::int64_t>("header");
    options.as = table.otherwise<std::string>("as", {});
    options.totals = table.otherwise<bool>("totals", false);
    options.types = read_types(table);
    table.finish();
    constexpr std::int64_t most_rows = 1'048'576;
    if (options.header && (*options.header < 1 || *options.header > most_rows))
        throw Mistake("BIL-664", {where.text() + " › header", "1", std::to_string(most_rows)}, "header");
    return options;
}

SqlTables Value<SqlTables>::read(lua_State* lua, int at, const Where& where)
{
    if (!lua_istable(lua, at)) refuse(lua, at, where, name());
    luaL_checkstack(lua, 4, "tables");
    SqlTables named;
    lua_pushnil(lua);
    while (lua_next(lua, at) != 0) {
        const int value = lua_gettop(lua);
        std::string table = Value<std::string>::read(lua, value - 1, where);
        auto query = Value<std::shared_ptr<QueryObject>>::read(lua, value, Where(where, table));
        named.tables.emplace_back(std::move(table), std::move(query));
        lua_pop(lua, 1);
    }
    std::ranges::sort(named.tables, {}, [](const auto& table) { return table.first; });
    return named;
}

namespace {

/// A file of the inputs was read as one of a theme as well.
void warn_of_rows_counted(const Caller& caller, const Session& session, const std::string& file)
{
    for (const std::string& id : session.built.card.datasets) {
        const auto found = session.inputs.datasets.find(id);
        if (found == session.inputs.datasets.end()) continue;
        const data::Dataset& dataset = *found->second;
        std::size_t rows = 0;
        for (std::size_t row = 0; row < dataset.rows(); ++row)
            rows += static_cast<std::size_t>(dataset.origin(row).file == file);
        if (rows > 0) warn(caller, {"BIL-957", {file, std::to_string(rows), id}});
    }
}

/// A statement that was cut short because the script's own time is over ends the script.
std::shared_ptr<const data::Dataset> select(const Caller& caller, const std::string& sql,
                                            const std::vector<store::SqlTable>& tables, const store::SqlLimits& limits,
                                            std::vector<base::Message>& remarks)
{
    try {
        return store::sql_select(sql, tables, limits, &remarks);
    } catch (const base::Error& error) {
        Budget& budget = caller.state.budget();
        if (error.message().code == "BIL-784" && budget.is_over())
            budget.end_with({budget.reason(caller.state.language()).message(), {}, caller.file, caller.line, {}});
        throw;
    }
}

/// A statement that neither speaks of the year nor hands it on takes the rows of all years; one that speaks of it
/// without handing it on leaves out the rows that have none.
void say_lost_years(const Caller& caller, Session& session, const std::string& sql,
                    const std::vector<store::SqlTable>& tables, const data::Dataset& rows)
{
    const std::set<std::string> names = store::names_in(sql);
    if (rows.column(year_field) != nullptr) return;
    if (names.contains(std::string(year_field))) {
        const auto is_of_year =
            data::apply(data::Operation::equal, {data::field(std::string(year_field)), data::constant(0.0)});
        for (const store::SqlTable& table : tables)
            if (names.contains(base::fold(table.name)) && table.rows.has_field(year_field))
                say_yearless(&caller, session, table.rows, is_of_year);
        return;
    }
    YearsShown years(session);
    for (const store::SqlTable& table : tables)
        if (names.contains(base::fold(table.name))) years.take_lost(table.rows);
    years.say(caller, session, session.in_language({"requête SQL", "SQL query"}));
}

} // namespace

std::shared_ptr<QueryObject> read_table(const Caller& caller, const std::shared_ptr<Session>& session,
                                        const std::string& file, const ReadOptions& options)
{
    if (file.find('\0') != std::string::npos) throw Mistake("BIL-777", {file}, "read");
    if (!session->inputs.read_table) throw Mistake("BIL-771", {file}, "read");
    TableRequest request;
    request.file = file;
    request.sheet = options.sheet;
    if (options.header) request.header = static_cast<std::uint32_t>(*options.header);
    request.keeps_totals = options.totals;
    request.types = options.types;
    std::vector<base::Message> remarks;
    request.remarks = &remarks;
    auto dataset = session->inputs.read_table(request);
    check_types(options.types, *dataset);
    constexpr std::uint64_t least_of_a_table = std::uint64_t{2} << 20U; // its dictionaries, however few its rows
    session->take_bytes(std::max<std::uint64_t>(dataset->bytes(), least_of_a_table), "read");
    for (const base::Message& remark : remarks) warn(caller, remark);
    const std::string name = options.as.empty() ? std::filesystem::path(file).stem().string() : options.as;
    session->read_tables[name] = dataset;
    for (const auto& origin : dataset->origins()) session->read_files.insert(origin->file);
    warn_of_rows_counted(caller, *session, file);
    return std::make_shared<QueryObject>(
        QueryObject{data::Query(std::move(dataset), session->inputs.domain.get()), session});
}

std::shared_ptr<QueryObject> sql_rows(const Caller& caller, const std::shared_ptr<Session>& session,
                                      const std::string& sql, const SqlTables& further)
{
    std::vector<store::SqlTable> tables;
    const data::Domain* const domain = session->inputs.domain.get();
    const auto add = [&](const std::string& name, data::Query rows) {
        const auto same = std::ranges::find(tables, name, &store::SqlTable::name);
        if (same == tables.end())
            tables.push_back({name, std::move(rows)});
        else
            same->rows = std::move(rows);
    };
    for (const std::string& id : session->built.card.datasets)
        if (const auto found = session->inputs.datasets.find(id); found != session->inputs.datasets.end())
            add(id, data::Query(found->second, domain));
    for (const auto& [name, dataset] : session->read_tables) add(name, data::Query(dataset, domain));
    for (const auto& [name, query] : further.tables) add(name, query->query());
    store::SqlLimits limits;
    limits.bytes = session->inputs.limits.memory_bytes;
    Budget& budget = caller.state.budget();
    limits.is_over = [&budget] { return budget.is_over(); };
    caller.state.note_position(); // for the watchdog: no step of Lua is counted meanwhile
    std::vector<base::Message> remarks;
    auto rows = select(caller, sql, tables, limits, remarks);
    for (const base::Message& remark : remarks) warn(caller, remark);
    say_lost_years(caller, *session, sql, tables, *rows);
    if (auto averages = store::averages_in(sql); !averages.empty()) session->averages[rows] = std::move(averages);
    session->hold(rows, rows->bytes());
    return std::make_shared<QueryObject>(QueryObject{data::Query(std::move(rows), domain), session});
}

} // namespace bilan::script
