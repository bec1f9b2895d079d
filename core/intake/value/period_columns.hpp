// SPDX-License-Identifier: MPL-2.0
//
// One column of periods (« du 01/03 au 30/06 », « année 2023 ») as two columns: first days and last days. Whoever
// matches headers decides which column is one; these functions tell and read. Pure functions, any thread.
#pragma once

#include "intake/column_reader.hpp"
#include "intake/value/value_reader.hpp"

namespace bilan::intake {

struct PeriodColumns {
    data::Column begin;
    data::Column end;
};

/// True when at least one cell in three of those that hold a date holds a period with two ends (« du … au … », a
/// quarter, a school year); under a header that speaks of periods, when any cell holds one, were it a month or a year.
[[nodiscard]] bool holds_periods(const ColumnSource& source, const ReadingContext& context);

/// Reads each cell once for both ends; a single day is both. One finding per cell, as in read_column.
[[nodiscard]] PeriodColumns read_period_columns(const ColumnSource& source, const data::Field& begin,
                                                const data::Field& end, const ReadingContext& context,
                                                std::vector<Finding>& findings);

/// The engine behind read_column: any reader over the cells of a source.
[[nodiscard]] data::Column read_with(ValueReader& reader, const ColumnContext& context, const ColumnSource& source,
                                     std::vector<Finding>& findings);
[[nodiscard]] ColumnContext context_of(const ColumnSource& source, const data::Field& field,
                                       const ReadingContext& context);

} // namespace bilan::intake
