// SPDX-License-Identifier: MPL-2.0
//
// Questions to one million rows. Each counter `of_goal` is the processor time over the time allowed: above 1 the goal
// is missed. `of_scan` is the time over that of the plainest loop over one column, so that machines can be compared.
#include "data/lookup.hpp"
#include "data/million.hpp"
#include "data/query.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>

namespace bilan::data {
namespace {

double seconds_of_a_scan()
{
    const std::vector<double>& numbers = million()->column("montant")->numbers;
    double best = 1;
    for (int round = 0; round < 5; ++round) {
        const double start = now();
        double sum = 0;
        for (const double number : numbers) sum += number;
        benchmark::DoNotOptimize(sum);
        best = std::min(best, now() - start);
    }
    return best;
}

template <class Work>
void measure(benchmark::State& state, double goal, Work work)
{
    (void)million(); // made outside the measured time
    double best = 1e9;
    for (auto round : state) {
        const double start = now();
        work();
        best = std::min(best, now() - start);
    }
    state.counters["of_goal"] = best / goal;
    state.counters["of_scan"] = best / seconds_of_a_scan();
}

void group_by(benchmark::State& state, const std::vector<std::string>& keys)
{
    const Query query(million());
    (void)query.rows(); // chosen once, outside the measured time
    measure(state, 0.015 * static_cast<double>(keys.size()),
            [&] { benchmark::DoNotOptimize(query.group(keys, three_aggregates())); });
}

void group_by_pillar(benchmark::State& state)
{
    group_by(state, {"pilier"});
}
void group_by_holder(benchmark::State& state)
{
    group_by(state, {"porteur"});
}
void group_by_year(benchmark::State& state)
{
    group_by(state, {"exercice"});
}
void group_by_two(benchmark::State& state)
{
    group_by(state, {"pilier", "exercice"});
}
/// Two million combinations, of which some 400 000 occur: a table of all would not pay, and the figures weigh more than
/// the rows.
void group_by_two_hashed(benchmark::State& state)
{
    const Query query(million());
    (void)query.rows();
    measure(state, 1.0, [&] {
        benchmark::DoNotOptimize(query.group({"porteur", "montant"}, {three_aggregates()[0]}));
    });
}

void filter_text(benchmark::State& state)
{
    const Query query(million());
    measure(state, 0.020, [&] {
        const auto condition = apply(Operation::one_of, {field("porteur")}, {"Valeur no 12", "Valeur no 4000"});
        benchmark::DoNotOptimize(query.where(condition).rows());
    });
}

void filter_numbers(benchmark::State& state)
{
    const Query query(million());
    measure(state, 0.020, [&] {
        const auto half = apply(Operation::greater, {field("benef_qpv"), field("benef")});
        const auto recent = apply(Operation::at_least, {field("exercice"), constant(2022.0)});
        benchmark::DoNotOptimize(query.where(apply(Operation::all_of, {half, recent})).rows());
    });
}

void derived_column(benchmark::State& state)
{
    const Query query(million());
    (void)query.rows(); // chosen once, outside the measured time
    measure(state, 0.020, [&] {
        const auto each =
            apply(Operation::divide, {field("montant"), apply(Operation::add, {field("benef"), field("benef_qpv")})});
        benchmark::DoNotOptimize(query.derive("par_personne", each)
                                     .figure({Aggregate::mean, field("par_personne"), nullptr, nullptr, Unit::euro}));
    });
}

/// A field of another dataset of 5 000 rows, found by a dictionary key, over all rows.
void joined_field(benchmark::State& state)
{
    const Query query(million());
    const Query other = query.where(apply(Operation::less, {field("benef"), constant(2.0)}));
    (void)query.rows();
    (void)other.rows();
    measure(state, 0.020, [&] {
        const auto index =
            std::make_shared<const KeyIndex>(other, std::vector<std::string>{"porteur"}, KeyMatch::exact);
        auto lookup = std::make_shared<const Lookup>(index, other, "montant", Repeated::sum);
        benchmark::DoNotOptimize(query.derive("total", looked_up(std::move(lookup), {field("porteur")}))
                                     .figure({Aggregate::sum, field("total"), nullptr, nullptr, Unit::euro}));
    });
}

void banded(benchmark::State& state)
{
    const Query query(million());
    (void)query.rows();
    measure(state, 0.035, [&] {
        const auto bands = apply(Operation::banded, {field("benef")}, {50.0, 100.0, 200.0, "a", "b", "c", "d"});
        benchmark::DoNotOptimize(query.derive("taille", bands).group({"taille"}, three_aggregates()));
    });
}

void medians(benchmark::State& state)
{
    const Query query(million());
    measure(state, 0.050, [&] {
        benchmark::DoNotOptimize(
            query.group({"pilier"}, {{"median", {Aggregate::median, field("montant"), nullptr, nullptr, Unit::euro}}}));
    });
}

BENCHMARK(group_by_pillar)->Unit(benchmark::kMillisecond);
BENCHMARK(group_by_holder)->Unit(benchmark::kMillisecond);
BENCHMARK(group_by_year)->Unit(benchmark::kMillisecond);
BENCHMARK(group_by_two)->Unit(benchmark::kMillisecond);
BENCHMARK(group_by_two_hashed)->Unit(benchmark::kMillisecond);
BENCHMARK(filter_text)->Unit(benchmark::kMillisecond);
BENCHMARK(filter_numbers)->Unit(benchmark::kMillisecond);
BENCHMARK(derived_column)->Unit(benchmark::kMillisecond);
BENCHMARK(joined_field)->Unit(benchmark::kMillisecond);
BENCHMARK(banded)->Unit(benchmark::kMillisecond);
BENCHMARK(medians)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace bilan::data
