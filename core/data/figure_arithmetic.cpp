// SPDX-License-Identifier: MPL-2.0
#include "data/figure_arithmetic.hpp"

#include "data/measure.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace bilan::data {

namespace {

/// What tells sources apart: one group of one reading is always the same cells.
auto identity_of(const Sources& sources)
{
    return std::pair(sources.reading.get(), sources.group);
}

/// Those of both sides, each once: cells that stand behind both are one reason, not two, and a figure that a loop adds
/// to itself would double them at every turn.
std::vector<Sources> of_both(const std::vector<Sources>& left, const std::vector<Sources>& right)
{
    using Identity = decltype(identity_of(left.front()));
    constexpr std::size_t few = 4; // a loop adds one figure after the other to a long sum
    std::set<Identity> known;
    if (right.size() > few)
        for (const Sources& sources : left) known.insert(identity_of(sources));
    const auto is_known = [&](const Sources& sources) {
        if (right.size() > few) return known.contains(identity_of(sources));
        return std::ranges::find(left, identity_of(sources), &identity_of) != left.end();
    };
    std::vector<Sources> both;
    both.reserve(left.size() + right.size());
    both = left;
    for (const Sources& sources : right)
        if (sources->measure == nullptr || !is_known(sources)) both.push_back(sources);
    return both;
}

/// Unit and sources of both sides; no value, and the cause of the first unknown side.
Figure joined(const FigureOrNumber& left, const FigureOrNumber& right)
{
    Figure figure;
    figure.unit = left.is_number ? right.figure.unit : left.figure.unit;
    if (!left.is_number && !right.is_number && left.figure.unit != right.figure.unit) figure.unit = Unit::number;
    figure.cause = left.figure.value ? right.figure.cause : left.figure.cause;
    figure.sources = of_both(left.figure.sources, right.figure.sources);
    return figure;
}

/// The side that is known less well; a plain number says nothing about rows.
void keep_weaker_rows(Figure& figure, const FigureOrNumber& left, const FigureOrNumber& right)
{
    const bool is_left = right.is_number || (!left.is_number && left.figure.coverage() <= right.figure.coverage());
    const Figure& weaker = is_left ? left.figure : right.figure;
    figure.base = weaker.base;
    figure.unknown = weaker.unknown;
    figure.not_applicable = weaker.not_applicable;
}

std::string where_of(const Sources& sources)
{
    return sources->measure != nullptr && sources->measure->where != nullptr ? sources->measure->where->text() : "";
}

/// The same rows of a query, or of one of its groups, chosen by the same condition.
bool are_same_rows(const Sources& one, const Sources& other)
{
    return one->rows != nullptr && one->dataset == other->dataset && one->rows == other->rows &&
           one->groups == other->groups && one.group == other.group && where_of(one) == where_of(other);
}

/// Two figures of the same rows: the share of a score before and after a decision on the same actions.
bool rest_on_same_rows(const FigureOrNumber& left, const FigureOrNumber& right)
{
    if (left.is_number || right.is_number || left.figure.sources.empty() || right.figure.sources.empty()) return false;
    const Sources& first = left.figure.sources.front();
    const auto is_first = [&](const Sources& sources) { return are_same_rows(first, sources); };
    return std::ranges::all_of(left.figure.sources, is_first) && std::ranges::all_of(right.figure.sources, is_first);
}

/// Counts of both sides together, where they rest on different rows; nobody counts an action twice.
void add_rows(Figure& figure, const FigureOrNumber& left, const FigureOrNumber& right)
{
    if (rest_on_same_rows(left, right)) return keep_weaker_rows(figure, left, right);
    figure.base = left.figure.base + right.figure.base;
    figure.unknown = left.figure.unknown + right.figure.unknown;
    figure.not_applicable = left.figure.not_applicable + right.figure.not_applicable;
}

bool is_share(const FigureOrNumber& side)
{
    return side.figure.unit == Unit::rate || side.figure.unit == Unit::points;
}

/// Shares are known as well as the weaker of them: many rows of one say nothing of the other, and two shares of the
/// same rows are no more rows. Amounts and counts rest on the rows of both.
void join_rows(Figure& figure, const FigureOrNumber& left, const FigureOrNumber& right)
{
    const bool are_figures = !left.is_number && !right.is_number;
    if (are_figures && is_share(left) && is_share(right))
        keep_weaker_rows(figure, left, right);
    else
        add_rows(figure, left, right);
}

/// Nothing unknown, or only such rows as would add to it.
bool only_adds(const FigureOrNumber& side)
{
    return side.figure.unknown == 0 || side.figure.lower_bound;
}

bool both_known(const FigureOrNumber& left, const FigureOrNumber& right)
{
    return left.figure.value && right.figure.value;
}

void set_value(Figure& figure, double value)
{
    if (std::isfinite(value))
        figure.value = value;
    else
        figure.cause = State::error;
}

} // namespace

Figure sum_of(const FigureOrNumber& left, const FigureOrNumber& right)
{
    Figure figure = joined(left, right);
    join_rows(figure, left, right);
    figure.lower_bound = only_adds(left) && only_adds(right) && figure.unknown > 0;
    if (both_known(left, right)) set_value(figure, *left.figure.value + *right.figure.value);
    return figure;
}

Figure difference_of(const FigureOrNumber& left, const FigureOrNumber& right)
{
    Figure figure = joined(left, right);
    join_rows(figure, left, right);
    figure.lower_bound = left.figure.lower_bound && right.figure.unknown == 0;
    const bool are_rates = !left.is_number && !right.is_number && figure.unit == Unit::rate;
    if (are_rates) figure.unit = Unit::points;
    if (!left.is_number && !right.is_number && figure.unit == Unit::date) figure.unit = Unit::number;
    const double scale = are_rates ? points_in_one : 1;
    if (both_known(left, right)) set_value(figure, scale * (*left.figure.value - *right.figure.value));
    return figure;
}

Figure product_of(const FigureOrNumber& left, const FigureOrNumber& right)
{
    Figure figure = joined(left, right);
    if (!left.is_number && !right.is_number) {
        if (left.figure.unit == Unit::rate)
            figure.unit = right.figure.unit;
        else if (right.figure.unit == Unit::rate)
            figure.unit = left.figure.unit;
        else
            figure.unit = Unit::number;
    }
    keep_weaker_rows(figure, left, right);
    const FigureOrNumber& factor = left.is_number ? left : right;
    const bool is_scaled = (left.is_number || right.is_number) && factor.figure.value.value_or(0) > 0;
    figure.lower_bound = is_scaled && (left.figure.lower_bound || right.figure.lower_bound);
    if (both_known(left, right)) set_value(figure, *left.figure.value * *right.figure.value);
    return figure;
}

Figure quotient_of(const FigureOrNumber& left, const FigureOrNumber& right)
{
    Figure figure = joined(left, right);
    if (right.is_number)
        figure.unit = left.figure.unit;
    else if (left.is_number)
        figure.unit = Unit::number;
    else if (left.figure.unit == right.figure.unit)
        figure.unit = Unit::rate;
    else
        figure.unit = left.figure.unit == Unit::euro ? Unit::euro : Unit::number;
    keep_weaker_rows(figure, left, right);
    const bool is_complete = right.is_number || right.figure.unknown == 0;
    figure.lower_bound = is_complete && right.figure.value.value_or(0) > 0 && left.figure.lower_bound;
    if (!both_known(left, right)) return figure;
    figure.numerator = left.figure.value;
    figure.denominator = right.figure.value;
    if (*right.figure.value == 0)
        figure.cause = State::not_applicable;
    else
        set_value(figure, *left.figure.value / *right.figure.value);
    return figure;
}

} // namespace bilan::data
