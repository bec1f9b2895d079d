// SPDX-License-Identifier: MPL-2.0
//
// From header rows to one header per column: groups carried to the right within their merge, or to the next filled
// cell; levels joined by ` / `. Pure functions, one thread.
#pragma once

#include "intake/header/column.hpp"
#include "intake/table/region.hpp"

#include <vector>

namespace bilan::intake {

/// The columns of a block that have a header or something in their cells, from left to right.
[[nodiscard]] std::vector<HeaderColumn> header_columns(const SheetView& view, const Block& block);

} // namespace bilan::intake
