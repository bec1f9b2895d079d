// SPDX-License-Identifier: MPL-2.0
#include "data/accumulator.hpp"

#include "base/error.hpp"
#include "data/terms.hpp"
#include "data/whole_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace bilan::data {

namespace {

std::uint32_t& count_of(StateCounts& counts, State state)
{
    return counts[static_cast<std::size_t>(state)];
}

Program number_program(const Dataset& dataset, const Expression& expression)
{
    Program program(dataset, expression);
    require_number(program, expression);
    return program;
}

class RowCount final : public Accumulator {
public:
    explicit RowCount(std::size_t groups) : rows_(groups) {}
    void take(std::span<const std::uint32_t> rows, const std::uint32_t* groups) override
    {
        for (std::size_t row = 0; row < rows.size(); ++row) ++rows_[groups[row]];
    }
    void tell(std::uint32_t group, Figure& figure) const override
    {
        figure.base = rows_[group];
        figure.value = static_cast<double>(figure.base);
    }
    [[nodiscard]] bool only_grows() const override { return true; }

private:
    std::vector<std::uint64_t> rows_;
};

/// Sums, means, and counts of rows where a condition is true: the sum of its ones.
class Total final : public Accumulator {
public:
    Total(const Dataset& dataset, const ExpressionPointer& expression, std::size_t groups, Aggregate aggregate)
        : terms_(dataset, expression), sums_(groups), states_(groups), aggregate_(aggregate),
          only_adds_(terms_.is_never_negative())
    {
    }

    void take(std::span<const std::uint32_t> rows, const std::uint32_t* groups) override
    {
        if (aggregate_ == Aggregate::sum && terms_.are_mixed()) return take_mixed(rows, groups);
        const Block values = terms_.run_whole(rows);
        const auto count_one = [&](std::uint32_t group, double number) {
            sums_.add_exactly(group, number != 0 ? 1 : 0);
        };
        const auto add_whole = [&](std::uint32_t group, double number) { sums_.add_exactly(group, number); };
        const auto add_any = [&](std::uint32_t group, double number) { sums_.add(group, number); };
        if (aggregate_ == Aggregate::count) return add_each(values, rows.size(), groups, count_one);
        if (wholes_.take(values.numbers, rows.size(), values.are_whole))
            return add_each(values, rows.size(), groups, add_whole);
        add_each(values, rows.size(), groups, add_any);
    }

    void tell(std::uint32_t group, Figure& figure) const override
    {
        tell_states(states_.of(group), figure);
        const bool no_rows = figure.base + figure.unknown + figure.not_applicable == 0;
        const double sum = sums_.of(group);
        if (aggregate_ == Aggregate::mean) {
            if (figure.base > 0) tell_value(sum / static_cast<double>(figure.base), figure);
        } else if (figure.base > 0 || no_rows) {
            tell_value(sum, figure);
            figure.lower_bound = only_adds_ && figure.value && figure.unknown > 0;
        }
    }
    [[nodiscard]] bool only_grows() const override { return aggregate_ != Aggregate::mean && only_adds_; }

private:
    template <class Add>
    void add_each(const Block& values, std::size_t rows, const std::uint32_t* groups, Add add)
    {
        bool is_negative = false;
        for (std::size_t row = 0; row < rows; ++row) {
            const State state = values.states[row];
            states_.add(groups[row], state);
            const double number = number_if(state == State::value, values.numbers[row]);
            is_negative |= number < 0;
            add(groups[row], number);
        }
        only_adds_ &= !is_negative;
    }

    void take_mixed(std::span<const std::uint32_t> rows, const std::uint32_t* groups)
    {
        const Block values = terms_.run(rows);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            states_.add(groups[row], values.states[row]);
            if (values.states[row] != State::value) continue;
            const double number = terms_.take(row, rows[row], groups[row]);
            only_adds_ &= number >= 0;
            sums_.add(groups[row], number);
        }
    }

    Terms terms_;
    WholeSums wholes_;
    ExactSums sums_;
    StateTally states_;
    Aggregate aggregate_;
    bool only_adds_; ///< no type speaks for negative values, and none was met
};

class Extreme final : public Accumulator {
public:
    Extreme(Program program, std::size_t groups, bool greatest)
        : program_(std::move(program)), groups_(groups), greatest_(greatest)
    {
    }

    void take(std::span<const std::uint32_t> rows, const std::uint32_t* groups) override
    {
        const Block values = program_.run(rows);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            Group& group = groups_[groups[row]];
            ++count_of(group.counts, values.states[row]);
            if (values.states[row] != State::value) continue;
            group.least = std::min(group.least, values.numbers[row]);
            group.greatest = std::max(group.greatest, values.numbers[row]);
        }
    }

    void tell(std::uint32_t group, Figure& figure) const override
    {
        tell_states(groups_[group].counts, figure);
        if (figure.base > 0) tell_value(greatest_ ? groups_[group].greatest : groups_[group].least, figure);
        figure.lower_bound = greatest_ && figure.value && figure.unknown > 0;
    }
    [[nodiscard]] bool only_grows() const override { return greatest_; }

private:
    struct Group {
        double least = std::numeric_limits<double>::infinity();
        double greatest = -std::numeric_limits<double>::infinity();
        StateCounts counts{};
    };
    Program program_;
    std::vector<Group> groups_;
    bool greatest_;
};

/// A completeness: it rests on every row where the expression applies, known or not.
class Known final : public Accumulator {
public:
    Known(Program program, std::size_t groups) : program_(std::move(program)), groups_(groups) {}

    void take(std::span<const std::uint32_t> rows, const std::uint32_t* groups) override
    {
        const Block values = program_.run(rows);
        for (std::size_t row = 0; row < rows.size(); ++row) ++count_of(groups_[groups[row]], values.states[row]);
    }

    void tell(std::uint32_t group, Figure& figure) const override
    {
        tell_states(groups_[group], figure);
        const auto known = static_cast<double>(figure.base);
        figure.base += figure.unknown;
        figure.unknown = 0;
        figure.masked = 0;
        figure.cause = State::not_applicable;
        figure.numerator = known;
        figure.denominator = static_cast<double>(figure.base);
        if (figure.base > 0) tell_value(known / *figure.denominator, figure);
    }

private:
    Program program_;
    std::vector<StateCounts> groups_;
};

} // namespace

void tell_states(const StateCounts& counts, Figure& figure)
{
    std::uint32_t most = 0;
    for (std::size_t at = 0; at < counts.size(); ++at) {
        const State state = static_cast<State>(at);
        if (!is_unknown(state)) continue;
        figure.unknown += counts[at];
        if (counts[at] > most) {
            most = counts[at];
            figure.cause = state;
        }
    }
    figure.base = counts[static_cast<std::size_t>(State::value)];
    figure.not_applicable = counts[static_cast<std::size_t>(State::not_applicable)];
    figure.masked = counts[static_cast<std::size_t>(State::secret)];
    if (most == 0) figure.cause = State::not_applicable; // no row that should say it: nobody left a cell empty
}

void tell_value(double value, Figure& figure)
{
    if (std::isfinite(value))
        figure.value = value;
    else
        figure.cause = State::error;
}

std::unique_ptr<Accumulator> make_accumulator(const Dataset& dataset, const Measure& measure, std::size_t groups)
{
    const bool needs_both = measure.aggregate == Aggregate::ratio;
    if ((measure.expression == nullptr && measure.aggregate != Aggregate::count) ||
        (needs_both && measure.denominator == nullptr))
        throw base::Error(base::ExitCode::script, "", {"BIL-698", {}});
    switch (measure.aggregate) {
    case Aggregate::count:
        if (measure.expression == nullptr) return std::make_unique<RowCount>(groups);
        [[fallthrough]];
    case Aggregate::sum:
    case Aggregate::mean: return std::make_unique<Total>(dataset, measure.expression, groups, measure.aggregate);
    case Aggregate::minimum:
    case Aggregate::maximum:
        return std::make_unique<Extreme>(number_program(dataset, *measure.expression), groups,
                                         measure.aggregate == Aggregate::maximum);
    case Aggregate::ratio: return make_ratio(dataset, measure, groups);
    case Aggregate::known: return std::make_unique<Known>(Program(dataset, *measure.expression), groups);
    case Aggregate::median: return make_quantile(number_program(dataset, *measure.expression), groups, 0.5);
    case Aggregate::quantile:
        return make_quantile(number_program(dataset, *measure.expression), groups, measure.fraction);
    case Aggregate::deviation: return make_deviation(number_program(dataset, *measure.expression), groups);
    case Aggregate::count_distinct: break;
    }
    return make_count_distinct(Program(dataset, *measure.expression), groups);
}

} // namespace bilan::data
