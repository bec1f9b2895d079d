// SPDX-License-Identifier: MPL-2.0
//
// What is computed over many rows: a sum, a ratio, a count. A value that scripts build once and apply to any query, so
// that an indicator is the same measure in every report. Any thread.
#pragma once

#include "data/expression.hpp"
#include "data/figure.hpp"

namespace bilan::data {

enum class Aggregate : std::uint8_t {
    count, ///< rows (no expression), or rows where the expression is true
    sum,
    mean,
    median,
    minimum,
    maximum,
    count_distinct, ///< different known values
    ratio,          ///< sum(numerator) / sum(denominator) over rows where both are known (domain.md 2.5.1)
    known,          ///< rows where the expression is known, over rows where it applies: a completeness
};

struct Measure {
    Aggregate aggregate = Aggregate::count;
    ExpressionPointer expression; ///< what is aggregated; the numerator of a ratio
    ExpressionPointer denominator;
    ExpressionPointer where; ///< further condition on the rows; may be null
    Unit unit = Unit::number;
};

} // namespace bilan::data
