// SPDX-License-Identifier: MPL-2.0
#include "data/accumulator.hpp"
#include "data/brief.hpp"
#include "data/terms.hpp"
#include "data/whole_numbers.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace bilan::data {

namespace {

/// It is 1 where it holds and 0 where it does not: a test, or the answer of a column of yes and no.
bool is_condition(const Schema& schema, const Expression& expression)
{
    const Field* const field = expression.operation == Operation::field ? schema.field(expression.name) : nullptr;
    return is_test(expression) || (field != nullptr && field->type == FieldType::boolean);
}

/// Sum over sum, both over the rows where both are known (domain.md 2.5.1 and 2.5.3). Where one row of the partner
/// became several records and a side is repeated on them, the row is known when each of its records in the group is:
/// of an action with « NC » in one of its quarters the residents of the quarters are not known. A condition is counted
/// once a row, which holds it when each of its records does: an action gives women and men when all its quarters do.
class Ratio final : public Accumulator {
public:
    Ratio(const Dataset& dataset, const Measure& measure, std::size_t groups)
        : dataset_(&dataset), above_(dataset, measure.expression), below_(dataset, measure.denominator),
          is_condition_above_(is_condition(dataset.schema(), *measure.expression)),
          is_condition_below_(is_condition(dataset.schema(), *measure.denominator)), above_sums_(groups),
          below_sums_(groups), states_(groups)
    {
    }

    void take(std::span<const std::uint32_t> rows, const std::uint32_t* groups) override
    {
        const Block above = above_.run(rows);
        const Block below = below_.run(rows);
        if (!above_.may_repeat() && !below_.may_repeat()) return take_each(above, below, rows.size(), groups);
        for (std::size_t at = 0; at < rows.size(); ++at) {
            const State state = state_of_both(above.states[at], below.states[at]);
            const std::uint32_t row = rows[at];
            if (above_.repeat_in(row) || below_.repeat_in(row)) {
                join(at, row, groups[at], state);
                continue;
            }
            take(groups[at], state, above.numbers[at], below.numbers[at]);
        }
    }

    void settle() override
    {
        for (const Whole& whole : wholes_) take(whole.group, whole.state, whole.above, whole.below);
        wholes_.clear();
    }

    void tell(std::uint32_t group, Figure& figure) const override
    {
        tell_states(states_.of(group), figure);
        if (figure.base == 0 && figure.unknown + figure.not_applicable > 0) return;
        const double above = above_sums_.of(group);
        const double below = below_sums_.of(group);
        figure.cause = State::error;
        if (!std::isfinite(above) || !std::isfinite(below)) return;
        figure.numerator = above;
        figure.denominator = below;
        if (below == 0) figure.cause = State::not_applicable; // nothing to be a part of
        if (below != 0) tell_value(above / below, figure);
    }

private:
    void take(std::uint32_t group, State state, double above, double below)
    {
        states_.add(group, state);
        if (state != State::value) return;
        above_sums_.add(group, above);
        below_sums_.add(group, below);
    }

    void take_each(const Block& above, const Block& below, std::size_t rows, const std::uint32_t* groups)
    {
        const auto add_whole = [&](std::uint32_t group, double over, double under) {
            above_sums_.add_exactly(group, over);
            below_sums_.add_exactly(group, under);
        };
        const auto add_any = [&](std::uint32_t group, double over, double under) {
            above_sums_.add(group, over);
            below_sums_.add(group, under);
        };
        if (whole_above_.take(above.numbers, rows, above.are_whole) &&
            whole_below_.take(below.numbers, rows, below.are_whole))
            add_each(above, below, rows, groups, add_whole);
        else
            add_each(above, below, rows, groups, add_any);
    }

    template <class Add>
    void add_each(const Block& above, const Block& below, std::size_t rows, const std::uint32_t* groups, Add add)
    {
        for (std::size_t row = 0; row < rows; ++row) {
            const State state = state_of_both(above.states[row], below.states[row]);
            const bool is_known = state == State::value;
            states_.add(groups[row], state);
            add(groups[row], number_if(is_known, above.numbers[row]), number_if(is_known, below.numbers[row]));
        }
    }

    /// The records of one row of a partner in one group.
    struct Whole {
        std::uint32_t group = 0;
        State state = State::value; ///< an unknown one where any is
        double above = 0;
        double below = 0;
        bool is_begun = false; ///< a record of it has been taken
    };

    /// What a side of the row is, with one record more that says `value`.
    static double with(double value, bool is_all_or_nothing, const Whole& whole, double before)
    {
        if (!is_all_or_nothing) return before + value;
        return whole.is_begun ? std::min(before, value) : value;
    }

    void join(std::size_t at, std::uint32_t row, std::uint32_t group, State state)
    {
        const std::uint64_t place = (std::uint64_t{dataset_->table(row)} << 32U) | dataset_->source_row(row);
        const auto number = numbers_.try_emplace(place, static_cast<std::uint32_t>(numbers_.size())).first->second;
        const auto [known, is_new] =
            known_.try_emplace((std::uint64_t{group} << 32U) | number, static_cast<std::uint32_t>(wholes_.size()));
        if (is_new) wholes_.push_back({group, state, 0, 0, false});
        Whole& whole = wholes_[known->second];
        if (whole.state == State::not_applicable || (whole.state == State::value && is_unknown(state)))
            whole.state = state; // a quarter that does not apply takes nothing from the others
        if (state != State::value) return;
        const bool varies_above = is_condition_above_ && !above_.repeat_in(row);
        const bool varies_below = is_condition_below_ && !below_.repeat_in(row);
        whole.above = with(above_.take(at, row, group), varies_above, whole, whole.above);
        whole.below = with(below_.take(at, row, group), varies_below, whole, whole.below);
        whole.is_begun = true;
    }

    const Dataset* dataset_;
    Terms above_;
    Terms below_;
    bool is_condition_above_;
    bool is_condition_below_;
    WholeSums whole_above_;
    WholeSums whole_below_;
    ExactSums above_sums_;
    ExactSums below_sums_;
    StateTally states_;
    std::vector<Whole> wholes_;                                ///< as they were met
    std::unordered_map<std::uint64_t, std::uint32_t> numbers_; ///< row of a table → its number here
    std::unordered_map<std::uint64_t, std::uint32_t> known_;   ///< group and number of a row → place in `wholes_`
};

} // namespace

std::unique_ptr<Accumulator> make_ratio(const Dataset& dataset, const Measure& measure, std::size_t groups)
{
    return std::make_unique<Ratio>(dataset, measure, groups);
}

} // namespace bilan::data
