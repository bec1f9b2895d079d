// SPDX-License-Identifier: MPL-2.0
//
// `printf` and `format` in SQL, with widths that somebody reads: SQLite counts up to any width in one step, in which
// nothing asks the clock. Inner header of store/. One thread.
#pragma once

#include <sqlite3.h>

#include <map>
#include <memory>
#include <string_view>

namespace bilan::store {

class SqlFormats {
public:
    SqlFormats() = default;
    SqlFormats(const SqlFormats&) = delete;
    SqlFormats& operator=(const SqlFormats&) = delete;
    ~SqlFormats();

    /// Puts both words in the place of SQLite's own. `this` must outlive the database.
    void join(sqlite3* database);

    /// A width or precision of a format that is above `most`, or that comes from an argument (`%*d`).
    [[nodiscard]] static bool is_too_wide(std::string_view format, int most);

private:
    static void answer(sqlite3_context* context, int count, sqlite3_value** values);
    [[nodiscard]] sqlite3_stmt* statement_of(int arguments);

    sqlite3* own_ = nullptr;                  ///< where the words are still SQLite's
    std::map<int, sqlite3_stmt*> statements_; ///< SELECT printf(?, ?), by how many
};

} // namespace bilan::store
