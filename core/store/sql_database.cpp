// SPDX-License-Identifier: MPL-2.0
#include "store/sql_database.hpp"

#include "base/error.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "data/program.hpp"
#include "store/sql_dates.hpp"
#include "store/sql_division.hpp"
#include "store/sql_words.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace bilan::store {

namespace {

/// `VACUUM`: the word by which somebody knows the statement that they wrote.
std::string first_word(std::string_view sql)
{
    const auto is_letter = [](char sign) { return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z'); };
    std::string word;
    for (const char sign : base::trim(sql).substr(0, 20)) {
        if (!is_letter(sign)) break;
        word += sign >= 'a' ? static_cast<char>(sign - 'a' + 'A') : sign;
    }
    return word.empty() ? "SQL" : word;
}

constexpr int steps_between_looks = 10'000;
// More than a cell of Excel holds. Functions on texts work in one step, in which nothing asks the clock: with texts of
// megabytes, `instr` and `replace` would take minutes.
constexpr int longest_text = 256 << 10;
constexpr int most_columns = 2'000;

/// Functions that ask the clock, chance, the connection or a file.
bool is_barred(std::string_view function)
{
    static constexpr std::array<std::string_view, 16> barred = {
        "random",        "randomblob",        "date",
        "time",          "datetime",          "julianday",
        "strftime",      "unixepoch",         "current_date",
        "current_time",  "current_timestamp", "load_extension",
        "changes",       "total_changes",     "last_insert_rowid",
        "fts3_tokenizer"};
    return std::ranges::find(barred, function) != barred.end() || function.starts_with("sqlite_");
}

std::string quoted(std::string_view name)
{
    return '"' + base::replace_all(std::string(name), "\"", "\"\"") + '"';
}

/// The word of a statement that changes something; empty for any other.
std::string written_by(int action, const std::string& table)
{
    const bool is_of_sqlite = table.starts_with("sqlite_"); // where SQLite notes which tables there are
    switch (action) {
    case SQLITE_DELETE: return is_of_sqlite ? "DROP" : "DELETE";
    case SQLITE_INSERT: return is_of_sqlite ? "CREATE" : "INSERT";
    case SQLITE_UPDATE: return is_of_sqlite ? "ALTER" : "UPDATE";
    default: return {};
    }
}

[[noreturn]] void refuse(const char* code, std::vector<std::string> arguments)
{
    throw base::Error(base::ExitCode::script, "", {code, std::move(arguments)});
}

/// With their types: `exercice = '2025'` and `siret = 123` compare as they are meant, not a number with a text.
std::string columns_of(const data::Query& query)
{
    std::string columns;
    for (const std::string& name : query.field_names()) {
        const data::ExpressionPointer expression = query.expanded(data::field(name));
        const bool is_text = data::Program(query.dataset(), *expression).is_text();
        columns += (columns.empty() ? "" : ", ") + quoted(name) + (is_text ? " TEXT" : " REAL");
    }
    return columns;
}

/// What SQLite says of it: a text may be longer than it takes, and would else be NULL.
int bind(sqlite3_stmt* insert, int at, const data::Block& values, const data::Program& program, std::size_t row)
{
    if (values.states[row] != data::State::value) return sqlite3_bind_null(insert, at);
    if (values.ids == nullptr) return sqlite3_bind_double(insert, at, values.numbers[row]);
    const std::string_view text = program.texts().at(values.ids[row]);
    if (!program.texts().is_list())
        return sqlite3_bind_text(insert, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
    const std::string list = base::replace_all(std::string(text), std::string(1, data::list_separator), ", ");
    return sqlite3_bind_text(insert, at, list.data(), static_cast<int>(list.size()), SQLITE_TRANSIENT);
}

} // namespace

SqlDatabase::SqlDatabase(const std::vector<SqlTable>& tables, const SqlLimits& limits)
    : tables_(tables), limits_(limits), deadline_(std::chrono::steady_clock::now() + limits.time)
{
    sqlite3* opened = nullptr;
    sqlite3_open_v2(":memory:", &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    database_.reset(opened);
    if (opened == nullptr) throw std::bad_alloc();
    sqlite3_hard_heap_limit64(static_cast<sqlite3_int64>(limits.bytes)); // of all databases: there is never a second
    sqlite3_limit(opened, SQLITE_LIMIT_LENGTH, longest_text);
    sqlite3_limit(opened, SQLITE_LIMIT_COLUMN, most_columns);
    sqlite3_limit(opened, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_progress_handler(opened, steps_between_looks, &SqlDatabase::look_at_clock, this);
    run("PRAGMA temp_store = MEMORY"); // no partner's row lies in a file for a while, and the limit above sees it all
    sums_.join(opened);
    texts_.join(opened);
    formats_.join(opened);
    join_days(opened);
    for (const SqlTable& table : tables_)
        run("CREATE TABLE " + quoted(table.name) + " (" + columns_of(table.rows) + ")");
}

void SqlDatabase::run(const std::string& sql)
{
    if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail(sql);
}

int SqlDatabase::look_at_clock(void* self)
{
    auto& database = *static_cast<SqlDatabase*>(self);
    const bool is_over = database.limits_.is_over && database.limits_.is_over();
    database.is_late_ = is_over || std::chrono::steady_clock::now() > database.deadline_;
    return database.is_late_ ? 1 : 0;
}

int SqlDatabase::authorize(void* self, int action, const char* first, const char* second, const char* /*database*/,
                           const char* /*trigger*/)
{
    auto& database = *static_cast<SqlDatabase*>(self);
    const std::string name = first == nullptr ? "" : first;
    if (action == SQLITE_SELECT || action == SQLITE_RECURSIVE) return SQLITE_OK;
    if (action == SQLITE_READ) {
        const bool is_table = std::ranges::find(database.tables_, name, &SqlTable::name) != database.tables_.end();
        if (is_table) database.named_.insert(name);
        const bool is_of_sqlite = name.starts_with("sqlite_") || name.starts_with("pragma_") || name == "dbstat";
        if (is_table || !is_of_sqlite) return SQLITE_OK; // else a part of the statement itself: WITH name AS (…)
    }
    if (action == SQLITE_FUNCTION && second != nullptr && !is_barred(second)) return SQLITE_OK;
    if (action == SQLITE_ATTACH || action == SQLITE_DETACH)
        database.opens_ = action == SQLITE_ATTACH ? "ATTACH" : "DETACH";
    if (database.writes_.empty()) database.writes_ = written_by(action, name);
    if (database.refused_.empty()) database.refused_ = action == SQLITE_FUNCTION && second != nullptr ? second : name;
    return SQLITE_DENY;
}

Statement SqlDatabase::prepare(const std::string& sql)
{
    sqlite3_set_authorizer(database_.get(), &SqlDatabase::authorize, this);
    sqlite3_stmt* made = nullptr;
    const char* rest = nullptr;
    const int status = sqlite3_prepare_v2(database_.get(), sql.c_str(), static_cast<int>(sql.size()) + 1, &made, &rest);
    Statement statement(made);
    if (status == SQLITE_AUTH && !opens_.empty()) refuse("BIL-094", {opens_});
    if (status == SQLITE_AUTH && !writes_.empty()) refuse("BIL-440", {writes_});
    if (status == SQLITE_AUTH) refuse("BIL-781", {refused_.empty() ? first_word(sql) : refused_});
    if (status != SQLITE_OK) fail(sql);
    if (statement == nullptr) refuse("BIL-782", {});
    sqlite3_stmt* second = nullptr;
    const int after = sqlite3_prepare_v2(database_.get(), rest, -1, &second, nullptr);
    const Statement more(second);
    if (after != SQLITE_OK || more != nullptr) refuse("BIL-783", {});
    sqlite3_set_authorizer(database_.get(), nullptr, nullptr);
    const bool is_select = sqlite3_stmt_readonly(statement.get()) != 0 && sqlite3_column_count(statement.get()) > 0;
    if (!is_select) refuse("BIL-781", {first_word(sql)});
    if (auto arbitrary = arbitrary_words(sql, tables_))
        throw base::Error(base::ExitCode::script, "", std::move(*arbitrary));
    return statement;
}

Statement SqlDatabase::to_run(const std::string& sql)
{
    const std::string real = with_real_division(sql);
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v2(database_.get(), real.c_str(), -1, &made, nullptr) != SQLITE_OK) fail(sql);
    return Statement(made);
}

void SqlDatabase::fill()
{
    run("BEGIN");
    for (const SqlTable& table : tables_)
        if (named_.contains(table.name)) fill(table);
    run("COMMIT");
}

void SqlDatabase::fill(const SqlTable& table)
{
    const std::vector<std::string> names = table.rows.field_names();
    std::string blanks;
    for (std::size_t at = 0; at < names.size(); ++at) blanks += at == 0 ? "?" : ",?";
    const std::string sql = "INSERT INTO " + quoted(table.name) + " VALUES (" + blanks + ")";
    sqlite3_stmt* made = nullptr;
    if (sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &made, nullptr) != SQLITE_OK) fail(sql);
    const Statement insert(made);
    std::vector<data::Program> programs;
    std::vector<data::ExpressionPointer> expressions; // programs refer to what they hold
    for (const std::string& name : names) {
        expressions.push_back(table.rows.expanded(data::field(name)));
        programs.emplace_back(table.rows.dataset(), *expressions.back());
    }
    data::for_each_block(*table.rows.rows(), [&](std::span<const std::uint32_t> block) {
        std::vector<data::Block> values;
        values.reserve(programs.size());
        for (data::Program& program : programs) values.push_back(program.run(block));
        if (look_at_clock(this) != 0) fail(sql); // a statement of one row never runs long enough to be asked
        for (std::size_t row = 0; row < block.size(); ++row) {
            for (std::size_t at = 0; at < names.size(); ++at)
                if (bind(insert.get(), static_cast<int>(at) + 1, values[at], programs[at], row) != SQLITE_OK) fail(sql);
            if (sqlite3_step(insert.get()) != SQLITE_DONE) fail(sql);
            sqlite3_reset(insert.get());
        }
    });
}

void SqlDatabase::fail(const std::string& sql) const
{
    if (sqlite3_errcode(database_.get()) == SQLITE_NOMEM) throw std::bad_alloc();
    if (is_late_) refuse("BIL-784", {base::shortest(static_cast<double>(limits_.time.count()) / 1000.0)});
    throw base::Error(base::ExitCode::script, "",
                      words_of({sql, sqlite3_errmsg(database_.get()), sqlite3_error_offset(database_.get())}, tables_));
}

} // namespace bilan::store
