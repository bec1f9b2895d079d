// SPDX-License-Identifier: MPL-2.0
//
// `bilan.report`: what a report says of itself, checked before anything is run.
#include "script/api/groups.hpp"
#include "script/api/interface.hpp"
#include "script/api/table_options.hpp"
#include "script/api/values.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"
#include "script/domain/twice.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <set>

namespace bilan::script {

namespace {

/// Lower-case letters, digits and `_`: an id becomes a file name and a sheet name.
bool is_id(std::string_view text)
{
    return !text.empty() && text.size() <= 60 && std::ranges::all_of(text, [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '_';
    });
}

/// First of all: a script for another version would stumble over names that it cannot know.
int read_api(TableReader& table)
{
    const auto api = table.required<std::int64_t>("api");
    if (api < oldest_api || api > newest_api)
        throw Mistake("BIL-665", {std::to_string(api), std::to_string(oldest_api), std::to_string(newest_api)}, "api");
    return static_cast<int>(api);
}

[[noreturn]] void refuse_second(lua_State* lua, const std::string& id, const char* list)
{
    const Mistake mistake("BIL-684", {id}, id);
    const IdTwice twice(mistake, {}, list);
    const Caller caller = trampoline::caller_of(lua);
    const auto source = caller.state.sources().find(caller.file);
    if (source == caller.state.sources().end()) throw Mistake(mistake);
    const IdTwice::Located at = twice.in(source->second.text, caller.line);
    if (at.line == 0) throw Mistake(mistake);
    throw ScriptError({at.message, id, caller.file, at.line, {}}, caller.state.sources());
}

/// Several rules may have one id, as those of the library do.
enum class Ids : std::uint8_t { each_once, any };

/// Keeps each table of a list; what they hold is read by those who need it.
void keep_tables(lua_State* lua, TableReader& table, const Where& where, const char* key, std::vector<int>& kept,
                 Ids expected = Ids::each_once)
{
    if (!table.has(key)) return;
    const Where place(where, key);
    table.push(key);
    const int list = lua_gettop(lua);
    const std::size_t length = list_length(lua, list, place);
    std::set<std::string> ids;
    for (std::size_t item = 1; item <= length; ++item) {
        if (lua_rawgeti(lua, list, static_cast<lua_Integer>(item)) != LUA_TTABLE)
            refuse(lua, lua_gettop(lua), Where(place, item), "table");
        lua_pushstring(lua, "id");
        const bool has_id = lua_rawget(lua, -2) == LUA_TSTRING;
        const std::string id = has_id ? lua_tostring(lua, -1) : "";
        if (has_id && expected == Ids::each_once && !ids.insert(id).second)
            refuse_second(lua, id, key); // the last would speak, unheard
        lua_pop(lua, 1);
        kept.push_back(luaL_ref(lua, LUA_REGISTRYINDEX));
    }
    lua_settop(lua, list - 1);
}

std::vector<ParameterCard> read_parameters(lua_State* lua, TableReader& table, const Where& where)
{
    std::vector<ParameterCard> cards;
    if (!table.has("params")) return cards;
    const Where place(where, "params");
    table.push("params");
    const int at = lua_gettop(lua);
    if (!lua_istable(lua, at)) refuse(lua, at, place, "table<string, bilan.Parameter>");
    lua_pushnil(lua);
    while (lua_next(lua, at) != 0) {
        const int value = lua_gettop(lua);
        const std::string name = Value<std::string>::read(lua, value - 1, place);
        if (!is_id(name)) throw Mistake("BIL-666", {name}, name);
        cards.push_back(Value<std::shared_ptr<ParameterObject>>::read(lua, value, Where(place, name))->card);
        cards.back().name = name;
        lua_pop(lua, 1);
    }
    lua_pop(lua, 1);
    std::ranges::sort(cards, {}, &ParameterCard::name);
    return cards;
}

} // namespace

namespace {

/// What an included report reads and may be given becomes the other's too. One name has one meaning: the first one's.
void include(const ReportObject& other, ReportObject& report)
{
    const ReportCard& included = other.card;
    ReportCard& card = report.card;
    report.vocabularies.insert(report.vocabularies.end(), other.vocabularies.begin(), other.vocabularies.end());
    report.schemas.insert(report.schemas.end(), other.schemas.begin(), other.schemas.end());
    report.indicators.insert(report.indicators.end(), other.indicators.begin(), other.indicators.end());
    report.controls.insert(report.controls.end(), other.controls.begin(), other.controls.end());
    for (const std::string& schema : included.datasets)
        if (std::ranges::find(card.datasets, schema) == card.datasets.end()) card.datasets.push_back(schema);
    for (const ParameterCard& parameter : included.parameters) {
        const auto same = std::ranges::find(card.parameters, parameter.name, &ParameterCard::name);
        if (same == card.parameters.end())
            card.parameters.push_back(parameter);
        else if (same->type != parameter.type)
            throw Mistake("BIL-768", {parameter.name, included.id, parameter.type, same->type}, parameter.name);
    }
    std::ranges::sort(card.parameters, {}, &ParameterCard::name);
}

} // namespace

/// The table given to `bilan.report`.
struct ReportDefinition {
    std::shared_ptr<ReportObject> report;
};

template <>
struct Value<ReportDefinition> {
    static std::string name() { return "bilan.ReportDefinition"; }
    static ReportDefinition read(lua_State* lua, int at, const Where& where)
    {
        TableReader table(lua, at, where, name());
        auto report = std::make_shared<ReportObject>();
        report->card.api = read_api(table);
        report->card.id = table.required<std::string>("id");
        if (!is_id(report->card.id)) throw Mistake("BIL-666", {report->card.id}, report->card.id);
        report->card.title = title_of(table);
        report->card.datasets = table.required<std::vector<std::string>>("datasets");
        report->card.parameters = read_parameters(lua, table, where);
        for (const auto& included : table.otherwise<std::vector<std::shared_ptr<ReportObject>>>("includes", {}))
            include(*included, *report);
        keep_tables(lua, table, where, "vocabularies", report->vocabularies);
        keep_tables(lua, table, where, "schemas", report->schemas);
        keep_tables(lua, table, where, "indicators", report->indicators);
        keep_tables(lua, table, where, "controls", report->controls, Ids::any);
        report->card.declares_domain =
            !report->schemas.empty() || !report->vocabularies.empty() || !report->controls.empty();
        const auto blocking = table.optional<std::string>("blocking");
        if (blocking && *blocking != "refuse" && *blocking != "warn")
            throw Mistake("BIL-156", {*blocking, "refuse, warn"}, "blocking");
        report->card.refuses_blocking = blocking == "refuse";
        if (!table.has("build")) table.miss("build", "function");
        table.push("build");
        if (lua_isnil(lua, -1)) table.miss("build", "function");
        if (!lua_isfunction(lua, -1)) refuse(lua, lua_gettop(lua), Where(where, "build"), "function");
        table.finish();
        report->build = luaL_ref(lua, LUA_REGISTRYINDEX);
        return {std::move(report)};
    }
};

namespace {

std::shared_ptr<ReportObject> report(const ReportDefinition& definition)
{
    return definition.report;
}

} // namespace

const GroupRecord& report_class()
{
    static const GroupRecord record = group("bilan.Report", "What a report file returns.", {});
    return record;
}

std::vector<FunctionRecord> report_functions()
{
    return {bind<&report>("report", "Declares a report; a report file returns what this gives.",
                          {{"definition", "`api`, `id`, `title`, `datasets`, `params`, `includes`, `blocking`, "
                                          "`schemas`, `vocabularies`, `indicators`, `controls`, `build`"}})};
}

} // namespace bilan::script
