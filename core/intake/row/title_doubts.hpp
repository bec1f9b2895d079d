// SPDX-License-Identifier: MPL-2.0
//
// Titles of actions that say more, or less, than what the action is. Pure functions, any thread.
#pragma once

#include "intake/row/rows.hpp"

#include <string_view>

namespace bilan::intake {

/// False for nearly all titles as written, which then need no folding.
[[nodiscard]] bool may_doubt_title(std::string_view written);
/// « (annulé) Forum », « Pour info : … », « idem », folded; `none` for nearly all.
[[nodiscard]] RowDoubt doubt_of_title(std::string_view folded);

} // namespace bilan::intake
