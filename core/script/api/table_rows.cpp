// SPDX-License-Identifier: MPL-2.0
#include "script/api/table_rows.hpp"

#include "base/number.hpp"
#include "script/mistake.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <cmath>
#include <new>

namespace bilan::script {

namespace {

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

} // namespace

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

} // namespace bilan::script
