// SPDX-License-Identifier: MPL-2.0
//
// A chart of the document over the cells of a placed table. Pure function, any thread.
#pragma once

#include "base/language.hpp"
#include "workbook/placed_table.hpp"
#include "workbook/theme.hpp"

#include <bilan/workbook.hpp>

#include <cstddef>
#include <cstdint>

namespace bilan::workbook {

/// The chart without its place. REQUIRES: `chart` is an index of `table.charts`.
[[nodiscard]] ChartPart chart_part(const PlacedTable& table, std::size_t chart, const Theme& theme);
/// The height in pixels at which every bar has room.
[[nodiscard]] std::uint32_t chart_height(const PlacedTable& table, std::size_t chart);

} // namespace bilan::workbook
