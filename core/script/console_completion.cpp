// SPDX-License-Identifier: MPL-2.0
#include "script/console_completion.hpp"

#include "base/number.hpp"
#include "base/text.hpp"
#include "script/api/interface.hpp"
#include "script/class.hpp"
#include "script/domain/read_domain.hpp"
#include "script/sandbox.hpp"

#include <lua.hpp>

#include <algorithm>

namespace bilan::script {

namespace {

std::vector<std::string> text_keys(lua_State* lua, int table)
{
    luaL_checkstack(lua, 3, "names");
    std::vector<std::string> names;
    lua_pushnil(lua);
    while (lua_next(lua, table) != 0) {
        lua_pop(lua, 1);
        if (lua_type(lua, -1) == LUA_TSTRING) names.emplace_back(lua_tostring(lua, -1));
    }
    return names;
}

void add(std::vector<std::string>& names, const std::vector<std::string>& more)
{
    names.insert(names.end(), more.begin(), more.end());
}

void add_fields(const Session& session, std::vector<std::string>& names)
{
    for (const auto& [id, dataset] : session.inputs.datasets) {
        for (const data::Field& field : dataset->schema().fields) names.push_back(field.id);
        for (const data::Column& column : dataset->columns()) names.push_back(column.field.id);
    }
}

/// What stands in quotes in scripts: fields, datasets, indicators.
std::vector<std::string> quoted_names(Session& session)
{
    std::vector<std::string> names;
    add_fields(session, names);
    for (const auto& schema : session.inputs.domain->schemas) names.push_back(schema->id);
    for (const auto& [id, indicator] : indicators_of(session)) names.push_back(id);
    return names;
}

/// The members of every type of object: behind a call, whose answer is not known before it is made.
std::vector<std::string> all_members()
{
    std::vector<std::string> names;
    for (const GroupRecord* group : object_groups())
        for (const FunctionRecord& record : group->functions)
            if (record.role == Role::method || record.role == Role::property) names.push_back(record.name);
    return names;
}

/// Pushes what the chain leads to; an error of Lua when it leads nowhere. Runs no function of the person's own.
void push_chain(lua_State* lua, int names, const std::vector<std::string>& chain)
{
    luaL_checkstack(lua, 4, "chain");
    lua_pushvalue(lua, names);
    for (const std::string& name : chain) {
        const int owner = lua_gettop(lua);
        const bool has_index = luaL_getmetafield(lua, owner, "__index") != LUA_TNIL;
        const bool is_ours = has_index && lua_iscfunction(lua, -1) != 0;
        lua_settop(lua, owner);
        if (is_ours || !has_index || lua_isuserdata(lua, owner) != 0) {
            lua_getfield(lua, owner, name.c_str());
        } else {
            lua_pushstring(lua, name.c_str());
            lua_rawget(lua, owner);
        }
        lua_remove(lua, owner);
    }
}

std::vector<std::string> behind(lua_State* lua, int names, const BeforeCursor& before, Session& session)
{
    push_chain(lua, names, before.chain);
    if (to_object<FieldSource>(lua, -1) != nullptr) {
        std::vector<std::string> fields;
        add_fields(session, fields);
        return fields;
    }
    return names_behind(lua, -1);
}

std::vector<std::string> candidates(lua_State* lua, int names, const BeforeCursor& before, Session& session)
{
    if (before.is_text) return quoted_names(session);
    if (!before.is_nameable) return all_members();
    if (!before.chain.empty()) return behind(lua, names, before, session);
    push_environment(lua);
    luaL_getmetafield(lua, -1, "__index");
    std::vector<std::string> all = names_in_reach(lua, names, lua_gettop(lua));
    add(all, {"and",   "break", "do",  "else", "elseif", "end",    "false", "for",  "function", "if",   "in",
              "local", "nil",   "not", "or",   "repeat", "return", "then",  "true", "until",    "while"});
    return all;
}

} // namespace

std::vector<std::string> names_in_reach(lua_State* lua, int names, int sandbox)
{
    std::vector<std::string> all = text_keys(lua, names);
    add(all, text_keys(lua, sandbox));
    std::erase_if(all,
                  [](const std::string& name) { return name.starts_with('_'); }); // `_`, `_VERSION`: not to be missed
    std::ranges::sort(all);
    return all;
}

Completion completion_of(lua_State* lua, int names, const BeforeCursor& before, Session& session)
{
    Completion completion;
    completion.from = before.from;
    for (std::string& name : candidates(lua, names, before, session))
        if (name.starts_with(before.word)) completion.words.push_back(std::move(name));
    std::ranges::sort(completion.words);
    completion.words.erase(std::unique(completion.words.begin(), completion.words.end()), completion.words.end());
    return completion;
}

Shown shown_fields(const data::Schema& schema, const data::Dataset* dataset, base::Language language)
{
    const bool is_french = language == base::Language::french;
    Shown shown;
    shown.text = schema.id + " · " + schema.label.in(language);
    shown.headers = {is_french ? "champ" : "field", "type", is_french ? "connu" : "known",
                     is_french ? "libellé" : "label"};
    shown.are_numbers = {false, false, true, false};
    const auto line = [&](const data::Field& field, const data::Column* column) {
        std::string known = "–";
        if (column != nullptr)
            known = base::for_people(static_cast<double>(std::ranges::count(column->states, data::State::value)), 0,
                                     language);
        shown.rows.push_back({field.id, field_type_names()[static_cast<std::size_t>(field.type)], known,
                              base::for_display(field.label.in(language))});
    };
    for (const data::Field& field : schema.fields)
        line(field, dataset == nullptr ? nullptr : dataset->column(field.id));
    if (dataset != nullptr)
        for (const data::Column& column : dataset->columns())
            if (schema.field(column.field.id) == nullptr) line(column.field, &column);
    if (dataset != nullptr)
        shown.note = (is_french ? "connu\u00A0: nombre de lignes, sur " : "known: number of rows, of ") +
                     base::for_people(static_cast<double>(dataset->rows()), 0, language);
    return shown;
}

} // namespace bilan::script
