// SPDX-License-Identifier: MPL-2.0
//
// `figure == 12`, which Lua calls false without asking anybody: its `__eq` is for two objects. No error, a branch never
// taken: so it is looked for in the text, as far as that shows what is a figure. Pure; any thread.
#pragma once

#include "script/field_logic.hpp"

namespace bilan::script {

/// The first such place. Figures are calls of `:figure`, `:indicator` and the like, names that the code binds once, to
/// such a call, and the measures of rows of groups (`groups[1].benef`). What comes from elsewhere, a parameter of a
/// function, is not known.
[[nodiscard]] std::optional<FieldLogic> figure_equality(std::string_view code);

} // namespace bilan::script
