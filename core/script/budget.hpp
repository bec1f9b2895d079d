// SPDX-License-Identifier: MPL-2.0
//
// How many steps and how much time a script has left. A count hook looks every thousand steps; once something is spent
// it looks at every step, so that a `pcall` in a loop cannot live on. Work done in C++ for a script is charged here
// too. Owned by its State; one thread.
#pragma once

#include "script/fault.hpp"
#include "script/limits.hpp"
#include "script/mistake.hpp"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>

struct lua_State;
struct lua_Debug;

namespace bilan::script {

class Budget {
public:
    explicit Budget(const Limits& limits);

    /// Starts the clock and sets the hook; a state that serves more than once starts again for each time.
    void start(lua_State* lua);
    /// Ends the script at the next look once this is true; it outlives the budget. A signal handler may set it.
    void heed(const std::atomic<bool>& interruption) { interruption_ = &interruption; }
    /// Takes `steps` off, for work that C++ does on behalf of the script; raises a Lua error when nothing is left.
    void charge(lua_State* lua, std::uint64_t steps);
    /// The same, noticed at the next look: where nothing may be raised.
    void spend(std::uint64_t steps) { used_ += steps; }
    /// Ends the script: kept as the fault that no `pcall` can swallow, and raised.
    [[noreturn]] void end(lua_State* lua, const Mistake& mistake);
    [[noreturn]] void raise_again(lua_State* lua);

    /// True when the clock or the person at the console has ended the script, which the next look will say: for long
    /// work outside that can be asked to stop.
    [[nodiscard]] bool is_over() const;
    /// Which of the limits is met; REQUIRES: one is.
    [[nodiscard]] Mistake reason(base::Language language) const;

    /// What ended the script; nothing while it may go on.
    [[nodiscard]] const std::optional<Fault>& ended() const { return ended_; }
    void end_with(Fault fault) { ended_ = std::move(fault); }

private:
    [[nodiscard]] bool is_interrupted() const;
    static void hook(lua_State* lua, lua_Debug* record);
    void look(lua_State* lua);

    Limits limits_;
    std::uint64_t used_ = 0;
    std::chrono::steady_clock::time_point deadline_;
    std::optional<Fault> ended_;
    const std::atomic<bool>* interruption_ = nullptr;
    static_assert(std::atomic<bool>::is_always_lock_free);
};

} // namespace bilan::script
