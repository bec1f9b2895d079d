// SPDX-License-Identifier: MPL-2.0
//
// The charts of `run:table`: which columns they draw, and whether these can be drawn together. Throws Mistake. One
// thread: that of the state.
#pragma once

#include "script/api/table_options.hpp"
#include "workbook/document.hpp"

#include <cstddef>
#include <vector>

namespace bilan::script {

class Session;

/// The column that a script means: by its place, from 1, its name or its header. `where`: in what, for the message.
[[nodiscard]] std::size_t index_of(const std::vector<ColumnOptions>& columns, const ColumnChoice& choice,
                                   const Where& where);

/// REQUIRES: the table has its columns.
[[nodiscard]] workbook::Chart chart_of(const Session& session, const ChartOptions& options,
                                       const std::vector<ColumnOptions>& columns, const workbook::Table& table,
                                       const Where& where);

/// The rows of a waterfall that are levels, by their place or by their words in the chart's first column. REQUIRES: the
/// table has its rows.
void add_total_rows(const ChartOptions& options, workbook::Chart& chart, const workbook::Table& table,
                    const Where& where);

} // namespace bilan::script
