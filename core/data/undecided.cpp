// SPDX-License-Identifier: MPL-2.0
#include "data/undecided.hpp"

#include "data/measure.hpp"
#include "data/program.hpp"

#include <algorithm>
#include <numeric>

namespace bilan::data {

namespace {

std::uint64_t undecided_rows(const Sources& sources)
{
    if (sources->condition == nullptr || sources->dataset == nullptr) return 0;
    const Dataset& dataset = *sources->dataset;
    const bool chooses_year = sources->chosen_by != nullptr && sources->chosen_by->contains(year_field);
    const Column* const years = chooses_year ? dataset.column(year_field) : nullptr;
    if (chooses_year && years == nullptr) return 0;
    std::vector<std::uint32_t> rows(dataset.rows());
    std::iota(rows.begin(), rows.end(), 0U);
    Program program(dataset, *sources->condition);
    std::uint64_t undecided = 0;
    for_each_block(rows, [&](std::span<const std::uint32_t> block) {
        const Block outcome = program.run(block);
        for (std::size_t at = 0; at < block.size(); ++at) {
            if (!is_unknown(outcome.states[at])) continue;
            undecided += static_cast<std::uint64_t>(years == nullptr || years->is_known(block[at]));
        }
    });
    return undecided;
}

/// Further rows would only add to it.
bool only_grows(const Figure& figure)
{
    const bool is_complete = figure.unknown == 0 || figure.lower_bound;
    if (!figure.value || !is_complete || figure.sources.size() != 1 || figure.sources.front()->measure == nullptr)
        return false;
    const Measure& measure = *figure.sources.front()->measure;
    if (measure.aggregate == Aggregate::count) return true;
    return measure.aggregate == Aggregate::sum &&
           (measure.unit == Unit::people || measure.unit == Unit::count || measure.unit == Unit::euro);
}

} // namespace

std::uint64_t undecided_rows(const Figure& figure)
{
    std::uint64_t most = 0;
    for (const Sources& sources : figure.sources) most = std::max(most, undecided_rows(sources));
    return most;
}

Figure with_undecided(Figure figure)
{
    const std::uint64_t undecided = undecided_rows(figure);
    if (undecided == 0) return figure;
    figure.lower_bound = only_grows(figure);
    figure.unknown += undecided;
    return figure;
}

} // namespace bilan::data
