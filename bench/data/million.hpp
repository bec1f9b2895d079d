// SPDX-License-Identifier: MPL-2.0
//
// The million rows that the questions are put to, made once a process. One thread.
#pragma once

#include "data/dataset.hpp"
#include "data/measure.hpp"

#include <ctime>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace bilan::data {

inline constexpr std::size_t bench_rows = 1'000'000;

/// Two texts (8 and 5 000 different), a year, two counts and an amount; one value in twelve is unknown.
[[nodiscard]] std::shared_ptr<const Dataset> million();

/// A sum, a mean and a ratio, each with its base, unknowns and coverage.
[[nodiscard]] std::vector<std::pair<std::string, Measure>> three_aggregates();

/// Processor time: other work on the machine does not count.
[[nodiscard]] inline double now()
{
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace bilan::data
