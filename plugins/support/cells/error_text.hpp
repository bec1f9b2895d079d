// SPDX-License-Identifier: MPL-2.0
//
// Error values as spreadsheet programs show them: OpenDocument stores nothing else of them, nor does a page that
// LibreOffice wrote. Pure functions, any thread.
#pragma once

#include <bilan/cell.hpp>

#include <optional>
#include <string_view>

namespace bilan::cells {

/// The error behind `#DIV/0!`, `#N/D`, `#VALEUR !`, `Err:502`, `other` behind what has the form of one; nothing for any
/// other text.
[[nodiscard]] std::optional<CellError> error_of(std::string_view shown);

} // namespace bilan::cells
