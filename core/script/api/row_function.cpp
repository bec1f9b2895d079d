// SPDX-License-Identifier: MPL-2.0
#include "script/api/row_function.hpp"

#include "base/number.hpp"
#include "script/api/lazy_row.hpp"
#include "script/api/row_comparisons.hpp"
#include "script/api/session.hpp"
#include "script/api/values.hpp"
#include "script/journal.hpp"
#include "script/mistake.hpp"
#include "script/raise.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <cmath>
#include <new>

namespace bilan::script {

namespace {

using data::FieldType;

/// A column in the making.
class Answers {
public:
    Answers(const std::string& name, std::size_t rows)
    {
        column_.field.id = name;
        column_.field.label = {name, name};
        column_.states.assign(rows, data::State::empty);
    }
    Answers(const std::string& name, std::size_t rows, FieldType of) : Answers(name, rows) { type(of); }

    /// Takes what stands at the top of the stack.
    void take(lua_State* lua, std::uint32_t row)
    {
        switch (lua_type(lua, -1)) {
        case LUA_TNIL: return;
        case LUA_TNUMBER: {
            const double number = lua_tonumber(lua, -1);
            if (!std::isfinite(number)) throw Mistake("BIL-602");
            expect(lua, FieldType::number);
            keep(row, number);
            return;
        }
        case LUA_TBOOLEAN:
            expect(lua, FieldType::boolean);
            keep(row, lua_toboolean(lua, -1));
            return;
        case LUA_TSTRING:
            expect(lua, FieldType::text);
            column_.ids[row] =
                column_.dictionary->intern(Value<std::string>::read(lua, lua_gettop(lua), Where("function")));
            column_.states[row] = data::State::value;
            if (column_.dictionary->bytes() > State::of(lua).settings().limits.memory_bytes) throw std::bad_alloc();
            return;
        default:
            if (const auto* state = to_object<StateObject>(lua, -1))
                column_.states[row] = (*state)->state;
            else
                throw Mistake("BIL-757", {described(lua, lua_gettop(lua))});
        }
    }

    /// Keeps a number, or 0 and 1 for a boolean, in a column that is for them.
    void keep(std::uint32_t row, double number)
    {
        column_.numbers[row] = number;
        column_.states[row] = data::State::value;
    }

    [[nodiscard]] bool has_nothing() const
    {
        return std::ranges::all_of(column_.states, [](data::State state) { return state == data::State::empty; });
    }

    /// Without any value it has neither numbers nor texts, and is of no type.
    [[nodiscard]] std::shared_ptr<const data::Column> made() &&
    {
        return std::make_shared<const data::Column>(std::move(column_));
    }

private:
    void expect(lua_State* lua, FieldType of)
    {
        if (!is_typed_) {
            type(of);
            first_ = lua_typename(lua, lua_type(lua, -1));
        }
        if (column_.field.type != of) throw Mistake("BIL-756", {described(lua, lua_gettop(lua)), first_});
    }
    void type(FieldType of)
    {
        is_typed_ = true;
        column_.field.type = of;
        if (of == FieldType::text) {
            column_.dictionary = std::make_shared<TextPool>();
            column_.ids.assign(column_.states.size(), 0);
        } else {
            column_.numbers.assign(column_.states.size(), 0.0);
        }
    }

    data::Column column_;
    bool is_typed_ = false;
    std::string first_;
};

/// Tells the state which row is in hand while a function is called; a row kept beyond that is over.
struct InHand {
    InHand(State& of_state, RowReader& of_reader) : state(of_state), reader(of_reader)
    {
        state.set_row_in_hand([this] { return words_of(reader.place(row), state.language()); });
    }
    InHand(const InHand&) = delete;
    InHand& operator=(const InHand&) = delete;
    ~InHand()
    {
        state.set_row_in_hand(nullptr);
        for (RowHandle* handle : handles)
            if (handle != nullptr) handle->row = row_is_over;
    }
    void move_to(std::size_t to)
    {
        row = to;
        for (RowHandle* handle : handles) handle->row = to;
    }

    State& state;
    RowReader& reader;
    std::size_t row = 0;
    RowHandle* handles[2] = {nullptr, nullptr};
};

/// Whether a function takes the second row, that of the states; without it each call is a little cheaper.
bool takes_states(lua_State* lua, int function)
{
    lua_Debug record;
    lua_pushvalue(lua, function);
    lua_getinfo(lua, ">u", &record);
    return record.nparams > 1 || record.isvararg != 0;
}

/// A function that gave nothing for any row is most likely one that forgot to return; said once, with its line.
void warn_of_nothing(const std::shared_ptr<QueryObject>& query, const std::string& name)
{
    const std::size_t rows = query->query().rows()->size();
    if (rows == 0) return;
    State& state = query->session->state;
    state.protect([&](lua_State* lua) {
        const Position at = position_of(lua);
        const base::Message message{"BIL-923",
                                    {name, base::for_people(static_cast<double>(rows), 0, state.language())}};
        write_line(state, {"warning", base::render(message, state.language()), at.file, at.line});
    });
}

/// Gives the fields that the function read.
template <class Take>
std::vector<std::string> call_for_each(const std::shared_ptr<QueryObject>& query, const FunctionReference& function,
                                       Take take)
{
    State& state = query->session->state;
    check_row_comparisons(*query, function);
    const auto reader = std::make_shared<RowReader>(query);
    const auto rows = query->query().rows();
    state.protect([&](lua_State* lua) {
        luaL_checkstack(lua, 8, "row");
        const int names = lua_gettop(lua) + 1;
        push_row_names(lua);
        function.push(lua);
        InHand in_hand(state, *reader);
        in_hand.handles[0] = push_row(lua, reader, 0, names);
        in_hand.handles[1] = push_row_states(lua, reader, 0, names);
        const int rows_given = takes_states(lua, names + 1) ? 2 : 1;
        border(lua, "function", [&] {
            for (std::size_t at = 0; at < rows->size(); ++at) {
                in_hand.move_to(at);
                lua_pushvalue(lua, names + 1);
                lua_pushvalue(lua, names + 2);
                if (rows_given == 2) lua_pushvalue(lua, names + 3);
                lua_call(lua, rows_given, 1);
                take(lua, (*rows)[at]);
                lua_pop(lua, 1);
            }
            return 0;
        });
    });
    return reader->read();
}

data::ExpressionPointer held(Session& session, std::shared_ptr<const data::Column> column,
                             std::vector<std::string> read)
{
    std::size_t bytes = column->numbers.size() * sizeof(double) + column->ids.size() * sizeof(std::uint32_t) +
                        column->states.size() * sizeof(data::State);
    if (column->dictionary) bytes += column->dictionary->bytes();
    session.take_bytes(bytes, "derive");
    session.hold(column, bytes);
    return data::stored(std::move(column), std::move(read));
}

} // namespace

data::ExpressionPointer computed_column(const std::shared_ptr<QueryObject>& query, const std::string& name,
                                        const FunctionReference& function)
{
    Answers answers(name, query->query().dataset().rows());
    auto read = call_for_each(query, function, [&](lua_State* lua, std::uint32_t row) { answers.take(lua, row); });
    if (answers.has_nothing()) warn_of_nothing(query, name);
    return held(*query->session, std::move(answers).made(), std::move(read));
}

data::ExpressionPointer computed_condition(const std::shared_ptr<QueryObject>& query, const FunctionReference& function)
{
    Answers answers("where", query->query().dataset().rows(), FieldType::boolean);
    auto read = call_for_each(query, function, [&](lua_State* lua, std::uint32_t row) {
        switch (lua_type(lua, -1)) {
        case LUA_TNIL: return;
        case LUA_TBOOLEAN: answers.keep(row, lua_toboolean(lua, -1)); return;
        default: throw Mistake("BIL-758", {described(lua, lua_gettop(lua))}, "where");
        }
    });
    if (answers.has_nothing()) warn_of_nothing(query, "where");
    return held(*query->session, std::move(answers).made(), std::move(read));
}

} // namespace bilan::script
