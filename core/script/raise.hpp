// SPDX-License-Identifier: MPL-2.0
//
// Raising a Lua error from C++, once no C++ exception is alive: the error unwinds the frames of the caller.
#pragma once

#include "script/fault.hpp"

#include <optional>

struct lua_State;

namespace bilan::script {

/// A mistake on its way into Lua. Without a position the line of the script that is running is meant.
struct Raising {
    Mistake mistake;
    std::optional<Position> position;
    std::string row{}; ///< of a partner's file, when a function was called for it
};

/// The error value is an object that keeps the message in both languages and the line of the script.
[[noreturn]] void raise(lua_State* lua, Raising raising);
[[noreturn]] inline void raise(lua_State* lua, Mistake mistake)
{
    raise(lua, Raising{std::move(mistake), std::nullopt});
}
/// A plain text; never a format.
[[noreturn]] void raise_text(lua_State* lua, const char* text);

/// What a C++ exception becomes; `function` is what messages call the function that threw it.
[[nodiscard]] Raising raising_of(const std::exception& thrown, const std::string& function);

/// Runs `work`; a C++ exception becomes a Lua error once it is over. Lua's own errors, which are no std::exception,
/// pass: nothing here catches everything.
template <class Work>
int border(lua_State* lua, const std::string& function, const Work& work)
{
    std::optional<Raising> raising;
    try {
        return work();
    } catch (const std::exception& thrown) {
        raising = raising_of(thrown, function);
    }
    raise(lua, std::move(*raising));
}

} // namespace bilan::script
