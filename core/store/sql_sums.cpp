// SPDX-License-Identifier: MPL-2.0
#include "store/sql_sums.hpp"

#include <cmath>
#include <new>

namespace bilan::store {

namespace {

/// What one group or window holds; SQLite gives the memory, filled with zeros.
struct Running {
    double sum;
    double lost; ///< by rounding (Neumaier)
    sqlite3_int64 whole;
    sqlite3_int64 known;
    sqlite3_int64 reals;
    sqlite3_int64 unknown;
    bool is_over;   ///< the whole numbers left their range
    bool is_window; ///< asked for values on its way: the last answer is nobody's
};

Running* running(sqlite3_context* context)
{
    return static_cast<Running*>(sqlite3_aggregate_context(context, sizeof(Running)));
}

void add(Running& group, double value)
{
    const double sum = group.sum + value;
    group.lost += std::abs(group.sum) >= std::abs(value) ? (group.sum - sum) + value : (value - sum) + group.sum;
    group.sum = sum;
}

void take(sqlite3_context* context, sqlite3_value* value, bool is_leaving)
{
    Running* const group = running(context);
    if (group == nullptr) return;
    const sqlite3_int64 one = is_leaving ? -1 : 1;
    const int type = sqlite3_value_numeric_type(value);
    if (type == SQLITE_NULL) {
        group->unknown += one;
        return;
    }
    group->known += one;
    if (type == SQLITE_INTEGER) {
        const sqlite3_int64 number = sqlite3_value_int64(value);
        group->is_over = group->is_over || (is_leaving ? __builtin_sub_overflow(group->whole, number, &group->whole)
                                                       : __builtin_add_overflow(group->whole, number, &group->whole));
    } else {
        group->reals += one;
    }
    add(*group, static_cast<double>(one) * sqlite3_value_double(value));
}

void step(sqlite3_context* context, int /*count*/, sqlite3_value** values)
{
    take(context, values[0], false);
}

void leave(sqlite3_context* context, int /*count*/, sqlite3_value** values)
{
    take(context, values[0], true);
}

void answer_for(sqlite3_context* context, Running* group, bool counts)
{
    auto& function = *static_cast<PartialSums::Function*>(sqlite3_user_data(context));
    const bool is_empty = group == nullptr || group->known == 0;
    if (counts && !is_empty && group->unknown > 0) ++function.partial;
    if (is_empty && function.name == "total") return sqlite3_result_double(context, 0);
    if (is_empty) return sqlite3_result_null(context);
    const double sum = std::isfinite(group->sum + group->lost) ? group->sum + group->lost : group->sum;
    if (function.name == "avg") return sqlite3_result_double(context, sum / static_cast<double>(group->known));
    if (function.name == "total" || group->reals > 0) return sqlite3_result_double(context, sum);
    if (group->is_over) return sqlite3_result_error(context, "integer overflow", -1);
    sqlite3_result_int64(context, group->whole);
}

void answer(sqlite3_context* context)
{
    Running* const group = running(context);
    answer_for(context, group, group != nullptr && !group->is_window);
}

void answer_on_the_way(sqlite3_context* context)
{
    Running* const group = running(context);
    if (group != nullptr) group->is_window = true;
    answer_for(context, group, true);
}

} // namespace

void PartialSums::join(sqlite3* database)
{
    for (Function& function : functions_) {
        const int status = sqlite3_create_window_function(
            database, function.name.data(), 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, &function, &step,
            &answer, &answer_on_the_way, &leave, nullptr);
        if (status != SQLITE_OK) throw std::bad_alloc();
    }
}

std::vector<std::pair<std::string, std::size_t>> PartialSums::partial() const
{
    std::vector<std::pair<std::string, std::size_t>> all;
    for (const Function& function : functions_)
        if (function.partial > 0) all.emplace_back(function.name, function.partial);
    return all;
}

} // namespace bilan::store
