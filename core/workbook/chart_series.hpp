// SPDX-License-Identifier: MPL-2.0
//
// The series of a chart over a placed table: what all kinds share, and the kinds that are more than their columns.
// Pure functions, any thread.
#pragma once

#include "workbook/placed_table.hpp"
#include "workbook/theme.hpp"

#include <bilan/workbook.hpp>

#include <cstddef>
#include <string>

namespace bilan::workbook {

[[nodiscard]] std::size_t rows_of(const PlacedTable& table);
/// Labels are words beside a picture: a rate needs no decimals there.
[[nodiscard]] std::string label_format(ColumnKind kind);
[[nodiscard]] Colour series_colour(const Theme& theme, std::size_t index);
[[nodiscard]] ChartSeries series_of(const PlacedTable& table, const Chart& chart, std::size_t column);

/// Series and axes of a Likert scale, a dot plot, a scatter plot, a waterfall or a pyramid.
void add_special_series(ChartPart& part, const PlacedTable& table, const PlacedChart& placed, const Theme& theme);

} // namespace bilan::workbook
