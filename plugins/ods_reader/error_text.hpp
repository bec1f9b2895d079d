// SPDX-License-Identifier: MPL-2.0
//
// Error values as spreadsheet programs show them: OpenDocument stores nothing else of them. Pure functions, any thread.
#pragma once

#include <bilan/cell.hpp>

#include <optional>
#include <string_view>

namespace bilan::ods {

/// The error behind `#DIV/0!`, `#N/D`, `#VALEUR !`, `Err:502`; nothing for any other text.
[[nodiscard]] std::optional<CellError> error_of(std::string_view shown);

} // namespace bilan::ods
