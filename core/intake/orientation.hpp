// SPDX-License-Identifier: MPL-2.0
//
// How a sheet lies: records in rows, records in columns, one form of labels and values, a pivot table. Pure functions.
#pragma once

#include "intake/draft.hpp"

#include <cstdint>

namespace bilan::intake {

/// Labels down the side: how a sheet without a header row is to be taken.
enum class Orientation : std::uint8_t { rows, transposed, form };
[[nodiscard]] Orientation orientation(const SheetView& view, HeaderScout& scout, const Lexicon& lexicon);

/// The sheet tells how to fill in the others: its name says so, or « Définition » stands among its first cells. Known
/// headers down its side are then explained, and no records run across.
[[nodiscard]] bool is_documentation(const SheetView& view);

/// « Étiquettes de lignes », « Somme de … »: a pivot table.
[[nodiscard]] bool is_pivot(const SheetView& view, const Block& block);

} // namespace bilan::intake
