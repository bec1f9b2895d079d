// SPDX-License-Identifier: MPL-2.0
//
// Totals that no word announces: « S/T », « Cumul 2025 », « Récapitulatif », or nothing at all. One thread.
#pragma once

#include "intake/row/rows.hpp"

namespace bilan::intake {

/// How much the last row with numbers looks like the sum of the records above it.
enum class AddsUp : std::uint8_t {
    no,
    perhaps, ///< in half of its columns, or named like a record: a total with a mistake in it, or chance
    yes
};

/// Columns of something counted or paid are compared, and those that nothing is known of. A column counts only when two
/// records or more have a part in it: a record may well repeat another one. `records`: rows of the view, ascending.
[[nodiscard]] AddsUp adds_up(const RowInput& input, const std::vector<std::uint32_t>& records, std::uint32_t row);

/// The number of a cell, also one typed as text.
[[nodiscard]] std::optional<double> number_at(const SheetView& view, std::uint32_t row, std::uint32_t column);

} // namespace bilan::intake
