// SPDX-License-Identifier: MPL-2.0
//
// Values of scripts for people: rows of a query, groups, a crossing, a figure with what it rests on, plain tables. One
// thread: that of the state.
#pragma once

#include "script/api/session.hpp"
#include "script/shown.hpp"

#include <vector>

struct lua_State;

namespace bilan::script {

/// The value at `at`. Computes what a query has to compute; throws as it does.
[[nodiscard]] Shown shown_value(lua_State* lua, int at, const Session& session);
/// The pages and key figures that a script made.
[[nodiscard]] std::vector<Shown> shown_pages(const BuiltReport& built, base::Language language);
/// `≥ 34 %  (base 12, inconnus 3, couverture 80 %)`.
[[nodiscard]] std::string in_one_line(const data::Figure& figure, base::Language language);

} // namespace bilan::script
