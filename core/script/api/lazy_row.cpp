// SPDX-License-Identifier: MPL-2.0
#include "script/api/lazy_row.hpp"

#include "base/text.hpp"
#include "script/api/check.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"
#include "script/mistake.hpp"
#include "script/state.hpp"

#include <cmath>

namespace bilan::script {

namespace {

const char value_class = 0;
const char state_class = 0;

constexpr double largest_integer = 9007199254740992.0; // above, a number and the next one are one double

void push_number(lua_State* lua, double number)
{
    const bool is_whole = std::trunc(number) == number && std::fabs(number) < largest_integer;
    if (is_whole)
        lua_pushinteger(lua, static_cast<lua_Integer>(number));
    else
        lua_pushnumber(lua, number);
}

void push_items(lua_State* lua, std::string_view list)
{
    luaL_checkstack(lua, 2, "list");
    lua_newtable(lua);
    lua_Integer item = 0;
    for (const std::string_view text : base::split(list, data::list_separator)) {
        lua_pushlstring(lua, text.data(), text.size());
        lua_rawseti(lua, -2, ++item);
    }
}

RowHandle& handle_at(lua_State* lua)
{
    auto& handle = *static_cast<RowHandle*>(lua_touserdata(lua, 1)); // only the metatable of rows leads here
    if (handle.row == row_is_over) raise(lua, Mistake("BIL-759"));
    return handle;
}

/// Finds a field that is asked for the first time, and remembers its number.
lua_Integer find_field(lua_State* lua, const RowHandle& handle)
{
    lua_Integer field = 0;
    border(lua, "row", [&] {
        const Where where{std::string_view("row")};
        field = static_cast<lua_Integer>(handle.reader->field(Value<std::string>::read(lua, 2, where)));
        return 0;
    });
    lua_pushvalue(lua, 2);
    lua_pushinteger(lua, field);
    lua_rawset(lua, 3);
    return field;
}

int index_row(lua_State* lua)
{
    const RowHandle& handle = handle_at(lua);
    lua_settop(lua, 2);
    lua_getiuservalue(lua, 1, 1);
    lua_pushvalue(lua, 2);
    const bool is_known = lua_rawget(lua, 3) == LUA_TNUMBER;
    const lua_Integer known = is_known ? lua_tointeger(lua, -1) : 0;
    lua_settop(lua, 3);
    const auto field = static_cast<std::size_t>(is_known ? known : find_field(lua, handle));
    if (handle.says_states)
        handle.reader->push_state(lua, field, handle.row);
    else
        handle.reader->push_value(lua, field, handle.row);
    return 1;
}

int refuse_writing_row(lua_State* lua)
{
    raise(lua, Mistake("BIL-760", {described(lua, 2)}, lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : ""));
}

int text_of_row(lua_State* lua)
{
    const RowHandle& handle = handle_at(lua);
    std::string text;
    border(lua, "row", [&] {
        text = words_of(handle.reader->place(handle.row), State::of(lua).language());
        return 0;
    });
    lua_pushlstring(lua, text.data(), text.size());
    return 1;
}

int release_row(lua_State* lua) noexcept
{
    static_cast<RowHandle*>(lua_touserdata(lua, 1))->reader.reset();
    return 0;
}

void register_rows(lua_State* lua, const void* key)
{
    lua_newtable(lua);
    const std::pair<const char*, lua_CFunction> functions[] = {{"__index", &index_row},
                                                               {"__newindex", &refuse_writing_row},
                                                               {"__tostring", &text_of_row},
                                                               {"__gc", &release_row}};
    for (const auto& [name, function] : functions) {
        lua_pushcfunction(lua, function);
        lua_setfield(lua, -2, name);
    }
    lua_pushstring(lua, "bilan.Row");
    lua_pushvalue(lua, -1);
    lua_setfield(lua, -3, "__name");
    lua_setfield(lua, -2, "__metatable");
    lua_rawsetp(lua, LUA_REGISTRYINDEX, key);
}

RowHandle* push_handle(lua_State* lua, const std::shared_ptr<RowReader>& reader, std::size_t row, int names,
                       const void* key)
{
    luaL_checkstack(lua, 3, "row");
    void* const block = lua_newuserdatauv(lua, sizeof(RowHandle), 1);
    auto* const handle = new (block) RowHandle{reader, row, key == &state_class};
    lua_rawgetp(lua, LUA_REGISTRYINDEX, key);
    lua_setmetatable(lua, -2);
    lua_pushvalue(lua, names);
    lua_setiuservalue(lua, -2, 1);
    return handle;
}

} // namespace

RowReader::RowReader(std::shared_ptr<QueryObject> query) : query_(std::move(query)), rows_(query_->query.rows()) {}

std::size_t RowReader::field(const std::string& name)
{
    const data::Query& query = query_->query;
    check_field(query, name);
    const data::ExpressionPointer expression = query.expanded(data::field(name));
    auto source = std::make_unique<Source>(Source{data::Program(query.dataset(), *expression), {}, std::nullopt, {}});
    source->type =
        type_of(query, name).value_or(source->program.is_text() ? data::FieldType::text : data::FieldType::number);
    sources_.push_back(std::move(source));
    return sources_.size() - 1;
}

RowReader::Source& RowReader::load(std::size_t field, std::size_t row)
{
    Source& source = *sources_[field];
    const std::size_t block = row / data::block_rows;
    if (source.loaded != block) {
        const std::size_t first = block * data::block_rows;
        const std::size_t rows = std::min(data::block_rows, rows_->size() - first);
        source.block = source.program.run(std::span(*rows_).subspan(first, rows));
        source.loaded = block;
    }
    return source;
}

void RowReader::push_value(lua_State* lua, std::size_t field, std::size_t row)
{
    const Source& source = load(field, row);
    const std::size_t at = row % data::block_rows;
    if (source.block.states[at] != data::State::value) {
        lua_pushnil(lua);
    } else if (source.block.ids == nullptr) {
        if (source.type == data::FieldType::boolean)
            lua_pushboolean(lua, source.block.numbers[at] != 0 ? 1 : 0);
        else
            push_number(lua, source.block.numbers[at]);
    } else {
        const std::string_view text = source.program.texts().at(source.block.ids[at]);
        if (source.type == data::FieldType::choices)
            push_items(lua, text);
        else
            lua_pushlstring(lua, text.data(), text.size());
    }
}

void RowReader::push_state(lua_State* lua, std::size_t field, std::size_t row)
{
    const std::string_view code = data::code(load(field, row).block.states[row % data::block_rows]);
    lua_pushlstring(lua, code.data(), code.size());
}

Place RowReader::place(std::size_t row) const
{
    return query_->query.dataset().place((*rows_)[row]);
}

void register_rows(lua_State* lua)
{
    register_rows(lua, &value_class);
    register_rows(lua, &state_class);
}

void push_row_names(lua_State* lua)
{
    lua_newtable(lua);
}

RowHandle* push_row(lua_State* lua, const std::shared_ptr<RowReader>& reader, std::size_t row, int names)
{
    return push_handle(lua, reader, row, names, &value_class);
}

RowHandle* push_row_states(lua_State* lua, const std::shared_ptr<RowReader>& reader, std::size_t row, int names)
{
    return push_handle(lua, reader, row, names, &state_class);
}

std::string words_of(const Place& place, base::Language language)
{
    std::string text = place.file;
    if (!place.sheet.empty()) text += " › " + place.sheet;
    if (place.row && place.column) return text + " › " + cell_name({*place.row, *place.column});
    const bool is_french = language == base::Language::french;
    if (place.row) text += (is_french ? " › ligne " : " › row ") + std::to_string(std::uint64_t{*place.row} + 1);
    if (place.column) text += (is_french ? " › colonne " : " › column ") + column_letters(*place.column);
    return text;
}

namespace {

/// Stands for the fast function above in the reference and in editor definitions.
std::optional<std::string> documented_index(const std::shared_ptr<FieldSource>& /*row*/, const std::string& /*field*/)
{
    return std::nullopt;
}

} // namespace

const GroupRecord& row_class()
{
    static const GroupRecord record = [] {
        GroupRecord made = group("bilan.Row",
                                 "One row in the hands of a function: its values by field, nil where they "
                                 "are unknown. Good while the function is called.",
                                 {item<&documented_index>("A number, a text, a boolean, a list of texts; nil when "
                                                          "unknown. The second row a function gets says why: `nc`.")});
        made.functions.front().result = "any";
        return made;
    }();
    return record;
}

} // namespace bilan::script
