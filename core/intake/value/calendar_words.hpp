// SPDX-License-Identifier: MPL-2.0
//
// The words of a French calendar, in plain spelling. Pure functions, any thread.
#pragma once

#include <optional>
#include <string_view>

namespace bilan::intake {

/// 1..12 of `janvier`, `janv.`, `dec`; nothing for another word.
[[nodiscard]] std::optional<int> month_of(std::string_view word);
[[nodiscard]] bool is_weekday(std::string_view word);

/// Months first..last of « été », « printemps »; winter and words that are no season give nothing.
struct Season {
    int first = 0;
    int last = 0;
};
[[nodiscard]] std::optional<Season> season_of(std::string_view word);

} // namespace bilan::intake
