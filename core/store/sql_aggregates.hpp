// SPDX-License-Identifier: MPL-2.0
//
// A column beside an aggregate that no GROUP BY names: SQLite answers with the value of some row or other. Inner header
// of store/. Pure; any thread.
#pragma once

#include "store/sql_tokens.hpp"

#include <optional>
#include <set>
#include <string>

namespace bilan::store {

/// The first such column, as written. `columns` are the names of all columns of the tables, in small letters. A single
/// `max(x)` or `min(x)` is let through: SQLite gives the row that it comes from.
[[nodiscard]] std::optional<SqlToken> arbitrary_column(const std::vector<SqlToken>& tokens,
                                                       std::set<std::string> columns);

} // namespace bilan::store
