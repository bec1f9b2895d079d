// SPDX-License-Identifier: MPL-2.0
#include "data/accumulator.hpp"
#include "data/brief.hpp"
#include "data/terms.hpp"

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
          is_condition_below_(is_condition(dataset.schema(), *measure.denominator)), groups_(groups)
    {
    }

    void take(std::span<const std::uint32_t> rows, const std::uint32_t* groups) override
    {
        const Block above = above_.run(rows);
        const Block below = below_.run(rows);
        const bool may_repeat = above_.may_repeat() || below_.may_repeat();
        for (std::size_t at = 0; at < rows.size(); ++at) {
            const State state = state_of_both(above.states[at], below.states[at]);
            const std::uint32_t row = rows[at];
            if (may_repeat && (above_.repeat_in(row) || below_.repeat_in(row))) {
                join(at, row, groups[at], state);
                continue;
            }
            Group& group = groups_[groups[at]];
            ++group.counts[static_cast<std::size_t>(state)];
            if (state != State::value) continue;
            group.above.add(above.numbers[at]);
            group.below.add(below.numbers[at]);
        }
    }

    void settle() override
    {
        for (const Whole& whole : wholes_) {
            Group& group = groups_[whole.group];
            ++group.counts[static_cast<std::size_t>(whole.state)];
            if (whole.state != State::value) continue;
            group.above.add(whole.above);
            group.below.add(whole.below);
        }
        wholes_.clear();
    }

    void tell(std::uint32_t group, Figure& figure) const override
    {
        tell_states(groups_[group].counts, figure);
        if (figure.base == 0 && figure.unknown + figure.not_applicable > 0) return;
        const double above = groups_[group].above.value();
        const double below = groups_[group].below.value();
        figure.cause = State::error;
        if (!std::isfinite(above) || !std::isfinite(below)) return;
        figure.numerator = above;
        figure.denominator = below;
        if (below == 0) figure.cause = State::not_applicable; // nothing to be a part of
        if (below != 0) tell_value(above / below, figure);
    }

private:
    struct Group {
        ExactSum above;
        ExactSum below;
        StateCounts counts{};
    };

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
    std::vector<Group> groups_;
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
