// SPDX-License-Identifier: MPL-2.0
//
// Whom this thread is calling right now. A crash in a plugin cannot be caught, but its author can be named: the border
// writes the deed down before it calls, and the handler of a fatal signal reads it. One note a thread, of a fixed size,
// without allocation; `at_work()` may be called from a signal handler.
#pragma once

#include "plugin/deed.hpp"
#include "plugin/identity.hpp"

#include <array>
#include <string_view>

namespace bilan::plugin {

struct AtWork {
    Deed deed = Deed::registering;
    std::array<char, 64> name{}; ///< zero-terminated, as all three
    std::array<char, 32> version{};
    std::array<char, 512> object{}; ///< a file name, a function name, or nothing
};

/// The call that is under way in this thread; null when there is none.
[[nodiscard]] const AtWork* at_work() noexcept;

/// Writes the call down for as long as it lasts. Calls may nest; the inner one is named.
class NoteWork {
public:
    NoteWork(const Identity& plugin, Deed deed, std::string_view object) noexcept;
    NoteWork(const NoteWork&) = delete;
    NoteWork& operator=(const NoteWork&) = delete;
    ~NoteWork();

private:
    AtWork note_;
    const AtWork* outer_;
};

} // namespace bilan::plugin
