// SPDX-License-Identifier: MPL-2.0
//
// What the cells of a column look like, cell by cell. Pure functions.
#pragma once

#include "intake/header/column.hpp"
#include "intake/table/sheet_view.hpp"

namespace bilan::intake {

/// Filled cells after which a column is known well enough.
inline constexpr std::uint32_t content_sample = 200;

/// Counts one cell; false when nothing stands there.
bool add_cell(ContentProfile& content, const SheetView& view, std::uint32_t row, std::uint32_t column);

} // namespace bilan::intake
