// SPDX-License-Identifier: MPL-2.0
//
// The steps of a program over one block, in order.
#include "data/block_steps.hpp"
#include "data/program.hpp"

#include <algorithm>

namespace bilan::data {

Block Program::run(std::span<const std::uint32_t> rows)
{
    for (std::size_t at = 0; at < steps_.size(); ++at) blocks_[at] = run(steps_[at], rows);
    return blocks_.back();
}

Block Program::run(const Step& step, std::span<const std::uint32_t> rows)
{
    const Run run{*registers_[step.slot], rows.size()};
    if (step.is_open && step.column != nullptr) return run_open(run, *step.column, rows);
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
    case Operation::period: return period(run, first, step);
    case Operation::choose:
        return step.is_text ? choose_texts(run, first, blocks_[step.operands[1]], last, step)
                            : choose(run, first, blocks_[step.operands[1]], last);
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
