// SPDX-License-Identifier: MPL-2.0
//
// Columns and rows that a grouping or a crossing makes by itself: headers from labels, kinds from units, unknown keys
// with their cause, totals that are computed over the rows where adding would be wrong. Pure; one thread.
#pragma once

#include "script/api/session.hpp"
#include "script/api/table_options.hpp"
#include "script/api/total_words.hpp"

namespace bilan::script {

void fill_from_groups(const Session& session, TableOptions& options);
void fill_from_crossing(const Session& session, TableOptions& options);
/// One line for each row, one column for each field that some table has. Throws Mistake for more rows than a sheet
/// holds.
void fill_from_query(const Session& session, TableOptions& options);

/// The column of a key or a listed field: its label, and the kind of its type.
[[nodiscard]] ColumnOptions label_column(const TableOptions& options, const data::Query& query,
                                         const std::string& field);
/// The name of the last row below the first column, where there are totals, and a note where a cell is no sum.
void set_total_label(TableOptions& options, const Session& session, const TotalWords& words);

} // namespace bilan::script
