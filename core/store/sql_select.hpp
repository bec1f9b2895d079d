// SPDX-License-Identifier: MPL-2.0
//
// One SELECT over copies of datasets in an SQLite database in memory: the escape of scripts when the query words do
// not do. Nothing can be written, no file is opened, no clock or chance is asked. One thread per call.
#pragma once

#include "base/message.hpp"
#include "data/query.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace bilan::store {

/// A table that the statement may read, under the name it has there.
struct SqlTable {
    std::string name;
    data::Query rows;
};

struct SqlLimits {
    std::chrono::milliseconds time{30'000};
    std::size_t rows = 1'000'000;                ///< of the result
    std::size_t bytes = std::size_t{512} << 20U; ///< of the result, and of what SQLite takes on the way
    std::function<bool()> is_over = nullptr;     ///< asked now and then, ends the statement when true
};

/// The result as a dataset of the schema `sql`; `/` divides real numbers. `remarks`, when given, gets what its reader
/// would not see: sums that leave unknown values out. Unknown values are NULL, lists are texts with commas. A column
/// that is a field as it stands keeps its type and label. Only the tables that the statement names are copied. Throws
/// base::Error (exit 6): what SQLite says with the line of the statement; a statement that is no SELECT, or more than
/// one; a limit that is met. Throws std::bad_alloc above `bytes`.
[[nodiscard]] std::shared_ptr<const data::Dataset> sql_select(const std::string& sql,
                                                              const std::vector<SqlTable>& tables,
                                                              const SqlLimits& limits = {},
                                                              std::vector<base::Message>* remarks = nullptr);

/// The names in a statement, folded: of tables, columns, functions, and its keywords.
[[nodiscard]] std::set<std::string> names_in(const std::string& sql);
/// The columns of a statement that are averages, or computed from one, under the names they have in the result.
[[nodiscard]] std::set<std::string> averages_in(const std::string& sql);

} // namespace bilan::store
