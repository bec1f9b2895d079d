// SPDX-License-Identifier: MPL-2.0
#include "store/sql_dates.hpp"

#include "base/date.hpp"
#include "base/error.hpp"
#include "base/number.hpp"
#include "base/text.hpp"
#include "store/sql_tokens.hpp"

#include <algorithm>
#include <new>
#include <optional>

namespace bilan::store {

namespace {

void day(sqlite3_context* context, int /*count*/, sqlite3_value** values)
{
    for (int at = 0; at < 3; ++at)
        if (sqlite3_value_type(values[at]) != SQLITE_INTEGER) return sqlite3_result_null(context);
    const base::CivilDate date{sqlite3_value_int(values[0]), sqlite3_value_int(values[1]),
                               sqlite3_value_int(values[2])};
    if (!base::is_valid(date)) return sqlite3_result_null(context);
    sqlite3_result_double(context, base::serial_of(date));
}

/// `2025-09-01`, `01/09/2025`.
std::optional<base::CivilDate> day_in(std::string_view text)
{
    if (const auto date = base::parse_iso(text)) return date;
    const auto parts = base::split(text, '/');
    if (parts.size() != 3) return std::nullopt;
    const auto number = [&](std::size_t part) { return base::parse_integer(parts[part]).value_or(0); };
    const base::CivilDate date{static_cast<int>(number(2)), static_cast<int>(number(1)), static_cast<int>(number(0))};
    constexpr int first_year = 1900; // 12/05/25 may be anything
    return date.year >= first_year && base::is_valid(date) ? std::optional(date) : std::nullopt;
}

/// A field of dates that the statement names; empty when there is none.
std::string date_field_in(const std::set<std::string>& names, const std::vector<SqlTable>& tables)
{
    for (const SqlTable& table : tables) {
        if (!names.contains(base::fold(table.name))) continue;
        for (const std::string& name : table.rows.field_names()) {
            const data::Field* const field = table.rows.field(name);
            if (field != nullptr && field->type == data::FieldType::date && names.contains(base::fold(name)))
                return name;
        }
    }
    return {};
}

} // namespace

void join_days(sqlite3* database)
{
    constexpr int traits = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    if (sqlite3_create_function_v2(database, "day", 3, traits, nullptr, &day, nullptr, nullptr, nullptr) != SQLITE_OK)
        throw std::bad_alloc();
}

void refuse_days_in_quotes(const std::string& sql, const std::vector<SqlTable>& tables)
{
    for (const SqlToken& token : sql_tokens(sql)) {
        if (token.kind != SqlToken::Kind::text || token.written.size() < 2) continue;
        const std::string text = token.written.substr(1, token.written.size() - 2);
        const auto date = day_in(text);
        if (!date) continue;
        const std::string field = date_field_in(names_in(sql), tables);
        if (field.empty()) return;
        throw base::Error(base::ExitCode::script, "",
                          {"BIL-497",
                           {field, text,
                            "day(" + std::to_string(date->year) + ", " + std::to_string(date->month) + ", " +
                                std::to_string(date->day) + ')'}});
    }
}

} // namespace bilan::store
