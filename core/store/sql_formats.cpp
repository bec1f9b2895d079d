// SPDX-License-Identifier: MPL-2.0
#include "store/sql_formats.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <string>

namespace bilan::store {

namespace {

constexpr int most_width = 1'000;

} // namespace

SqlFormats::~SqlFormats()
{
    for (const auto& [unused, statement] : statements_) sqlite3_finalize(statement);
    sqlite3_close(own_);
}

bool SqlFormats::is_too_wide(std::string_view format, int most)
{
    for (std::size_t at = format.find('%'); at != std::string_view::npos; at = format.find('%', at)) {
        int number = 0;
        for (++at; at < format.size(); ++at) { // flags, width, precision
            const char letter = format[at];
            if (letter == '*') return true;
            if (letter >= '0' && letter <= '9')
                number = std::min(number, most) * 10 + (letter - '0');
            else if (letter == '.')
                number = 0;
            else if (std::string_view("-+ #!,").find(letter) == std::string_view::npos)
                break;
            if (number > most) return true;
        }
        if (at < format.size()) ++at; // the letter of the conversion, which may be another %
    }
    return false;
}

sqlite3_stmt* SqlFormats::statement_of(int arguments)
{
    sqlite3_stmt*& statement = statements_[arguments];
    if (statement != nullptr) return statement;
    std::string blanks;
    for (int at = 0; at < arguments; ++at) blanks += at == 0 ? "?" : ",?";
    const std::string sql = "SELECT printf(" + blanks + ")";
    sqlite3_prepare_v2(own_, sql.c_str(), -1, &statement, nullptr);
    return statement;
}

void SqlFormats::answer(sqlite3_context* context, int count, sqlite3_value** values)
{
    auto& self = *static_cast<SqlFormats*>(sqlite3_user_data(context));
    const auto* const format = count == 0 ? nullptr : reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
    if (format == nullptr) return sqlite3_result_null(context);
    if (is_too_wide(format, most_width))
        return sqlite3_result_error(context, "a width above 1000, or *, in the format of printf", -1);
    try {
        sqlite3_stmt* const statement = self.statement_of(count);
        if (statement == nullptr) return sqlite3_result_error_nomem(context);
        for (int at = 0; at < count; ++at) sqlite3_bind_value(statement, at + 1, values[at]);
        if (sqlite3_step(statement) == SQLITE_ROW)
            sqlite3_result_value(context, sqlite3_column_value(statement, 0));
        else
            sqlite3_result_error(context, sqlite3_errmsg(self.own_), -1);
        sqlite3_reset(statement);
        sqlite3_clear_bindings(statement);
    } catch (const std::exception&) { // nothing may be thrown through SQLite
        sqlite3_result_error_nomem(context);
    }
}

void SqlFormats::join(sqlite3* database)
{
    if (sqlite3_open_v2(":memory:", &own_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nullptr) != SQLITE_OK)
        throw std::bad_alloc();
    sqlite3_limit(own_, SQLITE_LIMIT_LENGTH, sqlite3_limit(database, SQLITE_LIMIT_LENGTH, -1));
    constexpr int traits = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    for (const char* const name : {"printf", "format"})
        if (sqlite3_create_function_v2(database, name, -1, traits, this, &SqlFormats::answer, nullptr, nullptr,
                                       nullptr) != SQLITE_OK)
            throw std::bad_alloc();
}

} // namespace bilan::store
