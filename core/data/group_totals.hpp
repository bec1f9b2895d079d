// SPDX-License-Identifier: MPL-2.0
//
// What accumulators keep of each group. What most rows touch lies close together: thousands of groups stay in the
// nearest cache. Inner header of data/. One thread.
#pragma once

#include "data/state.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bilan::data {

/// The number of a value, 0 else. Without a branch, which would be taken as unknowns come, at random.
[[nodiscard]] inline double number_if(bool is_value, double number)
{
    return std::bit_cast<double>(std::bit_cast<std::uint64_t>(number) & -static_cast<std::uint64_t>(is_value));
}

/// How many rows of each state.
using StateCounts = std::array<std::uint32_t, state_count>;

/// How many rows of each state, by group.
class StateTally {
public:
    explicit StateTally(std::size_t groups) : groups_(groups), counts_(groups * state_count) {}

    void add(std::uint32_t group, State state) { ++counts_[static_cast<std::size_t>(state) * groups_ + group]; }

    [[nodiscard]] StateCounts of(std::uint32_t group) const
    {
        StateCounts counts{};
        for (std::size_t state = 0; state < state_count; ++state) counts[state] = counts_[state * groups_ + group];
        return counts;
    }

private:
    std::size_t groups_;
    std::vector<std::uint32_t> counts_; ///< of all groups those of one state, then those of the next
};

/// A sum whose rounding errors are kept beside it (Neumaier): right to the last digit or two whatever the order.
struct ExactSum {
    double sum = 0;
    double lost = 0;

    static void add(double number, double& sum, double& lost)
    {
        const double grown = sum + number;
        const double taken = grown - sum;
        lost += (sum - (grown - taken)) + (number - taken); // both orders at once, so that no branch is needed
        sum = grown;
    }
    void add(double number) { add(number, sum, lost); }
    [[nodiscard]] double value() const { return sum + lost; }
};

/// An exact sum by group.
class ExactSums {
public:
    explicit ExactSums(std::size_t groups) : sums_(groups), lost_(groups) {}

    void add(std::uint32_t group, double number) { ExactSum::add(number, sums_[group], lost_[group]); }
    /// The same, and faster, for numbers of which WholeSums says that nothing is lost.
    void add_exactly(std::uint32_t group, double number) { sums_[group] += number; }

    [[nodiscard]] double of(std::uint32_t group) const { return sums_[group] + lost_[group]; }

private:
    std::vector<double> sums_;
    std::vector<double> lost_;
};

} // namespace bilan::data
