// SPDX-License-Identifier: MPL-2.0
#include "data/group_steps.hpp"

#include "data/figure_arithmetic.hpp"
#include "data/figures.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace bilan::data {

namespace {

/// The groups at these places, in this order.
Groups chosen(const Groups& groups, const std::vector<std::size_t>& places)
{
    Groups result = groups;
    for (std::size_t key = 0; key < groups.keys.size(); ++key) {
        result.keys[key].values.clear();
        result.keys[key].states.clear();
        for (const std::size_t place : places) {
            result.keys[key].values.push_back(groups.keys[key].values[place]);
            result.keys[key].states.push_back(groups.keys[key].states[place]);
        }
    }
    for (std::size_t column = 0; column < groups.columns.size(); ++column) {
        result.columns[column].figures.clear();
        for (const std::size_t place : places)
            result.columns[column].figures.push_back(groups.columns[column].figures[place]);
    }
    return result;
}

FigureColumn made_column(std::string name, Unit unit)
{
    FigureColumn column;
    column.name = std::move(name);
    column.measure.unit = unit;
    column.is_made = true;
    return column;
}

/// The places of groups in the order of one column.
std::vector<std::size_t> order_of(const std::vector<Figure>& figures, bool is_descending)
{
    std::vector<std::size_t> order(figures.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t left, std::size_t right) {
        const auto& one = figures[left].value;
        const auto& other = figures[right].value;
        if (!one || !other) return one.has_value() && !other;
        return is_descending ? *one > *other : *one < *other;
    });
    return order;
}

using GroupName = std::vector<std::pair<Key, State>>;

GroupName name_of(const Groups& groups, std::size_t at)
{
    GroupName name;
    for (const KeyColumn& key : groups.keys) name.emplace_back(key.values[at], key.states[at]);
    return name;
}

/// Of a year without any row nothing is known, though a sum over no rows is zero.
Figure total_of(const Query& query, const Measure& measure)
{
    return query.rows()->empty() ? figure_of_no_rows(measure) : query.figure(measure);
}

/// A change, or why there is none.
Figure change_of(const Figure& now, const Figure& before, double least_coverage)
{
    Figure change = difference_of({now, false}, {before, false});
    if (change.value && std::min(now.coverage(), before.coverage()) < least_coverage) {
        change.value.reset();
        change.cause = State::not_available;
    }
    return change;
}

Figure growth_of(const Figure& now, const Figure& before, double least_coverage)
{
    const Figure change = change_of(now, before, least_coverage);
    Figure growth = quotient_of({change, false}, {before, false});
    growth.unit = Unit::rate;
    growth.base = change.base;
    growth.unknown = change.unknown;
    growth.not_applicable = change.not_applicable;
    growth.sources = change.sources;
    return growth;
}

/// A group that is there in one year only is no change of the whole (domain.md 2.5.8): whoever came is no growth.
Figure of_one_perimeter(Figure figure, bool is_one)
{
    if (is_one || !figure.value) return figure; // else its own cause stands
    figure.value.reset();
    figure.cause = State::not_available;
    return figure;
}

/// Both years of one measure, and what lies between them. `is_one_perimeter`: every group is there in both.
void add_comparison(Groups& groups, const FigureColumn& now, std::vector<Figure> before, const Figure& total_now,
                    const Figure& total_before, double least_coverage, bool is_one_perimeter)
{
    const Unit unit = now.measure.unit;
    const bool grows = unit != Unit::rate && unit != Unit::points && unit != Unit::date;
    const Unit unit_of_change = unit == Unit::rate ? Unit::points : unit == Unit::date ? Unit::number : unit;
    FigureColumn earlier = made_column(now.name + "_before", unit);
    FigureColumn change = made_column(now.name + "_change", unit_of_change);
    FigureColumn growth = made_column(now.name + "_growth", Unit::rate);
    for (std::size_t at = 0; at < before.size(); ++at) {
        change.figures.push_back(change_of(now.figures[at], before[at], least_coverage));
        growth.figures.push_back(growth_of(now.figures[at], before[at], least_coverage));
    }
    earlier.measure = now.measure;
    earlier.figures = std::move(before);
    earlier.total = total_before;
    change.total = of_one_perimeter(change_of(total_now, total_before, least_coverage), is_one_perimeter);
    growth.total = of_one_perimeter(growth_of(total_now, total_before, least_coverage), is_one_perimeter);
    groups.columns.push_back(now);
    groups.columns.back().total = total_now;
    groups.columns.back().is_made = true;
    groups.columns.push_back(std::move(earlier));
    groups.columns.push_back(std::move(change));
    if (grows) groups.columns.push_back(std::move(growth));
}

} // namespace

Groups sorted(const Groups& groups, std::size_t column, bool is_descending)
{
    return chosen(groups, order_of(groups.columns[column].figures, is_descending));
}

Groups sorted_by_key(const Groups& groups, std::size_t key, const std::vector<Key>& order, bool is_descending)
{
    std::map<Key, double> ranks;
    for (const Key& value : order) ranks.emplace(value, static_cast<double>(ranks.size()));
    std::set<Key> further; // of the year before only, lists as they are written
    for (const Key& value : groups.keys[key].values)
        if (!std::holds_alternative<std::monostate>(value) && !ranks.contains(value)) further.insert(value);
    for (const Key& value : further) ranks.emplace(value, static_cast<double>(ranks.size()));
    std::vector<Figure> places(groups.size());
    for (std::size_t at = 0; at < places.size(); ++at)
        if (const auto rank = ranks.find(groups.keys[key].values[at]); rank != ranks.end())
            places[at].value = rank->second;
    return chosen(groups, order_of(places, is_descending));
}

Groups first_of(const Groups& groups, std::size_t most)
{
    std::vector<std::size_t> places(std::min(most, groups.size()));
    std::iota(places.begin(), places.end(), std::size_t{0});
    return chosen(groups, places);
}

Groups ranked(const Groups& groups, std::size_t column, std::string name, bool is_descending)
{
    const std::vector<Figure>& figures = groups.columns[column].figures;
    FigureColumn ranks = made_column(std::move(name), Unit::count);
    ranks.figures = figures;
    const std::vector<std::size_t> order = order_of(figures, is_descending);
    double rank = 0;
    for (std::size_t at = 0; at < order.size(); ++at) {
        Figure& figure = ranks.figures[order[at]];
        const bool is_equal = at > 0 && figures[order[at]].value == figures[order[at - 1]].value;
        if (!is_equal) rank = static_cast<double>(at + 1);
        figure.unit = Unit::count;
        figure.lower_bound = false;
        if (figure.value) figure.value = rank;
    }
    Groups result = groups;
    result.columns.push_back(std::move(ranks));
    return result;
}

Groups with_shares(const Groups& groups, std::size_t column, std::string name, const Figure& whole)
{
    FigureColumn shares = made_column(std::move(name), Unit::rate);
    const auto share_of = [&](const Figure& part) {
        Figure share = quotient_of({part, false}, {whole, false});
        share.unit = Unit::rate;
        return share;
    };
    for (const Figure& part : groups.columns[column].figures) shares.figures.push_back(share_of(part));
    shares.total = share_of(whole);
    Groups result = groups;
    result.columns.push_back(std::move(shares));
    return result;
}

Groups compare(const Query& now, const Query& before, const Comparison& options)
{
    Groups later = now.group(options.by, options.measures, options.lists);
    const Groups earlier = before.group(options.by, options.measures, options.lists);
    const std::size_t groups_now = later.size();
    std::map<GroupName, std::size_t> places;
    for (std::size_t at = 0; at < later.size(); ++at) places.emplace(name_of(later, at), at);
    for (std::size_t at = 0; at < earlier.size(); ++at) {
        if (!places.emplace(name_of(earlier, at), later.size()).second) continue;
        for (std::size_t key = 0; key < later.keys.size(); ++key) {
            later.keys[key].values.push_back(earlier.keys[key].values[at]);
            later.keys[key].states.push_back(earlier.keys[key].states[at]);
        }
    }
    Groups result;
    result.keys = later.keys;
    const bool is_one_perimeter = result.size() == groups_now && result.size() == earlier.size();
    for (std::size_t column = 0; column < options.measures.size(); ++column) {
        const Measure& measure = options.measures[column].second;
        FigureColumn figures = later.columns[column];
        figures.figures.resize(result.size(), figure_of_no_rows(measure));
        std::vector<Figure> figures_before(result.size(), figure_of_no_rows(measure));
        for (std::size_t at = 0; at < earlier.size(); ++at)
            figures_before[places.at(name_of(earlier, at))] = earlier.columns[column].figures[at];
        add_comparison(result, figures, std::move(figures_before), total_of(now, measure), total_of(before, measure),
                       options.least_coverage, is_one_perimeter);
    }
    return result;
}

} // namespace bilan::data
