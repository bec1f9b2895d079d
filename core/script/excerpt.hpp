// SPDX-License-Identifier: MPL-2.0
//
// Which line of a script shows what is wrong, and that line with a caret. Pure; any thread.
#pragma once

#include "script/mistake.hpp"

#include <string>
#include <string_view>

namespace bilan::script {

constexpr std::size_t longest_excerpt = 160; ///< characters of one line

/// `  14 |   local taux = …` and, under the subject, `     |                ^^^^`; empty when there is no such line.
[[nodiscard]] std::string excerpt(std::string_view text, int line, std::string_view subject);

/// True when the subject stands by itself on the line.
[[nodiscard]] bool is_on_line(std::string_view text, int line, std::string_view subject);

/// The line of a data file that `mistake` speaks of, as well as it can be told; 1 when it cannot.
[[nodiscard]] int line_of(const Mistake& mistake, std::string_view text);

/// Lua blames the first line of a call. Where the call goes on over further lines and one of them is the first to hold
/// the subject, that one; else `line`.
[[nodiscard]] int line_within_call(std::string_view text, int line, std::string_view subject);

} // namespace bilan::script
