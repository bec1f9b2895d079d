// SPDX-License-Identifier: MPL-2.0
//
// Rows that the conditions of a query could not judge: they are not among its rows, and may belong there. A figure that
// is shown says how many, so that no choice makes what is known look like everything. Pure; any thread.
#pragma once

#include "data/figure.hpp"
#include "data/query.hpp"

#include <cstdint>

namespace bilan::data {

/// The rows behind the figure that are missing for want of an answer; of a figure made of others, of the one that lacks
/// most. Rows of no year are none where the year chooses: they are spoken of apart.
[[nodiscard]] std::uint64_t undecided_rows(const Figure& figure);

/// The figure with those rows among its unknown ones; a count or an amount is then the least it can be.
[[nodiscard]] Figure with_undecided(Figure figure);

} // namespace bilan::data
