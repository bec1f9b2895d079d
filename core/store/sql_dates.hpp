// SPDX-License-Identifier: MPL-2.0
//
// Days in SQL: a date is a number there, as in the sheets it comes from, and SQLite holds every text for greater than
// every number. Inner header of store/. One thread.
#pragma once

#include "store/sql_select.hpp"

#include <sqlite3.h>

namespace bilan::store {

/// Adds `day(2025, 9, 1)`, the number of that day; NULL where there is no such day.
void join_days(sqlite3* database);

/// Throws base::Error (exit 6) for a day in quotes in a statement that names a field of dates.
void refuse_days_in_quotes(const std::string& sql, const std::vector<SqlTable>& tables);

} // namespace bilan::store
