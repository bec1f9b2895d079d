// SPDX-License-Identifier: MPL-2.0
#include "store/sql_texts.hpp"

#include "base/letter_case.hpp"
#include "base/text.hpp"

#include <exception>
#include <new>

namespace bilan::store {

namespace {

std::string_view text_of(sqlite3_value* value)
{
    const auto* const bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return bytes == nullptr ? std::string_view()
                            : std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

/// Nothing may be thrown through SQLite.
template <class Answer>
void guarded(sqlite3_context* context, const Answer& answer)
{
    try {
        answer();
    } catch (const std::exception&) {
        sqlite3_result_error_nomem(context);
    }
}

template <std::string (*change)(std::string_view)>
void changed(sqlite3_context* context, int /*count*/, sqlite3_value** values)
{
    if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
    guarded(context, [&] {
        const std::string text = change(text_of(values[0]));
        sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
    });
}

/// `text LIKE pattern` comes as like(pattern, text), with the sign of ESCAPE behind them.
void is_like(sqlite3_context* context, int count, sqlite3_value** values)
{
    for (int at = 0; at < count; ++at)
        if (sqlite3_value_type(values[at]) == SQLITE_NULL) return sqlite3_result_null(context);
    const std::string_view sign = count > 2 ? text_of(values[2]) : std::string_view();
    if (count > 2 && base::length(sign) != 1)
        return sqlite3_result_error(context, "ESCAPE expression must be a single character", -1);
    guarded(context, [&] {
        const auto escape = sign.empty() ? 0U : static_cast<unsigned>(static_cast<unsigned char>(sign.front()));
        const std::string pattern = base::fold(text_of(values[0]));
        const std::string text = base::fold(text_of(values[1]));
        sqlite3_result_int(context, sqlite3_strlike(pattern.c_str(), text.c_str(), escape) == 0 ? 1 : 0);
    });
}

} // namespace

const std::string& SqlTexts::folded(std::string_view text)
{
    constexpr std::size_t most = 100'000; // what a table may hold of different texts and still be read
    if (const auto known = folded_.find(text); known != folded_.end()) return known->second;
    if (folded_.size() >= most) folded_.clear();
    return folded_.emplace(text, base::fold(text)).first->second;
}

/// Texts that differ only in what folding takes away are not equal: their bytes tell which comes first.
int SqlTexts::compare(void* self, int left_size, const void* left, int right_size, const void* right)
{
    const std::string_view one(static_cast<const char*>(left), static_cast<std::size_t>(left_size));
    const std::string_view other(static_cast<const char*>(right), static_cast<std::size_t>(right_size));
    const int bytes = one.compare(other);
    if (bytes == 0) return 0;
    try {
        SqlTexts& texts = *static_cast<SqlTexts*>(self);
        const std::string of_one = texts.folded(one); // the next may make room for itself
        const int order = of_one.compare(texts.folded(other));
        return order == 0 ? bytes : order;
    } catch (const std::exception&) {
        return bytes;
    }
}

void SqlTexts::join(sqlite3* database)
{
    constexpr int traits = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const auto add = [&](const char* name, int arguments, auto* function) {
        if (sqlite3_create_function_v2(database, name, arguments, traits, nullptr, function, nullptr, nullptr,
                                       nullptr) != SQLITE_OK)
            throw std::bad_alloc();
    };
    add("lower", 1, &changed<&base::lower>);
    add("upper", 1, &changed<&base::upper>);
    add("fold", 1, &changed<&base::fold>);
    add("like", 2, &is_like);
    add("like", 3, &is_like);
    // SQLite compares everything that names no other order by the one of this name.
    if (sqlite3_create_collation_v2(database, "BINARY", SQLITE_UTF8, this, &SqlTexts::compare, nullptr) != SQLITE_OK)
        throw std::bad_alloc();
}

} // namespace bilan::store
