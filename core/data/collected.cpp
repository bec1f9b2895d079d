// SPDX-License-Identifier: MPL-2.0
//
// Measures that want all values of a group together: quantiles, deviations and counts of different values. Values are
// kept with their group as they come, then brought together group by group.
#include "base/text.hpp"
#include "data/accumulator.hpp"
#include "data/code_table.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_set>
#include <utility>

namespace bilan::data {

namespace {

/// Values of type `Value` by group.
template <class Value>
class Heap {
public:
    void add(std::uint32_t group, Value value)
    {
        groups_.push_back(group);
        values_.push_back(value);
    }

    /// Brings the values of each group together and calls `look(group, first, last)` for those that have some.
    template <class Look>
    void settle(std::size_t groups, Look look)
    {
        std::vector<std::size_t> starts(groups + 1);
        for (const std::uint32_t group : groups_) ++starts[group + 1];
        for (std::size_t group = 0; group < groups; ++group) starts[group + 1] += starts[group];
        std::vector<std::size_t> next(starts.begin(), starts.end() - 1);
        std::vector<Value> together(values_.size());
        for (std::size_t at = 0; at < values_.size(); ++at) together[next[groups_[at]]++] = values_[at];
        groups_ = {};
        values_ = {};
        for (std::size_t group = 0; group < groups; ++group)
            if (starts[group] < starts[group + 1])
                look(group, together.data() + starts[group], together.data() + starts[group + 1]);
    }

private:
    std::vector<std::uint32_t> groups_;
    std::vector<Value> values_;
};

/// Type 7 of Hyndman and Fan: between the two values around the place (n - 1) × fraction.
double quantile_of(double* first, double* last, double fraction)
{
    const double place = static_cast<double>(last - first - 1) * fraction;
    const double whole = std::floor(place);
    double* const lower = first + static_cast<std::ptrdiff_t>(whole);
    std::nth_element(first, lower, last);
    if (place == whole) return *lower;
    const double upper = *std::min_element(lower + 1, last);
    return *lower + (upper - *lower) * (place - whole); // never beyond what a number can hold
}

/// By n - 1; what is left of the mean's own rounding is taken off.
double deviation_of(const double* first, const double* last)
{
    const auto count = static_cast<double>(last - first);
    ExactSum sum;
    for (const double* value = first; value != last; ++value) sum.add(*value);
    const double mean = sum.value() / count;
    ExactSum distances;
    ExactSum squares;
    for (const double* value = first; value != last; ++value) {
        const double distance = *value - mean;
        distances.add(distance);
        squares.add(distance * distance);
    }
    const double rest = distances.value();
    return std::sqrt(std::max(0.0, squares.value() - rest * rest / count) / (count - 1));
}

/// What is computed of all values of a group, which it may put in another order.
class OfAll : public Accumulator {
public:
    OfAll(Program program, std::size_t groups) : program_(std::move(program)), counts_(groups), results_(groups) {}

    void take(std::span<const std::uint32_t> rows, const std::uint32_t* groups) final
    {
        const Block values = program_.run(rows);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            ++counts_[groups[row]][static_cast<std::size_t>(values.states[row])];
            if (values.states[row] == State::value) heap_.add(groups[row], values.numbers[row]);
        }
    }
    void settle() final
    {
        heap_.settle(counts_.size(),
                     [&](std::size_t group, double* first, double* last) { results_[group] = result_of(first, last); });
    }
    void tell(std::uint32_t group, Figure& figure) const override
    {
        tell_states(counts_[group], figure);
        if (figure.base > 0) tell_value(results_[group], figure);
    }

private:
    virtual double result_of(double* first, double* last) const = 0;

    Program program_;
    std::vector<StateCounts> counts_;
    std::vector<double> results_;
    Heap<double> heap_;
};

class Quantile final : public OfAll {
public:
    Quantile(Program program, std::size_t groups, double fraction)
        : OfAll(std::move(program), groups), fraction_(fraction)
    {
    }

private:
    double result_of(double* first, double* last) const override { return quantile_of(first, last, fraction_); }

    double fraction_;
};

class Deviation final : public OfAll {
public:
    using OfAll::OfAll;

    /// One value alone does not vary.
    void tell(std::uint32_t group, Figure& figure) const override
    {
        OfAll::tell(group, figure);
        if (figure.base != 1) return;
        figure.value.reset();
        figure.cause = State::not_applicable;
    }

private:
    double result_of(double* first, double* last) const override
    {
        return last - first == 1 ? 0.0 : deviation_of(first, last);
    }
};

/// How many different items some lists have together.
std::uint64_t different_items(const TextSet& texts, std::span<const std::uint64_t> lists)
{
    std::unordered_set<std::string_view> items;
    for (const std::uint64_t list : lists)
        for (const std::string_view item : base::split(texts.at(static_cast<std::uint32_t>(list)), list_separator))
            if (!item.empty()) items.insert(item);
    return items.size();
}

class CountDistinct final : public Accumulator {
public:
    CountDistinct(Program program, std::size_t groups)
        : program_(std::move(program)), counts_(groups), different_(groups)
    {
        if (program_.is_text() && !program_.texts().is_list() && program_.texts().size() * groups <= most_bits)
            seen_.resize(program_.texts().size() * groups);
    }

    void take(std::span<const std::uint32_t> rows, const std::uint32_t* groups) override
    {
        const Block values = program_.run(rows);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            ++counts_[groups[row]][static_cast<std::size_t>(values.states[row])];
            if (values.states[row] == State::value) take(values, row, groups[row]);
        }
    }
    void settle() override
    {
        heap_.settle(counts_.size(), [&](std::size_t group, std::uint64_t* first, std::uint64_t* last) {
            std::sort(first, last);
            last = std::unique(first, last);
            const bool lists = program_.is_text() && program_.texts().is_list();
            different_[group] =
                lists ? different_items(program_.texts(), {first, last}) : static_cast<std::uint64_t>(last - first);
        });
    }
    void tell(std::uint32_t group, Figure& figure) const override
    {
        tell_states(counts_[group], figure);
        const bool no_rows = figure.base + figure.unknown + figure.not_applicable == 0;
        if (figure.base > 0 || no_rows) figure.value = static_cast<double>(different_[group]);
        figure.lower_bound = figure.value && figure.unknown > 0;
    }
    [[nodiscard]] bool only_grows() const override { return true; }

private:
    static constexpr std::size_t most_bits = std::size_t{1} << 26U;

    void take(const Block& values, std::size_t row, std::uint32_t group)
    {
        if (!seen_.empty()) {
            auto seen = seen_[group * program_.texts().size() + values.ids[row]];
            if (!seen) ++different_[group];
            seen = true;
        } else {
            heap_.add(group, program_.is_text() ? values.ids[row] : bits_of(values.numbers[row]));
        }
    }

    Program program_;
    std::vector<StateCounts> counts_;
    std::vector<std::uint64_t> different_;
    std::vector<bool> seen_;
    Heap<std::uint64_t> heap_;
};

} // namespace

std::unique_ptr<Accumulator> make_quantile(Program program, std::size_t groups, double fraction)
{
    return std::make_unique<Quantile>(std::move(program), groups, fraction);
}

std::unique_ptr<Accumulator> make_deviation(Program program, std::size_t groups)
{
    return std::make_unique<Deviation>(std::move(program), groups);
}

std::unique_ptr<Accumulator> make_count_distinct(Program program, std::size_t groups)
{
    return std::make_unique<CountDistinct>(std::move(program), groups);
}

} // namespace bilan::data
