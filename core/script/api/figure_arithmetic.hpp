// SPDX-License-Identifier: MPL-2.0
//
// Sums, differences, products and quotients of figures, and figures for reading. What comes out knows what it rests
// on: sources of both sides; base and unknowns together for sums, the weaker side for products and quotients. An
// unknown side makes the result unknown, with its cause. Pure; any thread.
#pragma once

#include "base/language.hpp"
#include "script/api/values.hpp"

#include <string>

namespace bilan::script {

[[nodiscard]] data::Figure sum_of(const FigureOrNumber& left, const FigureOrNumber& right);
/// The difference of two rates is in points.
[[nodiscard]] data::Figure difference_of(const FigureOrNumber& left, const FigureOrNumber& right);
[[nodiscard]] data::Figure product_of(const FigureOrNumber& left, const FigureOrNumber& right);
/// Of two figures of one unit: a rate. A zero below gives no value and the cause `err`.
[[nodiscard]] data::Figure quotient_of(const FigureOrNumber& left, const FigureOrNumber& right);

/// `12,3 %`, `1 234`, `1 500 €`, `nc`.
[[nodiscard]] std::string for_people(const data::Figure& figure, base::Language language);

} // namespace bilan::script
