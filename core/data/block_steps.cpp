// SPDX-License-Identifier: MPL-2.0
#include "data/block_steps.hpp"

#include "base/date.hpp"
#include "data/lookup.hpp"
#include "data/period.hpp"

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace bilan::data {

namespace {

/// Eight states at once: nearly every step of every expression asks.
bool all_known(const State* states, std::size_t rows)
{
    static_assert(sizeof(State) == 1 && static_cast<unsigned>(State::value) == 0);
    std::uint64_t any = 0;
    std::size_t row = 0;
    for (; row + sizeof any <= rows; row += sizeof any) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, states + row, sizeof eight);
        any |= eight;
    }
    for (; row < rows; ++row) any |= static_cast<std::uint64_t>(states[row]);
    return any == 0;
}

} // namespace

void Run::states_of_both(const Block& left, const Block& right) const
{
    if (all_known(left.states, rows) && all_known(right.states, rows)) {
        std::fill_n(out.states.begin(), rows, State::value);
        return;
    }
    for (std::size_t row = 0; row < rows; ++row) out.states[row] = state_of_both(left.states[row], right.states[row]);
}

void Run::refuse_infinities() const
{
    bool finite = true;
    for (std::size_t row = 0; row < rows; ++row) finite &= std::isfinite(out.numbers[row]);
    if (finite) return;
    for (std::size_t row = 0; row < rows; ++row) {
        if (std::isfinite(out.numbers[row])) continue;
        out.numbers[row] = 0;
        if (out.states[row] == State::value) out.states[row] = State::error;
    }
}

void add(const Run& run, const Block& operand)
{
    if (all_known(operand.states, run.rows) && all_known(run.out.states.data(), run.rows)) {
        for (std::size_t row = 0; row < run.rows; ++row) run.out.numbers[row] += operand.numbers[row];
        return;
    }
    for (std::size_t row = 0; row < run.rows; ++row) {
        const State state = operand.states[row];
        State& sum = run.out.states[row];
        if (state == State::not_applicable) continue;
        if (sum == State::not_applicable) {
            run.out.numbers[row] = operand.numbers[row];
            sum = state;
            continue;
        }
        run.out.numbers[row] += operand.numbers[row];
        if (sum == State::value) sum = state;
    }
}

Block subtract(const Run& run, const Block& left, const Block& right)
{
    for (std::size_t row = 0; row < run.rows; ++row) {
        const bool left_out = right.states[row] == State::not_applicable;
        run.out.numbers[row] = left.numbers[row] - (left_out ? 0.0 : right.numbers[row]);
        run.out.states[row] = left_out ? left.states[row] : state_of_both(left.states[row], right.states[row]);
    }
    run.refuse_infinities();
    return run.numbers();
}

Block divide(const Run& run, const Block& left, const Block& right)
{
    run.states_of_both(left, right);
    for (std::size_t row = 0; row < run.rows; ++row) {
        const bool by_zero = right.numbers[row] == 0;
        run.out.numbers[row] = by_zero ? 0.0 : left.numbers[row] / right.numbers[row];
        if (by_zero && run.out.states[row] == State::value) run.out.states[row] = State::not_applicable;
    }
    run.refuse_infinities();
    return run.numbers();
}

namespace {

/// 1 where both are true, or where one is.
template <bool wants_both>
double decided(double one, double other)
{
    const auto mask = [](double number) { return number != 0 ? ~std::uint64_t{0} : std::uint64_t{0}; };
    const std::uint64_t holds = wants_both ? mask(one) & mask(other) : mask(one) | mask(other);
    return std::bit_cast<double>(holds & std::bit_cast<std::uint64_t>(1.0));
}

/// Of values alone there are two outcomes and no state to ask for.
template <bool wants_both>
void decide_values(double* out, const double* operand, std::size_t rows)
{
    constexpr std::size_t lanes = 8; // a fixed number is what lets the compiler take several at once
    std::size_t row = 0;
    for (; row + lanes <= rows; row += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            out[row + lane] = decided<wants_both>(out[row + lane], operand[row + lane]);
    for (; row < rows; ++row) out[row] = decided<wants_both>(out[row], operand[row]);
}

} // namespace

void decide(const Run& run, const Block& operand, const Logic& logic)
{
    if (all_known(run.out.states.data(), run.rows) && all_known(operand.states, run.rows))
        return &logic == &logic_of_all ? decide_values<true>(run.out.numbers.data(), operand.numbers, run.rows)
                                       : decide_values<false>(run.out.numbers.data(), operand.numbers, run.rows);
    for (std::size_t row = 0; row < run.rows; ++row) {
        const std::size_t before = truth(run.out.numbers[row], run.out.states[row]);
        const std::size_t outcome = logic[before][truth(operand.numbers[row], operand.states[row])];
        const auto yes = static_cast<std::size_t>(outcome == is_true);
        run.out.numbers[row] = static_cast<double>(yes);
        run.out.states[row] = static_cast<State>(outcome - is_true * yes);
    }
}

Block test_texts(const Run& run, const Block& operand, const std::vector<std::uint8_t>& outcome)
{
    run.states_of(operand);
    for (std::size_t row = 0; row < run.rows; ++row)
        run.out.numbers[row] = operand.states[row] == State::value ? outcome[operand.ids[row]] : 0;
    return run.numbers();
}

Block compare_texts(const Run& run, const Block& left, const Block& right, const Step& step)
{
    run.states_of_both(left, right);
    const bool wanted = step.operation == Operation::equal;
    for (std::size_t row = 0; row < run.rows; ++row) {
        const bool known = run.out.states[row] == State::value;
        run.out.numbers[row] = known && (step.same_text[right.ids[row]] == left.ids[row]) == wanted ? 1 : 0;
    }
    return run.numbers();
}

Block known_or(const Run& run, const Block& operand, const Step& step)
{
    for (std::size_t row = 0; row < run.rows; ++row) {
        const bool unknown = is_unknown(operand.states[row]);
        run.out.states[row] = unknown ? State::value : operand.states[row];
        if (step.is_text)
            run.out.ids[row] = unknown ? step.text : operand.ids[row];
        else
            run.out.numbers[row] = unknown ? step.numbers.front() : operand.numbers[row];
    }
    return step.is_text ? run.texts() : run.numbers();
}

Block known_or(const Run& run, const Block& operand, const Block& other, const Step& step)
{
    for (std::size_t row = 0; row < run.rows; ++row) {
        // A column that nobody sent says nothing in its place, and hides no « NC » of a cell that was read.
        const bool unknown = is_unknown(operand.states[row]) && other.states[row] != State::no_column;
        run.out.states[row] = unknown ? other.states[row] : operand.states[row];
        if (!step.is_text)
            run.out.numbers[row] = unknown ? other.numbers[row] : operand.numbers[row];
        else if (run.out.states[row] == State::value)
            run.out.ids[row] = unknown ? step.same_text[other.ids[row]] : operand.ids[row];
    }
    return step.is_text ? run.texts() : run.numbers();
}

Block one_of(const Run& run, const Block& operand, const std::vector<double>& wanted)
{
    run.states_of(operand);
    for (std::size_t row = 0; row < run.rows; ++row)
        run.out.numbers[row] = static_cast<double>(std::ranges::binary_search(wanted, operand.numbers[row]));
    return run.numbers();
}

Block band(const Run& run, const Block& operand, const Step& step)
{
    run.states_of(operand);
    const std::vector<double>& bounds = step.numbers;
    for (std::size_t row = 0; row < run.rows; ++row) {
        std::size_t at = 0;
        for (const double bound : bounds) at += static_cast<std::size_t>(operand.numbers[row] >= bound);
        run.out.ids[row] = step.same_text[at];
    }
    return run.texts();
}

Block period(const Run& run, const Block& operand, const Step& step)
{
    const auto wanted = static_cast<Period>(step.numbers.front());
    const int months = wanted == Period::quarter ? months_in_quarter : 1;
    run.states_of(operand);
    for (std::size_t row = 0; row < run.rows; ++row) {
        run.out.numbers[row] = 0;
        run.out.ids[row] = 0;
        if (run.out.states[row] != State::value) continue;
        const auto date = base::civil_of(operand.numbers[row]);
        const bool is_there = date && date->year >= first_period_year && date->year <= last_period_year;
        if (!is_there) {
            run.out.states[row] = State::error;
        } else if (wanted == Period::year) {
            run.out.numbers[row] = date->year;
        } else {
            const int part = (date->year - first_period_year) * periods_in_year(wanted) + (date->month - 1) / months;
            run.out.ids[row] = static_cast<std::uint32_t>(part);
        }
    }
    return step.is_text ? run.texts() : run.numbers();
}

void find_slots(const Run& run, const Block& operand, const Step& step, std::size_t key)
{
    const KeyIndex& index = step.lookup->index();
    for (std::size_t row = 0; row < run.rows; ++row) {
        const bool is_known = operand.states[row] == State::value;
        run.out.states[row] = key == 0 ? operand.states[row] : state_of_both(run.out.states[row], operand.states[row]);
        std::uint32_t code = KeyIndex::none;
        if (is_known)
            code =
                operand.ids != nullptr ? step.key_codes[key][operand.ids[row]] : index.code(key, operand.numbers[row]);
        run.out.ids[row] = index.next_slot(key == 0 ? 0 : run.out.ids[row], key, code);
    }
}

Block look_up(const Run& run, const Step& step)
{
    const Lookup& lookup = *step.lookup;
    const auto missing = static_cast<std::uint32_t>(lookup.index().slots());
    for (std::size_t row = 0; row < run.rows; ++row) {
        const std::uint32_t slot = std::min(run.out.ids[row], missing);
        if (run.out.states[row] == State::value) run.out.states[row] = lookup.states()[slot];
        if (lookup.is_text())
            run.out.ids[row] = lookup.ids()[slot];
        else
            run.out.numbers[row] = lookup.numbers()[slot];
    }
    return lookup.is_text() ? run.texts() : run.numbers();
}

Block choose(const Run& run, const Block& condition, const Block& when_true, const Block& otherwise)
{
    for (std::size_t row = 0; row < run.rows; ++row) {
        const Block& chosen = condition.numbers[row] != 0 ? when_true : otherwise;
        const State state = condition.states[row];
        run.out.numbers[row] = chosen.numbers[row];
        run.out.states[row] = state == State::value ? chosen.states[row] : state;
    }
    return run.numbers();
}

Block choose_texts(const Run& run, const Block& condition, const Block& when_true, const Block& otherwise,
                   const Step& step)
{
    for (std::size_t row = 0; row < run.rows; ++row) {
        const bool holds = condition.numbers[row] != 0;
        const Block& chosen = holds ? when_true : otherwise;
        const State state = condition.states[row];
        run.out.states[row] = state == State::value ? chosen.states[row] : state;
        run.out.ids[row] = 0;
        if (run.out.states[row] != State::value) continue;
        const bool is_first = holds != step.is_turned;
        run.out.ids[row] = is_first ? chosen.ids[row] : step.same_text[chosen.ids[row]];
    }
    return run.texts();
}

Block run_constant(const Run& run, const Step& step)
{
    std::fill_n(run.out.states.begin(), run.rows, step.state);
    if (step.is_text)
        std::fill_n(run.out.ids.begin(), run.rows, step.text);
    else
        std::fill_n(run.out.numbers.begin(), run.rows, step.numbers.empty() ? 0.0 : step.numbers.front());
    return step.is_text ? run.texts() : run.numbers();
}

namespace {

/// Each row is the one after that before it. The ends do not tell: rows of lists come several times, sorted ones in any
/// order, and 1, 2, 2, 4 has as many as 1 to 4.
bool follow_one_another(std::span<const std::uint32_t> rows)
{
    const std::uint32_t first = rows.front();
    if (rows.back() - first + 1 != rows.size()) return false;
    // Two at once: the numbers of rows never carry from one half into the other.
    using Pair = std::array<std::uint32_t, 2>;
    std::uint64_t expected = std::bit_cast<std::uint64_t>(Pair{first, first + 1});
    std::uint64_t apart = 0;
    std::size_t row = 0;
    for (; row + 2 <= rows.size(); row += 2, expected += std::bit_cast<std::uint64_t>(Pair{2, 2})) {
        std::uint64_t both = 0;
        std::memcpy(&both, rows.data() + row, sizeof both);
        apart |= both ^ expected;
    }
    return apart == 0 && (row == rows.size() || rows[row] == first + row);
}

} // namespace

Block run_column(const Run& run, const Column& column, std::span<const std::uint32_t> rows)
{
    const std::size_t first = rows.front();
    const bool is_text = !is_numeric(column.field.type);
    if (follow_one_another(rows))
        return {is_text ? nullptr : column.numbers.data() + first, is_text ? column.ids.data() + first : nullptr,
                column.states.data() + first, column.are_whole};
    for (std::size_t row = 0; row < rows.size(); ++row) run.out.states[row] = column.states[rows[row]];
    if (is_text)
        for (std::size_t row = 0; row < rows.size(); ++row) run.out.ids[row] = column.ids[rows[row]];
    else
        for (std::size_t row = 0; row < rows.size(); ++row) run.out.numbers[row] = column.numbers[rows[row]];
    Block block = is_text ? run.texts() : run.numbers();
    block.are_whole = column.are_whole;
    return block;
}

Block run_open(const Run& run, const Column& column, std::span<const std::uint32_t> rows)
{
    for (std::size_t row = 0; row < rows.size(); ++row) run.out.states[row] = column.states[rows[row]];
    std::fill_n(run.out.numbers.begin(), rows.size(), 0.0);
    std::fill_n(run.out.ids.begin(), rows.size(), 0U);
    return {run.out.numbers.data(), run.out.ids.data(), run.out.states.data()};
}

Block compare(const Run& run, const Step& step, const Block& left, const Block& right)
{
    switch (step.operation) {
    case Operation::equal: return both(run, left, right, [](double a, double b) { return a == b; });
    case Operation::not_equal: return both(run, left, right, [](double a, double b) { return a != b; });
    case Operation::less: return both(run, left, right, [](double a, double b) { return a < b; });
    case Operation::at_most: return both(run, left, right, [](double a, double b) { return a <= b; });
    case Operation::greater: return both(run, left, right, [](double a, double b) { return a > b; });
    default: return both(run, left, right, [](double a, double b) { return a >= b; });
    }
}

} // namespace bilan::data
