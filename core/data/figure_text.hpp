// SPDX-License-Identifier: MPL-2.0
//
// Figures for reading. Pure; any thread.
#pragma once

#include "base/language.hpp"
#include "data/figure.hpp"

#include <string>

namespace bilan::data {

/// Decimals that an amount in euros is shown with: none, but both cents where without them it would be another amount
/// (below 100 €, a tenth is more than a detail) or a bound that is not one (`≥ 2` of 1.60).
[[nodiscard]] int euro_decimals(double euros, bool is_lower_bound);
/// Decimals that a plain number is shown with: none of a whole one, one else, and of one that is near 0 as many as show
/// two of its digits: « 0,0 » would be a zero.
[[nodiscard]] int number_decimals(double number);
/// `12,3 %`, `1 234`, `1 500 €`, `1,50 €`, `nc`.
[[nodiscard]] std::string for_people(const Figure& figure, base::Language language);
/// With the mark that its cell in a workbook has: `≥ 12` for a lower bound, `12 *` where values are missing otherwise.
[[nodiscard]] std::string marked_for_people(const Figure& figure, base::Language language);

} // namespace bilan::data
