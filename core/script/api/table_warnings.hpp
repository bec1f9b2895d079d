// SPDX-License-Identifier: MPL-2.0
//
// What a table may hide from its reader: years that it mixes, lines that are one name written in two ways, units that
// are not those of their columns, values that a sum takes twice. Said at the line of the script and on the first page.
// For the thread of the script.
#pragma once

#include "script/api/table_options.hpp"

namespace bilan::script {

struct Caller;
class Session;

/// Rows of other years in the workbook of one, among those of its lines or only under its totals. `table`: as it was
/// made from the options.
void say_mixed_years(const Caller& caller, Session& session, const TableOptions& options, const workbook::Table& table);

/// Sums of a table that take one value more than once: on the first page, and in a note of the table.
void say_counted_twice(Session& session, const TableOptions& options, workbook::Table& table);

/// Values of a key that differ by case or accents only, and stand on lines of their own.
void say_keys_alike(const Caller& caller, Session& session, const TableOptions& options);

/// A comparison by quarters between a year of the list of 2015 and one of the list of 2024: at the line, on the first
/// page, and in a note of the table.
void say_other_maps(const Caller& caller, Session& session, const TableOptions& options, workbook::Table& table);

/// A comparison whose two sides hold the same rows: in a note of the table, for its changes are too small.
void note_rows_on_both_sides(Session& session, const TableOptions& options, workbook::Table& table);

/// A total of groups that are not the same in both years has no change, and nobody would know why.
void say_other_perimeter(const Caller& caller, const TableOptions& options);

/// Figures whose unit is not that of their column, and empty cells among those that a total adds up. Of tables that the
/// script fills itself.
void say_odd_cells(const Caller& caller, const TableOptions& options);

} // namespace bilan::script
