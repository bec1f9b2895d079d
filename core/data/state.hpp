// SPDX-License-Identifier: MPL-2.0
//
// Why a value is there or not (domain.md 2.2). Unknown is never zero, and its cause survives to the workbook.
#pragma once

#include "base/language.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace bilan::data {

enum class State : std::uint8_t {
    value,          ///< `val`
    empty,          ///< `vide`
    not_given,      ///< `nc`: not communicated
    not_available,  ///< `nd`
    not_applicable, ///< `so`: out of every base, and not an unknown
    does_not_know,  ///< `nsp`
    secret,         ///< `secret`: masked for the secrecy of persons; a sum over it is a lower bound
    error,          ///< `err`: unreadable, listed among the findings
    no_column,      ///< the partner's table has no such column; said once a file, never a cell
};

inline constexpr std::size_t state_count = 9;

/// Codes of the JSON face and of the workbook: `val`, `vide`, `nc`, `nd`, `so`, `nsp`, `secret`, `err`, `abs`.
[[nodiscard]] std::string_view code(State state);
/// The state of a code; nothing for any other text.
[[nodiscard]] std::optional<State> state_of(std::string_view code);
/// « non communiqué », "not communicated".
[[nodiscard]] const base::Words& words(State state);

/// Counts as unknown in a coverage: everything but a value and `not_applicable`.
[[nodiscard]] constexpr bool is_unknown(State state)
{
    return state != State::value && state != State::not_applicable;
}

} // namespace bilan::data
