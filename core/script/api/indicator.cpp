// SPDX-License-Identifier: MPL-2.0
#include "script/api/indicator.hpp"

#include "base/text.hpp"
#include "script/api/check.hpp"
#include "script/api/interface.hpp"
#include "script/api/session.hpp"
#include "script/api/values.hpp"
#include "script/mistake.hpp"
#include "script/modules.hpp"
#include "script/state.hpp"

#include <lua.hpp>

#include <algorithm>

namespace bilan::script {

template <>
struct Value<Supposition> {
    static std::string name() { return "bilan.Supposition"; }
    static Supposition read(lua_State* lua, int at, const Where& where)
    {
        TableReader table(lua, at, where, name());
        Supposition supposition{table.required<std::string>("field"), table.required<base::Words>("words")};
        table.finish();
        return supposition;
    }
};

namespace {

Indicator read_indicator(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, "bilan.IndicatorDefinition");
    Indicator indicator;
    indicator.id = table.required<std::string>("id");
    indicator.label = table.required<base::Words>("label");
    indicator.dataset = table.required<std::string>("dataset");
    indicator.formula = table.required<base::Words>("formula");
    indicator.unknowns = table.otherwise<base::Words>("unknowns", {});
    indicator.note = table.otherwise<base::Words>("note", {});
    indicator.supposes = table.optional<Supposition>("supposes");
    indicator.fields = table.otherwise<std::vector<std::string>>("fields", {});
    indicator.unit = static_cast<data::Unit>(table.word("unit", unit_names(), 0));
    indicator.unit_name = unit_names()[static_cast<std::size_t>(indicator.unit)];
    indicator.may_exceed = table.otherwise<bool>("may_exceed", false);
    table.push("figure");
    indicator.is_made = !lua_isnil(lua, -1);
    const char* const key = indicator.is_made ? "figure" : "measure";
    table.push(key);
    if (!lua_isfunction(lua, -1)) refuse(lua, lua_gettop(lua), Where(where, key), "function");
    lua_Debug record;
    lua_pushvalue(lua, -1);
    lua_getinfo(lua, ">S", &record);
    if (record.source[0] == '@') {
        indicator.file = record.source + 1;
        indicator.line = record.linedefined;
        indicator.last_line = record.lastlinedefined;
    }
    indicator.function = luaL_ref(lua, LUA_REGISTRYINDEX);
    table.finish();
    return indicator;
}

void load_file(Session& session, lua_State* lua, const std::filesystem::path& library,
               const std::filesystem::path& file)
{
    const std::string shown = shown_name(library, file);
    session.state.add_library_file(shown);
    push_chunk(lua, file, shown);
    lua_call(lua, 0, 1);
    const int list = lua_gettop(lua);
    const Where where{std::string_view(shown)};
    const std::size_t length = list_length(lua, list, where);
    for (std::size_t item = 1; item <= length; ++item) {
        lua_rawgeti(lua, list, static_cast<lua_Integer>(item));
        Indicator indicator = read_indicator(lua, lua_gettop(lua), Where(where, item));
        lua_settop(lua, list);
        std::string id = indicator.id;
        if (session.declared_indicators.contains(id)) continue;                   // the report's own speak last of all
        session.indicators.insert_or_assign(std::move(id), std::move(indicator)); // a later folder speaks last
    }
    lua_settop(lua, list - 1);
}

void load_all(Session& session)
{
    const auto& libraries = session.state.settings().path.libraries;
    session.state.protect([&](lua_State* lua) {
        for (auto library = libraries.rbegin(); library != libraries.rend(); ++library)
            for (const auto& file : lua_files(*library / "bilan" / "domain" / "indicators"))
                load_file(session, lua, *library, file);
    });
    session.are_indicators_loaded = true;
}

} // namespace

namespace {

/// One over a dataset that there is not could never be computed.
void check_dataset(const Session& session, const Indicator& indicator)
{
    if (session.inputs.domain == nullptr || session.inputs.domain->schema(indicator.dataset) != nullptr) return;
    Mistake mistake = unknown_schema(*session.inputs.domain, indicator.dataset, indicator.id + " › dataset");
    mistake.set_near('"' + indicator.id + '"');
    throw mistake;
}

} // namespace

void take_declared(Session& session, const std::vector<int>& tables)
{
    const Where where{std::string_view("indicators")};
    for (std::size_t item = 0; item < tables.size(); ++item)
        session.state.protect([&](lua_State* lua) {
            lua_rawgeti(lua, LUA_REGISTRYINDEX, tables[item]);
            Indicator indicator = read_indicator(lua, lua_gettop(lua), Where(where, item + 1));
            check_dataset(session, indicator);
            session.declared_indicators.insert(indicator.id);
            std::string id = indicator.id;
            session.indicators.insert_or_assign(std::move(id), std::move(indicator));
        });
}

const std::map<std::string, Indicator>& indicators_of(Session& session)
{
    if (!session.are_indicators_loaded) load_all(session);
    return session.indicators;
}

namespace {

/// `EMP` of `EMP04`: what the indicators of a theme have in common.
std::string letters_of(const std::string& id)
{
    return base::fold(id.substr(0, id.find_first_of("0123456789")));
}

} // namespace

const Indicator* find_indicator(Session& session, const std::string& id)
{
    const std::map<std::string, Indicator>& all = indicators_of(session);
    const auto found = all.find(id);
    return found == all.end() ? nullptr : &found->second;
}

const Indicator& indicator_of(Session& session, const std::string& id)
{
    const std::map<std::string, Indicator>& all = indicators_of(session);
    const auto found = all.find(id);
    if (found != all.end()) return found->second;
    std::vector<std::string> ids;
    ids.reserve(all.size());
    for (const auto& [known, indicator] : all)
        if (letters_of(known) == letters_of(id)) ids.push_back(known); // of the theme that is meant
    if (ids.empty())
        for (const auto& [known, indicator] : all)
            if (std::ranges::find(session.built.card.datasets, indicator.dataset) != session.built.card.datasets.end())
                ids.push_back(known); // of the report's themes
    if (ids.empty())
        for (const auto& [known, indicator] : all) ids.push_back(known);
    throw unknown_name("BIL-656", "BIL-657", id, "bilan/domain/indicators", ids);
}

namespace {

/// The parameters that were given or have an initial value; the others are nil.
void push_parameters(lua_State* lua, const Session& session)
{
    lua_createtable(lua, 0, static_cast<int>(session.parameters.size()));
    for (const auto& [name, value] : session.parameters) {
        Value<ParameterValue>::push(lua, value);
        lua_setfield(lua, -2, name.c_str());
    }
}

} // namespace

MeasureObject measure_of(Session& session, const Indicator& indicator)
{
    if (indicator.is_made) throw Mistake("BIL-767", {indicator.id}, indicator.id);
    MeasureObject measure;
    session.state.protect([&](lua_State* lua) {
        lua_rawgeti(lua, LUA_REGISTRYINDEX, indicator.function);
        push_object(lua, std::make_shared<FieldSource>());
        push_interface(lua);
        push_parameters(lua, session);
        lua_call(lua, 3, 1);
        const Where where{std::string_view(indicator.id)};
        measure = *Value<std::shared_ptr<MeasureObject>>::read(lua, lua_gettop(lua), Where(where, "measure"));
    });
    measure.measure.unit = indicator.unit;
    measure.has_unit = true;
    return measure;
}

data::Figure made_figure(const std::shared_ptr<Session>& session, const Indicator& indicator,
                         const std::shared_ptr<QueryObject>& query)
{
    std::optional<data::Figure> figure;
    session->state.protect([&](lua_State* lua) {
        lua_rawgeti(lua, LUA_REGISTRYINDEX, indicator.function);
        push_object(lua, session);
        push_object(lua, query);
        push_parameters(lua, *session);
        lua_call(lua, 3, 1);
        const Where where{std::string_view(indicator.id)};
        if (!lua_isnil(lua, -1)) figure = Value<data::Figure>::read(lua, lua_gettop(lua), Where(where, "figure"));
    });
    if (!figure) {
        figure.emplace();
        figure->cause = data::State::not_available;
    }
    return *figure;
}

} // namespace bilan::script
