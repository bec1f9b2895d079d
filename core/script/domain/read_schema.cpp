// SPDX-License-Identifier: MPL-2.0
#include "script/domain/read_domain.hpp"

#include "script/api/values.hpp"
#include "script/control_kinds.hpp"
#include "script/mistake.hpp"

#include <functional>

namespace bilan::script {

const std::vector<std::string>& field_type_names()
{
    static const std::vector<std::string> names = {"text", "count",   "number", "euro",    "rate", "year",
                                                   "date", "boolean", "choice", "choices", "code"};
    return names;
}

const std::vector<std::string>& code_kind_names()
{
    static const std::vector<std::string> names = {"siret",       "siren",   "rna",       "dossier",     "qpv", "insee",
                                                   "departement", "commune", "reference", "participant", "lieu"};
    return names;
}

const std::vector<std::string>& family_reader_names()
{
    static const std::vector<std::string> names = {"age_band", "age_band_f", "age_band_h", "level", "funder", "suffix"};
    return names;
}

namespace {

/// `"Quartier"` of an item that has no id: what its label says stands on its lines.
std::string near_label(lua_State* lua, int at)
{
    const int top = lua_gettop(lua);
    luaL_checkstack(lua, 4, "label");
    lua_pushstring(lua, "label");
    if (lua_rawget(lua, at) == LUA_TTABLE) {
        lua_pushstring(lua, "fr");
        lua_rawget(lua, -2);
    }
    std::string near = lua_type(lua, -1) == LUA_TSTRING ? '"' + std::string(lua_tostring(lua, -1)) + '"' : "";
    lua_settop(lua, top);
    return near;
}

/// Reads with `work`, and notes the item's id for the line of a mistake.
template <class Work>
auto near_id(lua_State* lua, int at, const char* key, const Work& work)
{
    try {
        return work();
    } catch (Mistake& mistake) {
        if (mistake.near().empty() && lua_istable(lua, at)) {
            lua_pushstring(lua, key);
            lua_rawget(lua, at);
            if (lua_type(lua, -1) == LUA_TSTRING)
                mistake.set_near(std::string(key) + " = \"" + lua_tostring(lua, -1) + '"');
            else
                mistake.set_near(near_label(lua, at));
            lua_pop(lua, 1);
        }
        throw;
    }
}

data::Field read_field(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, "bilan.FieldDefinition");
    data::Field field;
    field.id = table.required<std::string>("id");
    if (!table.has("type")) table.miss("type", "string");
    field.type = static_cast<data::FieldType>(table.word("type", field_type_names(), 0));
    field.label = table.required<base::Words>("label");
    field.help = table.otherwise<base::Words>("help", {});
    field.example = table.otherwise<std::string>("example", {});
    field.headers = table.otherwise<std::vector<std::string>>("headers", {});
    field.not_headers = table.otherwise<std::vector<std::string>>("not_headers", {});
    field.parts = table.otherwise<std::vector<std::string>>("parts", {});
    field.part_of = table.otherwise<std::string>("part_of", {});
    field.vocabulary = table.otherwise<std::string>("vocabulary", {});
    if (table.has("code_kind")) field.code_kind = code_kind_names()[table.word("code_kind", code_kind_names(), 0)];
    field.required = table.otherwise("required", false);
    field.people = table.otherwise("people", false);
    field.never_negative = table.otherwise("never_negative", false);
    field.stock = table.otherwise("stock", false);
    field.personal = table.otherwise("personal", false);
    field.parent = table.otherwise<std::string>("parent", {});
    table.finish();
    if (field.type == data::FieldType::choice && field.vocabulary.empty()) table.miss("vocabulary", "string");
    if (field.type == data::FieldType::code && field.code_kind.empty()) table.miss("code_kind", "string");
    return field;
}

data::FieldFamily read_family(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, "bilan.FamilyDefinition");
    data::FieldFamily family;
    family.prefix = table.required<std::string>("prefix");
    if (!table.has("reader")) table.miss("reader", "string");
    family.reader = family_reader_names()[table.word("reader", family_reader_names(), 0)];
    family.label = table.required<base::Words>("label");
    family.type = static_cast<data::FieldType>(table.word("type", field_type_names(), 1));
    family.people = table.otherwise("people", false);
    family.parent = table.otherwise<std::string>("parent", {});
    table.finish();
    return family;
}

template <class T>
std::vector<T> read_items(lua_State* lua, int at, const Where& where, const char* key,
                          const std::function<T(lua_State*, int, const Where&)>& read)
{
    std::vector<T> items;
    const std::size_t length = list_length(lua, at, where);
    for (std::size_t item = 1; item <= length; ++item) {
        lua_rawgeti(lua, at, static_cast<lua_Integer>(item));
        const int value = lua_gettop(lua);
        items.push_back(near_id(lua, value, key, [&] { return read(lua, value, Where(where, item)); }));
        lua_settop(lua, value - 1);
    }
    return items;
}

template <class T>
std::vector<T> optional_items(lua_State* lua, TableReader& table, const char* list, const char* key,
                              const std::function<T(lua_State*, int, const Where&)>& read)
{
    if (!table.has(list)) return {};
    table.push(list);
    std::vector<T> items = read_items<T>(lua, lua_gettop(lua), Where(table.where(), list), key, read);
    lua_pop(lua, 1);
    return items;
}

using NamedOrOwn = std::variant<std::string, data::Control>;

NamedOrOwn read_named_or_own(lua_State* lua, int at, const Where& where)
{
    if (lua_type(lua, at) == LUA_TSTRING) return Value<std::string>::read(lua, at, where);
    return read_control(lua, at, where);
}

/// `"benef_total"`, or `{ field = "age_0_25", label = { fr = "Moins de 26 ans", en = "Under 26" } }` for one of a
/// family.
data::Asked read_asked(lua_State* lua, int at, const Where& where)
{
    if (lua_type(lua, at) == LUA_TSTRING) return {Value<std::string>::read(lua, at, where), {}, {}};
    TableReader table(lua, at, where, "bilan.AskedField");
    data::Asked asked;
    asked.field = table.required<std::string>("field");
    asked.label = table.otherwise<base::Words>("label", {});
    asked.example = table.otherwise<std::string>("example", {});
    table.finish();
    return asked;
}

data::Term read_term(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, "bilan.TermDefinition");
    data::Term term;
    term.id = table.required<std::string>("id");
    term.label = table.required<base::Words>("label");
    term.spellings = table.otherwise<std::vector<std::string>>("spellings", {});
    term.confirm = table.otherwise<std::vector<std::string>>("confirm", {});
    table.finish();
    return term;
}

} // namespace

std::vector<data::Field> read_fields(lua_State* lua, int at, const Where& where)
{
    return read_items<data::Field>(lua, at, where, "id", &read_field);
}

namespace {

/// Keys that are left are refused by whoever reads the table.
data::Control control_in(TableReader& table)
{
    static const std::vector<std::string> severities = {"B", "A", "I"};
    static const std::vector<std::string> kinds = [] {
        std::vector<std::string> names;
        for (const ControlKind& kind : control_kinds()) names.emplace_back(kind.name);
        return names;
    }();
    data::Control control;
    control.id = table.required<std::string>("id");
    if (!table.has("severity")) table.miss("severity", "string");
    control.severity = static_cast<data::Severity>(table.word("severity", severities, 0));
    control.label = table.required<base::Words>("label");
    control.action = table.required<base::Words>("action");
    if (!table.has("kind")) table.miss("kind", "string");
    control.kind = kinds[table.word("kind", kinds, 0)];
    control.parts = table.otherwise<std::vector<std::string>>("parts", {});
    control.optional = table.otherwise<std::vector<std::string>>("optional", {});
    control.whole = table.otherwise<std::string>("whole", {});
    control.also = table.otherwise<std::vector<std::string>>("also", {});
    control.tolerance = table.otherwise("tolerance", 0.0);
    control.limit = table.optional<double>("limit");
    control.words = table.otherwise<std::vector<std::string>>("words", {});
    control.except = table.otherwise<std::vector<std::string>>("except", {});
    control.reason = table.otherwise<base::Words>("reason", {});
    if (const auto expression = table.optional<std::shared_ptr<ExpressionObject>>("expression"))
        control.expression = *expression;
    return control;
}

} // namespace

data::Control read_control(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, "bilan.ControlDefinition");
    data::Control control = control_in(table);
    table.finish();
    return control;
}

AddedControl read_added_control(lua_State* lua, int at, const Where& where)
{
    return near_id(lua, at, "id", [&] {
        TableReader table(lua, at, where, "bilan.AddedControlDefinition");
        AddedControl added;
        added.schema = table.required<std::string>("schema");
        added.control = control_in(table);
        table.finish();
        return added;
    });
}

SharedControls read_shared_controls(lua_State* lua, int at, const Where& where)
{
    if (!lua_istable(lua, at)) refuse(lua, at, where, "table");
    SharedControls controls;
    lua_pushnil(lua);
    while (lua_next(lua, at) != 0) {
        const int value = lua_gettop(lua);
        const std::string name = Value<std::string>::read(lua, value - 1, where);
        controls[name] = near_id(lua, value, "id", [&] { return read_control(lua, value, Where(where, name)); });
        lua_settop(lua, value - 1);
    }
    return controls;
}

data::Vocabulary read_vocabulary(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, "bilan.VocabularyDefinition");
    data::Vocabulary vocabulary;
    vocabulary.id = table.required<std::string>("id");
    vocabulary.open = table.otherwise("open", false);
    vocabulary.control = table.otherwise<std::string>("control", {});
    vocabulary.terms = optional_items<data::Term>(lua, table, "terms", "id", &read_term);
    table.finish();
    return vocabulary;
}

SchemaFile read_schema(lua_State* lua, int at, const Where& where)
{
    TableReader table(lua, at, where, "bilan.SchemaDefinition");
    SchemaFile file;
    file.schema.id = table.required<std::string>("id");
    file.schema.label = table.required<base::Words>("label");
    file.schema.row = table.otherwise<base::Words>("row", {});
    file.schema.hints = table.otherwise<std::vector<std::string>>("hints", {});
    file.schema.made_of = table.otherwise<std::vector<std::string>>("made_of", {});
    file.include = table.otherwise<std::vector<std::string>>("include", {});
    file.schema.fields = optional_items<data::Field>(lua, table, "fields", "id", &read_field);
    file.schema.families = optional_items<data::FieldFamily>(lua, table, "families", "prefix", &read_family);
    file.schema.asked = optional_items<data::Asked>(lua, table, "asked", "field", &read_asked);
    file.controls = optional_items<NamedOrOwn>(lua, table, "controls", "id", &read_named_or_own);
    table.finish();
    return file;
}

} // namespace bilan::script
