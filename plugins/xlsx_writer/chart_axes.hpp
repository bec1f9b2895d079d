// SPDX-License-Identifier: MPL-2.0
//
// Title and axes of a chart. One thread.
#pragma once

#include <bilan/chart.hpp>

#include <xlsxwriter.h>

namespace bilan::xlsx {

/// The words above the chart and beside its axes, what the axes say and how far they reach.
void set_axes(lxw_chart& target, const ChartPart& chart);

} // namespace bilan::xlsx
