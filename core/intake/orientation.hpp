// SPDX-License-Identifier: MPL-2.0
//
// How a sheet lies: records in rows, records in columns, one form of labels and values, a pivot table. Pure functions.
#pragma once

#include "intake/draft.hpp"

#include <cstdint>

namespace bilan::intake {

/// Labels down the side: how a sheet without a header row is to be taken.
enum class Orientation : std::uint8_t { rows, transposed, form };
[[nodiscard]] Orientation orientation(const SheetView& view, HeaderScout& scout);

/// « Étiquettes de lignes », « Somme de … »: a pivot table.
[[nodiscard]] bool is_pivot(const SheetView& view, const Block& block);

} // namespace bilan::intake
