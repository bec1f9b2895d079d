// SPDX-License-Identifier: MPL-2.0
//
// `and` and `or` over true, false and the states of unknowns, as tables: unknowns come in no order that a processor
// could foresee, so nothing here branches. Inner header of data/.
#pragma once

#include "data/program.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace bilan::data {

/// 0 is false, this is true, between them are the states.
inline constexpr std::size_t is_true = state_count;
using Logic = std::array<std::array<std::uint8_t, state_count + 1>, state_count + 1>;

/// `decisive` settles the outcome whatever the other operands are: false for `and`, true for `or`.
[[nodiscard]] constexpr Logic make_logic(std::size_t decisive)
{
    const auto state = [](std::size_t code) { return static_cast<State>(code % is_true); };
    Logic logic{};
    for (std::size_t left = 0; left <= is_true; ++left)
        for (std::size_t right = 0; right <= is_true; ++right) {
            const State both = state_of_both(state(left), state(right));
            const bool settled = left == decisive || right == decisive;
            const std::size_t known = settled ? decisive : is_true - decisive;
            logic[left][right] =
                static_cast<std::uint8_t>(settled || both == State::value ? known : static_cast<std::size_t>(both));
        }
    return logic;
}

inline constexpr Logic logic_of_all = make_logic(0);
inline constexpr Logic logic_of_any = make_logic(is_true);

[[nodiscard]] inline std::size_t truth(double number, State state)
{
    const auto known = static_cast<std::size_t>(state == State::value);
    return static_cast<std::size_t>(state) + is_true * (known & static_cast<std::size_t>(number != 0));
}

} // namespace bilan::data
