// SPDX-License-Identifier: MPL-2.0
//
// How a sum is spread over its parts: grants over associations, beneficiaries over actions. Pure functions, any thread.
// Nothing where there is no answer: an empty list, a sum of zero. They throw std::invalid_argument for a negative part.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace example {

/// The middle of the sorted numbers; the mean of the two in the middle when their count is even.
[[nodiscard]] std::optional<double> median(std::span<const double> numbers);

/// The sum of the squared shares: 1 when one part holds everything, 1/n when n parts are equal.
[[nodiscard]] std::optional<double> herfindahl(std::span<const double> parts);

/// What the `count` largest parts hold of the whole, from 0 to 1.
[[nodiscard]] std::optional<double> share_of_largest(std::span<const double> parts, std::size_t count);

} // namespace example
