// SPDX-License-Identifier: MPL-2.0
//
// The messages of Lua itself, put into words in both languages: what happened, to which name, and what to do. Pure.
#pragma once

#include "script/mistake.hpp"

#include <optional>
#include <string>

namespace bilan::script {

/// A message raised while the script ran, without its position.
[[nodiscard]] Mistake explain(const std::string& message);

struct SyntaxMistake {
    Mistake mistake;
    std::optional<int> line{}; ///< the line to blame, where it is not the one that the compiler stopped at
};
/// A message of the compiler, without its position.
[[nodiscard]] SyntaxMistake explain_syntax(const std::string& message);

} // namespace bilan::script
