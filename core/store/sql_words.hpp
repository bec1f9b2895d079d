// SPDX-License-Identifier: MPL-2.0
//
// What SQLite refuses, in words of both languages: which column, table or word, on which line, and what to write
// instead. Inner header of store/. Pure; any thread.
#pragma once

#include "base/message.hpp"
#include "store/sql_select.hpp"

#include <string>
#include <vector>

namespace bilan::store {

struct SqlComplaint {
    std::string sql;
    std::string said; ///< by SQLite, in its English
    int offset = -1;  ///< into the statement; -1 when it says none
};

[[nodiscard]] base::Message words_of(const SqlComplaint& complaint, const std::vector<SqlTable>& tables);

/// A column of the statement whose value would be that of any row; nothing when there is none.
[[nodiscard]] std::optional<base::Message> arbitrary_words(const std::string& sql, const std::vector<SqlTable>& tables);

} // namespace bilan::store
