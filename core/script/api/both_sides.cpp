// SPDX-License-Identifier: MPL-2.0
#include "script/api/both_sides.hpp"

#include "base/number.hpp"
#include "data/chosen_rows.hpp"
#include "data/measure.hpp"
#include "script/journal.hpp"
#include "script/state.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <vector>

namespace bilan::script {

namespace {

using Rows = std::vector<std::uint32_t>;

/// A sum that a loop made of more figures than this is not looked through: each step would walk all of them.
constexpr std::size_t most_sources = 200;

Rows in_order(std::span<const std::uint32_t> rows)
{
    Rows sorted(rows.begin(), rows.end());
    if (!std::ranges::is_sorted(sorted)) std::ranges::sort(sorted);
    return sorted;
}

std::size_t shared_rows(const Rows& left, const Rows& right)
{
    Rows shared;
    std::ranges::set_intersection(left, right, std::back_inserter(shared));
    return shared.size();
}

void say(const Caller& caller, std::size_t rows)
{
    if (rows == 0) return;
    warn_once(caller, {"BIL-075", {base::for_people(static_cast<double>(rows), 0, caller.state.language())}});
}

bool adds_up(const data::Sources& sources)
{
    return sources->measure != nullptr && sources->rows != nullptr &&
           (sources->measure->aggregate == data::Aggregate::sum ||
            sources->measure->aggregate == data::Aggregate::count);
}

std::string words_of(const data::ExpressionPointer& expression)
{
    return expression == nullptr ? std::string() : expression->text();
}

bool asks_the_same(const data::Sources& left, const data::Sources& right)
{
    return left->dataset == right->dataset && left->measure->aggregate == right->measure->aggregate &&
           words_of(left->measure->expression) == words_of(right->measure->expression);
}

/// Two groups of one grouping share rows where it is by a list: a row stands there once for each item.
bool hold_other_rows(const data::Sources& left, const data::Sources& right)
{
    if (left->groups == nullptr || left->groups != right->groups || left->rows != right->rows) return false;
    return left.group != right.group && std::ranges::adjacent_find(*left->rows) == left->rows->end();
}

} // namespace

void warn_of_rows_on_both_sides(const Caller& caller, const data::Figure& left, const data::Figure& right)
{
    if (left.sources.size() > most_sources || right.sources.size() > most_sources) return;
    if (left.unit == data::Unit::rate && right.unit == data::Unit::rate) return; // the whole stands below each share
    std::size_t shared = 0;
    for (const data::Sources& added : right.sources) {
        if (!adds_up(added)) continue;
        data::ChosenRows chosen;
        Rows rows;
        for (const data::Sources& known : left.sources) {
            if (!adds_up(known) || !asks_the_same(known, added) || hold_other_rows(known, added)) continue;
            if (rows.empty()) rows = in_order(chosen.of(added));
            shared = std::max(shared, shared_rows(in_order(chosen.of(known)), rows));
        }
    }
    say(caller, shared);
}

std::size_t warn_of_rows_on_both_sides(const Caller& caller, const data::Query& left, const data::Query& right)
{
    if (left.shared_dataset() != right.shared_dataset()) return 0;
    const std::size_t shared = shared_rows(in_order(*left.rows()), in_order(*right.rows()));
    say(caller, shared);
    return shared;
}

} // namespace bilan::script
