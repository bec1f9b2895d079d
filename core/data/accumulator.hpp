// SPDX-License-Identifier: MPL-2.0
//
// One measure over many groups in one pass. Inner header of data/. One thread.
#pragma once

#include "data/measure.hpp"
#include "data/program.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace bilan::data {

/// How many rows of each state.
using StateCounts = std::array<std::uint32_t, state_count>;

/// A sum whose rounding errors are kept beside it (Neumaier): right to the last digit or two whatever the order.
struct ExactSum {
    double sum = 0;
    double lost = 0;

    void add(double number)
    {
        const double grown = sum + number;
        const double taken = grown - sum;
        lost += (sum - (grown - taken)) + (number - taken); // both orders at once, so that no branch is needed
        sum = grown;
    }
    [[nodiscard]] double value() const { return sum + lost; }
};

class Accumulator {
public:
    virtual ~Accumulator() = default;
    /// Takes the rows of one block, each with its group.
    virtual void take(std::span<const std::uint32_t> rows, const std::uint32_t* groups) = 0;
    /// After the last block.
    virtual void settle() {}
    /// Sets value, cause, base and counts of a figure.
    virtual void tell(std::uint32_t group, Figure& figure) const = 0;
    /// Further rows could only add to it. Good after the last block.
    [[nodiscard]] virtual bool only_grows() const { return false; }
};

/// Throws base::Error (exit 6) when the measure lacks its expression or wants numbers and gets texts.
[[nodiscard]] std::unique_ptr<Accumulator> make_accumulator(const Dataset& dataset, const Measure& measure,
                                                            std::size_t groups);

[[nodiscard]] std::unique_ptr<Accumulator> make_ratio(const Dataset& dataset, const Measure& measure,
                                                      std::size_t groups);

/// For measures that need all values of a group at once.
[[nodiscard]] std::unique_ptr<Accumulator> make_quantile(Program program, std::size_t groups, double fraction);
[[nodiscard]] std::unique_ptr<Accumulator> make_deviation(Program program, std::size_t groups);
[[nodiscard]] std::unique_ptr<Accumulator> make_count_distinct(Program program, std::size_t groups);

/// Sets base, unknown, not_applicable and masked; the cause as if there were no value.
void tell_states(const StateCounts& counts, Figure& figure);
/// No value where it is not finite.
void tell_value(double value, Figure& figure);

} // namespace bilan::data
