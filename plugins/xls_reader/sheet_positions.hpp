// SPDX-License-Identifier: MPL-2.0
//
// Where each sheet begins. Pure functions, any thread.
#pragma once

#include "xls_reader/globals.hpp"

namespace bilan::xls {

/// True when each worksheet begins where the workbook says, and no two at one place.
[[nodiscard]] bool are_positions_true(std::string_view stream, const std::vector<SheetEntry>& sheets);

/// Gives the sheets the places at which sheets do begin, in their order. False when there are more or fewer of them.
[[nodiscard]] bool place_in_order(std::string_view stream, std::size_t from, std::vector<SheetEntry>& sheets);

} // namespace bilan::xls
