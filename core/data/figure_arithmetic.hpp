// SPDX-License-Identifier: MPL-2.0
//
// Sums, differences, products and quotients of figures. What comes out knows what it rests on: sources of both sides;
// base and unknowns together for sums, the weaker side for products, quotients, and sums and differences of rates. An
// unknown side makes the result unknown, with its cause; a lower bound stays one where the other side cannot take it
// away. Pure; any thread.
#pragma once

#include "data/figure.hpp"

namespace bilan::data {

/// A figure, or a number that becomes one without a base.
struct FigureOrNumber {
    Figure figure;
    bool is_number = false;
};

[[nodiscard]] Figure sum_of(const FigureOrNumber& left, const FigureOrNumber& right);
/// The difference of two rates is in points.
[[nodiscard]] Figure difference_of(const FigureOrNumber& left, const FigureOrNumber& right);
[[nodiscard]] Figure product_of(const FigureOrNumber& left, const FigureOrNumber& right);
/// Of two figures of one unit: a rate. A zero below gives no value and the cause `so`.
[[nodiscard]] Figure quotient_of(const FigureOrNumber& left, const FigureOrNumber& right);

} // namespace bilan::data
