// SPDX-License-Identifier: MPL-2.0
//
// What is computed over many rows: a sum, a ratio, a count. A value that scripts build once and apply to any query, so
// that an indicator is the same measure in every report. Any thread.
#pragma once

#include "base/language.hpp"
#include "data/expression.hpp"
#include "data/figure.hpp"

#include <string>

namespace bilan::data {

/// The field that says of which year a row is.
inline constexpr std::string_view year_field = "exercice";

enum class Aggregate : std::uint8_t {
    count, ///< rows (no expression), or rows where the expression is true
    sum,
    mean,
    median,
    quantile,  ///< the value below which a `fraction` of the rows lies
    deviation, ///< the standard deviation of a sample
    minimum,
    maximum,
    count_distinct, ///< different known values
    ratio,          ///< sum(numerator) / sum(denominator) over rows where both are known (domain.md 2.5.1)
    known,          ///< rows where the expression is known, over rows where it applies: a completeness
};

/// How figures come out, for all aggregates:
/// - base, unknown and not_applicable count rows by the state of the expression; for a ratio a row is not applicable
///   when either part is, else unknown when either part is. `known` rests on all rows where the expression applies, so
///   its base is those rows and nothing is unknown.
/// - without a known row there is no value and the cause is the commonest unknown, else `not_applicable`; when there
///   are no rows at all, counts and sums are 0, all others have the cause `not_applicable`: nobody left a cell empty.
/// - a group of which `where` leaves no row has no value and the cause `not_applicable`, as a cell of a crossing that
///   has no row. Counts and sums are 0 there (no action of the group is scored G0: it has 0 € of them), unless `where`
///   asks for a year: of a year without a row nothing is known. The number of rows is 0 even then.
/// - rows of which `where` is not known count as unknown, for they may belong to it: a sum is the least it can be, a
/// rate
///   has so much less coverage. A `where` that is known of no row leaves no value. Not applicable is a no.
/// - a quantile is that of type 7 of Hyndman and Fan (1996), as PERCENTILE.INC of Excel, R and numpy have it: among n
///   values in order, the value at (n - 1) × fraction from the first, interpolated between neighbours; the median is
///   that of 0.5. A deviation divides by n - 1; a single row has none, with the cause `not_applicable`.
/// - sums are compensated (Neumaier), so that neither row order nor grouping shows in a printed digit.
/// - count_distinct counts the different items of a list field.
struct Measure {
    Aggregate aggregate = Aggregate::count;
    ExpressionPointer expression; ///< what is aggregated; the numerator of a ratio
    ExpressionPointer denominator;
    ExpressionPointer where; ///< further condition on the rows; may be null
    Unit unit = Unit::number;
    double fraction = 0.5; ///< of a quantile: 0 to 1
};

} // namespace bilan::data
