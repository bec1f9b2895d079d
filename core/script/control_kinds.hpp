// SPDX-License-Identifier: MPL-2.0
//
// The kinds of rules that a schema may have, in words: what their names are checked against and what the reference says
// of them. core/data/schema.hpp has the members, core/intake/control_rules.hpp judges. Constant data; any thread.
#pragma once

#include "base/language.hpp"

#include <span>

namespace bilan::script {

struct ControlKind {
    const char* name;
    const char* keys;  ///< that it uses, the first ones it cannot do without
    base::Words words; ///< what must hold
};

/// In the order of the guide.
[[nodiscard]] std::span<const ControlKind> control_kinds();

} // namespace bilan::script
