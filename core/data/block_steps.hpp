// SPDX-License-Identifier: MPL-2.0
//
// The operations of a program on the numbers, texts and states of one block. Numbers are computed for all rows, states
// only looked at one by one when the block has an unknown. Pure but for the register they fill; any thread, one
// register each.
#pragma once

#include "data/logic.hpp"
#include "data/program.hpp"

#include <algorithm>
#include <span>

namespace bilan::data {

/// What a block has to say to the registers of its step.
struct Run {
    Register& out;
    std::size_t rows;

    [[nodiscard]] Block numbers() const { return {out.numbers.data(), nullptr, out.states.data()}; }
    [[nodiscard]] Block texts() const { return {nullptr, out.ids.data(), out.states.data()}; }
    void states_of(const Block& operand) const { std::copy_n(operand.states, rows, out.states.begin()); }
    void states_of_both(const Block& left, const Block& right) const;
    /// A result that no number can hold is an error, never an infinity that travels on.
    void refuse_infinities() const;
};

/// The period of a date: a year, or the id of the text of a quarter or month.
[[nodiscard]] Block period(const Run& run, const Block& operand, const Step& step);

template <class Compute>
Block both(const Run& run, const Block& left, const Block& right, Compute compute)
{
    for (std::size_t row = 0; row < run.rows; ++row)
        run.out.numbers[row] = static_cast<double>(compute(left.numbers[row], right.numbers[row]));
    run.states_of_both(left, right);
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

/// Adds an operand to the register; an operand that does not apply is left out.
void add(const Run& run, const Block& operand);
Block subtract(const Run& run, const Block& left, const Block& right);
Block divide(const Run& run, const Block& left, const Block& right);
void decide(const Run& run, const Block& operand, const Logic& logic);
Block test_texts(const Run& run, const Block& operand, const std::vector<std::uint8_t>& outcome);
Block compare_texts(const Run& run, const Block& left, const Block& right, const Step& step);
Block known_or(const Run& run, const Block& operand, const Step& step);
/// The other where the operand is unknown: as unknown as that one.
Block known_or(const Run& run, const Block& operand, const Block& other, const Step& step);
Block one_of(const Run& run, const Block& operand, const std::vector<double>& wanted);
/// The name of the band of each number; bounds belong to the band above.
Block band(const Run& run, const Block& operand, const Step& step);
/// Slots of all rows so far with the code of one more key.
void find_slots(const Run& run, const Block& operand, const Step& step, std::size_t key);
Block look_up(const Run& run, const Step& step);
/// One of two numbers; unknown where the condition is.
Block choose(const Run& run, const Block& condition, const Block& when_true, const Block& otherwise);
/// The same of texts, as ids of those of the step.
Block choose_texts(const Run& run, const Block& condition, const Block& when_true, const Block& otherwise,
                   const Step& step);
Block run_constant(const Run& run, const Step& step);
/// Rows that follow one another are read where they stand, others are brought together.
Block run_column(const Run& run, const Column& column, std::span<const std::uint32_t> rows);
/// Nothing but states; the numbers and ids are there for whoever reads them beside a state.
Block run_open(const Run& run, const Column& column, std::span<const std::uint32_t> rows);
Block compare(const Run& run, const Step& step, const Block& left, const Block& right);

} // namespace bilan::data
