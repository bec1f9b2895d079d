// SPDX-License-Identifier: MPL-2.0
//
// Sees that a chart says something true: one unit on an axis, no part stacked on its own whole, a target in the unit of
// its series, nothing that another kind of chart would draw. Throws Mistake. One thread.
#pragma once

#include "script/api/table_options.hpp"

namespace bilan::script {

/// `chart`: as it was made of its options, in a table that has its rows.
void check_chart_meaning(const TableOptions& options, const ChartOptions& given, const workbook::Table& table,
                         const workbook::Chart& chart);
/// The shades of a table are those of one scale, and so are the numbers below them.
void check_heat(const workbook::Table& table);

} // namespace bilan::script
