// SPDX-License-Identifier: MPL-2.0
//
// One measure over many groups in one pass. Inner header of data/. One thread.
#pragma once

#include "data/group_totals.hpp"
#include "data/measure.hpp"
#include "data/program.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace bilan::data {

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
