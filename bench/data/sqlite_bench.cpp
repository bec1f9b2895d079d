// SPDX-License-Identifier: MPL-2.0
//
// The same questions to SQLite, in memory and loaded before the clock starts: `times_faster` is its processor time over
// ours (at least 50 is wanted of a group-by with three aggregates), both the best of their rounds. The sums of both are
// compared first, so that the question is the same one.
#include "data/million.hpp"
#include "data/query.hpp"

#include <benchmark/benchmark.h>

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>

namespace bilan::data {
namespace {

[[noreturn]] void give_up(const std::string& why)
{
    std::cerr << "sqlite_bench: " << why << "\n";
    std::exit(1);
}

/// One database and what it says; closed with the process.
class Peer {
public:
    explicit Peer(const Dataset& dataset)
    {
        if (sqlite3_open(":memory:", &database_) != SQLITE_OK) give_up("no database");
        load(dataset);
    }
    ~Peer() { sqlite3_close(database_); }
    Peer(const Peer&) = delete;
    Peer& operator=(const Peer&) = delete;

    /// All rows of an answer, read to the end; the sum of its second column.
    double sum_of(const std::string& question) const
    {
        sqlite3_stmt* const statement = prepared(question);
        double sum = 0;
        while (sqlite3_step(statement) == SQLITE_ROW) sum += sqlite3_column_double(statement, 1);
        if (sqlite3_finalize(statement) != SQLITE_OK) give_up(sqlite3_errmsg(database_));
        return sum;
    }

private:
    sqlite3_stmt* prepared(const std::string& text) const
    {
        sqlite3_stmt* statement = nullptr;
        if (sqlite3_prepare_v2(database_, text.c_str(), -1, &statement, nullptr) != SQLITE_OK)
            give_up(sqlite3_errmsg(database_));
        return statement;
    }
    void execute(const std::string& text) const
    {
        if (sqlite3_exec(database_, text.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
            give_up(sqlite3_errmsg(database_));
    }
    void load(const Dataset& dataset) const
    {
        std::string columns;
        std::string places;
        for (const Column& column : dataset.columns()) {
            columns += (columns.empty() ? "" : ", ") + column.field.id;
            places += places.empty() ? "?" : ", ?";
        }
        execute("CREATE TABLE banc (" + columns + "); BEGIN");
        sqlite3_stmt* const insert = prepared("INSERT INTO banc VALUES (" + places + ")");
        for (std::size_t row = 0; row < dataset.rows(); ++row) {
            for (int at = 0; at < static_cast<int>(dataset.columns().size()); ++at)
                bind(insert, at + 1, dataset.columns()[static_cast<std::size_t>(at)], row);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        sqlite3_finalize(insert);
        execute("COMMIT");
    }
    static void bind(sqlite3_stmt* statement, int at, const Column& column, std::size_t row)
    {
        if (!column.is_known(row)) {
            sqlite3_bind_null(statement, at);
        } else if (column.dictionary == nullptr) {
            sqlite3_bind_double(statement, at, column.numbers[row]);
        } else {
            const std::string_view text = column.text(row);
            sqlite3_bind_text(statement, at, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
        }
    }

    sqlite3* database_ = nullptr;
};

/// Three aggregates, each with its base and its unknowns, from which the coverage follows.
std::string grouped_by(const std::string& keys)
{
    return "SELECT " + keys +
           ", sum(benef), count(benef), count(*) - count(benef), avg(montant), count(montant), count(*) - "
           "count(montant), sum(CASE WHEN benef IS NOT NULL THEN benef_qpv END) / sum(CASE WHEN benef_qpv IS NOT NULL "
           "THEN benef END), count(benef + benef_qpv), count(*) - count(benef + benef_qpv) FROM banc GROUP BY " +
           keys;
}

template <class Work>
double best_of(int rounds, Work work)
{
    double best = 1e9;
    for (int round = 0; round < rounds; ++round) {
        const double start = now();
        work();
        best = std::min(best, now() - start);
    }
    return best;
}

void check_same(const Groups& groups, double theirs)
{
    double ours = 0;
    for (const Figure& figure : groups.columns.front().figures) ours += figure.value.value_or(0);
    if (std::fabs(ours - theirs) > 1e-6 * std::fabs(theirs)) give_up("the two answers differ");
}

void group_by(benchmark::State& state, const std::string& key)
{
    const Query query(million());
    static const Peer peer(*million());
    (void)query.rows();
    const std::string question = grouped_by(key);
    check_same(query.group({key}, three_aggregates()), peer.sum_of(question));
    for (auto round : state) {
        const double ours = best_of(20, [&] { benchmark::DoNotOptimize(query.group({key}, three_aggregates())); });
        const double theirs = best_of(3, [&] { benchmark::DoNotOptimize(peer.sum_of(question)); });
        state.counters["times_faster"] = theirs / ours;
        state.counters["of_goal"] = 50 / (theirs / ours);
    }
}

void sqlite_group_by_pillar(benchmark::State& state)
{
    group_by(state, "pilier");
}
void sqlite_group_by_holder(benchmark::State& state)
{
    group_by(state, "porteur");
}
void sqlite_group_by_year(benchmark::State& state)
{
    group_by(state, "exercice");
}

BENCHMARK(sqlite_group_by_pillar)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(sqlite_group_by_holder)->Unit(benchmark::kMillisecond)->Iterations(1);
BENCHMARK(sqlite_group_by_year)->Unit(benchmark::kMillisecond)->Iterations(1);

} // namespace
} // namespace bilan::data
