// SPDX-License-Identifier: MPL-2.0
//
// Series and axes of scatter charts: points of two columns, or a row of the table at each height. Excel takes a text
// among the numbers across for a sign to count 1, 2, 3, so ranges leave the rows without numbers out. One thread.
#pragma once

#include "chart_writer.hpp"

namespace bilan::xlsx {

/// Throws Refusal.
ChartAmendments::Series add_scatter_series(lxw_chart& target, const Workbook& workbook, const ChartPart& chart,
                                           std::size_t index);
/// Points that are not drawn at the left edge, with the names of the rows as their labels.
ChartAmendments::Series add_row_names(lxw_chart& target, const Workbook& workbook, const ChartPart& chart);
void set_scatter_axes(lxw_chart& target, const ChartPart& chart);

} // namespace bilan::xlsx
