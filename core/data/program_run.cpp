// SPDX-License-Identifier: MPL-2.0
//
// The steps of a program over one block. Numbers are computed for all rows, states only looked at one by one when the
// block has an unknown.
#include "data/logic.hpp"
#include "data/lookup.hpp"
#include "data/program.hpp"

#include <algorithm>
#include <cmath>

namespace bilan::data {

namespace {

bool all_known(const State* states, std::size_t rows)
{
    unsigned any = 0;
    for (std::size_t row = 0; row < rows; ++row) any |= static_cast<unsigned>(states[row]);
    return any == static_cast<unsigned>(State::value);
}

/// What a block has to say to the registers of its step.
struct Run {
    Register& out;
    std::size_t rows;

    [[nodiscard]] Block numbers() const { return {out.numbers.data(), nullptr, out.states.data()}; }
    [[nodiscard]] Block texts() const { return {nullptr, out.ids.data(), out.states.data()}; }

    void states_of(const Block& operand) const { std::copy_n(operand.states, rows, out.states.begin()); }

    void states_of_both(const Block& left, const Block& right) const
    {
        if (all_known(left.states, rows) && all_known(right.states, rows)) {
            std::fill_n(out.states.begin(), rows, State::value);
            return;
        }
        for (std::size_t row = 0; row < rows; ++row)
            out.states[row] = state_of_both(left.states[row], right.states[row]);
    }

    /// A result that no number can hold is an error, never an infinity that travels on.
    void refuse_infinities() const
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
};

template <class Compute>
Block both(const Run& run, const Block& left, const Block& right, Compute compute)
{
    for (std::size_t row = 0; row < run.rows; ++row)
        run.out.numbers[row] = static_cast<double>(compute(left.numbers[row], right.numbers[row]));
    run.states_of_both(left, right);
    return run.numbers();
}

/// Adds an operand to the register; an operand that does not apply is left out.
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
        if (by_zero && run.out.states[row] == State::value) run.out.states[row] = State::error;
    }
    run.refuse_infinities();
    return run.numbers();
}

void decide(const Run& run, const Block& operand, const Logic& logic)
{
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

/// The other where the operand is unknown: as unknown as that one.
Block known_or(const Run& run, const Block& operand, const Block& other, const Step& step)
{
    for (std::size_t row = 0; row < run.rows; ++row) {
        const bool unknown = is_unknown(operand.states[row]);
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

/// A test of the state: always known.
template <class Test>
Block test_states(const Run& run, const Block& operand, Test test)
{
    for (std::size_t row = 0; row < run.rows; ++row)
        run.out.numbers[row] = static_cast<double>(test(operand.states[row]));
    std::fill_n(run.out.states.begin(), run.rows, State::value);
    return run.numbers();
}

template <class Compute>
Block one(const Run& run, const Block& operand, Compute compute)
{
    for (std::size_t row = 0; row < run.rows; ++row)
        run.out.numbers[row] = static_cast<double>(compute(operand.numbers[row]));
    run.states_of(operand);
    return run.numbers();
}

/// The name of the band of each number; bounds belong to the band above.
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

/// Slots of all rows so far with the code of one more key.
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

/// One of two numbers; unknown where the condition is.
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

Block run_constant(const Run& run, const Step& step)
{
    std::fill_n(run.out.states.begin(), run.rows, step.state);
    if (step.is_text)
        std::fill_n(run.out.ids.begin(), run.rows, step.text);
    else
        std::fill_n(run.out.numbers.begin(), run.rows, step.numbers.empty() ? 0.0 : step.numbers.front());
    return step.is_text ? run.texts() : run.numbers();
}

/// Rows that follow one another are read where they stand, others are brought together.
Block run_column(const Run& run, const Column& column, std::span<const std::uint32_t> rows)
{
    const std::size_t first = rows.front();
    const bool is_text = !is_numeric(column.field.type);
    if (rows.back() - first + 1 == rows.size())
        return {is_text ? nullptr : column.numbers.data() + first, is_text ? column.ids.data() + first : nullptr,
                column.states.data() + first};
    for (std::size_t row = 0; row < rows.size(); ++row) run.out.states[row] = column.states[rows[row]];
    if (is_text)
        for (std::size_t row = 0; row < rows.size(); ++row) run.out.ids[row] = column.ids[rows[row]];
    else
        for (std::size_t row = 0; row < rows.size(); ++row) run.out.numbers[row] = column.numbers[rows[row]];
    return is_text ? run.texts() : run.numbers();
}

/// Nothing but states; the numbers and ids are there for whoever reads them beside a state.
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

} // namespace

Block Program::run(std::span<const std::uint32_t> rows)
{
    for (std::size_t at = 0; at < steps_.size(); ++at) blocks_[at] = run(steps_[at], rows);
    return blocks_.back();
}

Block Program::run(const Step& step, std::span<const std::uint32_t> rows)
{
    const Run run{*registers_[step.slot], rows.size()};
    if (step.is_open) return run_open(run, *step.column, rows);
    if (step.operation == Operation::field && step.column != nullptr) return run_column(run, *step.column, rows);
    if (step.operands.empty()) return run_constant(run, step);

    const Block& first = blocks_[step.operands.front()];
    const Block& last = blocks_[step.operands.back()];
    if (step.operation == Operation::looked_up) {
        for (std::size_t key = 0; key < step.operands.size(); ++key)
            find_slots(run, blocks_[step.operands[key]], step, key);
        return look_up(run, step);
    }
    if (step.tests_texts) return test_texts(run, first, step.true_of_text);
    switch (step.operation) {
    case Operation::add:
    case Operation::all_of:
    case Operation::any_of: return fold_operands(step, rows.size());
    case Operation::subtract: return subtract(run, first, last);
    case Operation::divide: return divide(run, first, last);
    case Operation::multiply:
        both(run, first, last, [](double a, double b) { return a * b; });
        run.refuse_infinities();
        return run.numbers();
    case Operation::negate: return one(run, first, [](double a) { return -a; });
    case Operation::banded: return band(run, first, step);
    case Operation::choose: return choose(run, first, blocks_[step.operands[1]], last);
    case Operation::no: return one(run, first, [](double a) { return a == 0; });
    case Operation::one_of: return one_of(run, first, step.numbers);
    case Operation::known: return test_states(run, first, [](State state) { return state == State::value; });
    case Operation::known_or:
        return step.operands.size() == 2 ? known_or(run, first, last, step) : known_or(run, first, step);
    case Operation::in_state:
        return test_states(run, first,
                           [&](State state) { return step.true_of_state[static_cast<std::size_t>(state)]; });
    default:
        return steps_[step.operands.front()].is_text || steps_[step.operands.back()].is_text
                   ? compare_texts(run, first, last, step)
                   : compare(run, step, first, last);
    }
}

Block Program::fold_operands(const Step& step, std::size_t rows)
{
    const Run run{*registers_[step.slot], rows};
    const Block& first = blocks_[step.operands.front()];
    run.states_of(first);
    std::copy_n(first.numbers, rows, run.out.numbers.begin());
    if (step.operation == Operation::add) {
        for (std::size_t at = 1; at < step.operands.size(); ++at) add(run, blocks_[step.operands[at]]);
        run.refuse_infinities();
        return run.numbers();
    }
    const Logic& logic = step.operation == Operation::all_of ? logic_of_all : logic_of_any;
    const std::size_t second = std::min<std::size_t>(1, step.operands.size() - 1); // one alone is decided with itself
    for (std::size_t at = second; at < step.operands.size(); ++at) decide(run, blocks_[step.operands[at]], logic);
    return run.numbers();
}

std::vector<std::uint32_t> rows_where(const Dataset& dataset, const Expression& condition,
                                      std::span<const std::uint32_t> rows)
{
    Program program(dataset, condition);
    require_number(program, condition);
    std::vector<std::uint32_t> chosen(rows.size() + 1); // one more, so that the last store needs no test
    std::size_t count = 0;
    for_each_block(rows, [&](std::span<const std::uint32_t> block) {
        const Block outcome = program.run(block);
        for (std::size_t row = 0; row < block.size(); ++row) {
            chosen[count] = block[row];
            count += static_cast<std::size_t>(outcome.states[row] == State::value && outcome.numbers[row] != 0);
        }
    });
    chosen.resize(count);
    chosen.shrink_to_fit();
    return chosen;
}

} // namespace bilan::data
