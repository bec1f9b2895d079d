// SPDX-License-Identifier: MPL-2.0
//
// The one way in which the host calls a plugin. What a plugin throws arrives as an Error that names the plugin, its
// version, its file and the deed; any thread. A crash cannot be caught; its author stands in `at_work()`.
#pragma once

#include "base/error.hpp"
#include "plugin/at_work.hpp"
#include "plugin/deed.hpp"
#include "plugin/identity.hpp"

#include <string_view>
#include <utility>

namespace bilan::plugin {

/// Turns the exception that is being handled into the Error of the catalogue. `Refusal` is the plugin's word about a
/// file, `base::Error` comes from the host, and a lack of memory is nobody's fault: these three pass as they are.
/// REQUIRES: called from a catch block.
[[noreturn]] void blame(const Identity& plugin, Deed deed, std::string_view object);

/// `action()`, which calls into `plugin` to do `deed` on `object`: a file name, a function name, or nothing.
template <class Action>
decltype(auto) border(const Identity& plugin, Deed deed, std::string_view object, Action&& action)
{
    const NoteWork note(plugin, deed, object);
    try {
        return std::forward<Action>(action)();
    } catch (...) {
        blame(plugin, deed, object);
    }
}

} // namespace bilan::plugin
