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

} // namespace bilan::script
