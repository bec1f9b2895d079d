// SPDX-License-Identifier: MPL-2.0
#include "script/state.hpp"

#include "script/object.hpp"
#include "script/raise.hpp"
#include "script/raised.hpp"
#include "script/sandbox.hpp"
#include "script/stack_guard.hpp"

#include <lua.hpp>

#include <exception>
#include <new>

namespace bilan::script {

namespace {

int note_fault(lua_State* lua)
{
    State::of(lua).note_fault(fault_of(lua));
    return 1;
}

struct Entry {
    const std::function<void(lua_State*)>* work;
    std::exception_ptr thrown;
};

/// Runs the work under lua_pcall. Catches by type and not everything: Lua's own errors must pass.
int enter(lua_State* lua)
{
    auto& entry = *static_cast<Entry*>(lua_touserdata(lua, 1));
    lua_settop(lua, 0);
    try {
        (*entry.work)(lua);
        return 0;
    } catch (const std::exception&) {
        entry.thrown = std::current_exception();
    }
    raise_text(lua, "a C++ exception");
}

int raise_with_guard(lua_State* lua)
{
    struct Guard {
        bool* ran;
        ~Guard() { *ran = true; }
    };
    [[maybe_unused]] const Guard guard{static_cast<bool*>(lua_touserdata(lua, 1))};
    raise_text(lua, "self-check");
}

/// The C build of Lua would jump over the guard.
bool errors_unwind(lua_State* lua)
{
    bool ran = false;
    lua_pushcfunction(lua, &raise_with_guard);
    lua_pushlightuserdata(lua, &ran);
    const bool raised = lua_pcall(lua, 1, 0, 0) == LUA_ERRRUN;
    lua_settop(lua, 0);
    return raised && ran;
}

} // namespace

State::State(Settings settings)
    : settings_(std::move(settings)), memory_(settings_.limits.memory_bytes), budget_(settings_.limits)
{
    lua_ = lua_newstate(&Memory::allocate, &memory_);
    if (lua_ == nullptr) throw std::bad_alloc();
    *static_cast<State**>(lua_getextraspace(lua_)) = this;
    if (!errors_unwind(lua_)) {
        lua_close(lua_);
        throw base::Error(base::ExitCode::internal, {}, {"BIL-679", {}});
    }
    try {
        protect(&open_sandbox);
    } catch (...) { // pure C++ here: protect has turned Lua's errors into exceptions
        lua_close(lua_);
        throw;
    }
    memory_.when_refused([this] { note_position(); }); // Lua calls no handler then, and nobody could ask later
    budget_.start(lua_);
}

State::~State()
{
    lua_sethook(lua_, nullptr, 0, 0);
    lua_close(lua_);
}

State& State::of(lua_State* lua)
{
    return **static_cast<State**>(lua_getextraspace(lua));
}

void State::push_handler(lua_State* lua)
{
    lua_pushcfunction(lua, &script::note_fault);
}

void State::protect(const std::function<void(lua_State*)>& work)
{
    const StackGuard guard(lua_);
    Entry entry{&work, nullptr};
    fault_ = {};
    push_handler(lua_); // light functions and pointers: none of these three can raise
    lua_pushcfunction(lua_, &enter);
    lua_pushlightuserdata(lua_, &entry);
    const int status = lua_pcall(lua_, 1, 0, -3);
    if (status != LUA_OK) lua_pop(lua_, 1);
    lua_pop(lua_, 1);
    if (entry.thrown && !budget_.ended()) std::rethrow_exception(entry.thrown);
    if (status != LUA_OK) throw ScriptError(fault_after(status), sources_);
}

void State::start_over()
{
    lua_gc(lua_, LUA_GCCOLLECT); // what failed may have left much behind; finalizers here only let go
    budget_.start(lua_);
    const std::lock_guard lock(position_guard_);
    last_position_ = {};
    last_place_here_.clear();
}

Fault State::fault_after(int status)
{
    if (budget_.ended()) return *budget_.ended();
    if (status == LUA_ERRMEM) { // Lua calls no handler when there is no memory
        const Position position = last_position();
        Fault fault{above_memory(*this).message(), {}, position.file, position.line, {}};
        budget_.end_with(fault);
        return fault;
    }
    return fault_;
}

void take_weight(lua_State* lua, std::size_t weight)
{
    State& state = State::of(lua);
    state.memory().hold(weight);
    if (!state.memory().wants_collection()) return;
    lua_gc(lua, LUA_GCCOLLECT);
    state.memory().note_collection();
    if (state.memory().is_above()) state.budget().end(lua, above_memory(state));
}

void drop_weight(lua_State* lua, std::size_t weight) noexcept
{
    State::of(lua).memory().release(weight);
}

void State::note_position()
{
    Position position = position_of(lua_);
    if (position.line == 0) return; // nothing runs any more: what stood before is what was at work
    std::string here = place_here(position, sources_);
    const std::lock_guard lock(position_guard_);
    last_position_ = std::move(position);
    last_place_here_ = std::move(here);
}

Position State::last_position() const
{
    const std::lock_guard lock(position_guard_);
    return last_position_;
}

std::string State::last_place_here() const
{
    const std::lock_guard lock(position_guard_);
    return last_place_here_;
}

} // namespace bilan::script
