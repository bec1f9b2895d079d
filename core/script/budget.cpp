// SPDX-License-Identifier: MPL-2.0
#include "script/budget.hpp"

#include "base/number.hpp"
#include "script/raise.hpp"
#include "script/state.hpp"

#include <lua.hpp>

namespace bilan::script {

namespace {

// A step can be long (a text of megabytes joined to another), so the clock is looked at often; it costs 3 %.
constexpr int steps_between_looks = 1'000;
constexpr std::uint64_t steps_between_notes = 100'000;

} // namespace

Budget::Budget(const Limits& limits) : limits_(limits) {}

void Budget::start(lua_State* lua)
{
    used_ = 0;
    ended_.reset();
    deadline_ = std::chrono::steady_clock::now() + limits_.wall_clock;
    lua_sethook(lua, &Budget::hook, LUA_MASKCOUNT, steps_between_looks);
}

void Budget::hook(lua_State* lua, lua_Debug* /*record*/)
{
    Budget& budget = State::of(lua).budget();
    if (budget.ended_) budget.raise_again(lua);
    budget.used_ += steps_between_looks;
    if (budget.used_ % steps_between_notes < steps_between_looks) State::of(lua).note_position();
    budget.look(lua);
}

void Budget::charge(lua_State* lua, std::uint64_t steps)
{
    if (ended_) raise_again(lua);
    used_ += steps;
    look(lua);
}

bool Budget::is_over() const
{
    return is_interrupted() || std::chrono::steady_clock::now() > deadline_;
}

bool Budget::is_interrupted() const
{
    return interruption_ != nullptr && interruption_->load(std::memory_order_relaxed);
}

void Budget::look(lua_State* lua)
{
    if (used_ > limits_.instructions || is_over()) end(lua, reason(State::of(lua).language()));
}

Mistake Budget::reason(base::Language language) const
{
    if (is_interrupted()) return Mistake("BIL-791");
    if (used_ > limits_.instructions)
        return Mistake("BIL-670", {base::for_people(static_cast<double>(limits_.instructions) / 1e6, 0, language)});
    return Mistake("BIL-671", {base::shortest(static_cast<double>(limits_.wall_clock.count()) / 1000.0)});
}

void Budget::end(lua_State* lua, const Mistake& mistake)
{
    const Position position = position_of(lua);
    ended_ = Fault{mistake.message(), mistake.subject(), position.file, position.line, State::of(lua).row_in_hand()};
    raise_again(lua);
}

void Budget::raise_again(lua_State* lua)
{
    lua_sethook(lua, &Budget::hook, LUA_MASKCOUNT, 1);
    raise_text(lua, "the script has used up its limits");
}

} // namespace bilan::script
