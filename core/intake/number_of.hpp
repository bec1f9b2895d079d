// SPDX-License-Identifier: MPL-2.0
//
// One text as the number that a cell of a partner would be. Pure function, any thread.
#pragma once

#include <optional>
#include <string_view>

namespace bilan::intake {

/// 1200.5 of « 1 200,50 », 2000 of « 2 k€ », 18 of « env. 18 », 0.45 of « 45 % ». Nothing for words, for what is no one
/// number (« 30 à 40 », « plus de 50 ») and for what may be two (« 1.234 »): other cells of a column would settle that.
[[nodiscard]] std::optional<double> number_of(std::string_view text);

} // namespace bilan::intake
