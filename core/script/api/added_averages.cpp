// SPDX-License-Identifier: MPL-2.0
#include "script/api/added_averages.hpp"

#include "data/measure.hpp"
#include "script/api/measure_words.hpp"
#include "script/journal.hpp"

#include <algorithm>

namespace bilan::script {

namespace {

bool is_average(const data::Sources& sources)
{
    using data::Aggregate;
    if (sources->measure == nullptr) return false;
    const Aggregate aggregate = sources->measure->aggregate;
    return aggregate == Aggregate::ratio || aggregate == Aggregate::mean || aggregate == Aggregate::known;
}

/// As it was asked for, neither weighed nor added up: arithmetic leaves no denominator, and a mean has none to lose.
bool is_as_asked(const data::Figure& figure)
{
    if (figure.sources.size() != 1) return false;
    return figure.denominator || figure.sources.front()->measure->aggregate == data::Aggregate::mean;
}

bool asks_the_same(const data::Sources& left, const data::Sources& right)
{
    return left->measure == right->measure || words_of(*left->measure) == words_of(*right->measure);
}

bool are_same_rows(const data::Sources& left, const data::Sources& right)
{
    return left->dataset == right->dataset && left->rows == right->rows && left->groups == right->groups &&
           left.group == right.group;
}

} // namespace

void warn_of_added_averages(const Caller& caller, const data::Figure& left, const data::Figure& right)
{
    constexpr std::size_t most_sources = 200; // the first two of a loop say it already
    if (left.sources.empty() || right.sources.empty() || left.sources.size() > most_sources) return;
    if (!std::ranges::all_of(left.sources, is_average) || !std::ranges::all_of(right.sources, is_average)) return;
    if (!is_as_asked(left) && !is_as_asked(right)) return;
    for (const data::Sources& added : right.sources)
        for (const data::Sources& known : left.sources)
            if (asks_the_same(known, added) && !are_same_rows(known, added))
                return warn_once(caller, {"BIL-080", {words_of(*added->measure)}});
}

} // namespace bilan::script
