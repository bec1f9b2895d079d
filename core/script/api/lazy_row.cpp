// SPDX-License-Identifier: MPL-2.0
#include "script/api/lazy_row.hpp"

#include "base/text.hpp"
#include "script/api/check.hpp"
#include "script/bind.hpp"
#include "script/class.hpp"
#include "script/mistake.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace bilan::script {

namespace {

const char value_class = 0;
const char state_class = 0;

constexpr double largest_integer = 9007199254740992.0; // above, a number and the next one are one double

void push_number(lua_State* lua, double number)
{
    if (std::fabs(number) < largest_integer) {
        const auto whole = static_cast<lua_Integer>(number);
        if (static_cast<double>(whole) == number) return lua_pushinteger(lua, whole);
    }
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

} // namespace

RowField::RowField(const data::Query& query, const std::string& name)
    : program_(query.dataset(), *query.expanded(data::field(name))),
      type_(type_of(query, name).value_or(program_.is_text() ? data::FieldType::text : data::FieldType::number)),
      is_plain_number_(!program_.is_text() && type_ != data::FieldType::boolean)
{
}

void RowField::load(std::span<const std::uint32_t> rows, std::size_t row)
{
    first_ = row / data::block_rows * data::block_rows;
    loaded_ = std::min(data::block_rows, rows.size() - first_);
    block_ = program_.run(rows.subspan(first_, loaded_));
}

void RowField::push_value(lua_State* lua, std::span<const std::uint32_t> rows, std::size_t row)
{
    if (!has(row)) load(rows, row);
    const std::size_t at = place(row);
    if (block_.states[at] != data::State::value)
        lua_pushnil(lua);
    else if (is_plain_number_)
        push_number(lua, block_.numbers[at]);
    else
        push_known(lua, at);
}

void RowField::push_known(lua_State* lua, std::size_t at) const
{
    if (block_.ids == nullptr) return lua_pushboolean(lua, block_.numbers[at] != 0 ? 1 : 0);
    const std::string_view text = program_.texts().at(block_.ids[at]);
    if (type_ == data::FieldType::choices)
        push_items(lua, text);
    else
        lua_pushlstring(lua, text.data(), text.size());
}

void RowField::push_state(lua_State* lua, std::span<const std::uint32_t> rows, std::size_t row)
{
    if (!has(row)) load(rows, row);
    const std::string_view code = data::code(block_.states[place(row)]);
    lua_pushlstring(lua, code.data(), code.size());
}

namespace {

RowHandle& handle_at(lua_State* lua)
{
    auto& handle = *static_cast<RowHandle*>(lua_touserdata(lua, 1)); // only the metatable of rows leads here
    if (handle.row == row_is_over) raise(lua, Mistake("BIL-759"));
    return handle;
}

/// Puts the field that stands at 2 into the names at 3, both ways, and its number on top.
void add_field(lua_State* lua, RowReader& reader)
{
    lua_Integer number = 0;
    border(lua, "row", [&] {
        number = static_cast<lua_Integer>(reader.add(Value<std::string>::read(lua, 2, Where(std::string_view("row")))));
        return 0;
    });
    lua_pushvalue(lua, 2);
    lua_rawseti(lua, 3, number);
    lua_pushvalue(lua, 2);
    lua_pushinteger(lua, number);
    lua_rawset(lua, 3);
    lua_pushinteger(lua, number);
}

/// A field whose name is not at hand.
RowField& find_field(lua_State* lua, RowReader& reader)
{
    lua_settop(lua, 2);
    lua_getiuservalue(lua, 1, 1);
    lua_pushvalue(lua, 2);
    if (lua_rawget(lua, 3) != LUA_TNUMBER) add_field(lua, reader);
    const lua_Integer number = lua_tointeger(lua, -1);
    RowField& field = reader.at(static_cast<std::size_t>(number));
    lua_rawgeti(lua, 3, number);
    if (lua_topointer(lua, -1) == lua_topointer(lua, 2)) reader.names().keep(lua_topointer(lua, 2), field);
    return field;
}

template <void (RowField::*Push)(lua_State*, std::span<const std::uint32_t>, std::size_t)>
int index_row(lua_State* lua)
{
    const RowHandle& handle = handle_at(lua);
    RowReader& reader = *handle.reader;
    RowField* field = reader.names().find(lua_topointer(lua, 2)); // a name in a function is one text, always the same
    if (field == nullptr) field = &find_field(lua, reader);
    (field->*Push)(lua, reader.rows(), handle.row);
    return 1;
}

int refuse_writing_row(lua_State* lua)
{
    const std::string name = lua_type(lua, 2) == LUA_TSTRING ? lua_tostring(lua, 2) : described(lua, 2);
    raise(lua, Mistake("BIL-760", {name}, name));
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

void register_rows(lua_State* lua, const void* key, lua_CFunction index)
{
    lua_newtable(lua);
    const std::pair<const char*, lua_CFunction> functions[] = {
        {"__index", index}, {"__newindex", &refuse_writing_row}, {"__tostring", &text_of_row}, {"__gc", &release_row}};
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
    auto* const handle = new (block) RowHandle{reader, row};
    lua_rawgetp(lua, LUA_REGISTRYINDEX, key);
    lua_setmetatable(lua, -2);
    lua_pushvalue(lua, names);
    lua_setiuservalue(lua, -2, 1);
    return handle;
}

} // namespace

RowReader::RowReader(std::shared_ptr<QueryObject> query) : query_(std::move(query)), rows_(query_->query().rows()) {}

std::size_t RowReader::add(const std::string& name)
{
    check_field(query_->query(), name);
    fields_.push_back(std::make_unique<RowField>(query_->query(), name));
    std::ranges::copy(query_->query().expanded(data::field(name))->fields_behind(), std::back_inserter(read_));
    return fields_.size();
}

Place RowReader::place(std::size_t row) const
{
    return query_->query().dataset().place((*rows_)[row]);
}

void register_rows(lua_State* lua)
{
    register_rows(lua, &value_class, &index_row<&RowField::push_value>);
    register_rows(lua, &state_class, &index_row<&RowField::push_state>);
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
