// SPDX-License-Identifier: MPL-2.0
//
// Values and tables of scripts on a screen: as many columns as it is wide, the others named below.
#pragma once

#include "app/session.hpp"
#include "script/shown.hpp"

#include <cstddef>

namespace bilan::app {

/// `width` in characters.
void show(Session& session, const script::Shown& shown, std::size_t width);
/// One line for machines.
void show_json(Session& session, const script::Shown& shown);
/// Of the terminal that the results go to; 100 when there is none.
[[nodiscard]] std::size_t screen_width();

} // namespace bilan::app
