// SPDX-License-Identifier: MPL-2.0
//
// The SQLite database behind sql_select.hpp: tables made empty, filled when a statement names them, and a guard that
// lets nothing pass but reading them. Inner header of store/. One thread.
#pragma once

#include "store/sql_formats.hpp"
#include "store/sql_select.hpp"
#include "store/sql_sums.hpp"
#include "store/sql_texts.hpp"

#include <sqlite3.h>

#include <memory>
#include <set>
#include <string>

namespace bilan::store {

struct CloseDatabase {
    void operator()(sqlite3* database) const { sqlite3_close(database); }
};
struct EndStatement {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, EndStatement>;

class SqlDatabase {
public:
    SqlDatabase(const std::vector<SqlTable>& tables, const SqlLimits& limits);
    SqlDatabase(const SqlDatabase&) = delete;
    SqlDatabase& operator=(const SqlDatabase&) = delete;

    /// From now on only SELECT over the tables. Throws base::Error for anything else.
    [[nodiscard]] Statement prepare(const std::string& sql);
    /// The same statement, which was let pass, to be run: its divisions are those of real numbers. What its columns are
    /// called, the first one knows.
    [[nodiscard]] Statement to_run(const std::string& sql);
    /// Copies the rows of the tables that the statement names.
    void fill();
    [[nodiscard]] const PartialSums& sums() const { return sums_; }
    /// Throws what SQLite said last, with the line of the statement it speaks of.
    [[noreturn]] void fail(const std::string& sql) const;

private:
    static int authorize(void* self, int action, const char* first, const char* second, const char* database,
                         const char* trigger);
    static int look_at_clock(void* self);
    void run(const std::string& sql);
    void fill(const SqlTable& table);

    const std::vector<SqlTable>& tables_;
    const SqlLimits& limits_;
    PartialSums sums_;   ///< the database knows it
    SqlTexts texts_;     ///< and this
    SqlFormats formats_; ///< and this
    std::unique_ptr<sqlite3, CloseDatabase> database_;
    std::set<std::string> named_; ///< tables that the statement reads
    std::string refused_;         ///< what the guard did not let pass
    std::string writes_;          ///< the word of a statement that changes something: DELETE
    std::string opens_;           ///< of one that opens another file: ATTACH
    bool is_late_ = false;
    std::chrono::steady_clock::time_point deadline_;
};

} // namespace bilan::store
