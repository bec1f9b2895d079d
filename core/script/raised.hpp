// SPDX-License-Identifier: MPL-2.0
//
// The error value of a Mistake while it travels through Lua: the message and the line at which it was raised, which a
// second `error(caught)` does not change. One thread: that of the state.
#pragma once

#include "script/fault.hpp"
#include "script/object.hpp"
#include "script/record.hpp"

namespace bilan::script {

struct RaisedMistake {
    Mistake mistake;
    Position position;
    std::string row{};
};

template <>
struct ObjectName<RaisedMistake> {
    static constexpr const char* value = "bilan.Mistake";
};

[[nodiscard]] const GroupRecord& mistake_class();

class State;
/// BIL-672: Lua's own lack of memory, and that of what C++ makes for the script.
[[nodiscard]] Mistake above_memory(const State& state);

} // namespace bilan::script
