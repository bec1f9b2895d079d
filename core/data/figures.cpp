// SPDX-License-Identifier: MPL-2.0
#include "data/figures.hpp"

#include "data/accumulator.hpp"
#include "data/once.hpp"
#include "data/source_fields.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace bilan::data {

namespace {

/// Feeds an accumulator, leaving out the rows that the measure's own condition leaves out and those that repeat
/// another.
class Feed {
public:
    Feed(const Dataset& dataset, const Measure& measure, Accumulator& accumulator, std::size_t groups)
        : accumulator_(accumulator), once_(Once::of_measure(dataset, measure))
    {
        if (measure.where == nullptr) return;
        condition_ = std::make_unique<Program>(dataset, *measure.where);
        require_number(*condition_, *measure.where);
        undecided_.resize(groups);
        is_decided_.resize(groups);
        is_asked_.resize(groups);
    }

    void take(std::span<const std::uint32_t> rows, const std::uint32_t* groups)
    {
        if (condition_ == nullptr && once_ == nullptr) {
            accumulator_.take(rows, groups);
            return;
        }
        const Block outcome = condition_ == nullptr ? Block{} : condition_->run(rows);
        std::size_t kept = 0;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (condition_ != nullptr && !decide(groups[row], outcome.states[row])) continue;
            const bool is_left_out = condition_ != nullptr && outcome.numbers[row] == 0;
            if (is_left_out || (once_ != nullptr && !once_->is_first(rows[row], groups[row]))) continue;
            if (condition_ != nullptr) is_asked_[groups[row]] = true;
            rows_[kept] = rows[row];
            groups_[kept++] = groups[row];
        }
        if (kept > 0) accumulator_.take({rows_.data(), kept}, groups_.data());
    }

    /// Rows of which the condition is not known may belong to the figure: they are unknown rows of it, and the least it
    /// can be where they would only add. Where the condition is known of no row, nothing is known of the figure: a
    /// column that nobody filled in makes no zero.
    void tell_undecided(std::uint32_t group, Figure& figure) const
    {
        if (condition_ == nullptr) return;
        Figure undecided;
        tell_states(undecided_[group], undecided);
        if (undecided.unknown == 0) return;
        if (!is_decided_[group]) figure.value.reset();
        if (!figure.value && figure.base + figure.unknown == 0) { // else its own cause stands
            figure.cause = undecided.cause;
            figure.numerator.reset(); // of no row: 0 over 0 would be read as two counts
            figure.denominator.reset();
        }
        figure.unknown += undecided.unknown;
        figure.masked += undecided.masked;
        figure.lower_bound = figure.value && accumulator_.only_grows();
    }

    /// A group of which the condition leaves no row is as the cell of a crossing that has none: nobody was asked.
    [[nodiscard]] bool asks_nobody(std::uint32_t group) const
    {
        if (condition_ == nullptr || is_asked_[group]) return false;
        Figure undecided;
        tell_states(undecided_[group], undecided);
        return undecided.unknown == 0;
    }

private:
    bool decide(std::uint32_t group, State state)
    {
        if (state == State::value)
            is_decided_[group] = true;
        else
            ++undecided_[group][static_cast<std::size_t>(state)];
        return state == State::value;
    }

    Accumulator& accumulator_;
    std::unique_ptr<Program> condition_;
    std::vector<StateCounts> undecided_; ///< of each group, the states of the condition where it has no value
    std::vector<bool> is_decided_;       ///< it has a value somewhere
    std::vector<bool> is_asked_;         ///< it holds somewhere
    std::unique_ptr<Once> once_;         ///< null: every row counts
    std::array<std::uint32_t, block_rows> rows_{};
    std::array<std::uint32_t, block_rows> groups_{};
};

/// What is computed of whole numbers need not be one: 2.4 people an action are not 2. A mean never is by its nature; a
/// median of 25 is one of the values.
void show_digit(const Measure& measure, Figure& figure)
{
    const bool is_count = measure.unit == Unit::count || measure.unit == Unit::people;
    const bool is_mean = measure.aggregate == Aggregate::mean || measure.aggregate == Aggregate::deviation;
    const bool lies_between = measure.aggregate == Aggregate::median || measure.aggregate == Aggregate::quantile;
    const bool is_whole = figure.value && std::trunc(*figure.value) == *figure.value;
    if (is_count && (is_mean || (lies_between && !is_whole))) figure.decimals = 1;
}

/// What the figures of a measure have in common.
Figure outline(const Measure& measure)
{
    Figure figure;
    figure.unit = measure.unit;
    return figure;
}

void add_lookups(const ExpressionPointer& expression, std::vector<ExpressionPointer>& lookups)
{
    if (expression == nullptr) return;
    for (const Expression* const found : lookups_in(*expression))
        lookups.emplace_back(expression, found); // a part of the expression, which it keeps alive
}

/// How many rows there are is known where there are none: zero.
bool counts_rows(const Measure& measure)
{
    return measure.aggregate == Aggregate::count && measure.expression == nullptr;
}

/// Whether a figure of a group of which `where` leaves no row has no value (see Measure).
bool needs_rows(const Measure& measure)
{
    if (measure.where == nullptr || counts_rows(measure)) return false;
    if (measure.aggregate != Aggregate::sum && measure.aggregate != Aggregate::count) return true;
    const std::vector<std::string> asked = measure.where->fields();
    return std::ranges::find(asked, year_field) != asked.end();
}

/// The rows of a group that a figure rests on: those where what is computed is known; of a count those that count.
ExpressionPointer restriction_of(const Measure& measure)
{
    std::vector<ExpressionPointer> conditions;
    if (measure.where != nullptr) conditions.push_back(measure.where);
    const bool counts = measure.aggregate == Aggregate::count;
    if (counts && measure.expression != nullptr) conditions.push_back(measure.expression);
    if (!counts && measure.expression->operation != Operation::field)
        conditions.push_back(apply(Operation::known, {measure.expression}));
    if (measure.aggregate == Aggregate::ratio) {
        if (measure.expression->operation == Operation::field)
            conditions.push_back(apply(Operation::known, {measure.expression}));
        conditions.push_back(apply(Operation::known, {measure.denominator}));
    }
    if (conditions.empty()) return nullptr;
    return conditions.size() == 1 ? conditions.front() : apply(Operation::all_of, std::move(conditions));
}

Reading reading_of(const std::shared_ptr<const Dataset>& dataset, const Measure& measure, const Grouping& grouping)
{
    Reading reading;
    reading.dataset = dataset;
    reading.rows = grouping.rows();
    reading.groups = grouping.groups();
    const bool has_two = measure.aggregate == Aggregate::ratio;
    reading.fields = source_fields({measure.expression, has_two ? measure.denominator : nullptr});
    add_lookups(measure.expression, reading.lookups);
    if (has_two) add_lookups(measure.denominator, reading.lookups);
    reading.measure = std::make_shared<const Measure>(measure);
    reading.restriction = restriction_of(measure);
    return reading;
}

} // namespace

std::vector<Figure> figures_of(const std::shared_ptr<const Dataset>& dataset, const Measure& measure,
                               const Grouping& grouping, std::shared_ptr<const FieldSet> chosen_by,
                               ExpressionPointer condition)
{
    const std::unique_ptr<Accumulator> accumulator = make_accumulator(*dataset, measure, grouping.size());
    Feed feed(*dataset, measure, *accumulator, grouping.size());
    const std::vector<std::uint32_t> one_group(grouping.groups() == nullptr ? block_rows : 0);
    const std::uint32_t* groups = grouping.groups() == nullptr ? nullptr : grouping.groups()->data();
    for_each_block(*grouping.rows(), [&](std::span<const std::uint32_t> block) {
        feed.take(block, groups == nullptr ? one_group.data() : groups);
        if (groups != nullptr) groups += block.size();
    });
    accumulator->settle();

    Reading reading = reading_of(dataset, measure, grouping);
    reading.chosen_by = std::move(chosen_by);
    reading.condition = std::move(condition);
    const auto shared = std::make_shared<const Reading>(std::move(reading));
    std::vector<Figure> figures(grouping.size(), outline(measure));
    for (std::uint32_t group = 0; group < figures.size(); ++group) {
        accumulator->tell(group, figures[group]);
        feed.tell_undecided(group, figures[group]);
        show_digit(measure, figures[group]);
        if (groups != nullptr && needs_rows(measure) && feed.asks_nobody(group))
            figures[group] = figure_of_no_rows(measure);
        figures[group].sources.push_back({shared, group});
    }
    return figures;
}

Figure figure_of_no_rows(const Measure& measure)
{
    Figure figure = outline(measure);
    figure.cause = State::not_applicable;
    return figure;
}

} // namespace bilan::data
