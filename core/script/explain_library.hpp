// SPDX-License-Identifier: MPL-2.0
//
// What Lua's own functions and operators refuse, in words of both languages. Pure; any thread.
#pragma once

#include "script/mistake.hpp"

#include <optional>
#include <string>

namespace bilan::script {

/// Nothing for what is no message of Lua's own: the text of `error("…")`.
[[nodiscard]] std::optional<Mistake> explain_library(const std::string& message);

} // namespace bilan::script
